"""A survey as data: sections, questions, options and the conditions under which a question is shown."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

Words: TypeAlias = Mapping[str, str]
"""One text in one or more languages: language tag to wording. English is always there."""

ENGLISH = "en"
TEXT_BOX_LENGTH = 100
"""Most characters in the box beside an option such as "something else"."""


class Kind(StrEnum):
    """How a question is answered."""

    SINGLE = "single"
    MULTIPLE = "multiple"
    AGREE = "agree"
    FACES = "faces"
    SHORT_TEXT = "short_text"
    LONG_TEXT = "long_text"
    INFORMATION = "information"


CHOICE_KINDS = frozenset({Kind.SINGLE, Kind.MULTIPLE, Kind.AGREE, Kind.FACES})
TEXT_KINDS = frozenset({Kind.SHORT_TEXT, Kind.LONG_TEXT})


class Face(StrEnum):
    """The five faces that can be drawn beside an option; its words count, the face only helps."""

    VERY_HAPPY = "very_happy"
    HAPPY = "happy"
    NOT_SURE = "not_sure"
    UNHAPPY = "unhappy"
    VERY_UNHAPPY = "very_unhappy"


class Role(StrEnum):
    """What the positive option of a question means to the product, not to the figures."""

    MAY_QUOTE = "may_quote"
    WANTS_RECEIPT = "wants_receipt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Is:
    """True when one of `options` was chosen in `question`."""

    question: str
    options: tuple[str, ...]
    line: int = field(default=0, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class HasWords:
    """True when something readable was written in `question`."""

    question: str
    line: int = field(default=0, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnyOf:
    """True when at least one of the conditions is."""

    conditions: tuple["Condition", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AllOf:
    """True when every one of the conditions is."""

    conditions: tuple["Condition", ...]


Condition: TypeAlias = Is | HasWords | AnyOf | AllOf


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer that a closed question offers.

    `meaningful` is False for "I'd rather not say" and "I don't know", which stand outside the base.
    `positive` options count as "agree or strongly agree", or as the yes of a question with a role.
    `picture` names what stands beside it in Easy Read, "" for nothing.
    """

    code: str
    text: Words
    exclusive: bool = False
    text_box: bool = False
    meaningful: bool = True
    positive: bool = False
    face: Face | None = None
    picture: str = ""
    line: int = field(default=0, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question, statement or piece of information.

    `max_length` is in characters and set for text kinds alone; `most` only for a multiple choice. `scale` names
    the scale its options come from, "" where they are its own; `picture` what stands beside it in Easy Read, "" for nothing.
    """

    code: str
    kind: Kind
    text: Words
    hint: Words | None = None
    options: tuple[Option, ...] = ()
    most: int | None = None
    max_length: int | None = None
    shown_when: Condition | None = None
    outcome: str | None = None
    coverage: bool = False
    purpose: str = ""
    sensitive: bool = False
    quotable: bool = False
    in_index: bool = False
    role: Role | None = None
    no_opt_out_because: str = ""
    scale: str = field(default="", compare=False, repr=False)
    picture: str = ""
    line: int = field(default=0, compare=False, repr=False)

    @property
    def is_choice(self) -> bool:
        """Whether it is answered by choosing among options."""
        return self.kind in CHOICE_KINDS

    @property
    def is_text(self) -> bool:
        """Whether it is answered in the young person's own words."""
        return self.kind in TEXT_KINDS

    @property
    def positive_codes(self) -> frozenset[str]:
        """The options that count as agreeing, or as yes."""
        return frozenset(option.code for option in self.options if option.positive)

    def option(self, code: str) -> Option:
        """The option with this code; raises KeyError when it is not offered."""
        for option in self.options:
            if option.code == code:
                return option
        raise KeyError(code)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Questions that stand together under a heading."""

    code: str
    title: Words
    intro: Words | None = None
    questions: tuple[Question, ...]
    line: int = field(default=0, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """One version of an instrument, as it is frozen into a wave.

    `purpose` says who asks and why, `intro` is what must be said before the first question, line by line,
    with the picture of each in Easy Read, and `beside_text` is the line that stands at every text box. `minutes` is how long it takes. `languages` are those
    it can be answered in. `confirmed_by` holds for each translation who read and confirmed it, "" for a draft.
    """

    slug: str
    version: int
    title: Words
    purpose: Words
    intro: tuple[Words, ...]
    intro_pictures: tuple[str, ...] = ()
    beside_text: Words | None = None
    minutes: int
    languages: tuple[str, ...]
    sections: tuple[Section, ...]
    confirmed_by: Mapping[str, str] = field(default_factory=dict)
    source: str = field(default="definition", compare=False, repr=False)
    questions: tuple[Question, ...] = field(init=False, compare=False, repr=False)
    _by_code: Mapping[str, Question] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        questions = tuple(question for section in self.sections for question in section.questions)
        object.__setattr__(self, "questions", questions)
        object.__setattr__(self, "_by_code", {question.code: question for question in questions})

    def __hash__(self) -> int:
        return hash((self.slug, self.version))

    def is_draft(self, language: str) -> bool:
        """Whether its words in this language come from a translation that names nobody who confirmed it."""
        return not self.confirmed_by.get(language, "-")

    def question(self, code: str) -> Question:
        """The question with this code; raises KeyError when there is none."""
        return self._by_code[code]

    def has_question(self, code: str) -> bool:
        """Whether a question has this code."""
        return code in self._by_code


def words_in(words: Words, language: str) -> str:
    """The wording in `language`, else in its parent ("pt-BR" to "pt"), else in English."""
    return words.get(language) or words.get(language.partition("-")[0]) or words[ENGLISH]


def is_in(words: Words, language: str) -> bool:
    """Whether `words_in` finds this language itself, or its parent, and does not fall back to English."""
    return language in words or language.partition("-")[0] in words


def text_field(question: Question, option: Option) -> str:
    """The form's field for the words beside `option`; no question code can equal it."""
    return f"{question.code}__{option.code}"
