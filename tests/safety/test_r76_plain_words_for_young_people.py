"""SAFETY R-76: what young people read has short sentences and short words; exceptions stand here with their reason."""

import re

import pytest
from flask import Flask

from tests.client import Page, StrictClient
from tests.factories.answering import SURVEY, VOXY, form, open_waves, send
from tests.factories.kiosks import set_up_kiosk
from tests.factories.receipts import enter, press, reply_to_all, send_for_code

MOST_WORDS = 20
#: Flesch–Kincaid grade: 6 is read at 11.
HIGHEST_GRADE = 6.0
#: Names and numbers that have to be there as they are.
EXCEPTIONS = (
    "Information Commissioner",
    "data protection officer",
    "Vale of White Horse (Abingdon, Faringdon, Wantage)",
    "South Oxfordshire (Didcot, Henley, Thame, Wallingford)",
    "West Oxfordshire (Carterton, Chipping Norton, Witney)",
    "Cherwell (Banbury, Bicester, Kidlington)",
    "Children's services",
    "demonstration: not verified",
    "Oxfordshire",
    "accessibility",
)
PAGES = (
    "/",
    SURVEY,
    VOXY,
    f"{SURVEY}/sent",
    "/r",
    "/help-now",
    "/contact-me",
    "/contact-me/sent",
    "/privacy",
    "/you-said",
    "/ways",
)
BLOCKS = {"p", "li", "h1", "h2", "h3", "h4", "label", "legend", "dt", "dd", "a", "button", "summary"}


def sentences(page: Page) -> list[str]:
    """The sentences inside <main>, block by block."""
    main = page.tree.find(".//main")
    assert main is not None
    found = []
    for block in main.iter():
        if block.tag not in BLOCKS or any(
            child.tag in BLOCKS - {"a"} for child in block.iter() if child is not block
        ):
            continue
        text = " ".join("".join(block.itertext()).split())
        for exception in EXCEPTIONS:
            text = text.replace(exception, "help")
        found += [part for part in re.split(r"(?<=[.!?:])\s+", text) if re.search(r"[a-z]", part)]
    return found


def syllables(word: str) -> int:
    word = re.sub(r"[^a-z]", "", word.lower())
    groups = len(re.findall(r"[aeiouy]+", word))
    return max(1, groups - (word.endswith("e") and not word.endswith(("le", "ee")) and groups > 1))


def grade(all_sentences: list[str]) -> float:
    words = [word for sentence in all_sentences for word in sentence.split() if re.search("[a-zA-Z]", word)]
    return 0.39 * len(words) / len(all_sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


@pytest.mark.parametrize("address", PAGES)
def test_sentences_are_short_and_words_are_plain(app: Flask, client: StrictClient, address: str) -> None:
    open_waves(app)
    found = sentences(client.page(address))

    assert [one for one in found if len(one.split()) > MOST_WORDS] == []
    assert grade(found) <= HIGHEST_GRADE


def test_so_are_the_pages_that_say_no(app: Flask, client: StrictClient) -> None:
    open_waves(app)
    wrong = send(client, form(client) | {"know_who": "maybe", "better": "x " * 700})
    missing = client.page("/s/none")

    for page in (wrong, missing):
        found = [one for one in sentences(page) if "x x" not in one]
        assert [one for one in found if len(one.split()) > MOST_WORDS] == []
        assert grade(found) <= HIGHEST_GRADE


def test_so_are_the_pages_behind_a_code(app: Flask, client: StrictClient) -> None:
    open_waves(app)
    code = send_for_code(app, client, good="Warm")
    empty = enter(client, code)
    reply_to_all(app, "Thank you")
    known = enter(client, code)
    answered = press(client, known, "answer", answer="Yes")
    wrong, copy, asked = (press(client, known, do) for do in ("answer", "copy", "ask"))

    for page in (empty, known, answered, wrong, copy, asked, press(client, asked, "take-back")):
        found = sentences(page)
        assert [one for one in found if len(one.split()) > MOST_WORDS] == []
        assert grade(found) <= HIGHEST_GRADE


def test_so_is_a_kiosk(app: Flask, client: StrictClient) -> None:
    kiosk_id = set_up_kiosk(app, open_waves(app)).kiosk_id
    found = sentences(client.page(f"/kiosk/{kiosk_id}"))

    assert [one for one in found if len(one.split()) > MOST_WORDS] == []
    assert grade(found) <= HIGHEST_GRADE


def test_the_measure_knows_hard_words() -> None:
    assert grade(["We read what you write."]) < 2
    assert grade(["Organisational considerations necessitate comprehensive safeguarding arrangements."]) > 20
