"""What the survey page shows, ready to be printed."""

from dataclasses import dataclass

from feedback_app.domain.contacts.register import ShownContact
from feedback_app.platform.languages import Language
from feedback_app.questionnaire.helping_words import HelpingView


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBox:
    """A box to write in; `most` in characters."""

    id: str
    name: str
    value: str
    most: int
    long: bool
    label: str
    hint: str
    described_by: str
    wrong: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One option as a card; `face` 1 (very happy) to 5, or 0 for none; `picture` by name, "" for none."""

    id: str
    name: str
    value: str
    kind: str
    label: str
    checked: bool
    alone: bool
    face: int
    box: TextBox | None
    picture: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionView:
    """One question, or one piece of information, with its number in words and its condition."""

    code: str
    id: str
    number: str
    title: str
    is_group: bool
    is_information: bool
    #: Her own words, or something she may not want anybody beside her to see.
    is_own: bool = False
    hint: str
    beside: str
    when: str
    shown_when: str
    error: str
    described_by: str
    choices: tuple[Choice, ...]
    box: TextBox | None
    picture: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionView:
    """Questions under a heading."""

    code: str
    title: str
    intro: str
    questions: tuple[QuestionView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemLine:
    """One line of the error summary, and the field it leads to ("" for the whole form)."""

    words: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyPage:
    """The whole page: one document, one form. `is_preview` says that nothing can be sent from it.

    `is_draft`: nobody has confirmed its words in this language. `lacks_words`: for some of it the language has none,
    and it stands in English.
    """

    title: str
    head_title: str
    purpose: str
    description: str
    promises: tuple[str, ...]
    promise_pictures: tuple[str, ...]
    open_until: str
    address: str
    has_faces: bool
    sections: tuple[SectionView, ...]
    problems: tuple[ProblemLine, ...]
    contacts: tuple[ShownContact, ...]
    helping: HelpingView
    languages: tuple[Language, ...]
    ways_chosen: tuple[str, ...]
    easy_address: str
    easy_is_draft: bool
    is_draft: bool
    lacks_words: bool
    is_preview: bool
