"""SAFETY R-13, R-18: what a definition or a place is called stays words on a poster and on a paper form, and fetches nothing."""

import io
from pathlib import Path

import pypdf
import pytest
from flask import Flask

from feedback_app.documents import paper, poster
from feedback_app.youth_workers.paper_form import paper_form
from surveys import instrument_text, load


@pytest.fixture
def hostile(tmp_path: Path) -> str:
    """Words that would read a file, if they were taken for markup."""
    secret = tmp_path / "canary.txt"
    secret.write_text("canary words")
    return f'<img src="{secret.as_uri()}"><b>unclosed {{{{7*7}}}} \N{PILE OF POO} %s'


def words_of(content: bytes) -> str:
    return " ".join(
        " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages).split()
    )


def test_a_hostile_question_is_printed_as_it_stands(app: Flask, hostile: str) -> None:
    definition = instrument_text("voxy").replace("What is this about?", hostile.replace('"', "'"))
    with app.app_context():
        printed = words_of(paper.write(paper_form(load(definition), "en")))

    assert "<img src='file:///" in printed
    assert "<b>unclosed {{7*7}}" in printed
    assert "canary words" not in printed


def test_a_hostile_poster_is_printed_as_it_stands(app: Flask, hostile: str) -> None:
    words = poster.PosterWords(
        headline=hostile,
        purpose=hostile,
        lines=(hostile,),
        scan=hostile,
        no_camera=hostile,
        until=hostile,
        help_title=hostile,
    )
    one = poster.Poster(
        language="en",
        direction="ltr",
        words=words,
        english=words,
        address="https://example.org/s/x?at=abcdef&language=pl",
        typed_host=hostile,
        typed_path=hostile,
        helps=((hostile, hostile),),
        venue_line=hostile,
        alt=hostile,
    )
    with app.app_context():
        content = poster.write([one, one], title=hostile, size=poster.Size.A3)

    assert len(pypdf.PdfReader(io.BytesIO(content)).pages) == 2
    assert "<b>unclosed {{7*7}}" in words_of(content)
    assert "canary words" not in words_of(content)
