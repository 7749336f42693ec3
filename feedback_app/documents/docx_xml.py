"""What python-docx does not set by itself: header rows, table captions, links, page numbers, language."""

from __future__ import annotations

import re
from typing import Any

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph as WordParagraph

from feedback_app.platform.brand import brand_colour

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    """A text without the characters that no Word file may hold (SAFETY R-17)."""
    return _NOT_XML.sub("", text)


def mark_header(table: WordTable, *, caption: str, description: str) -> None:
    """Repeat the first row on each page, say that it and the first column head the table, and describe the table."""
    first = table.rows[0]._tr.get_or_add_trPr()
    first.append(OxmlElement("w:tblHeader"))
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    properties = table._tbl.tblPr
    look = properties.find(qn("w:tblLook"))
    if look is None:
        look = OxmlElement("w:tblLook")
        properties.append(look)
    for name, value in (
        ("val", "06A0"),
        ("firstRow", "1"),
        ("lastRow", "0"),
        ("firstColumn", "1"),
        ("lastColumn", "0"),
        ("noHBand", "1"),
        ("noVBand", "1"),
    ):
        look.set(qn(f"w:{name}"), value)
    for tag, text in (("w:tblCaption", caption), ("w:tblDescription", description)):
        element = OxmlElement(tag)
        element.set(qn("w:val"), xml_text(text))
        properties.append(element)


def add_link(paragraph: WordParagraph, text: str, address: str) -> None:
    """Add words that lead to an address."""
    relation = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), relation)
    run = OxmlElement("w:r")
    properties = OxmlElement("w:rPr")
    colour = OxmlElement("w:color")
    colour.set(qn("w:val"), brand_colour().lstrip("#").upper())
    line = OxmlElement("w:u")
    line.set(qn("w:val"), "single")
    properties.extend([colour, line])
    words = OxmlElement("w:t")
    words.text = xml_text(text)
    words.set(qn("xml:space"), "preserve")
    run.extend([properties, words])
    link.append(run)
    paragraph._p.append(link)


def add_field(paragraph: WordParagraph, code: str) -> None:
    """Add a field that Word works out, such as PAGE or NUMPAGES."""
    for kind, text in (("begin", ""), ("instrText", code), ("separate", ""), ("text", "1"), ("end", "")):
        run = paragraph.add_run()._r
        if kind == "instrText":
            element = OxmlElement("w:instrText")
            element.set(qn("xml:space"), "preserve")
            element.text = text
        elif kind == "text":
            element = OxmlElement("w:t")
            element.text = text
        else:
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
        run.append(element)


def set_language(document: WordDocument, language: str) -> None:
    """Say which language the words are in, for spelling and for readers aloud."""
    properties = document.styles["Normal"].element.get_or_add_rPr()
    element: Any = properties.find(qn("w:lang"))
    if element is None:
        element = OxmlElement("w:lang")
        properties.append(element)
    element.set(qn("w:val"), language)
    document.core_properties.language = language
