"""The word lists: each says where it comes from, and a broken one is refused with its file and entry."""

from __future__ import annotations

import pytest

from analysis import THEME_CODES, ConcernKind
from analysis.text.entries import EntryError, read_entry
from analysis.text.lexicon import FOLDER, Lexicon, LexiconError, WordList, load, read_file
from analysis.text.reading import Reading


def lexicon(*entries: str, **classes: frozenset[str]) -> Lexicon:
    return Lexicon(
        [WordList(name="trial", version="1", source="here", classes=classes, entries={"yes": entries})]
    )


def finds(words: Lexicon, text: str) -> bool:
    return bool(words.find(Reading(text, words.vocabulary).words))


@pytest.mark.parametrize("name", sorted(path.stem for path in FOLDER.glob("*.yaml")))
def test_every_list_says_its_version_and_source(name: str) -> None:
    data = read_file(name)

    assert str(data["version"]).strip()
    assert str(data["source"]).strip()


def test_every_outcome_and_every_kind_of_worry_has_words() -> None:
    kinds = {heading.partition(".")[0] for heading in load("concern").entries}

    assert set(load("themes").entries) - {"no_outcome"} == set(THEME_CODES)
    assert kinds == {kind.value for kind in ConcernKind}


@pytest.mark.parametrize(
    ("entry", "text", "expected"),
    [
        ("listen*", "nobody LISTENED", True),
        ("(kill|hurt) myself", "i hurt   myself", True),
        ("talks?", "one talk", True),
        ("break ?up", "our breakup", True),
        ("break ?up", "we break up", True),
        ("scared .. home", "scared to go back home", True),
        ("scared .. home", "scared of the big dog at home", False),
        ("scared .. home", "I am scared. Home is nice", False),
        ("so (very)? good", "so good", True),
        ("@who helps", "she helps", True),
        ("don't", "i dont", True),
        ("dont", "i don\u2019t", True),
        ("help", "heeeelp", True),
        ("umrzec", "umrzeć", True),
    ],
)
def test_an_entry_is_found_as_it_is_written(entry: str, text: str, expected: bool) -> None:
    assert finds(lexicon(entry, who=frozenset({"she", "he"})), text) is expected


@pytest.mark.parametrize("entry", ["(a|b", "@nobody", "(a)?", "a) b"])
def test_a_broken_entry_is_refused(entry: str) -> None:
    with pytest.raises(EntryError):
        read_entry(entry, {})
    with pytest.raises(LexiconError, match="trial.yaml, yes"):
        lexicon(entry)
