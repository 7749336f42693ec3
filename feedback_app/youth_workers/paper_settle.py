"""Settling a form of which two typings differ: which of them stands, or what stands on the paper instead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from flask import request, url_for

from feedback_app.domain.paper.drafts import LANGUAGE
from feedback_app.domain.paper.queries import BothTypings
from feedback_app.domain.waves.standing import WaveRecord
from feedback_app.platform.forms import StaffForm
from feedback_app.questionnaire.building import filled
from feedback_app.questionnaire.problems import in_words
from feedback_app.questionnaire.views import ProblemLine
from feedback_app.youth_workers.language_names import language_names
from surveys import ENGLISH, Problem, Question, Survey, words_in
from surveys.cleaning import clean_text
from surveys.flattening import BETWEEN_OPTIONS
from surveys.keying import codes_typed

FIRST, SECOND, OTHER = "first", "second", "other"
PICK, TYPED = "pick-", "other-"
CHOOSE = "Choose what stands on the paper."


class SettleForm(StaffForm):
    """A button; only the token. What is picked goes by the names of the cells that differ."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settling:
    """What somebody picked for each cell, the row that comes of it, and what is wrong by cell."""

    picked: Mapping[str, str]
    typed: Mapping[str, str] = field(repr=False)
    cells: Mapping[str, str] = field(repr=False)
    problems: Mapping[str, str]

    @staticmethod
    def none() -> Settling:
        """Nothing is picked yet."""
        return Settling(picked={}, typed={}, cells={}, problems={})

    @staticmethod
    def sent(survey: Survey, both: BothTypings) -> Settling:
        """What the form brought."""
        picked = {name: request.form.get(PICK + name, "") for name in both.different}
        typed = {name: _clean(request.form.get(TYPED + name, "")) for name in both.different}
        cells = dict(both.second.cells)
        for name in both.different:
            if picked[name] == FIRST:
                cells[name] = both.first.cells.get(name, "")
            elif picked[name] == OTHER and name != LANGUAGE:
                cells[name] = _cell(survey, name, typed[name])
        offered = (FIRST, SECOND, OTHER)
        problems = {
            name: CHOOSE
            for name in both.different
            if picked[name] not in offered or (name == LANGUAGE and picked[name] == OTHER)
        }
        return Settling(picked=picked, typed=typed, cells=cells, problems=problems)

    def refused(self, survey: Survey, found: Mapping[str, Problem]) -> Settling:
        """The same with what the judge says of the row."""
        said = {
            code: in_words(problem, survey.question(code), language=ENGLISH)
            for code, problem in found.items()
        }
        return replace(self, problems=said)


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One cell in which two typings differ; `keys` are numbers and their words for who types another answer."""

    name: str
    id: str
    question: str
    first: str
    second: str
    picked: str
    typed: str
    keys: tuple[tuple[str, str], ...]
    is_long: bool
    can_type: bool
    error: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SettlePage:
    """Where two typings of a form differ."""

    title: str
    back: str
    action: str
    count: str
    problems: tuple[ProblemLine, ...]
    differences: tuple[Difference, ...]


def settle_page(wave: WaveRecord, survey: Survey, both: BothTypings, settling: Settling) -> SettlePage:
    """The page of one form."""
    lines = tuple(_difference(survey, both, settling, name) for name in both.different)
    shown = {line.name for line in lines}
    return SettlePage(
        title=f"Form {both.entry.form_number}: look at the paper",
        back=url_for("paper.show_paper", wave_id=wave.id),
        action=url_for("paper_entry.settle_form", wave_id=wave.id, entry_id=both.entry.id),
        count="one place" if len(lines) == 1 else f"{len(lines)} places",
        problems=tuple(
            ProblemLine(
                words=f"{_question_words(survey, name)}: {words}",
                address=f"#{PICK}{name}" if name in shown else "",
            )
            for name, words in settling.problems.items()
        ),
        differences=lines,
    )


def _difference(survey: Survey, both: BothTypings, settling: Settling, name: str) -> Difference:
    question = _question(survey, name)
    is_choice = question is not None and question.is_choice and question.code == name
    return Difference(
        name=name,
        id=PICK + name,
        question=_question_words(survey, name),
        first=_shown(survey, name, both.first.cells.get(name, "")),
        second=_shown(survey, name, both.second.cells.get(name, "")),
        picked=settling.picked.get(name, ""),
        typed=settling.typed.get(name, ""),
        keys=_keys(question) if question is not None and is_choice else (),
        is_long=not is_choice and question is not None and question.is_text,
        can_type=name != LANGUAGE,
        error=settling.problems.get(name, ""),
    )


def _question(survey: Survey, name: str) -> Question | None:
    code = name.partition("__")[0]
    return survey.question(code) if survey.has_question(code) else None


def _question_words(survey: Survey, name: str) -> str:
    question = _question(survey, name)
    if question is None:
        return "Language of the paper"
    number, words = filled(survey).numbers[question.code], words_in(question.text, ENGLISH)
    beside = name.partition("__")[2]
    if beside:
        return f"{number}. {words} Written beside “{words_in(question.option(beside).text, ENGLISH)}”"
    return f"{number}. {words}"


def _shown(survey: Survey, name: str, cell: str) -> str:
    if not cell:
        return "Nothing"
    question = _question(survey, name)
    if question is None:
        return language_names((cell,))[0][1]
    if question.is_choice and question.code == name:
        options = (question.option(code) for code in cell.split(BETWEEN_OPTIONS))
        return ", ".join(words_in(option.text, ENGLISH) for option in options)
    return cell


def _keys(question: Question) -> tuple[tuple[str, str], ...]:
    return tuple(
        (str(key), words_in(option.text, ENGLISH)) for key, option in enumerate(question.options, start=1)
    )


def _cell(survey: Survey, name: str, typed: str) -> str:
    question = _question(survey, name)
    if question is not None and question.is_choice and question.code == name:
        return BETWEEN_OPTIONS.join(codes_typed(question, typed))
    return typed


def _clean(typed: str) -> str:
    return clean_text(typed, most=len(typed))
