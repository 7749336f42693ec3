"""The learned weights asked about the words of a comment."""

from __future__ import annotations

from functools import lru_cache

from analysis.learned.model import Heard, Model
from analysis.learned.table import feeling_weights, outcome_weights
from analysis.text.reading import Reading
from analysis.text.short import asked
from analysis.text.signals import kind_of_question
from analysis.text.topics import topics_of


def hear(reading: Reading, question: str | None) -> Heard:
    """What the words add up to for each feeling and outcome, under the question."""
    sentences = [word.sentence for word in reading.words]
    return shipped().hear(reading.texts, sentences, kind_of_question(question, asked(question)))


@lru_cache(maxsize=1)
def shipped() -> Model:
    """The weights that ship with the product."""
    return Model(feeling_weights(), outcome_weights(), topics_of)
