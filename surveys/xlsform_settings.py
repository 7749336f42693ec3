"""The sheet "settings" of an XLSForm workbook: what the survey is called, its version and its languages."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath

from surveys.definition import ENGLISH, Words
from surveys.usual_words import PURPOSE
from surveys.workbook import Sheet
from surveys.xlsform_columns import heading, language_tag, ours_of, plain_of, words_of
from surveys.xlsform_findings import Findings

SETTINGS = "settings"
LARGEST_VERSION = 2_147_483_647
_KNOWN = {"form_title", "form_id", "id_string", "version", "default_language"}


@dataclass(frozen=True, slots=True, kw_only=True)
class FormSettings:
    """What the sheet says; `languages` is empty and `minutes` 0 where it does not."""

    slug: str
    title: Words
    version: int
    default_language: str
    purpose: Words
    languages: tuple[str, ...]
    confirmed_by: Mapping[str, str]
    minutes: int


def read_settings(sheet: Sheet | None, findings: Findings, *, source: str) -> FormSettings:
    """The settings, or what is usual where the sheet or a cell is missing; what is wrong goes into the findings."""
    row = sheet.rows[0] if sheet is not None and sheet.rows else None
    number, cells = (row.number, row.cells) if row is not None else (0, {})
    plain, ours = plain_of(cells), ours_of(cells)
    default = language_tag(plain.get("default_language", "")) or ENGLISH
    named = plain.get("form_id") or plain.get("id_string") or plain.get("form_title") or PurePath(source).stem
    title = words_of(cells, "form_title") or {ENGLISH: named}
    if sheet is not None:
        findings.unknown_columns(SETTINGS, sheet, _KNOWN)
    return FormSettings(
        slug=_slug(named, number, findings),
        title={ENGLISH: named} | title,
        version=_number(plain.get("version", ""), number, "version", findings),
        default_language=default,
        purpose={ENGLISH: PURPOSE},
        languages=tuple(ours.get("languages", "").split()),
        confirmed_by=_confirmed_by(cells),
        minutes=_number(ours["minutes"], number, "be_supported::minutes", findings)
        if "minutes" in ours
        else 0,
    )


def _slug(named: str, number: int, findings: Findings) -> str:
    slug = re.sub(r"[^a-z0-9_]+", "-", named.lower())
    slug = re.sub(r"[-_]*-[-_]*", "-", re.sub(r"_+", "_", slug))[:60].strip("-_")
    if not slug:
        findings.wrong(SETTINGS, number, "form_id", "the form has no name.", "Write one, such as my-survey.")
    elif slug != named:
        findings.note(SETTINGS, number, "form_id", f"the survey is known as “{slug}”.")
    return slug


def _number(text: str, number: int, column: str, findings: Findings) -> int:
    """A version or a number of minutes: its digits, so that "v2" is 2; 1 where nothing stands there."""
    digits = "".join(re.findall(r"[0-9]+", text))
    if not text:
        return 1
    if not digits or not 1 <= int(digits[:12]) <= LARGEST_VERSION:
        findings.wrong(
            SETTINGS, number, column, f"“{text}” is no number that may stand here.", "Write 1 or more."
        )
        return 1
    return int(digits[:12])


def _confirmed_by(cells: Mapping[str, str]) -> Mapping[str, str]:
    """Who confirmed each translation; "-" says nobody yet, since an empty cell says nothing."""
    heads = ((heading(text), words) for text, words in cells.items())
    return {
        head.tag: "" if words == "-" else words
        for head, words in heads
        if head.ours and head.name == "confirmed_by" and head.tag
    }
