"""The catalogs hold every word of the public pages in every language, and what the product reads is what they say."""

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.catalog import Message

from feedback_app.platform.languages import ENGLISH, TAGS

ROOT = Path(__file__).resolve().parents[2]
OTHERS = sorted(set(TAGS) - {ENGLISH})
PLACEHOLDERS = re.compile(r"%\([a-z_]+\)s|%%|#|<[^>]+>")


def _script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("words", ROOT / "scripts/words.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


words = _script()
ADVICE = "run `make words`, translate what it names, and run it again"


def messages(language: str) -> list[Message]:
    """Every text of a language's catalog."""
    return [message for message in words.read(catalog(language), language) if message.id]


def catalog(language: str) -> Path:
    path: Path = words.FOLDER / language / "LC_MESSAGES/messages.po"
    return path


def forms(said: str | tuple[str, ...] | list[str]) -> list[str]:
    return [said] if isinstance(said, str) else list(said)


def test_there_is_a_catalog_for_each_language_that_is_offered() -> None:
    assert [language for language, _ in words.catalogs()] == OTHERS


def test_the_template_holds_every_word_that_is_marked() -> None:
    fresh = {str(message.id) for message in words.gathered() if message.id}
    held = {str(message.id) for message in words.read(words.TEMPLATE) if message.id}

    assert (fresh - held, held - fresh) == (set(), set()), ADVICE


@pytest.mark.parametrize("language", OTHERS)
def test_a_catalog_holds_what_the_template_holds(language: str) -> None:
    held = {str(message.id) for message in words.read(words.TEMPLATE) if message.id}

    assert {str(message.id) for message in messages(language)} == held, ADVICE


@pytest.mark.parametrize("language", OTHERS)
def test_nothing_is_left_untranslated_or_doubtful(language: str) -> None:
    wanting = [
        message.id
        for message in messages(language)
        if message.fuzzy or not all(part.strip() for part in forms(message.string))
    ]

    assert wanting == [], ADVICE


@pytest.mark.parametrize("language", OTHERS)
def test_placeholders_and_links_are_those_of_the_english(language: str) -> None:
    wrong = [
        message.id
        for message in messages(language)
        for said in forms(message.string)
        if sorted(PLACEHOLDERS.findall(said)) != sorted(PLACEHOLDERS.findall(forms(message.id)[-1]))
    ]

    assert wrong == []


@pytest.mark.parametrize("language", OTHERS)
def test_telephone_numbers_stay_as_they_are(language: str) -> None:
    number = re.compile(r"\b(?:999|0800 1111|85258|116 123|111|0345 050 7666|0800 833 408|SHOUT|Childline)\b")

    wrong = [
        message.id
        for message in messages(language)
        for said in forms(message.string)
        if set(number.findall(said)) != set(number.findall(forms(message.id)[-1]))
    ]

    assert wrong == []


@pytest.mark.parametrize("language", OTHERS)
def test_the_product_reads_what_the_catalog_says(language: str) -> None:
    held = words.compiled(words.read(catalog(language), language))

    assert catalog(language).with_suffix(".mo").read_bytes() == held, ADVICE


def test_a_number_with_spaces_keeps_its_order_from_right_to_left() -> None:
    """Without the marks around it, a line from right to left shows "0800 1111" as "1111 0800"."""
    spaced = re.compile(r"(?<![\d\u2066])(?<!\d )\d+(?: \d+)+(?![\d\u2069])")

    assert [said for one in messages("ar") for said in forms(one.string) if spaced.search(said)] == []
