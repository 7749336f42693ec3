"""The shape of a definition file, judged by pydantic: which names it knows and what may stand after them."""

from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)
from pydantic_core import PydanticCustomError

from surveys.definition import ENGLISH, Face, Kind, Role


def _by_language(value: Any) -> Any:
    """A bare text is English."""
    return {ENGLISH: value} if isinstance(value, str) else value


def _english_first(value: dict[str, str]) -> dict[str, str]:
    if ENGLISH not in value:
        raise PydanticCustomError(
            "advice", "the English words are missing.", {"advice": "Add a line “en: …” with them."}
        )
    return value


def _one_as_list(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


Code = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(_[a-z0-9]+)*$", max_length=40)]
QuestionCode = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(_[a-z0-9]+)*$", max_length=40)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)]
Tag = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$")]
Key = Annotated[str, StringConstraints(max_length=120)]
PictureName = Annotated[str, StringConstraints(pattern=r"^([a-z0-9]+(_[a-z0-9]+)*)?$", max_length=40)]


class Shape(BaseModel):
    """Knows its own names and refuses every other."""

    model_config = ConfigDict(extra="forbid", frozen=True)


LocalWords = Annotated[dict[Tag, Text], BeforeValidator(_by_language), AfterValidator(_english_first)]


class OptionShape(Shape):
    """One line of `options` or of a scale."""

    code: Code
    text: LocalWords
    exclusive: bool = False
    text_box: bool = False
    meaningful: bool = True
    positive: bool = False
    face: Face | None = None
    picture: Code | None = None


class ConditionShape(Shape):
    """`question` with `is` or `has_words`, or a list under `any_of` or `all_of`."""

    question: str | None = None
    is_: Annotated[list[str] | None, BeforeValidator(_one_as_list), Field(alias="is", min_length=1)] = None
    has_words: bool | None = None
    any_of: Annotated[list["ConditionShape"], Field(min_length=1)] | None = None
    all_of: Annotated[list["ConditionShape"], Field(min_length=1)] | None = None

    @model_validator(mode="after")
    def _says_one_thing(self) -> "ConditionShape":
        looks = (self.is_ is not None) + (self.has_words is not None)
        groups = (self.any_of is not None) + (self.all_of is not None)
        wanted = (0, 1) if self.question is None else (1, 0)
        if (looks, groups) != wanted or self.has_words is False:
            raise PydanticCustomError(
                "advice",
                "this condition cannot be understood.",
                {
                    "advice": "Write “question: code” with “is: option” or “has_words: yes”, or a list under any_of."
                },
            )
        return self


class QuestionShape(Shape):
    """One entry of `questions`."""

    code: QuestionCode
    kind: Kind
    text: LocalWords
    hint: LocalWords | None = None
    picture: Code | None = None
    options: list[OptionShape] | None = None
    scale: str | None = None
    most: Annotated[int, Field(ge=1, le=100)] | None = None
    max_length: Annotated[int, Field(ge=1, le=10_000)] | None = None
    shown_when: ConditionShape | None = None
    outcome: str | None = None
    coverage: bool = False
    purpose: str = ""
    sensitive: bool = False
    quotable: bool = False
    in_index: bool = False
    role: Role | None = None
    no_opt_out_because: str = ""


class SectionShape(Shape):
    """One entry of `sections`."""

    code: Code
    title: LocalWords
    intro: LocalWords | None = None
    questions: Annotated[list[QuestionShape], Field(min_length=1)]


class TranslationShape(Shape):
    """One language of `translations`: who confirmed its words ("" while it is a draft), and the words by key."""

    confirmed_by: Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)] = ""
    words: dict[Key, Text] = {}


class SurveyShape(Shape):
    """The whole file."""

    slug: Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+([-_][a-z0-9]+)*$", max_length=60)]
    version: Annotated[int, Field(ge=1)]
    title: LocalWords
    purpose: LocalWords
    intro: list[LocalWords] = []
    intro_pictures: list[PictureName] = []
    beside_text: LocalWords | None = None
    minutes: Annotated[int, Field(ge=1, le=60)]
    languages: Annotated[list[Tag], Field(min_length=1)] = [ENGLISH]
    scales: dict[Code, list[OptionShape]] = {}
    sections: Annotated[list[SectionShape], Field(min_length=1)]
    translations: dict[Tag, TranslationShape] = {}
