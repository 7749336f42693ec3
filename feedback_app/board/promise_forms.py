"""The form of a promise."""

from __future__ import annotations

from wtforms import SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length

from feedback_app.board.fields import DayField, day_text
from feedback_app.domain.promises.facts import PromiseFacts
from feedback_app.domain.promises.kinds import PromiseStatus
from feedback_app.platform.forms import StaffForm, choices

WORDS = [Length(max=2000)]
NO_THEME = "none"


class PromiseForm(StaffForm):
    """What young people said, and what came of it."""

    you_said = TextAreaField("You said", [InputRequired("Say what young people said."), *WORDS])
    theme = SelectField("The outcome it belongs to")
    decision = TextAreaField("What was decided", [InputRequired("Say what was decided."), *WORDS])
    owner = StringField("Who does it", [InputRequired("Say who does it."), Length(max=200)])
    due_on = DayField("By when", [Length(max=20)])
    status = SelectField("Where it stands", choices=choices((one.value, one.words) for one in PromiseStatus))
    why_not = TextAreaField("Why not, where it is not possible", WORDS)
    what_changed = TextAreaField("What changed", WORDS)
    evidence = TextAreaField("How we know", WORDS)
    young_people_say = TextAreaField("What young people say of it", WORDS)


def promise_form(facts: PromiseFacts | None, themes: dict[str, str]) -> PromiseForm:
    """The form, filled where there is a promise; `themes` are the outcomes by code."""
    filled = {} if facts is None else {name: getattr(facts, name) for name in TEXTS}
    if facts is not None:
        filled |= {
            "theme": facts.theme or NO_THEME,
            "status": facts.status.value,
            "due_on": day_text(facts.due_on),
        }
    form = PromiseForm(data=filled)
    form.theme.choices = choices([(NO_THEME, "None of them"), *themes.items()])
    return form


def promise_from(form: PromiseForm, *, synthetic: bool) -> PromiseFacts:
    """What a valid form says."""
    texts = {name: str(getattr(form, name).data or "").strip() for name in TEXTS}
    return PromiseFacts(
        theme=None if form.theme.data == NO_THEME else str(form.theme.data),
        due_on=form.due_on.day(),
        status=PromiseStatus(form.status.data),
        synthetic=synthetic,
        **texts,
    )


TEXTS = ("you_said", "decision", "owner", "why_not", "what_changed", "evidence", "young_people_say")
