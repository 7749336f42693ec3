"""The questions of /ways: which language, which words, how large, which colours, how much room."""

from collections.abc import Mapping

from flask_babel import gettext
from markupsafe import Markup

from feedback_app.platform.languages import TAGS, named
from feedback_app.questionnaire import ways_words
from feedback_app.questionnaire.views import Choice, QuestionView
from feedback_app.questionnaire.ways import Colours, Spacing, Text, Ways
from feedback_app.questionnaire.ways_words import EASY_WORDS, USUAL_WORDS
from feedback_app.young_people.fields import first
from surveys import RawFields

LANGUAGE, WORDS, TEXT, COLOURS, SPACING = "language", "words", "text", "colours", "spacing"


def read_ways(fields: RawFields) -> Ways:
    """The choices that were sent; what is missing or not known counts as the usual."""
    language = first(fields, LANGUAGE)
    text, colours, spacing = (first(fields, name) for name in (TEXT, COLOURS, SPACING))
    usual = Ways()
    return Ways(
        language=language if language in TAGS else usual.language,
        easy=first(fields, WORDS) == EASY_WORDS,
        text=Text(text) if text in ways_words.TEXTS else usual.text,
        colours=Colours(colours) if colours in ways_words.COLOURS else usual.colours,
        spacing=Spacing(spacing) if spacing in ways_words.SPACINGS else usual.spacing,
    )


def questions(ways: Ways) -> tuple[QuestionView, ...]:
    """The questions with these choices chosen."""
    languages = {one.tag: Markup('<span lang="{}">{}</span>').format(one.tag, one.name) for one in named()}
    return (
        _question(LANGUAGE, gettext("Language"), languages, ways.language),
        _question(WORDS, gettext("Words"), ways_words.WORDS, EASY_WORDS if ways.easy else USUAL_WORDS),
        _question(TEXT, gettext("Size of the text"), ways_words.TEXTS, ways.text),
        _question(COLOURS, gettext("Colours"), ways_words.COLOURS, ways.colours),
        _question(SPACING, gettext("Room around the words"), ways_words.SPACINGS, ways.spacing),
    )


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
