"""The ways a page can be read: language, Easy Read, size of the text, colours, spacing; and the short value that keeps them."""

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from feedback_app.platform.languages import ENGLISH, TAGS

#: No value that says every choice is longer; what is longer is not read.
LONGEST = 60
_EASY = "easy"
_EASY_WORDING = "-x-easy"


class Text(StrEnum):
    """How large the text is."""

    NORMAL = "normal"
    LARGE = "large"
    LARGER = "larger"


class Colours(StrEnum):
    """Which colours a page has; each has a light and a dark set, and the device says which of the two."""

    AS_DEVICE = "as_device"
    CALM = "calm"
    CONTRAST = "contrast"


class Spacing(StrEnum):
    """How much room stands between letters, words and lines."""

    NORMAL = "normal"
    WIDE = "wide"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """How somebody likes to read: five choices, and nothing that could tell two people apart."""

    language: str = ENGLISH
    easy: bool = False
    text: Text = Text.NORMAL
    colours: Colours = Colours.AS_DEVICE
    spacing: Spacing = Spacing.NORMAL

    @property
    def wording(self) -> str:
        """The tag under which a definition's words are looked up: "en-x-easy" falls back to "en"."""
        return f"{self.language}{_EASY_WORDING}" if self.easy else self.language

    @property
    def has_style(self) -> bool:
        """Whether a page read so looks other than the usual."""
        return self.easy or self != Ways(language=self.language)

    def in_easy_words(self) -> "Ways":
        """The same ways in Easy Read."""
        return replace(self, easy=True)

    def said_in(self, language: str) -> "Ways":
        """The same ways in another language."""
        return replace(self, language=language)


AS_IT_WAS = Ways()
EASY_ENGLISH = Ways(easy=True).wording
_SIZES = {size.value: size for size in Text if size is not Text.NORMAL}
_COLOURS = {colours.value: colours for colours in Colours if colours is not Colours.AS_DEVICE}
_SPACINGS = {spacing.value: spacing for spacing in Spacing if spacing is not Spacing.NORMAL}


def is_easy(wording: str) -> bool:
    """Whether a tag is that of Easy Read, in any language."""
    return wording.endswith(_EASY_WORDING)


def format_ways(ways: Ways) -> str:
    """The choices that differ from the usual, in one order: "pl.easy.large"; "" where none does.

    The same choices always give the same value.
    """
    parts = (
        ways.language if ways.language != ENGLISH else "",
        _EASY if ways.easy else "",
        ways.text if ways.text is not Text.NORMAL else "",
        ways.colours if ways.colours is not Colours.AS_DEVICE else "",
        ways.spacing if ways.spacing is not Spacing.NORMAL else "",
    )
    return ".".join(part for part in parts if part)


def parse_ways(value: str) -> Ways:
    """The choices of such a value; a part that is not known counts for nothing, one that is too long is not read."""
    return _parsed(value) if len(value) <= LONGEST else AS_IT_WAS


@lru_cache(maxsize=256)
def _parsed(value: str) -> Ways:
    parts = value.split(".")
    return Ways(
        language=next((part for part in parts if part in TAGS), ENGLISH),
        easy=_EASY in parts,
        text=next((_SIZES[part] for part in parts if part in _SIZES), Text.NORMAL),
        colours=next((_COLOURS[part] for part in parts if part in _COLOURS), Colours.AS_DEVICE),
        spacing=next((_SPACINGS[part] for part in parts if part in _SPACINGS), Spacing.NORMAL),
    )
