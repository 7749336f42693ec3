"""The hand-written comments, read from their files."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

_COMMENTS = Path(__file__).parent / "comments"
SPAM, ABUSIVE = "spam", "abusive"


class Leaning(StrEnum):
    """How the writer has fared with support."""

    GOOD = "good"
    MIXED = "mixed"
    BAD = "bad"


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One hand-written comment and what its author knows of it.

    `theme` is an outcome's code, or none, spam, abusive. `redact` names what would show who somebody is. `kinds` is
    filled for what a person must see first.
    """

    text: str
    question: str
    theme: str = "none"
    leaning: Leaning = Leaning.MIXED
    language: str = "en"
    older_only: bool = False
    redact: tuple[str, ...] = ()
    topic: str = ""
    topic_words: str = ""
    kinds: tuple[str, ...] = ()

    @property
    def is_worrying(self) -> bool:
        """Whether a person must see it first."""
        return bool(self.kinds)

    @property
    def is_short(self) -> bool:
        """Short enough that several people might write just this."""
        return len(self.text.split()) <= 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Worry:
    """What one young person wrote who may need help, across the boxes of one response."""

    topic: str
    voices: tuple[Voice, ...]


@lru_cache(maxsize=1)
def all_voices() -> Mapping[str, tuple[Voice, ...]]:
    """The comments by the question they answer, in the order of the files."""
    found: dict[str, list[Voice]] = {}
    for path in sorted(_COMMENTS.glob("*_*.yaml")):
        content = _content(path)
        question = content["question"]
        for group in content["groups"]:
            found.setdefault(question, []).extend(_group(question, group))
    return {question: tuple(voices) for question, voices in found.items()}


@lru_cache(maxsize=1)
def worries() -> Mapping[str, tuple[Worry, ...]]:
    """What must be seen first, by instrument."""
    content = _content(_COMMENTS / "worrying.yaml")
    return {
        "be-supported": tuple(_worry(one, ("good", "better")) for one in content["survey"]),
        "voxy": tuple(_worry(one, ("say", "change")) for one in content["voxy"]),
    }


@lru_cache(maxsize=1)
def box_words() -> Mapping[str, Sequence[str]]:
    """What people write into the boxes beside "something else", by form field."""
    return {field: tuple(words) for field, words in _content(_COMMENTS / "boxes.yaml").items()}


def _content(path: Path) -> Any:
    return YAML(typ="safe").load(path.read_text(encoding="utf-8"))


def _group(question: str, group: Mapping[str, Any]) -> Iterator[Voice]:
    for comment in group["comments"]:
        text, redact = (comment, ()) if isinstance(comment, str) else (comment["text"], comment["redact"])
        yield Voice(
            text=text,
            question=question,
            theme=group["theme"],
            leaning=Leaning(group["leaning"]),
            language=group.get("language", "en"),
            older_only=group.get("ages") == "older",
            redact=tuple(redact),
            topic=group.get("topic", ""),
            topic_words=group.get("topic_words", ""),
        )


def _worry(one: Mapping[str, Any], questions: Sequence[str]) -> Worry:
    voices = tuple(
        Voice(
            text=one[question],
            question=question,
            leaning=Leaning.BAD,
            language=one.get("language", "en"),
            kinds=tuple(one["kinds"]),
        )
        for question in questions
        if one.get(question)
    )
    return Worry(topic=one.get("topic", ""), voices=voices)
