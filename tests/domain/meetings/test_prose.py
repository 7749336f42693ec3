"""Prose is restricted Markdown: every word is kept, and nothing but paragraphs, bullets, links and tables comes of it."""

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedback_app.domain.meetings.document import ReportDocument, freeze, thaw
from feedback_app.domain.meetings.prose import (
    Bullet,
    Bullets,
    Line,
    Paragraph,
    ProseTable,
    Span,
    clean,
    line,
    read_prose,
)

LINES = st.lists(
    st.one_of(
        st.text(max_size=30),
        st.sampled_from(
            ["", "- a bullet", "  - under it", "    more of it", "| a | b |", "|---|---|", "[w](https://x.y)"]
        ),
    ),
    max_size=12,
)


def words_of(block: Paragraph | Bullets | ProseTable) -> str:
    """Every word of a block."""
    match block:
        case Paragraph():
            return _line(block.spans)
        case Bullets():
            return " ".join(_bullet(item) for item in block.items)
        case ProseTable():
            return " ".join(_line(cell) for row in (block.headings, *block.rows) for cell in row)


def _bullet(item: Bullet) -> str:
    return " ".join([*(_line(one) for one in item.paragraphs), *(_bullet(one) for one in item.bullets)])


def _line(spans: Line) -> str:
    return "".join(span.text for span in spans)


@settings(deadline=None)
@given(LINES)
def test_any_text_is_read_and_no_word_is_lost(lines: list[str]) -> None:
    text = "\n".join(lines)

    read = " ".join(words_of(block) for block in read_prose(text))

    plain = re.sub(r"\[([^\[\]]+)\]\(https?://[^)]*\)", r"\1", clean(text))
    assert set(re.findall(r"[a-zA-Z0-9]+", plain)) <= set(re.findall(r"[a-zA-Z0-9]+", read))


@settings(deadline=None)
@given(LINES)
def test_bullets_go_two_deep_and_no_deeper(lines: list[str]) -> None:
    for block in read_prose("\n".join(lines)):
        if isinstance(block, Bullets):
            assert all(not below.bullets for item in block.items for below in item.bullets)


def test_a_bullet_may_have_a_second_paragraph_and_bullets_of_its_own() -> None:
    (found,) = read_prose("- one\n  goes on\n\n  again\n  - under\n\n    and more\n- two")

    assert found == Bullets(
        items=(
            Bullet(
                paragraphs=((Span(text="one goes on"),), (Span(text="again"),)),
                bullets=(Bullet(paragraphs=((Span(text="under"),), (Span(text="and more"),))),),
            ),
            Bullet(paragraphs=((Span(text="two"),),)),
        )
    )


def test_a_table_has_its_first_line_as_headings() -> None:
    (found,) = read_prose("| a | b |\n|---|---|\n| 1 |")

    assert found == ProseTable(
        headings=((Span(text="a"),), (Span(text="b"),)), rows=(((Span(text="1"),), ()),)
    )


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "//evil.test",
        'https://x.y/"onclick=',
        "http://x y",
        "JaVaScRiPt:x",
    ],
)
def test_only_web_and_mail_addresses_are_links(address: str) -> None:
    spans = line(f"[press]({address})")

    assert [span.address for span in spans if span.address] == []


def test_characters_that_no_file_may_hold_are_left_out() -> None:
    (found,) = read_prose("a\x00b\x1b\ud800c\u202ed")

    assert found == Paragraph(spans=(Span(text="abcd"),))


@settings(deadline=None)
@given(LINES)
def test_what_is_frozen_thaws_to_the_same(lines: list[str]) -> None:
    document = ReportDocument(
        name="2021-03-05",
        title="T",
        report_date=date(2021, 3, 5),
        front=(),
        blocks=read_prose("\n".join(lines)),
    )

    assert thaw(freeze(document)) == document
