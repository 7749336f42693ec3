"""The rows of an XLSForm's sheet "survey" as questions."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from surveys.definition import CHOICE_KINDS, ENGLISH, Condition, Kind, Option, Question, Role, Words
from surveys.loading import USUAL_LENGTH
from surveys.relevant import NotHeld, read_relevant
from surveys.workbook import Row
from surveys.xlsform_choices import is_yes, with_opt_out, with_other
from surveys.xlsform_columns import as_code, ours_of, plain_of, words_of
from surveys.xlsform_findings import Findings

QUESTIONS = "survey"
_CHOICE = re.compile(r"(select_one|select_multiple)_(.+?)(_or_other)?")
_COUNTED = re.compile(r"count-selected\(\s*\.\s*\)\s*(<=?)\s*(\d{1,3})")
_LENGTH = re.compile(r"string-length\(\s*\.\s*\)\s*(<=?)\s*(\d{1,5})")
_OF_THE_PHONE = {
    *("start", "end", "today", "deviceid", "subscriberid", "simserial", "phonenumber", "username", "email"),
    *("audit", "start-geopoint", "background-audio", "background-geopoint"),
}
_COUNTED_ALONE = {"calculate", "hidden", "xml-external", "csv-external"}
_INSTEAD = {
    "integer": "Ask with select_one and bands, such as 11 to 12.",
    "decimal": "Ask with select_one and bands.",
    "range": "Ask with select_one and bands.",
    "date": "Ask with select_one and bands: a day of birth could tell who somebody is.",
    "rank": "Ask with select_multiple and count-selected(.) <= 3.",
    "begin_repeat": "Ask each question once.",
    "end_repeat": "Delete the row.",
}
_OTHER_ADVICE = "Ask with select_one, select_multiple or text, or delete the row."


class Asked(NamedTuple):
    """One row as a question; `said` names what a note is that is no question: intro, purpose and the like."""

    question: Question
    said: str
    words: Words


class AskedReader:
    """Reads rows as questions; what is wrong goes into the findings."""

    def __init__(
        self,
        *,
        lists: Mapping[str, tuple[Option, ...]],
        findings: Findings,
        default: str,
        is_plain: bool,
        codes: Mapping[str, str],
    ) -> None:
        self.lists = lists
        self.by_folded_name = {as_code(name): name for name in lists}
        self.findings = findings
        self.default = default
        self.is_plain = is_plain
        self.codes = codes

    def read(self, row: Row, kind: str) -> Asked | None:
        """The row as a question; None for one that is none, or that cannot be held."""
        if kind in _OF_THE_PHONE:
            self.findings.note(
                QUESTIONS, row.number, "type", f"“{kind}” is not taken: nothing of a phone is kept."
            )
            return None
        if kind in _COUNTED_ALONE:
            self.findings.note(
                QUESTIONS, row.number, "type", f"“{kind}” is left out: nothing is worked out here."
            )
            return None
        choice = _CHOICE.fullmatch(kind)
        if choice is None and kind not in ("text", "note"):
            advice = _INSTEAD.get(kind, _OTHER_ADVICE)
            wrong = f"“{kind}” is no question that can be asked here." if kind else "this row has no type."
            self.findings.wrong(QUESTIONS, row.number, "type", wrong, advice)
            return None
        return self._asked(row, kind, choice)

    def relevant(self, row: Row) -> Condition | None:
        """When the row is shown."""
        cells = plain_of(row.cells)
        column = "relevant" if "relevant" in cells else "relevance"
        if column not in cells:
            return None
        try:
            return read_relevant(cells[column], self.codes)
        except NotHeld as problem:
            advice = "Write it with selected(${question}, 'option'), “and” and “or”."
            self.findings.wrong(
                QUESTIONS, row.number, column, f"this condition cannot be held: {problem}.", advice
            )
            return None

    def _asked(self, row: Row, kind: str, choice: re.Match[str] | None) -> Asked | None:
        words, ours = words_of(row.cells, "label", self.default), ours_of(row.cells)
        code = code_of(row) or (f"note_{row.number}" if kind == "note" else "")
        if not code:
            advice = "Write one, of small letters and digits."
            self.findings.wrong(QUESTIONS, row.number, "name", "this question has no name.", advice)
        if ENGLISH not in words:
            advice = "Write what is asked under “label” or “label::English (en)”."
            self.findings.wrong(QUESTIONS, row.number, "label", "the English words are missing.", advice)
        if not code or ENGLISH not in words:
            return None
        self._note_what_is_left_out(row, code)
        said = ours.get("kind", "") if kind == "note" else ""
        own_kind = self._kind(row, kind, ours.get("kind", ""), choice)
        most, length = self._limits(row, own_kind)
        question = Question(
            code=code,
            kind=own_kind,
            text=words,
            hint=words_of(row.cells, "hint", self.default) or None,
            options=self._options(row, choice, own_kind),
            most=most,
            max_length=length,
            shown_when=self.relevant(row),
            outcome=ours.get("outcome") or None,
            coverage=is_yes(ours.get("coverage", "")),
            purpose=ours.get("purpose", ""),
            sensitive=is_yes(ours.get("sensitive", "")),
            quotable=is_yes(ours.get("quotable", "")),
            in_index=is_yes(ours.get("in_index", "")),
            role=self._role(row, ours.get("role", "")),
            no_opt_out_because=ours.get("no_opt_out_because", ""),
            picture=as_code(ours.get("picture", "")),
            scale=as_code(choice[2]) if choice and is_yes(ours.get("scale", "")) else "",
            line=row.number,
        )
        return Asked(question, said, words)

    def _note_what_is_left_out(self, row: Row, code: str) -> None:
        cells = plain_of(row.cells)
        name = cells.get("name", "")
        if name and name != code:
            self.findings.note(QUESTIONS, row.number, "name", f"“{name}” is held as “{code}”.")
        if cells.get("required", "no").lower() not in ("no", "false", "false()", "0"):
            self.findings.note(
                QUESTIONS, row.number, "required", "not held: every question here may be left blank."
            )

    def _kind(self, row: Row, kind: str, said: str, choice: re.Match[str] | None) -> Kind:
        """Our kind of the row: the one our own column names where it fits, else the nearest."""
        if choice is not None:
            several = choice[1] == "select_multiple"
            usual = Kind.MULTIPLE if several else Kind.SINGLE
            fitting = {Kind.MULTIPLE} if several else CHOICE_KINDS - {Kind.MULTIPLE}
        elif kind == "text":
            usual, fitting = Kind.LONG_TEXT, frozenset({Kind.SHORT_TEXT, Kind.LONG_TEXT})
        else:
            return Kind.INFORMATION
        if not said:
            return usual
        if said not in fitting:
            advice = f"Use one of these: {', '.join(sorted(fitting))}."
            wrong = f"the kind “{said}” does not fit the type “{kind}”."
            self.findings.wrong(QUESTIONS, row.number, "be_supported::kind", wrong, advice)
            return usual
        return Kind(said)

    def _limits(self, row: Row, kind: Kind) -> tuple[int | None, int | None]:
        """How many options and how many characters at most, by the column "constraint"."""
        text = plain_of(row.cells).get("constraint", "")
        most, length = _most(_COUNTED, text), _most(_LENGTH, text)
        fits = (most and kind is Kind.MULTIPLE) or (length and kind in USUAL_LENGTH)
        if text and not fits:
            words = f"“{text}” is not held; only count-selected(.) <= 3 and string-length(.) <= 500 are."
            self.findings.note(QUESTIONS, row.number, "constraint", words)
        usual = USUAL_LENGTH.get(kind)
        return most if kind is Kind.MULTIPLE else None, usual and (length or usual)

    def _options(self, row: Row, choice: re.Match[str] | None, kind: Kind) -> tuple[Option, ...]:
        if choice is None:
            return ()
        listed = self.by_folded_name.get(as_code(choice[2]), choice[2])
        if listed not in self.lists:
            wrong = f"there is no list “{choice[2]}” in the sheet “choices”."
            advice = f"Lists of this workbook: {', '.join(self.lists) or 'none'}."
            self.findings.wrong(QUESTIONS, row.number, "type", wrong, advice)
            return ()
        options = with_other(self.lists[listed]) if choice[3] else self.lists[listed]
        if self.is_plain:
            if all(option.meaningful for option in options):
                words = "“I'd rather not say” was added to the choices: nobody may be made to answer."
                self.findings.note(QUESTIONS, row.number, "type", words)
            options = with_opt_out(options, several=kind is Kind.MULTIPLE)
        return options

    def _role(self, row: Row, said: str) -> Role | None:
        if said and said not in {one.value for one in Role}:
            advice = f"Use one of these: {', '.join(Role)}."
            self.findings.wrong(
                QUESTIONS, row.number, "be_supported::role", f"there is no role “{said}”.", advice
            )
            return None
        return Role(said) if said else None


def code_of(row: Row) -> str:
    """The code of the question in this row; empty where it has no name."""
    code = as_code(plain_of(row.cells).get("name", ""))
    return f"q_{code}" if code[:1].isdigit() else code


def _most(pattern: re.Pattern[str], text: str) -> int | None:
    """The most that a constraint allows; None where it says something else."""
    found = pattern.fullmatch(text.strip())
    if found is None:
        return None
    return int(found[2]) - (found[1] == "<") or None
