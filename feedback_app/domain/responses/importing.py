"""Takes in responses from paper or another tool: a table of what was answered, judged as every answer is.

All or nothing: one wrong cell and nothing is stored. The same file again adds nothing.
"""

import csv
import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import islice
from typing import IO
from uuid import UUID

from sqlalchemy.orm import Session

from feedback_app.domain.audit.record import record
from feedback_app.domain.responses.exporting import ABOUT_THE_RESPONSE, DAY, LANGUAGE, RESPONSE, rows_by_id
from feedback_app.domain.responses.import_words import in_words
from feedback_app.domain.responses.models import ResponseSource
from feedback_app.domain.responses.submit import Submission, submit
from feedback_app.domain.responses.withdrawn import withdrawn_among
from feedback_app.domain.waves.queries import survey_of
from feedback_app.domain.waves.standing import WaveRecord
from feedback_app.platform import clock
from feedback_app.platform.problems import Invalid
from feedback_app.platform.spreadsheets import plain
from surveys import (
    HELPING_FIELDS,
    AnswerProblems,
    Answers,
    HelperRole,
    HelpGiven,
    Survey,
    columns,
    flatten,
    read_answers,
    unflatten,
)

_AT_ONCE = 400
_LONGEST_CELL = 200_000
#: Filled in by what exports, and told by nothing else: never judged.
_NOT_READ = frozenset((*ABOUT_THE_RESPONSE, *HELPING_FIELDS))
#: What the two columns about help may hold.
_HELPING = dict(zip(HELPING_FIELDS, (HelpGiven, HelperRole), strict=True))


class ImportRefused(Invalid):
    """The file cannot be taken as it is; `lines` says what to mend, row by row, and nothing was stored."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = tuple(lines)
        super().__init__("\n".join(lines))


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What came of it: rows taken in, rows that were here already, and rows without anything in them."""

    new: int
    known: int
    empty: int


@dataclass(slots=True, kw_only=True)
class _Reader:
    """Judges rows and keeps what is wrong with them. Rows count from 1, the heading being the first."""

    survey: Survey
    wave_id: UUID
    today: date
    wrong: list[str] = field(default_factory=list)
    alike: Counter[str] = field(default_factory=Counter)

    def submission(self, number: int, row: Mapping[str, str]) -> Submission | None:
        """The row as a submission, or None where it is wrong."""
        known = set(columns(self.survey))
        for name in row.keys() - known - _NOT_READ:
            self._complain(
                number, name, "this wave's survey has no such question. Delete the column, or its cells."
            )
        day, language = self._day(number, row.get(DAY, "")), self._language(number, row.get(LANGUAGE, ""))
        answers = self._answers(number, row)
        if answers is None or day is None:
            return None
        return Submission(
            wave_id=self.wave_id,
            submission_id=self._submission_id(row, answers),
            language=language,
            day=day,
            answers=replace(answers, wants_receipt=False),
            source=ResponseSource.IMPORT,
        )

    def _answers(self, number: int, row: Mapping[str, str]) -> Answers | None:
        try:
            return read_answers(self.survey, {**unflatten(self.survey, row), **self._helping(number, row)})
        except AnswerProblems as found:
            for code, problem in found.problems.items():
                column = str(problem.parameters.get("field", code))
                self._complain(number, column, in_words(problem, self.survey.question(code)))
            return None

    def _helping(self, number: int, row: Mapping[str, str]) -> dict[str, list[str]]:
        said = {name: row[name].strip() for name in HELPING_FIELDS if row.get(name)}
        for name, value in said.items():
            offered = [member.value for member in _HELPING[name]]
            if value not in offered:
                self._complain(number, name, f"this is not offered. Use one of: {', '.join(offered)}.")
        return {name: [value] for name, value in said.items()}

    def _day(self, number: int, cell: str) -> date | None:
        try:
            day = _read_day(cell) if cell else self.today
        except ValueError:
            self._complain(
                number, DAY, "this is not a day. Write it as 2026-05-31, or leave it empty for today."
            )
            return None
        if day > self.today:
            self._complain(number, DAY, "this day has not come yet.")
            return None
        return day

    def _language(self, number: int, cell: str) -> str:
        if cell and cell not in self.survey.languages:
            offered = ", ".join(self.survey.languages)
            self._complain(number, LANGUAGE, f"the survey is not in this language. Use one of: {offered}.")
        return cell or "en"

    def _submission_id(self, row: Mapping[str, str], answers: Answers) -> UUID:
        """An id made of what the row says, and of how many rows like it came before, so that a retry is harmless."""
        about = [row.get(name, "") for name in (RESPONSE, DAY, LANGUAGE)]
        about += [row[name] for name in HELPING_FIELDS if row.get(name)]
        key = json.dumps([str(self.wave_id), *about, flatten(self.survey, answers)], sort_keys=True)
        self.alike[key] += 1
        return UUID(bytes=hashlib.sha256(f"{self.alike[key]} {key}".encode()).digest()[:16])

    def _complain(self, number: int, column: str, words: str) -> None:
        self.wrong.append(f"Row {number}, column {column}: {words}")


def import_responses(session: Session, wave: WaveRecord, file: IO[str], *, by: UUID | None) -> Imported:
    """Store every row of a CSV file in this wave, its words unread like any other; all or nothing.

    Takes what an export writes: rows that are here already, as they are, are left alone. Raises ImportRefused.
    """
    reader = _Reader(survey=survey_of(wave), wave_id=wave.id, today=clock.today())
    new = known = empty = 0
    rows = _read_rows(file, reader.survey)
    while some := list(islice(rows, _AT_ONCE)):
        stored = _stored_as_they_are(session, [row for _, row in some])
        for number, row in some:
            if not row:
                empty += 1
            elif row.get(RESPONSE) in stored or not _is_new(session, reader.submission(number, row), reader):
                known += 1
            else:
                new += 1
    if reader.wrong:
        raise ImportRefused(reader.wrong)
    if new:
        record(session, "imported-responses", by=by, subject="wave", subject_id=wave.id)
    return Imported(new=new, known=known, empty=empty)


def _read_day(cell: str) -> date:
    """A day as an export writes it, or as a British spreadsheet makes of that: 31/05/2026."""
    if "/" in cell:
        day, month, year = cell.split("/")
        return date(int(year), int(month), int(day))
    return date.fromisoformat(cell)


def _is_new(session: Session, submission: Submission | None, reader: _Reader) -> bool:
    """Store it; False where it was stored before, or is not stored because something in the file is wrong."""
    if submission is None or reader.wrong:
        return False
    return submit(session, submission).is_first


def _read_rows(file: IO[str], survey: Survey) -> Iterator[tuple[int, dict[str, str]]]:
    """Each row's number and its cells that hold something, with the apostrophes that an export put there gone."""
    csv.field_size_limit(_LONGEST_CELL)
    try:
        lines = csv.reader(file, strict=True)
        header = [name.strip() for name in next(lines, [])]
        _refuse_header(header, survey)
        for number, cells in enumerate(lines, start=2):
            if len(cells) > len(header):
                raise ImportRefused([f"Row {number}: it has more cells than the heading has columns."])
            row = {name: plain(cell) for name, cell in zip(header, cells, strict=False)}
            yield number, {name: cell for name, cell in row.items() if name and cell.strip()}
    except UnicodeDecodeError:
        raise ImportRefused(
            ["This is not a text file in UTF-8. Save it as “CSV UTF-8” and try again."]
        ) from None
    except csv.Error as error:
        raise ImportRefused([f"This cannot be read as CSV: {error}."]) from None


def _refuse_header(header: Sequence[str], survey: Survey) -> None:
    twice = sorted(name for name, count in Counter(header).items() if name and count > 1)
    if twice:
        raise ImportRefused([f"Row 1: the column {name} stands there twice. Keep one." for name in twice])
    if set(header).isdisjoint(columns(survey)):
        example = ", ".join(columns(survey)[:3])
        raise ImportRefused(
            [
                f"Row 1: no column bears the code of a question, such as {example}. Write the codes into the first row."
            ]
        )


def _stored_as_they_are(session: Session, rows: Sequence[Mapping[str, str]]) -> set[str]:
    """The ids of those rows whose response is here with the very same answers, or was taken back since."""
    asked = {}
    for row in rows:
        try:
            asked[UUID(row[RESPONSE])] = row
        except (KeyError, ValueError):
            continue
    if not asked:
        return set()
    here = rows_by_id(session, list(asked), {})
    gone = {asked[one][RESPONSE] for one in withdrawn_among(session, list(asked))}
    return gone | {
        asked[one][RESPONSE] for one, row in here.items() if _answers_in(row) == _answers_in(asked[one])
    }


def _answers_in(row: Mapping[str, str]) -> dict[str, str]:
    return {name: cell for name, cell in row.items() if name not in _NOT_READ and cell.strip()}
