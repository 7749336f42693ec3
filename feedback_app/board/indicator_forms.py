"""The forms of the register: an indicator, a value, its availability, a status by hand, a file."""

from __future__ import annotations

from decimal import Decimal

from flask_wtf.file import FileField
from wtforms import BooleanField, RadioField, SelectField, SelectMultipleField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length
from wtforms.widgets import CheckboxInput, ListWidget

from feedback_app.board.fields import DayField, NumberField, PeriodField, day_text, number_text
from feedback_app.domain.indicators.facts import IndicatorFacts, ValueFacts
from feedback_app.domain.indicators.kinds import (
    AVAILABILITY_WORDS,
    BETTER_WORDS,
    RULE_WORDS,
    Availability,
    Better,
    Rag,
    RagRule,
)
from feedback_app.platform import clock
from feedback_app.platform.forms import StaffForm, choices

SHORT = [Length(max=200)]
LONG = [Length(max=2000)]
NO_PRIORITY = "none"


class IndicatorForm(StaffForm):
    """The description of an indicator."""

    number = StringField("Number", [InputRequired("Type its number."), Length(max=20)])
    framework = StringField("Framework", [InputRequired("Type the framework's name."), *SHORT])
    wording = TextAreaField("Wording, exactly as agreed", [InputRequired("Type its wording."), *LONG])
    definition = TextAreaField("Definition", LONG)
    theme = StringField("In a few words", SHORT)
    priority = SelectField("Priority")
    outcomes = SelectMultipleField(
        "Outcomes it speaks of", option_widget=CheckboxInput(), widget=ListWidget(prefix_label=False)
    )
    owner = StringField("Owner", SHORT)
    source = StringField("Source", SHORT)
    frequency = StringField("How often it is reported", SHORT)
    next_update = StringField("Next update", SHORT)
    unit = StringField("Unit, such as % or children", [Length(max=40)])
    good_is = RadioField(
        "Which way is good", choices=choices((one.value, words) for one, words in BETTER_WORDS.items())
    )
    baseline = NumberField("Baseline", SHORT)
    baseline_on = DayField("Date of the baseline", SHORT)
    target = NumberField("Target", SHORT)
    target_on = DayField("To be met by", SHORT)
    target_origin = StringField("Who set the target", SHORT)
    rule = SelectField(
        "When a missed target is amber", choices=choices((r.value, words) for r, words in RULE_WORDS.items())
    )
    tolerance = NumberField("Tolerance, in per cent or points as the rule says", SHORT)


class ValueForm(StaffForm):
    """One value of one period."""

    period = PeriodField("Period", [InputRequired("Type the period."), *SHORT])
    value = NumberField("Value", [InputRequired("Type the value."), *SHORT])
    numerator = NumberField("Numerator", SHORT)
    denominator = NumberField("Denominator", SHORT)
    source = StringField("Source", SHORT)
    note = TextAreaField("Note", LONG)
    known_on = DayField("Known since", [InputRequired("Type the day from which it is known."), *SHORT])
    judged_by = StringField("Judged by", SHORT)
    recovers = BooleanField("They judge that a missed target recovers within the year")


class AvailabilityForm(StaffForm):
    """From a day on: whether there is a figure to judge."""

    availability = RadioField(
        "Is there a figure?",
        [InputRequired("Choose one.")],
        choices=choices((one.value, words) for one, words in AVAILABILITY_WORDS.items()),
    )
    since = DayField("From", [InputRequired("Type the day from which this holds."), *SHORT])
    reason = TextAreaField("Reason printed with N/A", LONG)


class OverrideForm(StaffForm):
    """A status set by hand, with its reason."""

    status = RadioField(
        "Status", [InputRequired("Choose a status.")], choices=choices((r.value, r.word) for r in Rag)
    )
    because = TextAreaField("Why", [InputRequired("Say why."), *LONG])


class ImportForm(StaffForm):
    """A CSV file of the register."""

    file = FileField("CSV file")


def indicator_form(
    facts: IndicatorFacts | None, priorities: dict[str, str], outcomes: dict[str, str]
) -> IndicatorForm:
    """The form of an indicator, filled; `priorities` and `outcomes` are what there is to choose from."""
    shown = facts or IndicatorFacts(number="", framework="Performance Framework", wording="")
    filled = {name: getattr(shown, name) for name in TEXTS} | {
        "priority": shown.priority_code or NO_PRIORITY,
        "outcomes": list(shown.outcome_codes),
        "good_is": shown.good_is.value,
        "rule": shown.rule.value,
        "baseline": number_text(shown.baseline),
        "target": number_text(shown.target),
        "tolerance": number_text(shown.tolerance),
        "baseline_on": day_text(shown.baseline_on),
        "target_on": day_text(shown.target_on),
    }
    form = IndicatorForm(data=filled)
    form.priority.choices = choices([(NO_PRIORITY, "None of them"), *priorities.items()])
    form.outcomes.choices = choices(outcomes.items())
    return form


def indicator_from(form: IndicatorForm, *, synthetic: bool) -> IndicatorFacts:
    """What a valid form says of an indicator."""
    texts = {name: str(getattr(form, name).data or "").strip() for name in TEXTS}
    tolerance = form.tolerance.number()
    return IndicatorFacts(
        priority_code=None if form.priority.data == NO_PRIORITY else str(form.priority.data),
        outcome_codes=tuple(str(code) for code in form.outcomes.data or ()),
        good_is=Better(form.good_is.data),
        rule=RagRule(form.rule.data),
        baseline=form.baseline.number(),
        baseline_on=form.baseline_on.day(),
        target=form.target.number(),
        target_on=form.target_on.day(),
        tolerance=Decimal(5) if tolerance is None else abs(tolerance),
        synthetic=synthetic,
        **texts,
    )


def value_form(facts: ValueFacts | None) -> ValueForm:
    """The form of a value; known since today unless it says otherwise."""
    if facts is None:
        return ValueForm(data={"known_on": day_text(clock.today())})
    return ValueForm(
        data={
            "period": facts.period.code,
            "value": number_text(facts.value),
            "numerator": number_text(facts.numerator),
            "denominator": number_text(facts.denominator),
            "source": facts.source,
            "note": facts.note,
            "known_on": day_text(clock.today()),
            "judged_by": facts.judged_by,
            "recovers": bool(facts.recovers),
        }
    )


def value_from(form: ValueForm) -> ValueFacts | None:
    """What a form says of a value, or None where a needed part cannot be read."""
    period, value, known_on = form.period.period(), form.value.number(), form.known_on.day()
    if period is None or value is None or known_on is None:
        return None
    judged_by = str(form.judged_by.data or "").strip()
    return ValueFacts(
        period=period,
        value=value,
        numerator=form.numerator.number(),
        denominator=form.denominator.number(),
        source=str(form.source.data or "").strip(),
        note=str(form.note.data or "").strip(),
        known_on=known_on,
        judged_by=judged_by,
        recovers=bool(form.recovers.data) if judged_by else None,
    )


def availability_form() -> AvailabilityForm:
    """The form of an availability, from today on."""
    return AvailabilityForm(
        data={"since": day_text(clock.today()), "availability": Availability.REPORTED.value}
    )


TEXTS = (
    "number",
    "framework",
    "wording",
    "definition",
    "theme",
    "owner",
    "source",
    "frequency",
    "next_update",
    "unit",
    "target_origin",
)
