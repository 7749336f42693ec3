"""A definition file of either kind, YAML or XLSForm, as a Survey and the YAML text that is kept of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from surveys.checking import check
from surveys.definition import Survey
from surveys.flaws import DefinitionError, Flaw, FlawCode
from surveys.loading import load
from surveys.workbook import LARGEST_FILE, is_workbook
from surveys.xlsform import read_xlsform
from surveys.xlsform_questions import QUESTIONS
from surveys.yaml_writing import to_yaml

IN_A_WORKBOOK = (
    "In a workbook, what is called “outcome:” here is the column “be_supported::outcome”, and so on."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DefinitionFile:
    """What a file holds; `notes` say what of a workbook is held in another way or not at all.

    `rows` gives the row of each question in a workbook, and is empty for YAML.
    """

    survey: Survey
    text: str
    notes: tuple[str, ...] = ()
    rows: Mapping[str, int] | None = None

    def flaws(self) -> tuple[Flaw, ...]:
        """What is unwise in it, placed where it stands in the file."""
        flaws = check(self.survey)
        return flaws if self.rows is None else _placed(flaws, self.rows)


def read_definition_file(path: Path) -> DefinitionFile:
    """Read a file. Raises DefinitionError, or OSError when it cannot be opened."""
    with path.open("rb") as file:
        return read_definition(file.read(LARGEST_FILE + 1), name=path.name)


def read_definition(content: bytes, *, name: str) -> DefinitionFile:
    """Read a file's bytes, YAML or an XLSForm workbook by what they begin with. Raises DefinitionError."""
    if is_workbook(content, name):
        return _workbook(content, name)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        wrong, advice = "this is not a plain text file.", "Save it again as text in UTF-8."
        flaw = Flaw(code=FlawCode.NOT_YAML, wrong=wrong, advice=advice, source=name)
        raise DefinitionError([flaw]) from error
    return DefinitionFile(survey=load(text, name=name), text=text)


def _workbook(content: bytes, name: str) -> DefinitionFile:
    form = read_xlsform(content, name=name)
    rows = {question.code: question.line for question in form.survey.questions}
    text = to_yaml(form.survey)
    try:
        survey = load(text, name=name)
    except DefinitionError as error:
        raise DefinitionError(_placed(error.problems, rows)) from error
    return DefinitionFile(survey=survey, text=text, notes=form.notes, rows=rows)


def _placed(flaws: Iterable[Flaw], rows: Mapping[str, int]) -> tuple[Flaw, ...]:
    """Flaws at the rows of their questions; those of no question keep only their words."""
    placed = (
        replace(flaw, line=rows.get(flaw.question or "", 0), sheet=QUESTIONS if flaw.question in rows else "")
        for flaw in flaws
    )
    return tuple(sorted(placed, key=lambda flaw: flaw.line))
