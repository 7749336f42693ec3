"""A report as a Word file that an officer can go on editing: real styles, headings, lists and tables."""

from __future__ import annotations

from io import BytesIO
from typing import assert_never

import docx
from docx.document import Document as WordDocument
from docx.shared import Cm

from feedback_app.documents.docx_prose import add_bullets, add_prose_table, add_spans, add_table
from feedback_app.documents.docx_styles import (
    CITED,
    NOTICE,
    PRINTED,
    PRINTED_PLAIN,
    QUOTE_ABOUT,
    SENTENCE,
    prepare_styles,
)
from feedback_app.documents.docx_xml import add_field, add_link, set_language, xml_text
from feedback_app.documents.html import title_of
from feedback_app.domain.meetings.document import (
    Block,
    Chart,
    FrontRow,
    Heading,
    Notice,
    PrintedItem,
    PrintedList,
    Quote,
    ReportDocument,
    Table,
)
from feedback_app.domain.meetings.prose import Bullets, Paragraph, ProseTable


def write(document: ReportDocument) -> bytes:
    """The report as a .docx file; charts as their tables."""
    word = docx.Document()
    prepare_styles(word)
    set_language(word, document.language)
    _describe(word, document)
    _page(word, document)
    word.add_paragraph(xml_text(document.title), style="Title")
    if document.is_draft:
        word.add_paragraph("Draft, not published", style=NOTICE)
    for row in document.front:
        _front_row(word, row)
    for block in document.blocks:
        _block(word, block)
    out = BytesIO()
    word.save(out)
    return out.getvalue()


def _describe(word: WordDocument, document: ReportDocument) -> None:
    properties = word.core_properties
    properties.title = xml_text(title_of(document))[:255]
    properties.subject = f"Report of {document.report_date.isoformat()}"
    properties.author = ""
    properties.comments = ""
    properties.keywords = ""


def _page(word: WordDocument, document: ReportDocument) -> None:
    section = word.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    section.top_margin = section.bottom_margin = Cm(2)
    footer = section.footer.paragraphs[0]
    footer.add_run(f"{xml_text(document.title)}    Page ")
    add_field(footer, "PAGE")
    footer.add_run(" of ")
    add_field(footer, "NUMPAGES")


def _front_row(word: WordDocument, row: FrontRow) -> None:
    paragraph = word.add_paragraph()
    paragraph.add_run(f"{xml_text(row.printed_label)} ").bold = True
    if row.address:
        add_link(paragraph, row.value, row.address)
    else:
        paragraph.add_run(xml_text(row.value))


def _block(word: WordDocument, block: Block) -> None:  # noqa: C901  # one line for each kind of block
    match block:
        case Heading():
            word.add_heading(xml_text(f"{block.number} {block.text}".strip()), level=block.level - 1)
        case Paragraph():
            _paragraph(word, block)
        case Bullets():
            add_bullets(word, block.items)
        case PrintedList():
            for item in block.items:
                _printed(word, item)
        case Table():
            add_table(word, block)
        case ProseTable():
            add_prose_table(word, block)
        case Chart():
            word.add_paragraph(xml_text(block.sentence), style=SENTENCE)
            add_table(word, block.table)
        case Quote():
            word.add_paragraph(xml_text(f"“{block.text}”"), style="Quote")
            if block.about:
                word.add_paragraph(xml_text(block.about), style=QUOTE_ABOUT)
        case Notice():
            word.add_paragraph(xml_text(block.text), style=NOTICE)
        case _ as never:
            assert_never(never)


def _paragraph(word: WordDocument, block: Paragraph) -> None:
    paragraph = word.add_paragraph(style=CITED if block.number else "Normal")
    if block.number:
        paragraph.add_run(f"{block.number}\t")
    add_spans(paragraph, block.spans)


def _printed(word: WordDocument, item: PrintedItem) -> None:
    paragraph = word.add_paragraph(style=PRINTED if item.number else PRINTED_PLAIN)
    if item.number:
        paragraph.add_run(f"{xml_text(item.number)}\t")
    add_spans(paragraph, item.spans)
