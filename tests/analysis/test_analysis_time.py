"""No text takes long, however it is made."""

from __future__ import annotations

import time

import pytest

from analysis import analyse

LONG = 100_000


@pytest.mark.parametrize(
    "piece",
    [
        "!",
        "a.",
        "a",
        ":",
        " ",
        "not ",
        "i ",
        "a@",
        "a@b.",
        "http://",
        "1 ",
        "07700 900123 ",
        "Aa ",
        "St Mary ",
        "a*",
        "k1ll ",
        "k i l l ",
        "😂",
        "he hit me ",
        "OX4 ",
        "e\u0301",
        "\ud800",
        "Mr ",
        "snap: a",
        "ab-ab.",
        "kkkk ",
        "flat 1 1 ",
        "scared of him home when he ",
        "خود کو مار ",
    ],
)
def test_a_hundred_thousand_characters_take_less_than_a_second(piece: str) -> None:
    analyse("warm")
    text = (piece * LONG)[:LONG]

    started = time.process_time()
    analyse(text)

    assert time.process_time() - started < 1
