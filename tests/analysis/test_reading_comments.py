"""What is found in comments, by the codebook: our own labelled set with its floors, and single cases that must hold."""

from __future__ import annotations

import csv
from functools import lru_cache
from pathlib import Path

import pytest

from analysis import THEME_CODES, Finding, Sentiment, analyse

GOOD = "What is good about the support you get?"
BETTER = "What one thing would make support better for young people in Oxfordshire?"
QUESTIONS = {"good": GOOD, "better": BETTER}


@lru_cache(maxsize=1)
def labelled() -> list[tuple[dict[str, str], Finding]]:
    with (Path(__file__).parent / "comments.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [(row, analyse(row["text"], QUESTIONS[row["question"]])) for row in rows]


def test_the_labelled_set_is_large_enough_to_say_something() -> None:
    assert len(labelled()) >= 150
    assert {code for row, _ in labelled() for code in row["themes"].split(",") if code} == set(THEME_CODES)


def test_themes_agree_with_the_labels() -> None:
    right = found = wanted = 0
    for row, finding in labelled():
        labels, codes = set(filter(None, row["themes"].split(","))), {theme.code for theme in finding.themes}
        right, found, wanted = right + len(labels & codes), found + len(codes), wanted + len(labels)

    assert 2 * right / (found + wanted) >= 0.75


def test_feelings_agree_with_the_labels_for_each_feeling() -> None:
    scores = []
    for feeling in Sentiment:
        pairs = [(row["sentiment"] == feeling, finding.sentiment == feeling) for row, finding in labelled()]
        right, found, wanted = (
            sum(a and b for a, b in pairs),
            sum(b for _, b in pairs),
            sum(a for a, _ in pairs),
        )
        scores.append(2 * right / (found + wanted))

    assert sum(scores) / len(scores) >= 0.75


def test_hardly_a_worrying_comment_is_missed() -> None:
    worrying = [finding.concern.read_first for row, finding in labelled() if row["read_first"] == "yes"]

    assert len(worrying) >= 40
    assert sum(worrying) / len(worrying) >= 0.95


def test_manners_of_speaking_are_seldom_taken_for_worry() -> None:
    harmless = [finding.concern.read_first for row, finding in labelled() if row["read_first"] == "no"]

    assert sum(harmless) / len(harmless) <= 0.05


@pytest.mark.parametrize(
    ("text", "question", "sentiment"),
    [
        ("Nothing.", GOOD, "negative"),
        ("Nothing.", BETTER, "positive"),
        ("Everything!", GOOD, "positive"),
        ("everything", BETTER, "negative"),
        ("nothing tbh", "What was good?", "negative"),
        ("nothing", "What could be better?", "positive"),
        ("nothing", "How could we improve?", "positive"),
        ("idk", BETTER, "neutral"),
        ("", None, "neutral"),
        ("   ", GOOD, "neutral"),
        ("fucking love this place", None, "positive"),
        ("lol he only hits me on weekdays", None, "negative"),
        ("more clubs on Sundays please", BETTER, "neutral"),
        ("not good", None, "negative"),
        ("staff are not helpful", None, "negative"),
        ("SOOOO GOOOOD", None, "positive"),
    ],
)
def test_the_question_and_the_way_of_speaking_decide_the_feeling(
    text: str, question: str | None, sentiment: str
) -> None:
    assert analyse(text, question).sentiment == sentiment


def test_a_disclosure_is_negative_even_where_it_laughs() -> None:
    finding = analyse("lol my dad is great fun when he hits me 😂", GOOD)

    assert (finding.concern.read_first, finding.sentiment) == (True, Sentiment.NEGATIVE)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("k1ll myself", "self_harm"),
        ("su!cide", "self_harm"),
        ("s u i c i d e", "self_harm"),
        ("s3lf h4rm", "self_harm"),
        ("kms", "self_harm"),
        ("gonna unalive myself", "self_harm"),
        ("I don't like going home when he's there", "abuse"),
        ("i dont like going home when hes there", "abuse"),
        ("he r*ped me", "abuse"),
        ("there is never enough food at home", "neglect"),
        ("an older man online wants pics of me", "exploitation"),
        ("he pulled a knife on my mate", "violence"),
        ("they bully me every day", "bullying"),
        ("i make myself sick after dinner", "eating"),
        ("mum is always drunk", "substance"),
        ("I have nowhere to sleep", "homelessness"),
        ("tata mnie bije", "abuse"),
        ("quero morrer", "self_harm"),
        ("vreau să mor", "self_harm"),
        ("أريد أن أموت", "self_harm"),
        ("خودکشی", "self_harm"),
        ("mi padre me pega", "abuse"),
    ],
)
def test_a_worry_is_read_first_and_says_which(text: str, kind: str) -> None:
    concern = analyse(text).concern

    assert concern.read_first
    assert kind in concern.kinds
    assert concern.because
    assert all(words in text for words in concern.because)


@pytest.mark.parametrize(
    "text",
    [
        "exams are killing me",
        "dead 😂",
        "more talks about self-harm please",
        "I could murder a pizza",
        "never been bullied here",
    ],
)
def test_a_manner_of_speaking_or_a_topic_is_no_worry(text: str) -> None:
    assert not analyse(text).concern.read_first


def test_every_theme_says_which_words_speak_of_it() -> None:
    for row, finding in labelled():
        for theme in finding.themes:
            assert theme.because
            assert all(words in row["text"] for words in theme.because)
            assert 0 < theme.confidence < 1


def test_a_theme_rests_on_words_that_tell_something() -> None:
    for text in (
        "someone in my year gets called names and they get away with it",
        "they have a lady on the desk and she is warm",
    ):
        told = [words for theme in analyse(text).themes for words in theme.because]
        assert told
        assert not {"someone", "they", "she", "a", "in", "my"} & set(told)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("", "en"),
        ("😂😂", "en"),
        ("buses", "en"),
        ("wagwan bare peng innit fam", "en"),
        ("my teacher says cześć to me every day", "en"),
        ("Nie mam z kim porozmawiać", "pl"),
        ("Os professores não ouvem os jovens", "pt"),
        ("Nu am cu cine să vorbesc la școală", "ro"),
        ("No hay nadie con quien hablar", "es"),
        ("لا أحد يستمع إلينا", "ar"),
        ("کوئی ہماری بات نہیں سنتا", "ur"),
        ("没有人听我们说话", "zh"),
    ],
)
def test_the_language_is_guessed_and_slang_stays_english(text: str, language: str) -> None:
    assert analyse(text).language == language


def test_another_language_is_not_scored_but_still_read_for_worry_and_names() -> None:
    finding = analyse("Nie lubię wracać do domu, tata mnie bije. Pani Ewa o tym wie, tel. 07700 900123")

    assert (finding.sentiment, finding.score) == (None, None)
    assert finding.concern.read_first
    assert {span.kind.value for span in finding.personal} == {"name", "phone"}


@pytest.mark.parametrize(
    ("text", "abusive"),
    [
        ("you are all idiots", True),
        ("fuck you", True),
        ("go back to your own country", True),
        ("they call me a fat cow", False),
        ("CAMHS is shit", False),
        ("my life is shit", False),
        ("fucking love this place", False),
        ("I am gay and was bullied", False),
    ],
)
def test_abuse_is_what_is_aimed_at_somebody(text: str, abusive: bool) -> None:
    assert analyse(text).abusive is abusive


def test_no_level_of_risk_is_named_anywhere() -> None:
    package = Path(__file__).resolve().parents[2] / "analysis"
    for path in [*package.rglob("*.py"), *package.rglob("*.yaml")]:
        text = path.read_text(encoding="utf-8").lower()
        for words in (
            "risk level",
            "level of risk",
            "low risk",
            "high risk",
            "medium risk",
            "risk score",
            "risk_",
        ):
            assert words not in text, path
