"""The questions of "I would like someone to get in touch": how, where, when it is safe, who must not know."""

from dataclasses import dataclass

from flask_babel import gettext, lazy_gettext

from feedback_app.questionnaire.problems import too_long
from feedback_app.questionnaire.views import Choice, ProblemLine, QuestionView, TextBox
from feedback_app.young_people.fields import first
from surveys import RawFields
from surveys.cleaning import clean_text

MOST = 300
WAYS = {
    "call": lazy_gettext("Call me"),
    "text": lazy_gettext("Text me"),
    "email": lazy_gettext("Send me an e-mail"),
    "person": lazy_gettext("Tell me through somebody I trust"),
}
TEXTS = {
    "detail": (lazy_gettext("What is your number, your address or the name of the person you trust?"), ""),
    "safe_when": (
        lazy_gettext("When is it safe to get in touch?"),
        lazy_gettext("For example: after school, not at weekends."),
    ),
    "must_not_know": (
        lazy_gettext("Is there anybody who must not know?"),
        lazy_gettext("For example: somebody at home, or at school."),
    ),
    "name": (lazy_gettext("What shall we call you?"), lazy_gettext("It does not need to be your real name.")),
}
NEEDED = {
    "how": lazy_gettext("Choose how we should get in touch."),
    "detail": lazy_gettext("Tell us how to reach you."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactAnswers:
    """What was sent, cleaned, and what is wrong with it by field."""

    how: str
    texts: dict[str, str]
    problems: dict[str, str]

    @property
    def lines(self) -> tuple[ProblemLine, ...]:
        """The error summary."""
        return tuple(ProblemLine(words=words, address=f"#{name}") for name, words in self.problems.items())


def read_contact(fields: RawFields) -> ContactAnswers:
    """Judge the form: how and where are needed, everything else may be blank; 300 characters each."""
    how = first(fields, "how")
    texts = {
        name: clean_text(sent, most=len(sent)).strip() for name in TEXTS for sent in [first(fields, name)]
    }
    problems = {} if how in WAYS else {"how": str(NEEDED["how"])}
    if not texts["detail"]:
        problems["detail"] = str(NEEDED["detail"])
    for name, text in texts.items():
        if len(text) > MOST:
            problems[name] = too_long(len(text), most=MOST)
    return ContactAnswers(how=how, texts=texts, problems=problems)


def empty() -> ContactAnswers:
    """The form before anything was typed."""
    return ContactAnswers(how="", texts=dict.fromkeys(TEXTS, ""), problems={})


def questions(answers: ContactAnswers) -> tuple[QuestionView, ...]:
    """The questions as they are shown."""
    how = _question("how", gettext("How should we get in touch?"), "", answers, is_group=True)
    texts = ((name, str(title), str(hint)) for name, (title, hint) in TEXTS.items())
    return (how, *(_question(name, title, hint, answers) for name, title, hint in texts))


def _question(
    name: str, title: str, hint: str, answers: ContactAnswers, *, is_group: bool = False
) -> QuestionView:
    error = answers.problems.get(name, "")
    described_by = " ".join(f"{name}-{kind}" for kind, words in (("hint", hint), ("error", error)) if words)
    return QuestionView(
        code=name,
        id=name,
        number="",
        title=title,
        is_group=is_group,
        is_information=False,
        hint=hint,
        beside="",
        when="",
        shown_when="",
        error=error,
        described_by=described_by,
        choices=_choices(answers.how) if is_group else (),
        box=None if is_group else _box(name, answers, described_by),
    )


def _choices(how: str) -> tuple[Choice, ...]:
    return tuple(
        Choice(
            id="how" if place == 0 else f"how-{code}",
            name="how",
            value=code,
            kind="radio",
            label=str(label),
            checked=code == how,
            alone=False,
            face=0,
            box=None,
        )
        for place, (code, label) in enumerate(WAYS.items())
    )


def _box(name: str, answers: ContactAnswers, described_by: str) -> TextBox:
    return TextBox(
        id=name,
        name=name,
        value=answers.texts[name],
        most=MOST,
        long=name == "must_not_know",
        label="",
        hint="",
        described_by=described_by,
        wrong=name in answers.problems,
    )
