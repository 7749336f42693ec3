"""Spans that may identify somebody: what shows by its shape, names of people, and names of schools."""

from __future__ import annotations

from collections.abc import Iterable

from analysis.text.finding import PersonalKind, PersonalSpan
from analysis.text.names import names
from analysis.text.patterns import Found, shaped
from analysis.text.reading import Reading
from analysis.text.schools import schools

#: Which wins where two overlap.
_ORDER = {
    PersonalKind.EMAIL: 0,
    PersonalKind.URL: 1,
    PersonalKind.DATE_OF_BIRTH: 2,
    PersonalKind.PHONE: 3,
    PersonalKind.ADDRESS: 4,
    PersonalKind.POSTCODE: 5,
    PersonalKind.HANDLE: 6,
    PersonalKind.SCHOOL: 7,
    PersonalKind.NAME: 8,
}


def personal(reading: Reading) -> tuple[PersonalSpan, ...]:
    """Every span that may identify somebody, in order, none over another; offsets into the text as given."""
    spoken = set(reading.texts)
    folded: list[Found] = [
        *shaped(reading.plain, reading.cased, spoken),
        *schools(reading, spoken),
        *names(reading),
    ]
    if not folded:
        return ()
    chosen = _apart(folded)
    spans = ((*reading.span(start, end), kind) for start, end, kind in chosen)
    return tuple(PersonalSpan(start=start, end=end, kind=kind) for start, end, kind in spans)


def _apart(found: Iterable[Found]) -> list[Found]:
    taken: list[Found] = []
    ends: set[int] = set()
    for start, end, kind in sorted(found, key=lambda one: (_ORDER[one[2]], one[0], -one[1])):
        places = range(start, end)
        if end > start and ends.isdisjoint(places):
            ends.update(places)
            taken.append((start, end, kind))
    return sorted(taken)
