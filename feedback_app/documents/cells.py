"""Texts as cells of a spreadsheet: a formula stays words, and no word is lost (SAFETY R-16)."""

from __future__ import annotations

import unicodedata

_DANGEROUS = frozenset("=+-@\t\r\n\x00")


def neutral(text: str) -> str:
    """A text that no spreadsheet takes for a formula: an apostrophe before what would begin one."""
    return f"'{text}" if _begins_formula(text) else text


def original(cell: str) -> str:
    """The text that `neutral` made a cell of."""
    return cell[1:] if cell.startswith("'") and _begins_formula(cell[1:]) else cell


def _begins_formula(text: str) -> bool:
    """Full-width twins count, and so does what a spreadsheet would find after leading spaces."""
    if not text:
        return False
    first = text.lstrip(" \u00a0\u3000")[:1] or text[:1]
    return text[0] in _DANGEROUS or unicodedata.normalize("NFKC", first)[:1] in _DANGEROUS
