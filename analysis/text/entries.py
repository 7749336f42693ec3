"""How an entry of a word list is written, read as the parts a text must show in turn.

stem* is a word with any ending, word? may lack its last letter, break ?up may be written as one word, (one|other) is either,
(maybe)? may be missing, .. is a gap of up to three words, @class is any word of that class.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from analysis.text.folding import fold

GAP = ".."
#: One place of an entry: a word, a word with any ending ("stem*"), a gap, or any word of a set.
Part = str | frozenset[str]
_PIECE = re.compile(r"\.\.|@[a-z_]+|[^\W_]+(?:&[^\W_]+)*|[()|*?]|[^\w\s]")
_MAYBE_SPACE = re.compile(r"([^\W_]+) \?([^\W_]+\*?)")
_MAYBE_LETTER = re.compile(r"([^\W_]+)([^\W_])\?")


class EntryError(ValueError):
    """An entry that cannot be read."""


def read_entry(entry: str, classes: Mapping[str, frozenset[str]]) -> list[tuple[Part, ...]]:
    """Every way the entry can stand in a text; raises EntryError."""
    plain = fold(entry)[0].lower().replace("'", "").replace("-", " ")
    plain = _MAYBE_LETTER.sub(r"(\1\2|\1)", _MAYBE_SPACE.sub(r"(\1 \2|\1\2)", plain))
    pieces = _PIECE.findall(plain)
    parser = _Parser(pieces, classes)
    ways = parser.alternatives()
    if parser.position != len(pieces):
        raise EntryError(f"cannot read {entry!r}")
    trimmed = {tuple(_without_last_gaps(way)) for way in ways}
    if () in trimmed:
        raise EntryError(f"{entry!r} would match nothing")
    return sorted(trimmed, key=str)


class _Parser:
    def __init__(self, pieces: list[str], classes: Mapping[str, frozenset[str]]) -> None:
        self._pieces = pieces
        self._classes = classes
        self.position = 0

    def alternatives(self) -> list[list[Part]]:
        ways = self._sequence()
        while self._next() == "|":
            self._take()
            ways += self._sequence()
        return ways

    def _sequence(self) -> list[list[Part]]:
        ways: list[list[Part]] = [[]]
        while (piece := self._next()) is not None and piece not in ("|", ")"):
            choices = self._suffixed(self._atom())
            ways = [[*way, *choice] for way in ways for choice in choices]
        return ways

    def _next(self) -> str | None:
        return self._pieces[self.position] if self.position < len(self._pieces) else None

    def _take(self) -> str:
        self.position += 1
        return self._pieces[self.position - 1]

    def _atom(self) -> list[list[Part]]:
        piece = self._take()
        if piece.startswith("@"):
            if piece[1:] not in self._classes:
                raise EntryError(f"no class {piece}")
            return [[self._classes[piece[1:]]]]
        if piece != "(":
            return [[piece]]
        ways = self.alternatives()
        if self._next() != ")":
            raise EntryError("a bracket is not closed")
        self._take()
        return ways

    def _suffixed(self, choices: list[list[Part]]) -> list[list[Part]]:
        if self._next() == "*":
            self._take()
            choices = [[*way[:-1], f"{way[-1]}*"] for way in choices]
        if len(choices) > 1:
            choices = list(_grouped(choices))
        if self._next() == "?":
            self._take()
            choices = [*choices, []]
        return choices


def _grouped(choices: Iterable[list[Part]]) -> Iterator[list[Part]]:
    """Single words beside one another as one set; what is longer, or open at its end, each for itself."""
    words: set[str] = set()
    for way in choices:
        part = way[0] if len(way) == 1 else None
        if isinstance(part, str) and part != GAP and not part.endswith("*"):
            words.add(part)
        else:
            yield way
    if len(words) == 1:
        yield [words.pop()]
    elif words:
        yield [frozenset(words)]


def _without_last_gaps(way: list[Part]) -> list[Part]:
    while way and way[-1] == GAP:
        way = way[:-1]
    return way
