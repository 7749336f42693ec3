"""Eighteen whole numbers in one, so that adding up the weights of many words is one addition for each word."""

from __future__ import annotations

from collections.abc import Iterable
from struct import Struct

#: The first two are for feelings (negative, positive), the others for the outcomes.
COUNT = 18
FIRST_OUTCOME = 2
_BITS = 32
_MASK = (1 << _BITS) - 1
_MIDDLE = 1 << (_BITS - 1)
_LIFT = sum(_MIDDLE << (_BITS * place) for place in range(COUNT))
_READ = Struct(f"<{COUNT}I")


def packed(numbers: Iterable[tuple[int, int]]) -> int:
    """One number of pairs of place and number. Sums of packed numbers are the packed sums, to two thousand million each."""
    return sum([number << (_BITS * place) for place, number in numbers])


def packed_feelings(against: int, speaks: int) -> int:
    """The same of the first two places alone."""
    return against + (speaks << _BITS)


def unpacked(total: int) -> list[int]:
    """The numbers of a packed one, by their place."""
    return [number - _MIDDLE for number in _READ.unpack((total + _LIFT).to_bytes(_READ.size, "little"))]


def field_of_each(totals: Iterable[int], place: int) -> list[int]:
    """The number at one place of each packed one."""
    below = _BITS * place
    return [((total + _LIFT) >> below & _MASK) - _MIDDLE for total in totals]
