"""Topics that nobody asked about: what is proposed, what is not, and that the same comments always give the same."""

import subprocess
import sys
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.topics import (
    SMALLEST_TOPIC,
    TopicTerm,
    TopicText,
    belongs,
    closeness,
    nearness,
    propose,
)

BUSES = (
    "the bus to town is late",
    "buses cost too much for a ticket",
    "my bus never comes",
    "a bus on sundays please",
)
LITTER = (
    "litter by the river",
    "the river is full of litter and plastic",
    "clean the river",
    "so much plastic in the river",
)
OTHER = (
    "more colours on the wall", "a telescope", "pizza on fridays", "vending machine", "longer holidays", "wifi in the hall",
    "a new roof", "chess", "warm coats", "shorter assemblies", "candles", "a choir", "bins", "cats", "paint", "violins",
)  # fmt: skip


def comments(*kinds: tuple[str, ...], each: int = 16) -> list[TopicText]:
    """So many comments of each kind, each of a response of its own."""
    texts = [kind[number % len(kind)] for kind in kinds for number in range(each)]
    return [TopicText(id=f"c{at}", response=f"r{at}", text=text) for at, text in enumerate(texts)]


def test_what_many_say_is_proposed_with_its_words_and_comments() -> None:
    found = propose(comments(BUSES, LITTER, OTHER))

    named = {topic.terms[0].words.split()[0]: topic for topic in found.topics}
    assert {"bus", "buses"} & named.keys()
    assert {"river", "litter", "plastic"} & named.keys()
    for topic in found.topics:
        assert len(topic.members) >= SMALLEST_TOPIC
        assert set(topic.typical) <= set(topic.members)
        assert 0 < topic.stability <= 1
    assert (found.given, found.read) == (48, 48)


def test_the_same_comments_give_the_same_topics_in_any_order() -> None:
    texts = comments(BUSES, LITTER, OTHER)
    shuffled = list(texts)
    Random(7).shuffle(shuffled)

    assert propose(shuffled) == propose(texts)


def test_nine_people_make_no_topic_however_much_they_write() -> None:
    nine = [TopicText(id=f"c{at}", response=f"r{at % 9}", text=BUSES[at % 4]) for at in range(60)]
    few = comments(BUSES, each=9)

    assert propose(nine).topics == ()
    assert propose(few).topics == ()
    assert propose([]).topics == ()


def test_a_word_of_four_people_is_no_term() -> None:
    texts = comments(BUSES, OTHER)
    texts += [
        TopicText(id=f"n{at}", response=f"n{at % 4}", text="the bus zebedee drives") for at in range(20)
    ]

    assert all("zebedee" not in term.words for topic in propose(texts).topics for term in topic.terms)


def test_what_was_marked_as_personal_is_never_a_term_nor_joined_across() -> None:
    text = "ask jamal patel about the bus"
    texts = [TopicText(id=f"c{at}", response=f"r{at}", text=text, spans=((4, 15),)) for at in range(30)]
    texts += comments(OTHER)

    terms = [term.words for topic in propose(texts).topics for term in topic.terms]

    assert "bus" in terms
    assert not [words for words in terms if "jamal" in words or "patel" in words or "ask" in words]


def test_words_of_the_question_are_no_terms() -> None:
    texts = comments(BUSES, OTHER)

    found = propose(texts, asked=["What should change about the bus?"])

    assert all("bus" not in term.words for topic in found.topics for term in topic.terms)


def test_more_than_can_be_read_at_once_is_read_in_part_and_said() -> None:
    texts = [
        TopicText(id=f"c{at}", response=f"r{at}", text=f"{BUSES[at % 4]} {OTHER[at % 16]}")
        for at in range(10_050)
    ]

    found = propose(texts)

    assert (found.given, found.read) == (10_050, 10_000)
    assert found.topics


def test_a_comment_of_the_next_wave_is_assigned_by_the_same_rule() -> None:
    texts = comments(BUSES, LITTER, OTHER)
    topic = next(one for one in propose(texts).topics if "bus" in {term.term for term in one.terms})

    assert set(topic.members) == {one.id for one in texts if belongs(topic.terms, one)}
    assert belongs(topic.terms, TopicText(id="n", response="n", text="Buses!! they never come"))
    assert not belongs(topic.terms, TopicText(id="n", response="n", text="a quiet room"))


def test_odd_texts_are_read_without_a_word() -> None:
    odd = ["", "   ", "\x00", "💥" * 50, "\ud800", "'", "’’", "a" * 100_000, "ß İ ﬁ", "+44 7700 900123"] * 3

    texts = [TopicText(id=f"c{at}", response=f"r{at}", text=text) for at, text in enumerate(odd)]

    assert len(propose(texts).topics) <= 1


TERMS = st.lists(
    st.builds(
        TopicTerm,
        term=st.sampled_from(["bus", "river", "litter"]),
        words=st.just("w"),
        weight=st.floats(0, 0.95),
    ),
    max_size=3,
    unique_by=lambda one: one.term,
)


@settings(max_examples=60)
@given(TERMS, TERMS, st.sampled_from([*BUSES, *LITTER, *OTHER]))
def test_closeness_and_nearness_stay_between_nought_and_one(
    one: list[TopicTerm], other: list[TopicTerm], text: str
) -> None:
    assert 0 <= closeness(one, TopicText(id="a", response="a", text=text)) <= 1
    assert 0 <= nearness(one, other) <= 1
    assert abs(nearness(one, other) - nearness(other, one)) < 1e-12


def test_reading_a_comment_loads_none_of_the_libraries_of_topics() -> None:
    code = "import analysis, sys; analysis.analyse('The bus is late.', ''); print('sklearn' in sys.modules)"

    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert ran.stdout.strip() == "False"
