"""Posters with a QR code as a tagged PDF, a page each; the code is drawn as shapes and nothing is fetched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import segno
from flask import current_app
from markupsafe import Markup

from feedback_app.documents import pdf
from feedback_app.platform.brand import branded

SHEET = Path(__file__).resolve().parent.parent / "static" / "css" / "printed" / "poster.css"
#: Modules of white around the code, as the standard asks.
QUIET_ZONE = 4


class Size(StrEnum):
    """The size of paper."""

    A4 = "A4"
    A3 = "A3"


@dataclass(frozen=True, slots=True, kw_only=True)
class PosterWords:
    """What a poster says in one language; `lines` are the honest ones, `until` is "" without an end."""

    headline: str
    purpose: str
    lines: tuple[str, ...]
    scan: str
    no_camera: str
    until: str
    help_title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Poster:
    """One page: its words, and the English ones beside them where they are another language's.

    `address` is what the code holds, `typed_address` what is typed without a camera. `helps` are names and how to
    reach them, out of the register of contacts. `alt` says of the code what it is.
    """

    language: str
    direction: str
    words: PosterWords
    english: PosterWords | None
    address: str
    typed_host: str
    typed_path: str
    helps: tuple[tuple[str, str], ...]
    venue_line: str
    alt: str


def write(posters: Sequence[Poster], *, title: str, size: Size) -> bytes:
    """The posters as PDF/UA-1, one a page. Raises feedback_app.documents.pdf.PdfUnavailable."""
    template = current_app.jinja_env.get_template("documents/poster.html")
    html = template.render(posters=posters, title=title, size=size.value, code=code)
    return pdf.draw(branded(html), branded(SHEET.read_text(encoding="utf-8")))


def code(address: str, alt: str) -> Markup:
    """The QR code of an address as an SVG with its quiet zone: a quarter of it may be dirty (level Q)."""
    drawn = segno.make(address, error="q", micro=False).svg_inline(
        border=QUIET_ZONE, omitsize=True, title=alt, svgclass=None, lineclass=None
    )
    return Markup(drawn)  # noqa: S704  # shapes; segno escapes the title
