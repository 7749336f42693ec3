"""The sheet "choices" of an XLSForm workbook as lists of options."""

from collections.abc import Mapping
from dataclasses import replace

from surveys.definition import ENGLISH, Face, Option
from surveys.usual_words import RATHER_NOT_SAY, SOMETHING_ELSE, opts_out
from surveys.workbook import Row, Sheet
from surveys.xlsform_columns import as_code, ours_of, plain_of, words_of
from surveys.xlsform_findings import Findings

LISTS = "choices"
OTHER = "other"
_YES = {"yes", "true", "1"}
_KNOWN = {"list_name", "list", "name", "value", "label"}


def read_choices(
    sheet: Sheet | None, findings: Findings, *, default: str, is_plain: bool
) -> Mapping[str, tuple[Option, ...]]:
    """The options by list, in their order; what is wrong goes into the findings."""
    lists: dict[str, list[Option]] = {}
    for row in sheet.rows if sheet is not None else ():
        cells = plain_of(row.cells)
        named = cells.get("list_name") or cells.get("list") or ""
        option = _option(row, cells, findings, default=default, is_plain=is_plain)
        if not named:
            findings.wrong(
                LISTS, row.number, "list_name", "no list is named.", "Write the list it belongs to."
            )
        elif option is not None:
            _add(lists.setdefault(named, []), option, row, findings)
    if sheet is not None:
        findings.unknown_columns(LISTS, sheet, _KNOWN)
    return {name: tuple(options) for name, options in lists.items()}


def _add(options: list[Option], option: Option, row: Row, findings: Findings) -> None:
    if any(option.code == held.code for held in options):
        wrong = f"“{option.code}” stands twice in this list."
        findings.wrong(LISTS, row.number, "name", wrong, "Give one of the two another name.")
    else:
        options.append(option)


def _option(
    row: Row, cells: Mapping[str, str], findings: Findings, *, default: str, is_plain: bool
) -> Option | None:
    name = cells.get("name") or cells.get("value") or ""
    code, words, ours = as_code(name), words_of(row.cells, "label", default), ours_of(row.cells)
    if not code:
        findings.wrong(
            LISTS, row.number, "name", "this choice has no name.", "Write one, of small letters and digits."
        )
    if ENGLISH not in words:
        findings.wrong(LISTS, row.number, "label", "the English words are missing.", "Write what it says.")
    if not code or ENGLISH not in words:
        return None
    if code != name:
        findings.note(LISTS, row.number, "name", f"“{name}” is held as “{code}”.")
    face = ours.get("face", "")
    if face and face not in {one.value for one in Face}:
        faces = ", ".join(Face)
        findings.wrong(
            LISTS, row.number, "face", f"there is no face “{face}”.", f"Use one of these: {faces}."
        )
        face = ""
    return Option(
        code=code,
        text=words,
        exclusive=is_yes(ours.get("exclusive", "")),
        text_box=is_yes(ours.get("text_box", "")),
        meaningful=not opts_out(words[ENGLISH]) if is_plain else is_yes(ours.get("meaningful", "yes")),
        positive=is_yes(ours.get("positive", "")),
        face=Face(face) if face else None,
        picture=as_code(ours.get("picture", "")),
    )


def is_yes(cell: str) -> bool:
    """Whether a cell says yes; an empty one does not."""
    return cell.strip().lower() in _YES


def with_other(options: tuple[Option, ...]) -> tuple[Option, ...]:
    """The options of a list whose question says `or_other`: one more, with a box to write in."""
    if any(option.code == OTHER for option in options):
        return tuple(replace(option, text_box=option.code == OTHER or option.text_box) for option in options)
    return (*options, Option(code=OTHER, text={ENGLISH: SOMETHING_ELSE}, text_box=True))


def with_opt_out(options: tuple[Option, ...], *, several: bool) -> tuple[Option, ...]:
    """The options of a plain workbook with a way out among them, which stands alone where several can be chosen."""
    if all(option.meaningful for option in options):
        taken = {option.code for option in options}
        code = "rather_not_say" if "rather_not_say" not in taken else "rather_not_say_2"
        options = (*options, Option(code=code, text={ENGLISH: RATHER_NOT_SAY}, meaningful=False))
    return tuple(
        replace(option, exclusive=several and (option.exclusive or not option.meaningful))
        for option in options
    )
