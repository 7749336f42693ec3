"""Every pair of colours that words and edges are drawn in can be read, in each way to read, by day and by night."""

import re
from collections.abc import Mapping

import pytest

from feedback_app.platform.assets import STATIC
from feedback_app.platform.brand import contrast

USUAL = STATIC / "css/foundation/10_tokens.css"
WAYS = STATIC / "css/ways/10_tokens.css"
WORDS_ON = (
    *(("ink", ground) for ground in ("ground", "sheet", "tint", "sun-tint", "coral-tint")),
    *(("soft-ink", ground) for ground in ("ground", "sheet", "tint")),
    *(("brand", ground) for ground in ("ground", "sheet", "tint")),
    *(("coral", ground) for ground in ("ground", "sheet", "coral-tint")),
    ("on-brand", "brand"),
    ("on-brand", "brand-pressed"),
    ("on-sun", "sun"),
    ("ground", "ink"),
)
EDGES_ON = (
    ("line", "ground"),
    ("line", "sheet"),
    ("brand", "ground"),
    ("brand", "tint"),
    ("coral", "ground"),
)
NIGHT = "@media (prefers-color-scheme: dark)"


def block(text: str, selector: str) -> dict[str, str]:
    """The colours that a rule of this selector sets; none where there is no such rule."""
    found = re.search(rf"{re.escape(selector)} {{(.*?)}}", text, re.DOTALL)
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", found[1])) if found else {}


def night_of(text: str) -> str:
    """What stands in the first query for dark colours, up to the next query."""
    return re.split(r"\n@media", text.split(NIGHT)[1])[0]


def colours(way: str, *, by_night: bool) -> Mapping[str, str]:
    """Every colour as a page of this way has it."""
    usual, ways = USUAL.read_text(), WAYS.read_text()
    tokens = block(usual, ":root")
    if by_night:
        tokens |= block(night_of(usual), ":root")
    if way != "as_device":
        selector = f':root[data-colours="{way}"]'
        tokens |= block(ways, selector)
        if by_night:
            tokens |= block(night_of(ways), selector)
    return tokens


@pytest.mark.parametrize("by_night", [False, True], ids=["day", "night"])
@pytest.mark.parametrize(("way", "least"), [("as_device", 4.5), ("calm", 4.5), ("contrast", 7.0)])
def test_words_can_be_read(way: str, least: float, by_night: bool) -> None:
    tokens = colours(way, by_night=by_night)

    pale = {
        f"{words} on {ground}": round(contrast(tokens[words], tokens[ground]), 2)
        for words, ground in WORDS_ON
        if contrast(tokens[words], tokens[ground]) < least
    }

    assert pale == {}


@pytest.mark.parametrize("by_night", [False, True], ids=["day", "night"])
@pytest.mark.parametrize(("way", "least"), [("as_device", 3.0), ("calm", 3.0), ("contrast", 7.0)])
def test_edges_of_what_is_pressed_can_be_seen(way: str, least: float, by_night: bool) -> None:
    tokens = colours(way, by_night=by_night)

    pale = {
        f"{edge} on {ground}": round(contrast(tokens[edge], tokens[ground]), 2)
        for edge, ground in EDGES_ON
        if contrast(tokens[edge], tokens[ground]) < least
    }

    assert pale == {}


def test_each_way_has_colours_of_its_own_by_day_and_by_night() -> None:
    grounds = {
        colours(way, by_night=by_night)["ground"]
        for way in ("as_device", "calm", "contrast")
        for by_night in (False, True)
    }

    assert len(grounds) == 6


def test_calm_is_softer_than_usual_and_contrast_is_stronger() -> None:
    for by_night in (False, True):
        usual, calm, strong = (
            contrast(found["ink"], found["ground"])
            for found in (colours(way, by_night=by_night) for way in ("as_device", "calm", "contrast"))
        )
        assert calm < usual < strong
