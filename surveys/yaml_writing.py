"""A Survey as the YAML text of its definition, which loads to the same Survey."""

import re
from collections.abc import Iterator, Mapping

from surveys.conditions import condition_tree
from surveys.definition import ENGLISH, TEXT_KINDS, Option, Question, Section, Survey, Words
from surveys.translations import keyed_words

_PLAIN = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9 _.’'?/()–-]*[A-Za-z0-9.?)])?")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def to_yaml(survey: Survey) -> str:
    """The definition's text: words in English where they are read, translations in one block at the end."""
    return "\n".join(_Writer(survey).lines()) + "\n"


class _Writer:
    def __init__(self, survey: Survey) -> None:
        self.survey = survey

    def lines(self) -> Iterator[str]:
        survey = self.survey
        yield f"slug: {survey.slug}"
        yield f"version: {survey.version}"
        yield f"languages: [{', '.join(survey.languages)}]"
        yield f"minutes: {survey.minutes}"
        yield f"title: {self._words(survey.title)}"
        yield f"purpose: {self._words(survey.purpose)}"
        if survey.intro:
            yield "intro:"
            yield from (f"  - {self._words(line)}" for line in survey.intro)
        if survey.intro_pictures:
            yield f"intro_pictures: {_flow(list(survey.intro_pictures))}"
        if survey.beside_text is not None:
            yield f"beside_text: {self._words(survey.beside_text)}"
        yield from self._scales()
        yield "sections:"
        for section in survey.sections:
            yield from self._section(section)
        yield from self._translations()

    def _words(self, words: Words) -> str:
        """The English alone where a block at the end holds the rest."""
        here = {tag: text for tag, text in words.items() if tag not in self.survey.confirmed_by}
        if list(here) == [ENGLISH]:
            return scalar(here[ENGLISH])
        return "{" + ", ".join(f"{tag}: {scalar(text)}" for tag, text in here.items()) + "}"

    def _scales(self) -> Iterator[str]:
        scales = {question.scale: question.options for question in self.survey.questions if question.scale}
        if scales:
            yield "scales:"
        for name, options in scales.items():
            yield f"  {name}:"
            yield from (f"    - {self._option(option)}" for option in options)

    def _section(self, section: Section) -> Iterator[str]:
        yield f"  - code: {section.code}"
        yield f"    title: {self._words(section.title)}"
        if section.intro is not None:
            yield f"    intro: {self._words(section.intro)}"
        yield "    questions:"
        for question in section.questions:
            yield from self._question(question)

    def _question(self, question: Question) -> Iterator[str]:
        yield f"      - code: {question.code}"
        indent = " " * 8
        yield f"{indent}kind: {question.kind}"
        yield f"{indent}text: {self._words(question.text)}"
        if question.hint is not None:
            yield f"{indent}hint: {self._words(question.hint)}"
        yield from (f"{indent}{name}: {value}" for name, value in _settings(question))
        if question.shown_when is not None:
            yield f"{indent}shown_when: {_flow(condition_tree(question.shown_when))}"
        if question.options and not question.scale:
            yield f"{indent}options:"
            yield from (f"{indent}  - {self._option(option)}" for option in question.options)

    def _option(self, option: Option) -> str:
        parts = [f"code: {option.code}", f"text: {self._words(option.text)}"]
        parts += [f"{name}: {value}" for name, value in _option_settings(option)]
        return "{" + ", ".join(parts) + "}"

    def _translations(self) -> Iterator[str]:
        confirmed = self.survey.confirmed_by
        if confirmed:
            yield "translations:"
        for tag, who in confirmed.items():
            words = {key: text[tag] for key, text in keyed_words(self.survey).items() if tag in text}
            yield f"  {tag}:"
            yield f"    confirmed_by: {scalar(who)}"
            if words:
                yield "    words:"
            yield from (f"      {key}: {scalar(text)}" for key, text in words.items())


def _settings(question: Question) -> Iterator[tuple[str, str]]:
    """What is said of a question besides its words, as the file says it; what is usual is left out."""
    if question.scale:
        yield "scale", question.scale
    if question.most is not None:
        yield "most", str(question.most)
    if question.kind in TEXT_KINDS and question.max_length is not None:
        yield "max_length", str(question.max_length)
    texts = {
        "outcome": question.outcome,
        "purpose": question.purpose,
        "role": question.role,
        "no_opt_out_because": question.no_opt_out_because,
        "picture": question.picture,
    }
    yield from ((name, scalar(text)) for name, text in texts.items() if text)
    for name in ("coverage", "sensitive", "quotable", "in_index"):
        if getattr(question, name):
            yield name, "yes"


def _option_settings(option: Option) -> Iterator[tuple[str, str]]:
    said = {
        "exclusive": option.exclusive,
        "text_box": option.text_box,
        "positive": option.positive,
    }
    yield from ((name, "yes") for name, holds in said.items() if holds)
    if not option.meaningful:
        yield "meaningful", "no"
    if option.face is not None:
        yield "face", option.face.value
    if option.picture:
        yield "picture", option.picture


def _flow(value: object) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{name}: {_flow(inner)}" for name, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_flow(inner) for inner in value) + "]"
    return "yes" if value is True else scalar(str(value))


def scalar(text: str) -> str:
    """A text as YAML reads it back, sign for sign: bare where it may be, else between double quotes."""
    if _PLAIN.fullmatch(text):
        return text
    return '"' + "".join(_escaped(sign) for sign in text) + '"'


def _escaped(sign: str) -> str:
    if sign in _ESCAPES:
        return _ESCAPES[sign]
    if sign == " " or sign.isprintable():
        return sign
    number = ord(sign)
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"
