"""Confusion tables and reliability diagrams as small SVG pictures with a title and a description."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from analysis.training.fitting import Ints

_NAMES = ("negative", "neutral", "positive")
_CELL, _LEFT, _TOP = 90, 110, 70
_SIDE = 300


def confusion_picture(title: str, table: Ints) -> str:
    """Labels down, guesses across; the darker the cell, the larger its share of the label."""
    shapes = [
        _text(_LEFT + 1.5 * _CELL, 20, title, "middle", 15),
        _text(_LEFT + 1.5 * _CELL, 42, "guessed", "middle"),
    ]
    for row, name in enumerate(_NAMES):
        shapes.append(_text(_LEFT + (row + 0.5) * _CELL, _TOP - 8, name, "middle"))
        shapes.append(_text(_LEFT - 8, _TOP + (row + 0.55) * _CELL, name, "end"))
        whole = max(int(table[row].sum()), 1)
        for column in range(3):
            shapes.append(_cell(row, column, int(table[row][column]), whole))
    words = "; ".join(
        f"labelled {_NAMES[row]}: "
        + ", ".join(f"{int(table[row][column])} {_NAMES[column]}" for column in range(3))
        for row in range(3)
    )
    return _svg(_LEFT + 3 * _CELL + 20, _TOP + 3 * _CELL + 20, title, words, shapes)


def reliability_picture(title: str, points: Sequence[tuple[float, float, int]]) -> str:
    """Confidence across, the share that was right upwards; on the line both are the same."""
    left, top = 60, 40
    shapes = [
        _text(left + _SIDE / 2, 20, title, "middle", 15),
        f'<path d="M{left} {top}V{top + _SIDE}H{left + _SIDE}" fill="none" stroke="#333"/>',
        f'<path d="M{left} {top + _SIDE}L{left + _SIDE} {top}" stroke="#888" stroke-dasharray="4 4"/>',
        _text(left + _SIDE / 2, top + _SIDE + 38, "confidence", "middle"),
        _text(left - 10, top - 8, "right", "middle"),
    ]
    for tick in (0, 0.5, 1):
        shapes.append(_text(left + tick * _SIDE, top + _SIDE + 18, f"{tick:g}", "middle"))
        shapes.append(_text(left - 8, top + (1 - tick) * _SIDE + 5, f"{tick:g}", "end"))
    most = max(count for _, _, count in points)
    for confidence, share, count in points:
        radius = 3 + 9 * (count / most) ** 0.5
        shapes.append(
            f'<circle cx="{left + confidence * _SIDE:.1f}" cy="{top + (1 - share) * _SIDE:.1f}" r="{radius:.1f}" '
            'fill="#1d4f91" fill-opacity="0.75"/>'
        )
    words = "; ".join(f"confidence {a:.2f}, right {b:.2f}, {count} texts" for a, b, count in points)
    return _svg(left + _SIDE + 20, top + _SIDE + 50, title, words, shapes)


def _cell(row: int, column: int, count: int, whole: int) -> str:
    share = count / whole
    x, y = _LEFT + column * _CELL, _TOP + row * _CELL
    ink = "#fff" if share > 0.5 else "#111"
    return (
        f'<rect x="{x}" y="{y}" width="{_CELL}" height="{_CELL}" fill="#1d4f91" fill-opacity="{share:.2f}" stroke="#fff"/>'
        f'<text x="{x + _CELL / 2}" y="{y + _CELL / 2}" text-anchor="middle" fill="{ink}">{count}</text>'
        f'<text x="{x + _CELL / 2}" y="{y + _CELL / 2 + 20}" text-anchor="middle" fill="{ink}">{share:.0%}</text>'
    )


def _text(x: float, y: float, words: str, anchor: str, size: int = 13) -> str:
    return f'<text x="{x:g}" y="{y:g}" text-anchor="{anchor}" font-size="{size}">{escape(words)}</text>'


def _svg(width: float, height: float, title: str, description: str, shapes: Sequence[str]) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" width="{width:g}" height="{height:g}" '
        f'role="img" font-family="sans-serif" font-size="13"><title>{escape(title)}</title><desc>{escape(description)}</desc>'
        f'<rect width="100%" height="100%" fill="#fff"/>{"".join(shapes)}</svg>\n'
    )
