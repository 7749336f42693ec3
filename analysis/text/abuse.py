"""Insults, slurs and threats at a person or a group; not swearing about one's own life, and not what others said."""

from __future__ import annotations

from analysis.text.folding import word_set
from analysis.text.lexicon import Hit
from analysis.text.reading import Reading

_REPORTS = word_set(
    "call calls called calling says said say saying told tells shout shouts shouted shouting yelled yells got get getting "
    "threatened threatens wrote post posted message messages messaged names like being texted texts"
)
#: Within an insult itself only these tell that somebody else said it.
_SAYS = word_set("call calls called calling says said say saying told tells shout shouts shouted yelled")


def is_abusive(reading: Reading, hits: list[Hit]) -> bool:
    """Whether anything in the text is aimed at somebody, by the codebook's meaning."""
    return any(hit.label.group == "abuse" and not _is_reported(hit, reading) for hit in hits)


def _is_reported(hit: Hit, reading: Reading) -> bool:
    """ "They call me a …" tells what was done to the writer."""
    sentence = reading.words[hit.first].sentence
    before = reading.words[max(0, hit.first - 8) : hit.first]
    within = reading.words[hit.first : hit.last + 1]
    return any(word.text in _SAYS for word in within) or any(
        word.sentence == sentence and word.text in _REPORTS for word in before
    )
