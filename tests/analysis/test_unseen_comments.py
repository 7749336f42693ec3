"""How comments are read that no list and no weight was fitted to: what to read first, personal words, what is aimed at somebody."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

import pytest

from analysis import Finding, analyse

HERE = Path(__file__).parent
_MARK = re.compile(r"\{(\w+):([^}]*)\}")
Span = tuple[str, int, int]


def unmarked(marked: str) -> tuple[str, set[Span]]:
    """The text without its marks, and where each marked stretch stands in it."""
    text, spans, end = "", set(), 0
    for mark in _MARK.finditer(marked):
        text += marked[end : mark.start()]
        spans.add((mark.group(1), len(text), len(text) + len(mark.group(2))))
        text, end = text + mark.group(2), mark.end()
    return text + marked[end:], spans


@lru_cache(maxsize=1)
def unseen() -> list[tuple[dict[str, str], set[Span], Finding]]:
    head, *lines = (HERE / "unseen.tsv").read_text(encoding="utf-8").splitlines()
    rows = [dict(zip(head.split("\t"), line.split("\t"), strict=True)) for line in lines]
    return [(row, spans, analyse(text)) for row in rows for text, spans in [unmarked(row["text"])]]


def test_most_worrying_comments_nobody_tuned_on_are_read_first() -> None:
    worrying = [found.concern.read_first for row, _, found in unseen() if row["read_first"] == "yes"]

    assert len(worrying) == 60
    assert sum(worrying) / len(worrying) >= 0.85


def test_hardly_a_harmless_comment_is_taken_for_worry() -> None:
    harmless = [found.concern.read_first for row, _, found in unseen() if row["read_first"] == "no"]

    assert len(harmless) >= 60
    assert sum(harmless) / len(harmless) <= 0.05


def test_the_kind_of_worry_is_right_more_often_than_not() -> None:
    pairs = [
        (set(row["kinds"].split(",")), set(found.concern.kinds)) for row, _, found in unseen() if row["kinds"]
    ]
    right = sum(len(labels & kinds) for labels, kinds in pairs)

    assert right / sum(len(kinds) for _, kinds in pairs) >= 0.6


def test_the_reasons_are_words_of_the_comment() -> None:
    for row, _, found in unseen():
        text = unmarked(row["text"])[0]
        assert bool(found.concern.because) is found.concern.read_first
        assert all(words in text for words in found.concern.because)


def test_personal_words_are_found_whole_and_little_else_is() -> None:
    lines = (HERE / "spans.txt").read_text(encoding="utf-8").splitlines()
    wanted = right = found_at_all = 0
    for text, spans in map(unmarked, lines):
        found = {(span.kind.value, span.start, span.end) for span in analyse(text).personal}
        wanted, right, found_at_all = (
            wanted + len(spans),
            right + len(found & spans),
            found_at_all + len(found),
        )

    assert wanted >= 60
    assert right / wanted >= 0.95
    assert right / found_at_all >= 0.95


def test_what_is_aimed_at_somebody_is_told_from_what_is_not() -> None:
    lines = [line.split("\t") for line in (HERE / "aimed.txt").read_text(encoding="utf-8").splitlines()]
    said = [(label == "yes", analyse(text).abusive) for label, text in lines]

    assert sum(aimed and found for aimed, found in said) / sum(aimed for aimed, _ in said) >= 0.85
    assert sum(found and not aimed for aimed, found in said) <= 1


@pytest.mark.parametrize(
    "text",
    [
        "kms",
        "kms lol",
        "i want to kill myself but maths is killing me too",
        "dad hits me 😂 exams are killing me",
        "We need more talks about self-harm. I cut myself.",
        "my mum would kill me, she already broke my arm",
        "i used to cut but my counsellor helped me",
        "thought about jumping in front of the train haha",
    ],
)
def test_a_plain_word_of_harm_stands_beside_any_manner_of_speaking(text: str) -> None:
    assert analyse(text).concern.read_first


@pytest.mark.parametrize(
    "text",
    [
        "exams are killing me",
        "I could murder a pizza",
        "dead 😂😂",
        "my phone died again",
        "this homework will be the death of me",
        "he killed it on stage",
        "shot by the bell",
        "I'm starving, when is lunch",
        "we got battered 5-0",
        "my mum will kill me if I'm late",
        "stop the cuts",
        "hit the gym",
        "more lessons about self-harm please",
        "scared of spiders",
        "the film was so violent",
        "beat them at fifa",
        "I died laughing",
        "knife crime needs more talks",
    ],
)
def test_a_manner_of_speaking_alone_is_no_worry(text: str) -> None:
    assert not analyse(text).concern.read_first
