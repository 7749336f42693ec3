"""A condition as XLSForm writes it in its column "relevant", and back: selected(), =, != '', and, or, brackets."""

import re
from collections.abc import Mapping
from typing import NamedTuple, assert_never

from surveys.definition import AllOf, AnyOf, Condition, HasWords, Is
from surveys.xlsform_columns import as_code

_TOKEN = re.compile(
    r"\s*(?:(?P<name>\$\{\s*[^}]+?\s*\})|(?P<text>'[^']*'|\"[^\"]*\"|[‘“][^’”]*[’”])|(?P<number>\d+)"
    r"|(?P<word>[A-Za-z][A-Za-z-]*)|(?P<sign>!=|>=|<=|[=<>(),]))"
)
_DEEPEST = 20
_CLOSED_QUOTES = "'\"‘’“”"


class NotHeld(Exception):
    """A condition that cannot be held; `str()` says what it is in it."""


class _Token(NamedTuple):
    kind: str
    text: str


def read_relevant(text: str, codes: Mapping[str, str]) -> Condition:
    """The condition of these words; `codes` gives the code of each question by its name in the workbook.

    Raises NotHeld.
    """
    reader = _Reader(_tokens(text), codes)
    condition = reader.either(0)
    if reader.place < len(reader.tokens):
        raise NotHeld(f"“{reader.tokens[reader.place].text}” cannot stand there")
    return condition


def write_relevant(condition: Condition) -> str:
    """The condition as XLSForm writes it."""
    match condition:
        case Is():
            looks = [f"selected(${{{condition.question}}}, '{option}')" for option in condition.options]
            return looks[0] if len(looks) == 1 else f"({' or '.join(looks)})"
        case HasWords():
            return f"${{{condition.question}}} != ''"
        case AnyOf():
            return f"({' or '.join(write_relevant(part) for part in condition.conditions)})"
        case AllOf():
            return f"({' and '.join(write_relevant(part) for part in condition.conditions)})"
        case _:
            assert_never(condition)


def simplest(condition: Condition) -> Condition:
    """The same condition without groups of one, groups within their like, or two looks where one does."""
    match condition:
        case Is() | HasWords():
            return condition
        case AnyOf():
            return any_of([simplest(part) for part in condition.conditions])
        case AllOf():
            return all_of([simplest(part) for part in condition.conditions])
        case _:
            assert_never(condition)


def any_of(parts: list[Condition]) -> Condition:
    """Any of these, in the simplest form; neighbours that look at one question become one."""
    flat: list[Condition] = []
    for part in parts:
        for one in part.conditions if isinstance(part, AnyOf) else (part,):
            before = flat[-1] if flat else None
            if isinstance(one, Is) and isinstance(before, Is) and before.question == one.question:
                options = tuple(dict.fromkeys((*before.options, *one.options)))
                flat[-1] = Is(question=one.question, options=options, line=before.line)
            elif one != before:
                flat.append(one)
    return flat[0] if len(flat) == 1 else AnyOf(conditions=tuple(flat))


def all_of(parts: list[Condition]) -> Condition:
    """All of these, in the simplest form."""
    flat: list[Condition] = []
    for part in parts:
        for one in part.conditions if isinstance(part, AllOf) else (part,):
            if one not in flat:
                flat.append(one)
    return flat[0] if len(flat) == 1 else AllOf(conditions=tuple(flat))


def _tokens(text: str) -> list[_Token]:
    found, place = [], 0
    text = text.strip()
    while place < len(text):
        match = _TOKEN.match(text, place)
        if match is None or match.lastgroup is None:
            raise NotHeld(f"“{text[place:].strip()[:20]}” is not understood")
        found.append(_Token(match.lastgroup, match[match.lastgroup]))
        place = match.end()
    if not found:
        raise NotHeld("nothing stands there")
    return found


class _Reader:
    """Reads tokens from left to right: or binds less than and, brackets bind most."""

    def __init__(self, tokens: list[_Token], codes: Mapping[str, str]) -> None:
        self.tokens = tokens
        self.codes = codes
        self.place = 0

    def take(self, *kinds_or_texts: str) -> str:
        """The next token, which must be of one of these kinds or read like this."""
        token = self.tokens[self.place] if self.place < len(self.tokens) else _Token("end", "the end")
        if not {token.kind, token.text.lower()} & set(kinds_or_texts):
            raise NotHeld(f"“{token.text}” cannot stand there")
        self.place += 1
        return token.text

    def is_word(self, *texts: str) -> bool:
        return self.place < len(self.tokens) and self.tokens[self.place].text.lower() in texts

    def either(self, depth: int) -> Condition:
        if depth > _DEEPEST:
            raise NotHeld("its brackets stand far too deep")
        parts = [self.both(depth)]
        while self.is_word("or"):
            self.place += 1
            parts.append(self.both(depth))
        return any_of(parts)

    def both(self, depth: int) -> Condition:
        parts = [self.one(depth)]
        while self.is_word("and"):
            self.place += 1
            parts.append(self.one(depth))
        return all_of(parts)

    def one(self, depth: int) -> Condition:
        if self.is_word("("):
            self.place += 1
            inner = self.either(depth + 1)
            self.take(")")
            return inner
        if self.is_word("selected"):
            return self.selected()
        if self.is_word("string-length"):
            return self.length()
        if self.is_word("not"):
            raise NotHeld(
                "“not” has no place in our conditions: they say what was chosen, never what was not"
            )
        return self.compared()

    def selected(self) -> Condition:
        self.place += 1
        self.take("(")
        question = self.question()
        self.take(",")
        option = self.value()
        self.take(")")
        return Is(question=question, options=(option,))

    def length(self) -> Condition:
        self.place += 1
        self.take("(")
        question = self.question()
        self.take(")")
        sign, number = self.take(">", ">="), self.take("number")
        if (sign, number) not in ((">", "0"), (">=", "1")):
            raise NotHeld("only whether something was written can be asked, not how much")
        return HasWords(question=question)

    def compared(self) -> Condition:
        question = self.question()
        sign = self.take("=", "!=", ">", "<", ">=", "<=")
        value = self.value()
        if sign == "=" and value:
            return Is(question=question, options=(value,))
        if sign == "!=" and not value:
            return HasWords(question=question)
        raise NotHeld(f"“{sign}” has no place there: write selected(${{question}}, 'option')")

    def question(self) -> str:
        name = self.take("name")[2:-1].strip()
        if name not in self.codes:
            raise NotHeld(f"“{name}” is no question of this form")
        return self.codes[name]

    def value(self) -> str:
        return as_code(self.take("text", "number").strip(_CLOSED_QUOTES))
