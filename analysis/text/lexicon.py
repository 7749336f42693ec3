"""Word lists with version and source, read once, checked, and found in a text in one pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from ruamel.yaml import YAML

from analysis.text.entries import GAP, EntryError, Part, read_entry
from analysis.text.reading import Word

FOLDER = Path(__file__).parent / "lexicons"
_LONGEST_GAP = 3


class LexiconError(ValueError):
    """A word list that cannot be used: which file, which entry, why."""


class Label(NamedTuple):
    """What an entry stands for: its list ("themes"), its heading there, and its weight."""

    group: str
    name: str
    weight: float


class Hit(NamedTuple):
    """An entry found: its label, and its first and last word by position."""

    label: Label
    first: int
    last: int


#: As `Hit`, of its three parts in a tuple.
_hit = partial(tuple.__new__, Hit)


@dataclass(frozen=True, slots=True, kw_only=True)
class WordList:
    """One file: its version, its source, its classes of words, and its entries under their headings."""

    name: str
    version: str
    source: str
    classes: Mapping[str, frozenset[str]]
    entries: Mapping[str, tuple[str, ...]]


class _Node:
    __slots__ = ("classes", "following", "gap", "is_leaf", "labels", "stem_starts", "stems", "words")

    def __init__(self) -> None:
        self.words: dict[str, _Node] = {}
        self.stems: dict[str, _Node] = {}
        self.classes: dict[frozenset[str], _Node] = {}
        self.gap: _Node | None = None
        self.labels: list[Label] = []
        self.following: dict[str, tuple[_Node, ...]] = {}
        self.stem_starts: tuple[str, ...] = ()
        self.is_leaf = False

    def finish(self) -> None:
        """Lay words and classes together, so that each word is looked up once."""
        after = [*self.words.values(), *self.classes.values(), *self.stems.values()]
        self.is_leaf = not after and self.gap is None
        if self.is_leaf:
            return
        self.following = {word: (node,) for word, node in self.words.items()}
        for members, node in self.classes.items():
            for member in members:
                self.following[member] = (*self.following.get(member, ()), node)
        self.stem_starts = tuple(self.stems)
        for node in after if self.gap is None else [*after, self.gap]:
            node.finish()

    @property
    def needs_known_next(self) -> bool:
        """Whether it says nothing yet, and only listed words can follow right after."""
        return not self.labels and self.gap is None and not self.stems

    @property
    def near(self) -> frozenset[str] | None:
        """The words one of which must come soon for it to say anything; None where it may without."""
        if self.labels or self.stems or (self.gap and self.gap.stems):
            return None
        return frozenset([*self.following, *(self.gap.following if self.gap else ())])

    def after(self, word: str) -> tuple[_Node, ...]:
        nodes = self.following.get(word, ())
        if self.stem_starts and word.startswith(self.stem_starts):
            return (*nodes, *(node for stem, node in self.stems.items() if word.startswith(stem)))
        return nodes


#: The nodes a word leads to that must be walked, each with the words it waits for, and what follows from the others by
#: the next word.
_Start = tuple[list[tuple[_Node, frozenset[str] | None]], Mapping[str, Sequence[_Node]]]
_MOST_KEPT = 50_000


class _Starts(dict[str, _Start | None]):
    """Where each word leads, found when it is first met; None where no entry begins with it."""

    def __init__(self, root: _Node) -> None:
        self._exact, self._stems = root.following, root.stems
        self._longest = max(map(len, root.stems), default=0)

    def __missing__(self, word: str) -> _Start | None:
        if len(self) >= _MOST_KEPT:
            self.clear()
        made = self[word] = self._find(word)
        return made

    def _find(self, word: str) -> _Start | None:
        nodes, stems = [*self._exact.get(word, ())], self._stems
        for length in range(2, min(self._longest, len(word)) + 1):
            if word[:length] in stems:
                nodes.append(stems[word[:length]])
        if not nodes:
            return None
        closed = [node for node in nodes if node.needs_known_next]
        if len(closed) == len(nodes) == 1:
            return [], nodes[0].following
        by_next: dict[str, list[_Node]] = {}
        for node in closed:
            for following, after in node.following.items():
                by_next.setdefault(following, []).extend(after)
        return [(node, node.near) for node in nodes if not node.needs_known_next], by_next


class Lexicon:
    """Every entry of several word lists, found together."""

    def __init__(self, lists: Iterable[WordList]) -> None:
        self._root = _Node()
        self._vocabulary: set[str] = set()
        for words in lists:
            for heading, entries in words.entries.items():
                for entry in entries:
                    self._add(entry, Label(words.name, heading, 1.0), words)
        self.vocabulary = frozenset(self._vocabulary)
        self._root.finish()
        self._starts = _Starts(self._root)

    def find(self, words: list[Word]) -> list[Hit]:
        """Every entry in these words, by where it begins; entries do not reach over the end of a sentence."""
        texts = [word[0] for word in words]
        search, end = _Search(texts), 0
        for first, start in enumerate(map(self._starts.__getitem__, texts)):
            if start is not None:
                if first >= end:
                    end = _end_of_sentence(words, first)
                search.begin(start, first, end)
        return search.hits

    def _add(self, entry: str, label: Label, words: WordList) -> None:
        text, _, weight = entry.partition("=")
        if weight:
            label = label._replace(weight=float(weight))
        try:
            ways = read_entry(text, words.classes)
        except EntryError as error:
            raise LexiconError(f"{words.name}.yaml, {label.name}: {entry}: {error}") from error
        for parts in ways:
            node = self._root
            for part in parts:
                node = self._step(node, part)
            node.labels.append(label)

    def _step(self, node: _Node, part: Part) -> _Node:
        if isinstance(part, frozenset):
            self._vocabulary.update(part)
            return node.classes.setdefault(part, _Node())
        if part == GAP:
            node.gap = node.gap or _Node()
            return node.gap
        if part.endswith("*"):
            return node.stems.setdefault(part[:-1], _Node())
        self._vocabulary.add(part)
        return node.words.setdefault(part, _Node())


def read_file(name: str) -> dict[str, Any]:
    """A file of the folder with its version, source and entries; raises LexiconError where one is missing."""
    data = YAML(typ="safe", pure=True).load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    if not isinstance(data, dict) or not {"version", "source", "entries"} <= data.keys():
        raise LexiconError(f"{name}.yaml needs version, source and entries")
    return data


def load(name: str) -> WordList:
    """The word list of that name; raises LexiconError where it is not as it should be."""
    data = read_file(name)
    return WordList(
        name=name,
        version=str(data["version"]),
        source=str(data["source"]),
        classes={key: frozenset(_plain(text)) for key, text in (data.get("classes") or {}).items()},
        entries={key: tuple(_split(name, key, text)) for key, text in data["entries"].items()},
    )


def _plain(text: str) -> list[str]:
    return [word.replace("'", "") for word in text.split()]


def _split(name: str, heading: str, text: object) -> Iterator[str]:
    if not isinstance(text, str):
        raise LexiconError(f"{name}.yaml: {heading} must be text, entries between commas")
    for line in text.splitlines():
        for entry in line.partition("#")[0].split(","):
            if entry.strip():
                yield entry.strip()


def _end_of_sentence(words: list[Word], first: int) -> int:
    """Where the sentence of that word is over: the place of the next one's first word."""
    sentence = words[first].sentence
    if words[-1].sentence == sentence:
        return len(words)
    end = first + 1
    while words[end].sentence == sentence:
        end += 1
    return end


class _Search:
    """The words of a text from which one entry after another is followed, with what was found so far."""

    __slots__ = ("_end", "_first", "_texts", "hits")

    def __init__(self, texts: list[str]) -> None:
        self._texts, self._first, self._end = texts, 0, 0
        self.hits: list[Hit] = []

    def begin(self, start: _Start, first: int, end: int) -> None:
        """Follow what the word at `first` starts; no entry reaches to `end`."""
        self._first, self._end = first, end
        (open_ended, by_next), texts, after = start, self._texts, first + 1
        if open_ended:
            soon = texts[after : after + _LONGEST_GAP + 1]
            for node, near in open_ended:
                if near is None or not near.isdisjoint(soon):
                    self.walk(node, after)
        if by_next and after < end and texts[after] in by_next:
            for node in by_next[texts[after]]:
                self.walk(node, after + 1)

    def walk(self, node: _Node, position: int) -> None:
        """Take what the node says, and follow it with the word at `position`."""
        for label in node.labels:
            self.hits.append(_hit((label, self._first, position - 1)))
        if node.is_leaf or position >= self._end:
            return
        text = self._texts[position]
        if text in node.following or node.stem_starts:
            for following in node.after(text):
                self.walk(following, position + 1)
        if node.gap is not None:
            self._walk_gap(node.gap, position)

    def _walk_gap(self, node: _Node, position: int) -> None:
        following, starts = node.following, node.stem_starts
        if not starts and following.keys().isdisjoint(self._texts[position : position + _LONGEST_GAP + 1]):
            return
        for later in range(position, min(position + _LONGEST_GAP + 1, self._end)):
            text = self._texts[later]
            if text in following or (starts and text.startswith(starts)):
                for after in node.after(text):
                    self.walk(after, later + 1)
