"""Which cells of a table may show their number, decided so that nothing can be worked out by taking away."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

_SMALLEST_COUNT = 8
_BASE_WHERE_A_FEW_OTHERS_ARE_FEW = 40
_SMALLEST_PUBLISHED_BASE = 10
_BASE_WHERE_MOST_SAYS_TOO_MUCH = 20


class Shown(Enum):
    """What stands in a cell."""

    NUMBER = auto()
    #: 0 to 7 people, or 1 to 7 where nobody would be shown as 0.
    FEW = auto()
    #: Everybody but 0 to 2, or in a larger group everybody but 0 to 7.
    ALMOST_ALL = auto()
    #: Everybody but 3 to 7 in a group of fewer than 40.
    MOST = auto()
    #: Would give away another cell.
    HIDDEN = auto()


def exclusive(counts: Sequence[int]) -> list[Shown]:
    """What each row shows where the rows sum to the base; the base is at least 10."""
    base = sum(counts)
    shown = [_alone(count) for count in counts]
    for position, count in enumerate(counts):
        how = _dominant(count, base)
        if how is not None:
            shown[position] = how
            return _beside_dominant(shown, counts, position)
    if shown.count(Shown.FEW) == 1:
        _hide_next_lowest(shown, counts)
    # Hiding one cell more would tell those who know the rules why; hiding all tells nothing.
    return shown if _is_ambiguous(shown, counts) else _all_hidden(shown)


def multiple(counts: Sequence[int], base: int) -> list[Shown]:
    """What each row shows where people may choose several: every row stands with its own complement."""
    return [_beside_its_complement(count, base) for count in counts]


def grid(rows: Sequence[Sequence[int]], *, columns_add_up: bool) -> list[list[Shown]]:
    """What each cell of a two-way table shows; each row has at least 10 people in exactly one column each."""
    shown = [exclusive(row) for row in rows]
    if not columns_add_up:
        return shown
    while _hide_lone_cells(shown, rows):
        pass
    return shown


def _alone(count: int) -> Shown:
    return Shown.FEW if 0 < count < _SMALLEST_COUNT else Shown.NUMBER


def _beside_its_complement(count: int, base: int) -> Shown:
    if _rounded(base) == _SMALLEST_PUBLISHED_BASE and _SMALLEST_COUNT - 1 <= count < base - 2:
        return Shown.HIDDEN  # "most" could be 8 or 9 here: 7 joins them
    return _dominant(count, base) or _alone(count)


def _dominant(count: int, base: int) -> Shown | None:
    others = base - count
    if others >= _SMALLEST_COUNT or count < _SMALLEST_COUNT:
        return None
    # The choice of words rests on the rounded base, which everybody sees, so that it tells nothing new.
    large = _rounded(base) >= _BASE_WHERE_A_FEW_OTHERS_ARE_FEW
    return Shown.ALMOST_ALL if large or others <= 2 else Shown.MOST


def _beside_dominant(shown: list[Shown], counts: Sequence[int], dominant: int) -> list[Shown]:
    """Zeros beside "almost all" would say that it was all, so each other row says the same."""
    if shown[dominant] is Shown.ALMOST_ALL:
        return [how if position == dominant else Shown.FEW for position, how in enumerate(shown)]
    too_small = _rounded(sum(counts)) < _BASE_WHERE_MOST_SAYS_TOO_MUCH
    return _all_hidden(shown) if too_small else shown


def _all_hidden(shown: list[Shown]) -> list[Shown]:
    return [Shown.HIDDEN for _ in shown]


def _hide_next_lowest(shown: list[Shown], counts: Sequence[int]) -> bool:
    candidates = [(counts[i], i) for i, how in enumerate(shown) if how is Shown.NUMBER and counts[i] > 0]
    if not candidates:
        return False
    shown[min(candidates)[1]] = Shown.HIDDEN
    return True


def _is_ambiguous(shown: Sequence[Shown], counts: Sequence[int]) -> bool:
    """Whether every hidden cell still has two possible values that differ by 2 or more, for one who knows the rules."""
    for position, how in enumerate(shown):
        if how is not Shown.NUMBER:
            near = {
                step: _could_be(counts[position] + step, position, shown, counts) for step in (-2, -1, 1, 2)
            }
            if not (near[-2] or near[2] or (near[-1] and near[1])):
                return False
    return True


def _could_be(value: int, position: int, shown: Sequence[Shown], counts: Sequence[int]) -> bool:
    """Whether a hidden cell could hold this value by everything that is published, the next-lowest rule included."""
    base_low, base_high = _rounding_range(sum(counts))
    least, most = _possible(shown[position], counts[position], base_high)
    total_low = total_high = value
    for place, how in enumerate(shown):
        if place != position:
            low, high = _possible(how, counts[place], base_high)
            if shown[position] is Shown.HIDDEN and how is Shown.NUMBER and counts[place]:
                low = max(low, value + (place < position))
            if low > high:
                return False
            total_low, total_high = total_low + low, total_high + high
    return least <= value <= most and total_low <= base_high and total_high >= base_low


def _possible(how: Shown, count: int, base: int) -> tuple[int, int]:
    if how is Shown.FEW:
        return 1, _SMALLEST_COUNT - 1
    if how is Shown.NUMBER:
        return _rounding_range(count)
    return _SMALLEST_COUNT, base


def _rounding_range(count: int) -> tuple[int, int]:
    if count == 0:
        return 0, 0
    middle = _rounded(count)
    return max(_SMALLEST_COUNT, middle - 2), middle + 2


def _hide_lone_cells(shown: list[list[Shown]], rows: Sequence[Sequence[int]]) -> bool:
    """Hide a second cell in each column, then in each row, that has only one hidden; whether anything changed."""
    changed = False
    for column in range(len(rows[0]) if rows else 0):
        if sum(row[column] is not Shown.NUMBER for row in shown) == 1:
            places = [
                (rows[r][column], r) for r in range(len(rows)) if _can_hide(shown[r][column], rows[r][column])
            ]
            if places:
                shown[min(places)[1]][column] = Shown.HIDDEN
                changed = True
    for cells, counts in zip(shown, rows, strict=True):
        if sum(how is not Shown.NUMBER for how in cells) == 1:
            changed = _hide_next_lowest(cells, counts) or changed
    return changed


def _can_hide(how: Shown, count: int) -> bool:
    return how is Shown.NUMBER and count > 0


def _rounded(count: int) -> int:
    return 5 * ((count + 2) // 5)
