"""What each way to read is called."""

from flask_babel import lazy_gettext

from feedback_app.platform.languages import ENGLISH, named
from feedback_app.questionnaire.ways import Colours, Spacing, Text, Ways

USUAL_WORDS, EASY_WORDS = "usual", "easy"
WORDS: dict[str, str] = {
    USUAL_WORDS: lazy_gettext("The usual words"),
    EASY_WORDS: lazy_gettext("Easy Read with pictures"),
}
TEXTS: dict[str, str] = {
    Text.NORMAL: lazy_gettext("The usual size"),
    Text.LARGE: lazy_gettext("Large text"),
    Text.LARGER: lazy_gettext("Very large text"),
}
COLOURS: dict[str, str] = {
    Colours.AS_DEVICE: lazy_gettext("The usual colours"),
    Colours.CALM: lazy_gettext("Calm, soft colours"),
    Colours.CONTRAST: lazy_gettext("Strong contrast"),
}
SPACINGS: dict[str, str] = {
    Spacing.NORMAL: lazy_gettext("The usual room"),
    Spacing.WIDE: lazy_gettext("More room between letters, words and lines"),
}


def in_words(ways: Ways) -> tuple[str, ...]:
    """The choices that differ from the usual, each in words; none where all is as usual."""
    said = (
        named((ways.language,))[0].name if ways.language != ENGLISH else "",
        WORDS[EASY_WORDS] if ways.easy else "",
        TEXTS[ways.text] if ways.text is not Text.NORMAL else "",
        COLOURS[ways.colours] if ways.colours is not Colours.AS_DEVICE else "",
        SPACINGS[ways.spacing] if ways.spacing is not Spacing.NORMAL else "",
    )
    return tuple(str(words) for words in said if words)
