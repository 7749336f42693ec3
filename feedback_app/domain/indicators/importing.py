"""Takes a CSV file of the register in: all of it or nothing, with what is wrong by line."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from feedback_app.domain.indicators.cell_reading import CellProblem, Cells
from feedback_app.domain.indicators.columns import COLUMNS, column_of
from feedback_app.domain.indicators.entry import Entry, read_entry
from feedback_app.domain.indicators.facts import ValueRecord
from feedback_app.domain.indicators.queries import (
    availabilities_of,
    indicators,
    outcome_names,
    overrides_of,
    priorities,
    values_of,
)
from feedback_app.domain.indicators.record import (
    add_indicator,
    correct_value,
    edit_indicator,
    override_rag,
    record_value,
    set_availability,
)
from feedback_app.platform.problems import Invalid

LARGEST_FILE = 2_000_000
MOST_LINES = 5_000


class FileRefused(Invalid):
    """Nothing of the file was taken; `problems` says what is wrong and where."""

    def __init__(self, problems: Iterable[CellProblem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(f"Line {one.line}, {one.column}: {one.words}" for one in self.problems))


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What a file brought."""

    indicators_added: int
    indicators_changed: int
    values_added: int
    values_corrected: int
    unused_columns: tuple[str, ...]


def import_file(
    session: Session, content: bytes, *, by: UUID | None, unwrap: Callable[[str], str] = str
) -> Imported:
    """Take a CSV file in. A value of a period that has another is its correction; the same one again changes nothing.

    `unwrap` undoes what an export did to a cell so that no spreadsheet takes it for a formula. Raises FileRefused.
    """
    lines, unused = _lines(content, unwrap)
    known = tuple(outcome_names(session)), tuple(one.code for one in priorities(session))
    problems: list[CellProblem] = []
    entries: list[Entry] = []
    for cells in lines:
        entry = read_entry(cells, outcomes=known[0], priorities=known[1])
        problems += cells.problems
        if entry is not None:
            entries.append(entry)
    problems += _contradictions(entries)
    if problems:
        raise FileRefused(sorted(problems, key=lambda one: one.line))
    return _store(session, entries, unused, by)


def _lines(content: bytes, unwrap: Callable[[str], str]) -> tuple[list[Cells], tuple[str, ...]]:
    if len(content) > LARGEST_FILE:
        raise FileRefused([CellProblem(line=1, column="file", words="The file is larger than 2 MB.")])
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        words = "This is not a CSV file in UTF-8. Save it as “CSV UTF-8” and try again."
        raise FileRefused([CellProblem(line=1, column="file", words=words)]) from error
    try:
        rows = [row for row in csv.reader(io.StringIO(text, newline=""), strict=True)]
    except csv.Error as error:
        raise FileRefused(
            [CellProblem(line=1, column="file", words="This is not a whole CSV file.")]
        ) from error
    if not rows or len(rows) > MOST_LINES:
        words = "The file is empty." if not rows else f"The file has more than {MOST_LINES:,} lines."
        raise FileRefused([CellProblem(line=1, column="file", words=words)])
    columns = [column_of(heading) for heading in rows[0]]
    _refuse_headings(columns)
    unused = tuple(
        name for name, column in zip(rows[0], columns, strict=True) if column is None and name.strip()
    )
    return list(_cells(rows, columns, unwrap)), unused


def _refuse_headings(columns: list[str | None]) -> None:
    problems = [
        CellProblem(line=1, column=name, words="The file needs this column.")
        for name in ("number", "wording")
        if name not in columns
    ]
    problems += [
        CellProblem(line=1, column=name, words="The file has this column twice.")
        for name in COLUMNS
        if columns.count(name) > 1
    ]
    if problems:
        raise FileRefused(problems)


def _cells(rows: list[list[str]], columns: list[str | None], unwrap: Callable[[str], str]) -> Iterator[Cells]:
    for number, row in enumerate(rows[1:], start=2):
        if any(cell.strip() for cell in row):
            texts = {c: unwrap(cell) for c, cell in zip(columns, row, strict=False) if c is not None}
            cells = Cells(line=number, texts=texts)
            if len(row) > len(columns):
                cells.wrong("line", "This line has more cells than the header.")
            yield cells


def _contradictions(entries: list[Entry]) -> Iterator[CellProblem]:
    """Lines of one indicator must describe it the same way."""
    first: dict[tuple[str, str], Entry] = {}
    for entry in entries:
        before = first.setdefault((entry.facts.framework, entry.facts.number), entry)
        if before.facts != entry.facts:
            words = f"This line describes the indicator in other words than line {before.line}."
            yield CellProblem(line=entry.line, column="number", words=words)


def _store(session: Session, entries: list[Entry], unused: tuple[str, ...], by: UUID | None) -> Imported:
    held = {(one.facts.framework, one.facts.number): one for one in indicators(session)}
    ids: dict[tuple[str, str], UUID] = {}
    added = changed = 0
    for entry in entries:
        key = entry.facts.framework, entry.facts.number
        if key in ids:
            continue
        if key not in held:
            ids[key] = add_indicator(session, entry.facts, by=by)
            added += 1
            continue
        ids[key] = held[key].id
        if held[key].facts != entry.facts:
            edit_indicator(session, ids[key], entry.facts, by=by)
            changed += 1
    new = corrected = 0
    for entry in entries:
        outcome = _store_value(session, ids[entry.facts.framework, entry.facts.number], entry, by)
        new, corrected = new + (outcome == "added"), corrected + (outcome == "corrected")
        _store_standing(session, ids[entry.facts.framework, entry.facts.number], entry, by)
    return Imported(
        indicators_added=added,
        indicators_changed=changed,
        values_added=new,
        values_corrected=corrected,
        unused_columns=unused,
    )


def _store_value(session: Session, indicator_id: UUID, entry: Entry, by: UUID | None) -> str:
    if entry.value is None:
        return ""
    of_period = [
        one
        for one in values_of(session, [indicator_id]).get(indicator_id, [])
        if one.facts.period == entry.value.period
    ]
    if any(one.facts == entry.value for one in of_period):
        return ""
    standing = next((one for one in of_period if not one.replaced), None)
    if standing is None:
        record_value(session, indicator_id, entry.value, by=by)
        return "added"
    if _says_the_same(standing, entry):
        return ""
    correct_value(session, standing.id, entry.value, by=by)
    return "corrected"


def _says_the_same(standing: ValueRecord, entry: Entry) -> bool:
    """A file without the day a value was known says the same where it gives the same figure."""
    return entry.value is not None and entry.day_is_usual and standing.facts.value == entry.value.value


def _store_standing(session: Session, indicator_id: UUID, entry: Entry, by: UUID | None) -> None:
    if entry.availability is not None:
        record, held = entry.availability, availabilities_of(session, [indicator_id]).get(indicator_id, [])
        if record not in held:
            set_availability(
                session, indicator_id, record.availability, since=record.since, reason=record.reason, by=by
            )
    if entry.override is not None:
        wanted = entry.override
        held_statuses = overrides_of(session, [indicator_id]).get(indicator_id, [])
        if not any(wanted.same_as(one) for one in held_statuses):
            override_rag(
                session,
                indicator_id,
                wanted.status,
                period=wanted.period,
                because=wanted.because,
                on=wanted.set_on,
                lifted_on=wanted.lifted_on,
                by=by,
            )
