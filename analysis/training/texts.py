"""The labelled text that is learned from: the project's own corpus, and the folder of development text beside it."""

from __future__ import annotations

import csv
import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from analysis import Sentiment

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT / "analysis" / "corpus"
#: A mean rating nearer to 0 than this is "neutral".
NEUTRAL_BELOW = 0.5
NHS, POSTS, YOUNG, TAUGHT = "nhs", "posts", "young", "taught"
SOURCES = {NHS: "NHS patients' answers", POSTS: "short public posts", YOUNG: "young people's comments"}
#: Files of the corpus by single writers, without their ending; their order is part of what is fitted.
OUTCOMES = ("outcomes", *(f"outcomes-{writer}" for writer in "ilmn7DE"))
WORRIES = tuple(f"worries-{writer}" for writer in "cdeqrsxy1234890")
_TAUGHT = (
    *(f"{name}.jsonl" for name in OUTCOMES),
    *(f"harmless-{writer}.jsonl" for writer in "uv6"),
)
_TOLD = (
    *("worries", *WORRIES),
    *("harmless", *(f"harmless-{writer}" for writer in "gjkt5B")),
)
_OUTCOME_OF = {
    **dict.fromkeys(("abuse", "bullying", "violence", "exploitation"), "safe.protected"),
    "self_harm": "healthy.wellbeing",
}
_NOT_LETTERS = re.compile(r"[^a-z0-9]+")
_PAIR = re.compile(r"`([ab]-\d{4})`/`([ab]-\d{4})`")


class TextMissing(Exception):
    """The folder of development text is not where it should be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One labelled text. Rows of one `group` (a respondent, the same words) are never on both sides of a split.

    `sentiment` is None where it is not English; `labels` is the corpus's whole label, empty for other text.
    """

    source: str
    group: str
    text: str
    question: str | None
    sentiment: Sentiment | None
    age: str
    labels: dict[str, object]

    @property
    def themes(self) -> frozenset[str]:
        """The outcomes it was labelled with."""
        named = self.labels.get("themes", ())
        return frozenset(map(str, named)) if isinstance(named, list) else frozenset()


def development_folder() -> Path:
    """Where the development text lies: DEVELOPMENT_TEXT, or ../shared/data beside the checkout. Raises TextMissing."""
    named = os.environ.get("DEVELOPMENT_TEXT")
    folder = Path(named) if named else ROOT.parent / "shared" / "data"
    if (
        not (folder / "nhs-patient-feedback.csv").is_file()
        or not (folder / "short-posts-rated.csv").is_file()
    ):
        raise TextMissing
    return folder


def all_rows() -> list[Row]:
    """Every labelled text of the three sources, always in the same order. Raises TextMissing."""
    folder = development_folder()
    return [*_nhs(folder), *_posts(folder), *corpus_rows()]


def _read_csv(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _same_words(text: str) -> str:
    return _NOT_LETTERS.sub(" ", text.lower()).strip()


def _nhs(folder: Path) -> Iterator[Row]:
    for row in _read_csv(folder / "nhs-patient-feedback.csv"):
        yield Row(
            source=NHS,
            group=f"{NHS} {_same_words(row['text'])}",
            text=row["text"],
            question=row["question"],
            sentiment=Sentiment(row["sentiment"]),
            age="",
            labels={},
        )


def _posts(folder: Path) -> Iterator[Row]:
    for row in _read_csv(folder / "short-posts-rated.csv"):
        yield Row(
            source=POSTS,
            group=f"{POSTS} {_same_words(row['text'])}",
            text=row["text"],
            question=None,
            sentiment=_rated(float(row["mean_rating_minus4_to_4"])),
            age="",
            labels={},
        )


def _rated(rating: float) -> Sentiment:
    if abs(rating) < NEUTRAL_BELOW:
        return Sentiment.NEUTRAL
    return Sentiment.POSITIVE if rating > 0 else Sentiment.NEGATIVE


def corpus_rows() -> Iterator[Row]:
    """The project's own comments with their settled labels, grouped by respondent and by likeness."""
    settled = {label["id"]: label for label in read_lines("settled.jsonl")}
    comments = [*read_lines("comments-a.jsonl"), *read_lines("comments-b.jsonl")]
    group_of = _groups({str(comment["id"]): str(comment["respondent"]) for comment in comments})
    for comment in comments:
        label = settled[comment["id"]]
        feeling = label["sentiment"]
        yield Row(
            source=YOUNG,
            group=f"{YOUNG} {group_of[str(comment['respondent'])]}",
            text=str(comment["text"]),
            question=str(comment["question"]) or None,
            sentiment=Sentiment(str(feeling)) if feeling else None,
            age=str(comment["age"]),
            labels=label,
        )


def rows_about_outcomes() -> Iterator[Row]:
    """Further comments that teach outcomes alone, labelled once as they were composed: for fitting, never for figures."""
    yield from (_taught(line, labels=line) for name in _TAUGHT for line in read_lines(name))
    yield from _told_rows()


def _told_rows() -> Iterator[Row]:
    """Comments with a label for worry, as far as it tells of an outcome: `labels["only"]` names those it tells of.

    Abuse, bullying, violence and exploitation are mostly being unprotected, and self-harm is wellbeing; what only sounds like them is neither.
    """
    only = sorted(set(_OUTCOME_OF.values()))
    for line in (line for name in _TOLD for line in read_lines(f"{name}.jsonl")):
        kinds = line["kinds"]
        assert isinstance(kinds, list)  # noqa: S101  # the corpus's own form
        if (
            "language" in line
            or not _OUTCOME_OF.keys() >= set(kinds)
            or bool(line["read_first"]) != bool(kinds)
        ):
            continue
        themes = sorted({_OUTCOME_OF[kind] for kind in kinds})
        yield _taught(line, labels={"themes": themes, "only": only})


def taught_feelings() -> Iterator[Row]:
    """Complaints asked what is good, and praise asked what to change: for fitting, never for figures."""
    for line in read_lines("feelings.jsonl"):
        yield _taught(line, source=YOUNG, sentiment=Sentiment(str(line["sentiment"])), labels={})


def _taught(
    line: dict[str, object],
    *,
    labels: dict[str, object],
    source: str = TAUGHT,
    sentiment: Sentiment | None = None,
) -> Row:
    return Row(
        source=source,
        group=str(line["id"]),
        text=str(line["text"]),
        question=str(line["question"]),
        sentiment=sentiment,
        age="",
        labels=labels,
    )


def fresh_outcomes() -> Iterator[tuple[str, str, frozenset[str]]]:
    """Comments that nothing was fitted to: how they were written ("plain" or "pictured"), their words and outcomes."""
    for line in read_lines("fresh-outcomes.jsonl"):
        themes = line["themes"]
        assert isinstance(themes, list)  # noqa: S101  # the corpus's own form
        yield str(line["id"]).partition("-")[0], str(line["text"]), frozenset(map(str, themes))


def fresh_worries() -> Iterator[tuple[str, bool]]:
    """Comments that nothing was fitted to: their words, and whether they are to be read first."""
    for line in read_lines("fresh-worries.jsonl"):
        yield str(line["text"]), bool(line["read_first"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Independent:
    """A comment by a writer none of whose words were fitted, with every label; `kept_as` is the part of the set it belongs to.

    `question` is empty where none was asked.
    """

    kept_as: str
    question: str
    text: str
    read_first: bool
    themes: frozenset[str]
    sentiment: Sentiment | None


def independent() -> Iterator[Independent]:
    """Every comment of the independent set, which nothing is fitted, tuned or chosen on."""
    for line in read_lines("fresh-independent.jsonl"):
        themes, feeling = line["themes"], line["sentiment"]
        assert isinstance(themes, list)  # noqa: S101  # the corpus's own form
        yield Independent(
            kept_as=str(line["id"]).partition("-")[0],
            question=str(line["question"]),
            text=str(line["text"]),
            read_first=bool(line["read_first"]),
            themes=frozenset(map(str, themes)),
            sentiment=Sentiment(str(feeling)) if feeling else None,
        )


def read_lines(name: str) -> list[dict[str, Any]]:  # a line of JSON
    """The lines of one file of the corpus, in their order."""
    with (CORPUS / name).open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def _groups(respondent_of: dict[str, str]) -> dict[str, str]:
    """For each respondent the one that stands for the group; comments built alike tie their writers together."""
    stands_for = {respondent: respondent for respondent in respondent_of.values()}

    def first(respondent: str) -> str:
        while stands_for[respondent] != respondent:
            respondent = stands_for[respondent]
        return respondent

    for one, other in _PAIR.findall((CORPUS / "README.md").read_text(encoding="utf-8")):
        stands_for[first(respondent_of[one])] = first(respondent_of[other])
    return {respondent: first(respondent) for respondent in stands_for}
