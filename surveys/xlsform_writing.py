"""A Survey as an XLSForm workbook; what XLSForm has no place for rides in columns headed `be_supported::…`."""

import io
from collections.abc import Iterable, Iterator, Mapping

import xlsxwriter

from surveys.definition import ENGLISH, TEXT_KINDS, Kind, Option, Question, Section, Survey, Words
from surveys.relevant import write_relevant
from surveys.translations import keyed_words
from surveys.xlsform_columns import BETWEEN, OURS, language_words

_WIDE, _NARROW = 48, 20
_TYPES = {
    Kind.SINGLE: "select_one",
    Kind.AGREE: "select_one",
    Kind.FACES: "select_one",
    Kind.MULTIPLE: "select_multiple",
    Kind.SHORT_TEXT: "text",
    Kind.LONG_TEXT: "text",
    Kind.INFORMATION: "note",
}
_SURVEY = ("type", "name", "label", "hint", "required", "relevant", "constraint", "appearance")
_OUR_SURVEY = (
    *("kind", "scale", "outcome", "purpose", "coverage", "sensitive", "quotable", "in_index", "role"),
    "no_opt_out_because",
    "picture",
)
_CHOICES = ("list_name", "name", "label")
_OUR_CHOICES = ("exclusive", "text_box", "meaningful", "positive", "face", "picture")
_IN_LANGUAGES = {"label", "hint", "form_title"}


def write_xlsform(survey: Survey) -> bytes:
    """The workbook's bytes; `read_xlsform` makes the same Survey of them, conditions in their simplest form."""
    held = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    tags = _tags(survey)
    with xlsxwriter.Workbook(held, options) as book:
        bold = book.add_format({"bold": True, "text_wrap": True})
        sheets = (
            ("survey", _headings(_SURVEY, _OUR_SURVEY, tags), _rows(survey)),
            ("choices", _headings(_CHOICES, _OUR_CHOICES, tags), _choices(survey)),
            ("settings", _settings_headings(tags, survey), iter([_settings(survey)])),
        )
        for name, headings, rows in sheets:
            sheet = book.add_worksheet(name)
            sheet.freeze_panes(1, 0)
            for column, heading in enumerate(headings):
                sheet.write_string(0, column, heading, bold)
                wide = heading.startswith(tuple(_IN_LANGUAGES)) or heading == "relevant"
                sheet.set_column(column, column, _WIDE if wide else _NARROW)
            for number, row in enumerate(rows, start=1):
                for column, heading in enumerate(headings):
                    if row.get(heading):
                        sheet.write_string(number, column, row[heading])
    return held.getvalue()


def _tags(survey: Survey) -> tuple[str, ...]:
    said = (tag for words in keyed_words(survey).values() for tag in words)
    return tuple(dict.fromkeys((ENGLISH, *survey.languages, *survey.confirmed_by, *said)))


def _headings(names: Iterable[str], ours: Iterable[str], tags: Iterable[str]) -> list[str]:
    found: list[str] = []
    for name in names:
        found += (
            [f"{name}{BETWEEN}{language_words(tag)}" for tag in tags] if name in _IN_LANGUAGES else [name]
        )
    return found + [f"{OURS}{BETWEEN}{name}" for name in ours]


def _settings_headings(tags: tuple[str, ...], survey: Survey) -> list[str]:
    names = ("form_title", "form_id", "version", "default_language")
    confirmed = [f"{OURS}{BETWEEN}confirmed_by{BETWEEN}{language_words(tag)}" for tag in survey.confirmed_by]
    return ["form_title", *_headings(names, ("minutes", "languages"), tags), *confirmed]


def _settings(survey: Survey) -> dict[str, str]:
    """The one row of the sheet; other programs read the title without a language."""
    return {
        "form_title": survey.title[ENGLISH],
        **_said("form_title", survey.title),
        "form_id": survey.slug,
        "version": str(survey.version),
        "default_language": language_words(ENGLISH),
        **_ours({"minutes": str(survey.minutes), "languages": " ".join(survey.languages)}),
        **{
            f"{OURS}{BETWEEN}confirmed_by{BETWEEN}{language_words(tag)}": who or "-"
            for tag, who in survey.confirmed_by.items()
        },
    }


def _rows(survey: Survey) -> Iterator[dict[str, str]]:
    yield from _notes("purpose", [survey.purpose], "")
    pictures = (*survey.intro_pictures, *("" for _ in survey.intro))
    for row, picture in zip(_notes("intro", survey.intro, ""), pictures, strict=False):
        yield row | _ours({"picture": picture})
    if survey.beside_text is not None:
        yield from _notes("beside_text", [survey.beside_text], "")
    for section in survey.sections:
        yield from _section(section, survey)


def _notes(what: str, texts: Iterable[Words], of: str) -> Iterator[dict[str, str]]:
    for number, words in enumerate(texts, start=1):
        name = f"{what}{of}_{number}"
        yield {"type": "note", "name": name, **_said("label", words), **_ours({"kind": what})}


def _section(section: Section, survey: Survey) -> Iterator[dict[str, str]]:
    yield {"type": "begin_group", "name": section.code, **_said("label", section.title)}
    if section.intro is not None:
        yield from _notes("section_intro", [section.intro], f"_{section.code}")
    for question in section.questions:
        yield _question(question, survey)
    yield {"type": "end_group", "name": section.code}


def _question(question: Question, survey: Survey) -> dict[str, str]:
    kind = _TYPES[question.kind]
    row = {
        "type": f"{kind} {_list(question, survey)}" if question.is_choice else kind,
        "name": question.code,
        **_said("label", question.text),
        **_said("hint", question.hint or {}),
        "required": "" if question.kind is Kind.INFORMATION else "no",
        "relevant": "" if question.shown_when is None else write_relevant(question.shown_when),
        "constraint": _constraint(question),
        "appearance": "multiline" if question.kind is Kind.LONG_TEXT else "",
    }
    ours = {
        "kind": question.kind.value,
        "outcome": question.outcome or "",
        "purpose": question.purpose,
        "role": question.role.value if question.role else "",
        "no_opt_out_because": question.no_opt_out_because,
        "picture": question.picture,
        **{
            name: _yes(bool(getattr(question, name)))
            for name in ("scale", "coverage", "sensitive", "quotable", "in_index")
        },
    }
    return row | _ours(ours)


def _constraint(question: Question) -> str:
    if question.kind is Kind.MULTIPLE and question.most is not None:
        return f"count-selected(.) <= {question.most}"
    if question.kind in TEXT_KINDS and question.max_length is not None:
        return f"string-length(.) <= {question.max_length}"
    return ""


def _list(question: Question, survey: Survey) -> str:
    """The name of the question's list: that of its scale, else its own code."""
    scales = {one.scale for one in survey.questions if one.scale}
    own = f"{question.code}_options" if question.code in scales else question.code
    return question.scale or own


def _choices(survey: Survey) -> Iterator[dict[str, str]]:
    written: set[str] = set()
    for question in survey.questions:
        name = _list(question, survey)
        if question.options and name not in written:
            yield from (_option(name, option) for option in question.options)
        written.add(name)


def _option(name: str, option: Option) -> dict[str, str]:
    ours = {
        "exclusive": _yes(option.exclusive),
        "text_box": _yes(option.text_box),
        "meaningful": "" if option.meaningful else "no",
        "positive": _yes(option.positive),
        "face": option.face.value if option.face else "",
        "picture": option.picture,
    }
    return {"list_name": name, "name": option.code, **_said("label", option.text), **_ours(ours)}


def _said(name: str, words: Words) -> dict[str, str]:
    return {f"{name}{BETWEEN}{language_words(tag)}": text for tag, text in words.items()}


def _ours(values: Mapping[str, str]) -> dict[str, str]:
    return {f"{OURS}{BETWEEN}{name}": value for name, value in values.items()}


def _yes(holds: bool) -> str:
    return "yes" if holds else ""
