"""How a comment feels: TextBlob's polarity beside praise and complaint in young people's words, read with the question."""

from __future__ import annotations

from collections.abc import Mapping
from math import log1p
from typing import NamedTuple

from analysis.learned.model import Heard, Likely
from analysis.learned.table import feeling_weights
from analysis.text.finding import Concern, Sentiment
from analysis.text.folding import word_set
from analysis.text.hearing import shipped
from analysis.text.lexicon import Hit
from analysis.text.polarity import textblob
from analysis.text.reading import Reading
from analysis.text.short import asked, whole_answer
from analysis.text.signals import question_words, surface, worries
from analysis.text.themes import apart

#: How likely praise must be for a disclosure to be told with thanks for the help that came.
_CARRIED = 0.65
#: Praise less likely than this may only be the habit of the question.
_DOUBTFUL = 0.7
#: The logarithm of one more than four words.
_FEW_WORDS = log1p(4)
_ORDER = (Sentiment.NEGATIVE, Sentiment.NEUTRAL, Sentiment.POSITIVE)


class Feeling(NamedTuple):
    """A label, its score from -1 to 1, and how likely it is right (0-1)."""

    sentiment: Sentiment
    score: float
    confidence: float

    @property
    def is_sure(self) -> bool:
        """Whether the label can stand without a person's look."""
        return self.confidence >= feeling_weights().sure_from


def feeling(reading: Reading, hits: list[Hit], question: str | None, worry: Concern, heard: Heard) -> Feeling:
    """How the writer feels about what the comment is about; what a short answer means, the question decides.

    Words that speak of harm are negative, also where they laugh, unless thanks for help carry them.
    """
    short = whole_answer(reading, asked(question))
    if short is not None:
        return _certain(*short)
    model, measured = shipped(), evidence(reading, hits, question, worry)
    likely = with_rules(model.feeling(heard, measured), measured)
    best = max(range(3), key=likely.__getitem__)
    return Feeling(
        sentiment=_ORDER[best],
        score=round(likely[2] - likely[0], 3),
        confidence=round(min(model.confidence(heard.kind, likely[best]), 0.99), 3),
    )


def evidence(reading: Reading, hits: list[Hit], question: str | None, worry: Concern) -> dict[str, float]:
    """What is measured of the whole comment, as signals by name."""
    return {
        **measure(reading, hits, asked(question)),
        **surface(reading),
        **worries(worry),
        **question_words(question),
    }


def with_rules(likely: Likely, measured: Mapping[str, float]) -> Likely:
    """What the codebook settles whatever the weights say: harm is negative unless thanks for help carry it.

    And a complaint alone is hardly praise where praise was asked for.
    """
    is_doubtful = measured["length"] <= _FEW_WORDS or likely[2] < _DOUBTFUL
    if measured["asked_good"] and is_doubtful and _only_complains(measured):
        positive = likely[2] / 4
        likely = likely[0] + likely[2] - positive, likely[1], positive
    if "read_first" in measured and ("laughs" in measured or likely[2] < _CARRIED):
        return max(likely[0], 0.8), min(likely[1], 0.12), min(likely[2], 0.08)
    return likely


def _only_complains(measured: Mapping[str, float]) -> bool:
    return measured["complaint"] > 0 and not measured["praise"] and measured["polarity"] <= 0


_TELLERS = word_set(
    "i ive im id we weve were they theyre theyve he hes she shes my our nobody noone has had was is isnt arent"
)


def measure(reading: Reading, hits: list[Hit], question_asks: str | None) -> dict[str, float]:
    """The signals of a comment, each by name."""
    found = _meant(hits)
    names = [hit.label.name for hit in found]
    praise, complaint, last = _valence(reading, found, names)
    wishes, words = names.count("wish"), reading.texts
    asks_good, asks_better = question_asks == "good", question_asks == "better"
    tells = not _TELLERS.isdisjoint(words)
    silent = praise == complaint == 0
    balance = (praise - complaint) / (praise + complaint + 1)
    polarity, subjectivity = textblob(words)
    return {
        "polarity": polarity,
        "subjectivity": subjectivity,
        "praise": log1p(praise),
        "complaint": log1p(complaint),
        "balance": balance,
        "last": last,
        "wish": log1p(wishes),
        "shrug": float("shrug" in names),
        "silent": float(silent),
        "mixed": float(praise > 0 and complaint > 0),
        "length": log1p(len(words)),
        "asked_good": float(asks_good),
        "asked_better": float(asks_better),
        "asked_better_wish": float(asks_better and wishes > 0),
        "asked_better_silent": float(asks_better and silent),
        "asked_better_praise": float(asks_better and praise > complaint),
        "tells": float(tells),
        "asked_good_silent": float(asks_good and silent),
        "asked_better_tells": float(asks_better and tells and not praise and not wishes),
        "asked_better_bare_wish": float(asks_better and wishes > 0 and not complaint and not tells),
        "exclamation": float("!" in reading.text),
    }


def _meant(hits: list[Hit]) -> list[Hit]:
    """The hits of the sentiment list, but for single words inside an idiom or a talk about a topic."""
    found = [hit for hit in hits if hit.label.group == "sentiment"]
    if not any([hit.first == hit.last and hit.label.name == "complaint" for hit in found]):
        return found
    covered = {
        place
        for hit in hits
        if (hit.label.group, hit.label.name) in (("manner", "harmless"), ("themes", "safe.education"))
        for place in range(hit.first, hit.last + 1)
    }
    return [
        hit
        for hit in found
        if hit.label.name != "complaint" or hit.last > hit.first or hit.first not in covered
    ]


def _valence(reading: Reading, found: list[Hit], names: list[str]) -> tuple[float, float, float]:
    """Praise, complaint, and which of them the comment ends on (-1 to 1)."""
    if "praise" not in names and "complaint" not in names:
        return 0.0, 0.0, 0.0
    negators = {hit.last for hit in found if hit.label.name == "not"}
    stronger = {hit.last for hit in found if hit.label.name == "stronger"}
    turn = max((hit.last for hit in found if hit.label.name == "turn"), default=-1)
    totals = {"praise": 0.0, "complaint": 0.0}
    last = 0.0
    for hit in apart([hit for hit in found if hit.label.name in totals]):
        name, weight = hit.label.name, hit.label.weight
        if hit.first - 1 in stronger:
            weight *= 1.3
        if _is_turned(hit, negators, reading):
            name, weight = ("complaint" if name == "praise" else "praise"), weight * 0.7
        if turn > 0:
            weight *= 1.4 if hit.first > turn else 0.7
        totals[name] += weight
        last = 1.0 if name == "praise" else -1.0
    return totals["praise"], totals["complaint"], last


def _is_turned(hit: Hit, negators: set[int], reading: Reading) -> bool:
    """Whether a "not" stands within the three words before a word of praise or complaint, in the same sentence."""
    if hit.last > hit.first:
        return False
    sentence = reading.words[hit.first].sentence
    near = range(max(0, hit.first - 3), hit.first)
    return any(place in negators and reading.words[place].sentence == sentence for place in near)


def _certain(sentiment: Sentiment, confidence: float) -> Feeling:
    sign = {Sentiment.NEGATIVE: -1.0, Sentiment.NEUTRAL: 0.0, Sentiment.POSITIVE: 1.0}[sentiment]
    return Feeling(sentiment=sentiment, score=round(sign * confidence, 3), confidence=confidence)
