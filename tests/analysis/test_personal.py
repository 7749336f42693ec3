"""Words that could show who somebody is: which are found, which are left alone, and that offsets hold for any text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import Finding, analyse

unicode_text = st.text(st.characters(codec=None), max_size=200)
pieces = st.lists(
    st.sampled_from(
        [
            "Miss Patel",
            "07700 900123",
            "a@b.co",
            "OX4 3AB",
            "@kez",
            "\u0301",
            "\u200b",
            "ﷺ",
            "İ",
            "😂",
            "\ud800",
            "k.m.s",
            "12 High Street ",
        ]
    )
    | st.text(max_size=4),
    max_size=12,
).map(" ".join)


def found(text: str) -> list[tuple[str, str]]:
    return [(text[span.start : span.end], span.kind.value) for span in analyse(text).personal]


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Miss Patel is kind", "Miss Patel", "name"),
        ("miss patel never listens", "miss patel", "name"),
        ("Mrs O'Brien shouts", "Mrs O'Brien", "name"),
        ("pani Ewa pomaga", "pani Ewa", "name"),
        ("my youth worker Oluwaseun listens", "Oluwaseun", "name"),
        ("sarah helped me", "sarah", "name"),
        ("Thanks Dave!", "Dave", "name"),
        ("Will helped me when nobody else did", "Will", "name"),
        ("Tell Zara's mum", "Zara", "name"),
        ("my friend Aisha Khan gets picked on", "Aisha Khan", "name"),
        ("Zoe\u0308 helped me", "Zoe\u0308", "name"),
        ("ring 07700 900123", "07700 900123", "phone"),
        ("+44 7700 900 123", "+44 7700 900 123", "phone"),
        ("jay.smith04@example.org is mine", "jay.smith04@example.org", "email"),
        ("I live at 12 Marston Road", "12 Marston Road", "address"),
        ("flat 3, 24 Rose Hill Close", "flat 3, 24 Rose Hill Close", "address"),
        ("ox4 3ab", "ox4 3ab", "postcode"),
        ("my snap is jaydog_07", "jaydog_07", "handle"),
        ("follow @kezza.b", "@kezza.b", "handle"),
        ("I go to Cheney School", "Cheney School", "school"),
        ("we played against Larkmead", "Larkmead", "school"),
        ("born on 12/03/2009", "12/03/2009", "date_of_birth"),
        ("my birthday is 3rd March 2010", "3rd March 2010", "date_of_birth"),
        ("see https://example.org/help?x=1.", "https://example.org/help?x=1", "url"),
    ],
)
def test_what_could_identify_somebody_is_found_whole(text: str, words: str, kind: str) -> None:
    assert found(text) == [(words, kind)]


@pytest.mark.parametrize(
    "text",
    [
        "I waited 14 months in Oxford for CAMHS",
        "May is my favourite month",
        "Marcus Rashford inspires me",
        "Harry Potter club on Tuesdays",
        "I miss my mum",
        "the Youth Club in Banbury is great",
        "Will you open on Sundays?",
        "Hope this helps",
        "2 people in 10 minutes way too long",
        "there were 15 kids on the street",
        "my school is good",
        "Childline 0800 1111 helped",
        "tiktok is so toxic",
        "Jesus loves me",
        "I love Arsenal and Ronaldo",
        "I was 5 in March 2012",
        "my youth worker is great",
    ],
)
def test_places_months_famous_people_services_and_roles_are_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.no_cover
@given(unicode_text | pieces)
def test_every_span_lies_in_the_text_and_none_over_another(text: str) -> None:
    end = 0
    for span in analyse(text).personal:
        assert end <= span.start < span.end <= len(text)
        assert text[span.start : span.end]
        end = span.end


@given(unicode_text | pieces, st.none() | unicode_text)
def test_any_text_is_answered_and_the_same_gets_the_same(text: str, question: str | None) -> None:
    finding = analyse(text, question)

    assert isinstance(finding, Finding)
    assert analyse(text, question) == finding
    assert 0 <= finding.confidence <= 1
    assert finding.score is None or -1 <= finding.score <= 1
    assert finding.concern.read_first is bool(finding.concern.kinds)
    assert all(words in text for words in finding.concern.because)
