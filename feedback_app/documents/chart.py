"""A chart drawn for paper: one line a bar, its label before it and its figure behind it."""

from __future__ import annotations

from markupsafe import Markup, escape

from feedback_app.domain.meetings.document import Bar, Chart
from feedback_app.platform.brand import brand_colour

WIDTH = 640
LABEL_WIDTH = 290
BAR_WIDTH = 240
LINE_HEIGHT = 19
BAR_HEIGHT = 11
LONGEST_LABEL = 46
INK, TRACK = "#1E2330", "#E2DCD1"


def draw(chart: Chart) -> Markup:
    """The chart as an SVG with a title and a description; widths from published figures alone (SAFETY R-41)."""
    height = LINE_HEIGHT * len(chart.bars) + 4
    told = " ".join(f"{bar.label}: {bar.words}." for bar in chart.bars)
    lines = Markup("").join(_line(bar, LINE_HEIGHT * place) for place, bar in enumerate(chart.bars))
    return Markup(
        '<svg class="paper-chart" xmlns="http://www.w3.org/2000/svg" role="img" width="{width}" height="{height}" '
        'viewBox="0 0 {width} {height}" font-size="11"><title>{title}</title><desc>{told}</desc>{lines}</svg>'
    ).format(width=WIDTH, height=height, title=chart.title, told=told, lines=lines)


def _line(bar: Bar, top: int) -> Markup:
    length = BAR_WIDTH * bar.percent // 100
    middle = top + LINE_HEIGHT // 2
    parts = [
        _text(_shortened(bar.label), 0, top + 13),
        _box(LABEL_WIDTH, top + 4, BAR_WIDTH, TRACK),
        _box(LABEL_WIDTH, top + 4, length, brand_colour()) if length else Markup(""),
        _interval(bar, middle),
        _text(bar.words, LABEL_WIDTH + BAR_WIDTH + 10, top + 13),
    ]
    return Markup("").join(parts)


def _interval(bar: Bar, middle: int) -> Markup:
    if bar.low is None or bar.high is None:
        return Markup("")
    return Markup(
        '<line x1="{low}" x2="{high}" y1="{y}" y2="{y}" stroke="{ink}" stroke-width="1.5"/>'
    ).format(
        low=LABEL_WIDTH + BAR_WIDTH * bar.low // 100,
        high=LABEL_WIDTH + BAR_WIDTH * bar.high // 100,
        y=middle,
        ink=INK,
    )


def _box(left: int, top: int, width: int, colour: str) -> Markup:
    return Markup('<rect x="{x}" y="{y}" width="{w}" height="{h}" fill="{fill}"/>').format(
        x=left, y=top, w=width, h=BAR_HEIGHT, fill=colour
    )


def _text(words: str, left: int, base: int) -> Markup:
    return Markup('<text x="{x}" y="{y}" fill="{ink}">{words}</text>').format(
        x=left, y=base, ink=INK, words=escape(words)
    )


def _shortened(label: str) -> str:
    return label if len(label) <= LONGEST_LABEL else label[: LONGEST_LABEL - 1].rstrip() + "…"
