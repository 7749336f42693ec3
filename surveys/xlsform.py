"""An XLSForm workbook into a Survey: what cannot be held is said with its sheet, row and column."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from surveys.definition import ENGLISH, Condition, Kind, Question, Section, Survey, Words
from surveys.flaws import DefinitionError
from surveys.relevant import all_of
from surveys.usual_words import BESIDE_TEXT, INTRO
from surveys.workbook import Row, Sheet, open_workbook
from surveys.xlsform_choices import read_choices
from surveys.xlsform_columns import OURS, as_code, plain_of, tags_in, words_of
from surveys.xlsform_findings import Findings
from surveys.xlsform_questions import QUESTIONS, Asked, AskedReader, code_of
from surveys.xlsform_settings import FormSettings, read_settings

_KNOWN = {"type", "name", "label", "hint", "required", "relevant", "relevance", "constraint", "appearance"}
_SAID_FIRST = {"intro", "purpose", "beside_text", "section_intro"}


@dataclass(frozen=True, slots=True, kw_only=True)
class XlsForm:
    """What a workbook holds, and a note on each thing that is held in another way or not at all."""

    survey: Survey
    notes: tuple[str, ...]


@dataclass(slots=True, kw_only=True)
class _Group:
    """A section while it is read."""

    code: str
    title: Words
    row: int
    intro: Words | None = None
    relevant: Condition | None = None
    questions: list[Question] = field(default_factory=list)


def read_xlsform(content: bytes, *, name: str) -> XlsForm:
    """Read a workbook's sheets survey, choices and settings. Raises DefinitionError with every flaw found.

    Columns headed `be_supported::…` hold what XLSForm has no place for. A workbook without any gets the words that
    every survey of ours says, and a way out at each choice; the notes tell which.
    """
    sheets = open_workbook(content, name=name)
    findings = Findings(name)
    if QUESTIONS not in sheets:
        findings.wrong(QUESTIONS, 0, "", "the workbook has no such sheet.", "Name the sheet of questions so.")
        raise DefinitionError(findings.flaws)
    form = _Reader(sheets, findings, name)
    survey = form.survey()
    if findings.flaws:
        raise DefinitionError(findings.flaws)
    return XlsForm(survey=survey, notes=findings.notes)


class _Reader:
    def __init__(self, sheets: Mapping[str, Sheet], findings: Findings, source: str) -> None:
        headings = [text for sheet in sheets.values() for text in sheet.columns]
        self.is_plain = not any(text.lower().startswith(f"{OURS}::") for text in headings)
        self.sheet = sheets[QUESTIONS]
        self.findings = findings
        self.source = source
        self.settings: FormSettings = read_settings(sheets.get("settings"), findings, source=source)
        default = self.settings.default_language
        lists = read_choices(sheets.get("choices"), findings, default=default, is_plain=self.is_plain)
        self.questions = AskedReader(
            lists=lists,
            findings=findings,
            default=default,
            is_plain=self.is_plain,
            codes={plain_of(row.cells).get("name", ""): code_of(row) for row in self.sheet.rows},
        )
        self.tags = tags_in(headings)
        self.groups: list[_Group] = []
        self.open: list[_Group] = []
        self.pictures: list[str] = []
        self.said: dict[str, list[Words]] = {kind: [] for kind in _SAID_FIRST}

    def survey(self) -> Survey:
        for row in self.sheet.rows:
            self._row(row)
        for group in self.open:
            advice = "Add a row of type end_group after its last question."
            self.findings.wrong(QUESTIONS, group.row, "type", "this group has no end.", advice)
        self.findings.unknown_columns(QUESTIONS, self.sheet, _KNOWN)
        sections = [self._section(group) for group in self.groups if group.questions]
        if not sections:
            self.findings.wrong(QUESTIONS, 0, "", "no question stands in it.", "Add one.")
        settings, asked = self.settings, sum(len(section.questions) for section in sections)
        return Survey(
            slug=settings.slug,
            version=settings.version,
            title=settings.title,
            purpose=self._purpose(),
            intro=self._intro(),
            intro_pictures=tuple(self.pictures) if any(self.pictures) else (),
            beside_text=self._beside_text(),
            minutes=settings.minutes or max(1, min(60, -(-asked // 5))),
            languages=settings.languages or self._languages(),
            sections=tuple(sections),
            confirmed_by=self._confirmed_by(),
            source=self.source,
        )

    def _row(self, row: Row) -> None:
        kind = plain_of(row.cells).get("type", "").lower().replace(" ", "_")
        match kind:
            case "begin_group":
                self._begin(row)
            case "end_group":
                self._end(row)
            case _:
                asked = self.questions.read(row, kind)
                if asked is not None:
                    self._take(asked, row)

    def _begin(self, row: Row) -> None:
        cells, title = plain_of(row.cells), words_of(row.cells, "label", self.settings.default_language)
        if self.open:
            words = "a group within a group is held as part of the outer one."
            self.findings.note(QUESTIONS, row.number, "type", words)
        group = _Group(
            code=as_code(cells.get("name", "")) or f"part_{len(self.groups) + 1}",
            title=title if ENGLISH in title else self.settings.title,
            row=row.number,
            relevant=self.questions.relevant(row),
        )
        self.open.append(group)
        if len(self.open) == 1:
            self.groups.append(group)

    def _end(self, row: Row) -> None:
        if self.open:
            self.open.pop()
        else:
            advice = "Delete the row, or add the beginning."
            self.findings.wrong(QUESTIONS, row.number, "type", "no group begins before this end.", advice)

    def _take(self, asked: Asked, row: Row) -> None:
        is_first = not any(group.questions for group in self.groups)
        if asked.said in _SAID_FIRST:
            self._say(asked.said, asked.words)
            if asked.said == "intro":
                self.pictures.append(asked.question.picture)
        elif self.is_plain and is_first and asked.question.kind is Kind.INFORMATION and not self.open:
            self._say("intro", asked.words)
            self.findings.note(QUESTIONS, row.number, "type", "this note is said before the first question.")
        else:
            parts = [group.relevant for group in self.open] + [asked.question.shown_when]
            conditions = [part for part in parts if part is not None]
            shown_when = all_of(conditions) if conditions else None
            self._group().questions.append(replace(asked.question, shown_when=shown_when))

    def _say(self, what: str, words: Words) -> None:
        if what == "section_intro" and self.open:
            self.open[0].intro = words
        else:
            self.said[what].append(words)

    def _group(self) -> _Group:
        """The open section, or one of its own for questions that stand in no group."""
        if self.open:
            return self.open[0]
        if not self.groups or self.groups[-1].row:
            number = len(self.groups) + 1
            self.groups.append(_Group(code=f"part_{number}", title=self.settings.title, row=0))
        return self.groups[-1]

    def _section(self, group: _Group) -> Section:
        questions = tuple(group.questions)
        if self.is_plain:
            where = f"Asked in “{group.title[ENGLISH]}” of “{self.settings.title[ENGLISH]}”."
            silent = [one for one in questions if one.is_choice or one.is_text]
            if silent:
                self.findings.note(
                    QUESTIONS, 0, "be_supported::purpose", "write there what each question is asked for."
                )
            questions = tuple(replace(one, purpose=where if one in silent else "") for one in questions)
        return Section(
            code=group.code, title=group.title, intro=group.intro, questions=questions, line=group.row
        )

    def _purpose(self) -> Words:
        return self.said["purpose"][0] if self.said["purpose"] else self.settings.purpose

    def _intro(self) -> tuple[Words, ...]:
        said = tuple(self.said["intro"])
        if not self.is_plain:
            return said
        words = "who reads the answers and where help is are said first, in the usual words."
        self.findings.note(QUESTIONS, 0, "", words)
        return (*said, *({ENGLISH: line} for line in INTRO))

    def _beside_text(self) -> Words | None:
        if self.said["beside_text"]:
            return self.said["beside_text"][0]
        return {ENGLISH: BESIDE_TEXT} if self.is_plain else None

    def _languages(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((ENGLISH, *(tag for tag in self.tags if "-x-" not in tag))))

    def _confirmed_by(self) -> Mapping[str, str]:
        if self.settings.languages:
            return self.settings.confirmed_by
        drafts = {tag: "" for tag in self.tags if tag != ENGLISH}
        return drafts | dict(self.settings.confirmed_by)
