"""SAFETY R-19: a workbook is looked at before it is opened, and nothing in it can run, reach out or grow."""

import io
import zipfile
from collections.abc import Callable

import openpyxl
import pytest

from surveys import DefinitionError, load
from surveys.definition_files import read_definition
from surveys.workbook import LARGEST_FILE
from surveys.xlsform_writing import write_xlsform
from tests.surveys.making import SMALL
from tests.surveys.workbooks import asking, workbook

BOMB = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'


def refused(content: bytes, name: str = "form.xlsx") -> str:
    """What is said about a file that is refused."""
    with pytest.raises(DefinitionError) as caught:
        read_definition(content, name=name)
    return str(caught.value)


def changed(change: Callable[[str, bytes], bytes], **added: bytes) -> bytes:
    """A good workbook whose members are changed, with others added."""
    held = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook())) as good,
        zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as bad,
    ):
        for member in good.namelist():
            bad.writestr(member, change(member, good.read(member)))
        for member, content in added.items():
            bad.writestr(member, content)
    return held.getvalue()


def as_it_is(_: str, content: bytes) -> bytes:
    return content


def test_the_good_workbook_is_taken() -> None:
    assert read_definition(changed(as_it_is), name="form.xlsx").survey.slug == "club_life"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "old kind"),
        (b"PK\x03\x04" + bytes(range(200)), "damaged"),
        (b"type,name,label", "no .xlsx workbook"),
        (b"PK\x03\x04" + b"\0" * LARGEST_FILE, "larger than 2 MB"),
        (workbook()[:-200], "damaged"),
    ],
    ids=["xls", "noise", "csv", "large", "cut short"],
)
def test_what_is_no_workbook_of_a_fit_size_is_not_opened(content: bytes, said: str) -> None:
    assert said in refused(content)


@pytest.mark.parametrize(
    ("member", "said"),
    [
        ("xl/vbaProject.bin", "a program"),
        ("xl/macrosheets/sheet1.xml", "a program"),
        ("xl/externalLinks/externalLink1.xml", "links to other files"),
        ("xl/connections.xml", "links to other files"),
        ("xl/embeddings/oleObject1.bin", "another file inside it"),
    ],
)
def test_programs_links_and_files_inside_are_refused(member: str, said: str) -> None:
    assert said in refused(changed(as_it_is, **{member: b"x"}))


def test_a_workbook_that_grows_is_refused_before_it_is_unpacked() -> None:
    assert "far too large" in refused(changed(as_it_is, **{"xl/media/a.xml": b"\0" * 19_000_000}))
    assert "far too large" in refused(changed(as_it_is, **{f"xl/m{n}.txt": b"x" for n in range(300)}))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-7"])
def test_a_part_that_declares_entities_is_refused(encoding: str) -> None:
    def declare(member: str, content: bytes) -> bytes:
        if member != "xl/workbook.xml":
            return content
        text = content.decode().split("?>", 1)[-1]
        said = f'<?xml version="1.0" encoding="{encoding}"?>{BOMB.decode()}{text}'
        return said.encode(encoding)

    assert "declares things" in refused(changed(declare))


def test_another_zip_is_no_workbook() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as packed:
        packed.writestr("hello.txt", "hello")

    assert "no .xlsx workbook" in refused(held.getvalue())


def test_a_formula_is_never_taken_for_words() -> None:
    assert "a formula stands here" in refused(asking(("text", "a", "=1+1")))


def test_words_that_look_like_formulas_are_written_as_words() -> None:
    survey = load(SMALL.replace("Why is that?", '"=HYPERLINK(1)"'))

    book = openpyxl.load_workbook(io.BytesIO(write_xlsform(survey)))

    cells = [cell for row in book["survey"].iter_rows() for cell in row if cell.value == "=HYPERLINK(1)"]
    assert [cell.data_type for cell in cells] == ["s"]
