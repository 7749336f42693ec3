"""A county's own colour and sign in place of ours: every shade is worked out from one colour, and stays readable."""

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from flask import current_app

from feedback_app.platform.settings import BRAND, BadSetting, Settings

Rgb = tuple[int, int, int]

LIGHT_GROUND, DARK_GROUND = "#fbf8f3", "#15191f"
WHITE, BLACK = "#ffffff", "#000000"
#: WCAG 2.2, 1.4.3: text and what is set on the colour.
READABLE = 4.5
#: What the colour has on dark ground, like the shade that ships.
READABLE_AT_NIGHT = 8.0
LARGEST_SIGN = 20_000


def contrast(one: str, other: str) -> float:
    """The contrast of two colours (#rrggbb) by WCAG 2.2: 1 to 21."""
    brighter, darker = sorted((_luminance(_rgb(one)), _luminance(_rgb(other))), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def mixed(one: str, other: str, share: float) -> str:
    """`one` with a share (0–1) of `other` in it."""
    parts = zip(_rgb(one), _rgb(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in parts)


@lru_cache(maxsize=8)
def shades(colour: str) -> Mapping[str, str]:
    """Each shade that ships with its like in this colour (#rrggbb).

    Raises BadSetting for a colour that cannot be read on the page's ground or under white words.
    """
    if colour == BRAND:
        return {}
    for ground, where in ((LIGHT_GROUND, "on the page"), (WHITE, "under white words")):
        if contrast(colour, ground) < READABLE:
            raise BadSetting(
                f"BRAND_COLOUR {colour} is too pale {where}: its contrast is {contrast(colour, ground):.1f} "
                f"and has to be {READABLE}. Choose a darker one."
            )
    night = _at_night(colour)
    return {
        BRAND: colour,
        "#084746": mixed(colour, BLACK, 0.25),
        "#e6f2ef": mixed(colour, "#fdfcfa", 0.9),
        "#cfe5e0": mixed(colour, LIGHT_GROUND, 0.78),
        "#7ed3c6": night,
        "#a5e4da": mixed(night, WHITE, 0.3),
        "#1d2a2e": mixed(DARK_GROUND, night, 0.1),
        "#24383b": mixed(DARK_GROUND, night, 0.18),
        "#10201f": mixed(colour, BLACK, 0.7),
    }


def in_colour(text: str, colour: str) -> str:
    """A style sheet or drawing with every shade of ours swapped for its like."""
    own = shades(colour)
    if not own:
        return text
    return re.sub("#[0-9a-fA-F]{6}\\b", lambda found: own.get(found.group().lower(), found.group()), text)


def branded(text: str) -> str:
    """The same, in the present installation's colour."""
    return in_colour(text, brand_colour())


def brand_colour() -> str:
    """The present installation's colour, #rrggbb."""
    settings: Settings = current_app.extensions["settings"]
    return settings.brand_colour


def sign(path: Path) -> bytes:
    """A county's own sign, an SVG; it is only ever shown as a picture. Raises BadSetting."""
    try:
        drawing = path.read_bytes()
    except OSError:
        raise BadSetting(f"LOGO must be an SVG file that can be read, not {path}.") from None
    if len(drawing) > LARGEST_SIGN or b"<svg" not in drawing[:1000]:
        raise BadSetting(f"LOGO {path} must be an SVG of at most {LARGEST_SIGN // 1000} KB.")
    return drawing


def _at_night(colour: str) -> str:
    """The first lighter shade that reads on dark ground as the shipped one does."""
    for step in range(101):
        lighter = mixed(colour, WHITE, step / 100)
        if contrast(lighter, DARK_GROUND) >= READABLE_AT_NIGHT:
            return lighter
    return WHITE


def _rgb(colour: str) -> Rgb:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(rgb: Rgb) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (value / 255 for value in rgb)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
