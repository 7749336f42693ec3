"""What is typed into the forms of a draft as changes to its survey, and the survey as it is typed."""

from collections.abc import Mapping
from dataclasses import replace

from feedback_app.youth_workers.draft_forms import OptionForm, QuestionForm, SectionForm, WordsForm
from surveys import ENGLISH, Face, Kind, Option, Question, Role, Section, Survey, Words, words_in
from surveys.editing import add_question, new_code, reworded, with_kind
from surveys.loading import USUAL_LENGTH

SETTINGS = ("sensitive", "quotable", "in_index", "role", "no_opt_out_because")


def words_typed(survey: Survey) -> dict[str, object]:
    """What is said before the first question, as it is typed."""
    return {
        "title": survey.title[ENGLISH],
        "purpose": survey.purpose[ENGLISH],
        "intro": "\n".join(line[ENGLISH] for line in survey.intro),
        "beside_text": words_in(survey.beside_text, ENGLISH) if survey.beside_text else "",
        "minutes": survey.minutes,
    }


def with_words(survey: Survey, form: WordsForm) -> Survey:
    """The survey with what was typed. A line that is still there keeps its translations and its picture."""
    keep = bool(form.keep.data)
    held = {line[ENGLISH]: line for line in survey.intro}
    drawn = dict(zip(held, survey.intro_pictures, strict=False))
    lines = [line for typed in str(form.intro.data or "").splitlines() if (line := " ".join(typed.split()))]
    same_place = survey.intro if keep and len(lines) == len(survey.intro) else (None,) * len(lines)
    pictures = [
        drawn.get(line) or (drawn.get(before[ENGLISH], "") if before else "")
        for line, before in zip(lines, same_place, strict=True)
    ]
    return replace(
        survey,
        title=_said(survey.title, form.title.data, keep=keep),
        purpose=_said(survey.purpose, form.purpose.data, keep=keep),
        intro=tuple(
            held.get(line) or _said(before, line, keep=True)
            for line, before in zip(lines, same_place, strict=True)
        ),
        intro_pictures=tuple(pictures) if any(pictures) else (),
        beside_text=reworded(survey.beside_text, _typed(form.beside_text.data), keep=keep),
        minutes=form.minutes.data or survey.minutes,
    )


def with_titles(section: Section, form: SectionForm) -> Section:
    """The section with what was typed."""
    keep = bool(form.keep.data)
    return replace(
        section,
        title=_said(section.title, form.title.data, keep=keep),
        intro=reworded(section.intro, _typed(form.intro.data), keep=keep),
    )


def new_question(survey: Survey, *, text: str, kind: str) -> Question:
    """A question that is not in the survey yet, with the answers that are usual for its kind."""
    taken = (question.code for question in survey.questions)
    words = _typed(text)
    question = Question(code=new_code(words, taken), kind=Kind.INFORMATION, text={ENGLISH: words})
    return with_kind(question, Kind(kind), survey) if kind in set(Kind) else question


def with_new(survey: Survey, section: str, question: Question) -> Survey:
    """The survey with the question, under a code that nothing has by now."""
    code = new_code(question.code, (one.code for one in survey.questions))
    return add_question(survey, section, replace(question, code=code))


def question_typed(question: Question) -> dict[str, object]:
    """A question as it is typed."""
    return {
        "text": question.text[ENGLISH],
        "hint": words_in(question.hint, ENGLISH) if question.hint else "",
        "kind": question.kind.value,
        "most": question.most,
        "max_length": question.max_length,
        "outcome": question.outcome or "",
        "coverage": question.coverage,
        "purpose": question.purpose,
        "sensitive": question.sensitive,
        "quotable": question.quotable,
        "in_index": question.in_index,
        "role": question.role.value if question.role else "",
        "no_opt_out_because": question.no_opt_out_because,
    }


def with_settings(question: Question, form: QuestionForm, survey: Survey) -> Question:
    """The question with what was typed; what does not fit its kind is left out."""
    keep = bool(form.keep.data)
    changed = with_kind(question, Kind(form.kind.data), survey)
    is_text, kind = changed.is_text, changed.kind
    return replace(
        changed,
        text=_said(question.text, form.text.data, keep=keep),
        hint=reworded(question.hint, _typed(form.hint.data), keep=keep),
        most=form.most.data if kind is Kind.MULTIPLE else None,
        max_length=(form.max_length.data or USUAL_LENGTH[kind]) if is_text else None,
        outcome=str(form.outcome.data or "") or None,
        coverage=bool(form.coverage.data),
        purpose=_typed(form.purpose.data),
        sensitive=bool(form.sensitive.data),
        quotable=bool(form.quotable.data) and is_text,
        in_index=bool(form.in_index.data) and kind is Kind.AGREE,
        role=Role(form.role.data) if form.role.data else None,
        no_opt_out_because=_typed(form.no_opt_out_because.data),
    )


def option_typed(option: Option) -> Mapping[str, object]:
    """An answer as it is typed."""
    return {
        "text": option.text[ENGLISH],
        "exclusive": option.exclusive,
        "text_box": option.text_box,
        "opts_out": not option.meaningful,
        "positive": option.positive,
        "face": option.face.value if option.face else "",
    }


def with_option(option: Option, form: OptionForm) -> Option:
    """The answer with what was typed."""
    return replace(
        option,
        text=_said(option.text, form.text.data, keep=bool(form.keep.data)),
        exclusive=bool(form.exclusive.data),
        text_box=bool(form.text_box.data),
        meaningful=not form.opts_out.data,
        positive=bool(form.positive.data),
        face=Face(form.face.data) if form.face.data else None,
    )


def new_option(question: Question, form: OptionForm) -> Option:
    """An answer that the question does not offer yet."""
    words = _typed(form.text.data)
    code = new_code(words, (option.code for option in question.options), instead="answer")
    return with_option(Option(code=code, text={ENGLISH: words}), form)


def _typed(text: str | None) -> str:
    return (text or "").strip()


def _said(words: Words | None, typed: str | None, *, keep: bool) -> Words:
    return reworded(words, _typed(typed), keep=keep) or {ENGLISH: _typed(typed)}
