"""The learned weights asked about the words of a comment."""

from __future__ import annotations

from functools import lru_cache
from operator import add

from analysis.learned.leaning import Leaning
from analysis.learned.model import Heard, Model
from analysis.learned.table import feeling_weights, outcome_weights
from analysis.text.reading import Reading
from analysis.text.short import asked
from analysis.text.signals import kind_of_question
from analysis.text.topics import topics_of


def hear(reading: Reading, question: str | None, leaning: Leaning | None = None) -> Heard:
    """What the words add up to for each feeling and outcome, under the question, with what a county has learned."""
    sentences = [word.sentence for word in reading.words]
    heard = shipped().hear(reading.texts, sentences, kind_of_question(question, asked(question)))
    if leaning is None:
        return heard
    return heard._replace(totals=list(map(add, heard.totals, leaning.lean(heard.words))))


@lru_cache(maxsize=1)
def shipped() -> Model:
    """The weights that ship with the product."""
    return Model(feeling_weights(), outcome_weights(), topics_of)
