"""The styles of the Word file: named, so that an officer can change them for the whole paper at once."""

from __future__ import annotations

from typing import Any

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from feedback_app.platform.brand import brand_colour

INK = RGBColor(0x1E, 0x23, 0x30)
CITED = "Numbered Paragraph"
PRINTED = "Printed List"
PRINTED_PLAIN = "Printed List Without Number"
SENTENCE = "Chart Sentence"
NOTICE = "Notice"
QUOTE_ABOUT = "Quote About"
FONT = "Arial"


def prepare_styles(document: WordDocument) -> None:
    """Sans serif, 11 point, left aligned; headings in ink; styles of our own for what Word has none."""
    own = RGBColor.from_string(brand_colour()[1:].upper())
    normal: Any = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(11)
    normal.paragraph_format.space_after = Pt(6)
    for name, size, colour in (
        ("Title", 20, INK),
        ("Heading 1", 15, INK),
        ("Heading 2", 12.5, own),
        ("Heading 3", 11, INK),
        ("Heading 4", 11, own),
    ):
        _heading(document, name, size, colour)
    _hanging(document, CITED, Cm(1.2))
    _hanging(document, PRINTED, Cm(0.9))
    plain = _added(document, PRINTED_PLAIN)
    plain.paragraph_format.left_indent = Cm(0.9)
    for name, bold in ((SENTENCE, True), (NOTICE, True), (QUOTE_ABOUT, False)):
        _added(document, name).font.bold = bold
    _added(document, QUOTE_ABOUT).paragraph_format.left_indent = Cm(1)
    quote: Any = document.styles["Quote"]
    quote.font.italic, quote.font.size, quote.font.color.rgb = False, Pt(12), INK
    quote.paragraph_format.left_indent, quote.paragraph_format.space_after = Cm(1), Pt(2)
    quote.paragraph_format.keep_with_next = True


def _heading(document: WordDocument, name: str, size: float, colour: RGBColor) -> None:
    style: Any = document.styles[name]
    style.font.name, style.font.size, style.font.bold, style.font.color.rgb = FONT, Pt(size), True, colour
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{kind}"), None)
    style.paragraph_format.keep_with_next = True


def _hanging(document: WordDocument, name: str, indent: Cm) -> None:
    style = _added(document, name)
    style.paragraph_format.left_indent, style.paragraph_format.first_line_indent = indent, -indent
    style.paragraph_format.tab_stops.add_tab_stop(indent)


def _added(document: WordDocument, name: str) -> Any:
    if name in document.styles:
        return document.styles[name]
    style: Any = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    return style
