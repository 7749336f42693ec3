"""What was learned: its weights, that reading and fitting see the same, and what it keeps of what was measured."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from math import exp
from pathlib import Path

import pytest

from analysis import THEME_CODES, analyse
from analysis.learned.fields import COUNT, packed, unpacked
from analysis.learned.outcomes import outcome_parts
from analysis.learned.parts import negated, parts
from analysis.learned.signals import crossed
from analysis.learned.table import FOLDER, UNIT, feeling_weights, outcome_weights
from analysis.learned.valence import valence_signals
from analysis.text.concern import concern
from analysis.text.hearing import hear, shipped
from analysis.text.polarity import textblob
from analysis.text.sentiment import evidence
from analysis.text.sources import read, sources
from analysis.text.themes import listed, theme_signals
from analysis.text.topics import topics_of

REPOSITORY = Path(__file__).resolve().parents[2]
GOOD = "What is good about the support you get?"
COMMENTS = [
    ("my youth worker is dead kind, she never judges me", GOOD),
    ("I can't afford swimming. It isn't fair!!", "What should change?"),
    ("more clubs on sundays please", "How could we improve?"),
    ("nobody told me about it until it was too late :(", None),
    ("teachers shout. Teachers SHOUT and shout and shout", "FFT Why?"),
]


def test_the_weights_are_plain_json_of_a_few_megabytes() -> None:
    files = sorted(FOLDER.iterdir())

    assert {"feeling.json", "outcomes.json"} <= {path.name for path in files}
    assert all(path.suffix == ".json" for path in files)
    assert sum(path.stat().st_size for path in files) < 5_000_000
    for path in files:
        json.loads(path.read_text(encoding="utf-8"))


def test_the_weights_are_sane() -> None:
    feelings, outcomes = feeling_weights(), outcome_weights()

    assert outcomes.codes == THEME_CODES
    assert 0.5 < feelings.sure_from < 1
    assert feelings.words["thank"][1] > 20 * max(1, feelings.words["thank"][0])
    assert feelings.words["rude"][0] > 0
    for steps in (*feelings.confidence.values(), outcomes.confidence):
        assert [*steps] == sorted(steps)
        assert all(0 <= height <= 1 for _, height in steps)
        assert [height for _, height in steps] == sorted(height for _, height in steps)


@pytest.mark.parametrize(("text", "question"), COMMENTS)
def test_a_comment_is_read_with_what_was_fitted(text: str, question: str | None) -> None:
    reading = read(text)
    hits = sources().in_text.find(reading.words)
    heard, measured = hear(reading, question), evidence(reading, hits, question, concern(reading, hits))
    words, sentences = [word.text for word in reading.words], [word.sentence for word in reading.words]
    weights = feeling_weights()
    signals = {**measured, **valence_signals(words, list(negated(words, sentences)), weights.valences)}
    totals = [0.0, 0.0]
    for found, table in (
        (parts(words, sentences, heard.kind), weights.words),
        (crossed(signals, heard.kind), weights.signals),
    ):
        for name, value in found.items():
            for side in (0, 1):
                totals[side] += value * table.get(name, (0, 0))[side] / UNIT

    against, even, speaks = shipped().feeling(heard, measured)

    whole = exp(totals[0]) + 1 + exp(totals[1])
    expected = (exp(totals[0]) / whole, 1 / whole, exp(totals[1]) / whole)
    assert (against, even, speaks) == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize(("text", "question"), COMMENTS)
def test_outcomes_are_summed_as_they_were_fitted(text: str, question: str | None) -> None:
    reading = read(text)
    hits, heard, weights = sources().in_text.find(reading.words), hear(reading, question), outcome_weights()
    signals = theme_signals(listed(hits), hits, heard.kind)
    totals = [start / UNIT for start in weights.start]
    for name, value in outcome_parts([word.text for word in reading.words], topics_of, signals).items():
        for place, weight in weights.features.get(name, ()):
            totals[place] += value * weight / UNIT
    likely = [1 / (1 + exp(-total)) for total in totals]

    found = [place for place, _ in shipped().outcomes(heard, signals)]

    assert found == [place for place, chance in enumerate(likely) if chance >= weights.enough]


def test_packed_numbers_add_up_field_by_field() -> None:
    one, other = [(place, place * 1_000 - 9_000) for place in range(COUNT)], [(0, -1), (COUNT - 1, 7)]

    total = unpacked(packed(one) + packed(other) * 3)

    assert total[0] == -9_003
    assert total[1:-1] == [number for _, number in one[1:-1]]
    assert total[-1] == one[-1][1] + 21


@pytest.mark.parametrize(
    "text",
    [
        "not a very good place",
        "really really bad and i dont like it",
        "no help at all",
        "it was the most amazing and lovely day of 2024",
        "hardly ever good, really not good, quickly no fun",
        "xyzzy plugh",
        "",
    ],
)
def test_textblob_says_the_same_of_the_words_that_matter(text: str) -> None:
    from textblob.en import sentiment  # noqa: PLC0415  # slow to import, and only here

    words = [word.text for word in read(text).words]
    told = ["n't" if word == "dont" else word for word in words]

    assert textblob(words) == pytest.approx(tuple(sentiment(told))[:2])


def test_the_same_text_gives_the_same_bytes_in_another_order_and_process() -> None:
    lines = [
        json.dumps({"id": place, "text": text, "question": question})
        for place, (text, question) in enumerate(COMMENTS)
    ]

    def run(order: list[str]) -> dict[bytes, bytes]:
        done = subprocess.run(
            [sys.executable, "-m", "analysis"], input="\n".join(order).encode() + b"\n", capture_output=True,
            cwd=REPOSITORY, timeout=60, check=True, env={"PYTHONHASHSEED": str(len(order[0]))},
        )  # fmt: skip
        return {line[:9]: line for line in done.stdout.splitlines()}

    assert run(lines) == run(lines[::-1])


def test_reading_takes_none_of_the_libraries_that_fitting_takes() -> None:
    script = (
        "import sys\n"
        "for name in ('numpy', 'sklearn', 'scipy', 'vaderSentiment', 'nltk'): sys.modules[name] = None\n"
        "from analysis import analyse\n"
        "print(analyse('lovely staff', 'What was good?').sentiment)"
    )

    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, cwd=REPOSITORY, timeout=60, check=True
    )

    assert done.stdout == b"positive\n"


def test_another_language_is_never_scored() -> None:
    finding = analyse("Nauczyciele są bardzo mili i pomocni", GOOD)

    assert (finding.sentiment, finding.score, finding.is_sure) == (None, None, False)


def test_without_the_development_text_it_says_so_and_exits_with_two(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "analysis.training", "evaluate"],
        capture_output=True, text=True, cwd=REPOSITORY, timeout=60, check=False, env={"DEVELOPMENT_TEXT": str(tmp_path)},
    )  # fmt: skip

    assert done.returncode == 2
    assert done.stderr.strip().count("\n") == 0
    assert "DEVELOPMENT_TEXT" in done.stderr


def test_what_is_called_sure_is_right_nine_times_in_ten_on_comments_never_fitted_to() -> None:
    better = "What one thing would make support better for young people in Oxfordshire?"
    with (Path(__file__).parent / "comments.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    found = [
        (row["sentiment"], analyse(row["text"], GOOD if row["question"] == "good" else better))
        for row in rows
    ]
    sure = [finding.sentiment == label for label, finding in found if finding.is_sure]
    right = sum(finding.sentiment == label for label, finding in found) / len(found)
    confidence = sum(finding.confidence for _, finding in found) / len(found)

    assert len(sure) >= len(found) / 3
    assert sum(sure) / len(sure) >= 0.9
    assert abs(right - confidence) <= 0.1
