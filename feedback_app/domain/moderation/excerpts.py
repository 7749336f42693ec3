"""Which words of a comment may be put forward as a quote; pure."""

import re

from feedback_app.platform.problems import Invalid

MOST_SENTENCES = 2
_SENTENCE_ENDS = re.compile(r"(?<=[.!?…])[\s]+|\n+")
_SPACE = re.compile(r"\s+")


class NotAnExcerpt(Invalid):
    """What was put forward is empty, too long, or not in the comment."""


def first_sentences(text: str) -> str:
    """What is put forward unless somebody chooses otherwise: the first two sentences."""
    sentences = [part for part in _SENTENCE_ENDS.split(text.strip()) if part.strip()]
    if len(sentences) <= MOST_SENTENCES:
        return _SPACE.sub(" ", text).strip()
    return _SPACE.sub(" ", " ".join(sentences[:MOST_SENTENCES])).strip()


def excerpt(text: str, wanted: str) -> str:
    """The wanted words as they will be printed, if they stand in the comment just so (SAFETY R-44, R-98).

    White space counts as one space. Raises NotAnExcerpt.
    """
    chosen = _SPACE.sub(" ", wanted).strip()
    if not chosen:
        raise NotAnExcerpt("Choose the words to quote.")
    if chosen not in _SPACE.sub(" ", text):
        raise NotAnExcerpt("These words are not in the comment just so. Copy them from it, without a change.")
    if len([part for part in _SENTENCE_ENDS.split(chosen) if part.strip()]) > MOST_SENTENCES:
        raise NotAnExcerpt("A quote has two sentences at most. Choose the two that say it best.")
    return chosen
