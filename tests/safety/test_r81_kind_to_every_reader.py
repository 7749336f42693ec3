"""SAFETY R-81: plain type on the left, soft colours to choose, nothing that moves or counts down, and time to pause."""

import re

import pytest
from flask import Flask

from feedback_app.platform.assets import STATIC
from tests.client import StrictClient
from tests.factories.answering import SURVEY, VOXY, open_waves

FOLDERS = ("foundation", "components", "public", "ways", "talk")
SHEETS = {
    path.name: path.read_text() for one in FOLDERS for path in sorted((STATIC / "css" / one).glob("*.css"))
}
SMALLEST_REM = 1.0


def test_letters_have_no_feet_and_are_sixteen_pixels_or_more() -> None:
    tokens = (STATIC / "css/foundation/10_tokens.css").read_text()
    (family,) = re.findall(r"--type: (.*);", tokens)

    assert family.endswith(" sans-serif")
    sizes = [
        float(size) for text in SHEETS.values() for size in re.findall(r"--size-[a-z]+: ([\d.]+)rem", text)
    ]
    assert min(sizes) >= SMALLEST_REM
    own = [
        found for text in SHEETS.values() for found in re.findall(r"font-size: (?!var|inherit)([^;]+);", text)
    ]
    assert [size for size in own if size.endswith("px")] == []


def test_lines_stand_apart_and_begin_on_the_left() -> None:
    ground = (STATIC / "css/foundation/20_ground.css").read_text()

    assert "font: var(--size-body) / 1.5 var(--type)" in ground
    for odd in ("justify;", "font-style: italic", "font-style: oblique", "text-transform: uppercase"):
        assert [name for name, text in SHEETS.items() if odd in text] == []


@pytest.mark.parametrize("address", [SURVEY, VOXY, "/", "/ways"])
def test_nothing_plays_moves_or_counts_down(app: Flask, client: StrictClient, address: str) -> None:
    open_waves(app)
    page = client.page(address)

    for tag in ("audio", "video", "marquee", "blink", "em", "i", "iframe"):
        assert page.all(tag) == []
    assert [one for one in page.all("meta") if one.get("http-equiv") == "refresh"] == []
    assert [name for name, text in SHEETS.items() if "@keyframes" in text or "animation:" in text] == []


def test_less_movement_is_none() -> None:
    tokens = (STATIC / "css/foundation/10_tokens.css").read_text()
    still = tokens.split("@media (prefers-reduced-motion: reduce)")[1].split("@media")[0]

    assert "--motion: 0ms" in still
    moving = [found for text in SHEETS.values() for found in re.findall(r"transition: ([^;]+);", text)]
    assert [one for one in moving if "var(--motion)" not in one] == []


def test_soft_colours_can_be_chosen_without_a_script(client: StrictClient) -> None:
    client.submit("/ways", {"colours": "calm"})

    assert client.page("/").tree.get("data-colours") == "calm"


@pytest.mark.parametrize(("address", "time"), [(SURVEY, "about 4 minutes"), (VOXY, "about one minute")])
def test_it_says_how_long_it_takes_and_what_was_answered_can_wait(
    app: Flask, client: StrictClient, address: str, time: str
) -> None:
    open_waves(app)
    page = client.page(address)

    assert time in page.text("main")
    assert "Your answers are still here" in page.text("main")
