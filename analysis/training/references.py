"""What others make of the same rows: TextBlob alone, VADER, a majority guess, and tf-idf with logistic regression."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from textblob import TextBlob
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from analysis.training.features import FOLDS, Seen, folds
from analysis.training.fitting import Ints

_VADER_NEUTRAL = 0.05


def references(rows: Sequence[Seen], labels: Ints) -> dict[str, Ints]:
    """By name the guesses of each reference; what must be fitted is fitted on other parts than it guesses."""
    sources = np.array([seen.row.source for seen in rows])
    texts = [seen.row.text for seen in rows]
    part = folds([seen.row for seen in rows])
    return {
        "a majority guess": _fitted(part, lambda known, asked: _majority(sources, labels, known, asked)),
        "TextBlob alone": np.array([_signed(TextBlob(text).sentiment.polarity, 0.0) for text in texts]),
        "VADER alone": _vader(texts),
        "tf-idf with logistic regression": _fitted(
            part, lambda known, asked: _tf_idf(texts, labels, known, asked)
        ),
    }


def _signed(value: float, even: float) -> int:
    return 1 if -even <= value <= even else 2 if value > 0 else 0


def _vader(texts: Sequence[str]) -> Ints:
    analyser = SentimentIntensityAnalyzer()
    return np.array([_signed(analyser.polarity_scores(text)["compound"], _VADER_NEUTRAL) for text in texts])


def _fitted(part: Ints, guess: Callable[[Ints, Ints], Ints]) -> Ints:
    guesses = np.zeros(len(part), dtype=np.int64)
    for fold in range(FOLDS):
        asked = np.flatnonzero(part == fold)
        guesses[asked] = guess(np.flatnonzero(part != fold), asked)
    return guesses


def _majority(sources: NDArray[np.str_], labels: Ints, known: Ints, asked: Ints) -> Ints:
    most = {source: np.bincount(labels[known][sources[known] == source]).argmax() for source in set(sources)}
    return np.array([most[source] for source in sources[asked]])


def _tf_idf(texts: Sequence[str], labels: Ints, known: Ints, asked: Ints) -> Ints:
    model = make_pipeline(
        TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True),
        LogisticRegression(C=3.0, class_weight="balanced", max_iter=300),
    )
    model.fit([texts[at] for at in known], labels[known])
    return np.array(model.predict([texts[at] for at in asked]))
