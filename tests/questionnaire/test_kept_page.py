"""A kept page joins its parts into exactly what it would have been."""

import gzip
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedback_app.questionnaire.kept_page import HOLE, keep

TEXT = st.text(st.characters(exclude_characters=HOLE[0], exclude_categories=["Cs"]))


@given(before=TEXT, hole=st.binary(max_size=3000), after=TEXT)
def test_the_packed_page_unpacks_to_the_plain_one(before: str, hole: bytes, after: str) -> None:
    page = keep(before + HOLE + after)

    assert gzip.decompress(page.packed(hole)) == page.plain(hole)
    assert page.plain(hole) == before.encode() + hole + after.encode()


def test_it_is_one_member_and_the_parts_are_compressed() -> None:
    page = keep("a word and " * 1000 + HOLE + " a word after" * 1000)
    packed = page.packed(b"in the hole")
    unpacker = zlib.decompressobj(wbits=31)

    assert unpacker.decompress(packed) == page.plain(b"in the hole")
    assert unpacker.unused_data == b""
    assert len(packed) < 400


@pytest.mark.parametrize("html", ["no hole", HOLE + HOLE])
def test_a_page_without_one_hole_is_refused(html: str) -> None:
    with pytest.raises(ValueError, match="one hole"):
        keep(html)


def test_a_hole_that_no_block_can_hold_is_refused() -> None:
    with pytest.raises(ValueError, match="too long"):
        keep(HOLE).packed(b"x" * 65_536)
