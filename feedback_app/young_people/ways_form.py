"""The questions of /ways: which language, which words, how large, which colours, how much room."""

from collections.abc import Mapping

from flask_babel import gettext, lazy_gettext
from markupsafe import Markup

from feedback_app.platform.languages import TAGS, named
from feedback_app.questionnaire.views import Choice, QuestionView
from feedback_app.questionnaire.ways import Colours, Spacing, Text, Ways
from feedback_app.young_people.fields import first
from surveys import RawFields

LANGUAGE, WORDS, TEXT, COLOURS, SPACING = "language", "words", "text", "colours", "spacing"
USUAL_WORDS, EASY_WORDS = "usual", "easy"

_WORDS: dict[str, str] = {USUAL_WORDS: lazy_gettext("The usual words"), EASY_WORDS: lazy_gettext("Easy Read with pictures")}
_TEXTS: dict[str, str] = {
    Text.NORMAL: lazy_gettext("Usual size"),
    Text.LARGE: lazy_gettext("Large"),
    Text.LARGER: lazy_gettext("Very large"),
}
_COLOURS: dict[str, str] = {
    Colours.AS_DEVICE: lazy_gettext("The usual colours"),
    Colours.CALM: lazy_gettext("Calm and soft"),
    Colours.CONTRAST: lazy_gettext("Strong contrast"),
}
_SPACINGS: dict[str, str] = {
    Spacing.NORMAL: lazy_gettext("Usual room"),
    Spacing.WIDE: lazy_gettext("More room between letters, words and lines"),
}


def read_ways(fields: RawFields) -> Ways:
    """The choices that were sent; what is missing or not known counts as the usual."""
    language = first(fields, LANGUAGE)
    text, colours, spacing = (first(fields, name) for name in (TEXT, COLOURS, SPACING))
    usual = Ways()
    return Ways(
        language=language if language in TAGS else usual.language,
        easy=first(fields, WORDS) == EASY_WORDS,
        text=Text(text) if text in _TEXTS else usual.text,
        colours=Colours(colours) if colours in _COLOURS else usual.colours,
        spacing=Spacing(spacing) if spacing in _SPACINGS else usual.spacing,
    )


def questions(ways: Ways) -> tuple[QuestionView, ...]:
    """The questions with these choices chosen."""
    languages = {one.tag: Markup('<span lang="{}">{}</span>').format(one.tag, one.name) for one in named()}
    return (
        _question(LANGUAGE, gettext("Language"), languages, ways.language),
        _question(WORDS, gettext("Words"), _WORDS, EASY_WORDS if ways.easy else USUAL_WORDS),
        _question(TEXT, gettext("Size of the text"), _TEXTS, ways.text),
        _question(COLOURS, gettext("Colours"), _COLOURS, ways.colours),
        _question(SPACING, gettext("Room around the words"), _SPACINGS, ways.spacing),
    )


def in_words(ways: Ways) -> tuple[str, ...]:
    """The choices that differ from the usual, each in words; none where all is as usual."""
    said = (
        named((ways.language,))[0].name if ways.language != Ways().language else "",
        _WORDS[EASY_WORDS] if ways.easy else "",
        _TEXTS[ways.text] if ways.text is not Text.NORMAL else "",
        _COLOURS[ways.colours] if ways.colours is not Colours.AS_DEVICE else "",
        _SPACINGS[ways.spacing] if ways.spacing is not Spacing.NORMAL else "",
    )
    return tuple(str(words) for words in said if words)


def _question(name: str, title: str, offered: Mapping[str, str], chosen: str) -> QuestionView:
    return QuestionView(
        code=name,
        id=name,
        number="",
        title=title,
        is_group=True,
        is_information=False,
        hint="",
        beside="",
        when="",
        shown_when="",
        error="",
        described_by="",
        choices=tuple(
            Choice(
                id=f"{name}-{value}",
                name=name,
                value=value,
                kind="radio",
                label=label if isinstance(label, Markup) else str(label),
                checked=value == chosen,
                alone=False,
                face=0,
                box=None,
            )
            for value, label in offered.items()
        ),
        box=None,
    )
