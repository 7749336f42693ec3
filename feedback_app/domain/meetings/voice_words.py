"""The sentences of the standing item, made from published figures alone."""

from __future__ import annotations

from analysis.figures.comparison import ChangeVerdict
from feedback_app.domain.meetings.sections import day_words
from feedback_app.domain.meetings.voice import AskedQuestion, SurveyVoice, Voice, moved_most


def headline(voice: Voice) -> str:
    """The item in one sentence: how many told us, and what moved."""
    survey = voice.survey
    if survey is None:
        return "The survey has not been launched yet, so there is nothing to report from it."
    count = _count(survey)
    told = (
        f"{count[0].upper()}{count[1:]} young people {'have told us so far' if survey.so_far else 'told us'}"
    )
    moved = moved_most(survey)
    return (
        f"{told}; {moved_words(moved)}." if moved else f"{told}; nothing clearly changed since the last wave."
    )


def moved_words(one: AskedQuestion) -> str:
    """What moved, as a clause: “People believe me.” fell from 60 % to 52 %."""
    if one.change is None:
        return ""
    clause = one.change.sentence.removeprefix("This ").rstrip(".")
    return f"“{one.wording.rstrip('.')}” {clause}"


def wave_sentence(survey: SurveyVoice) -> str:
    """Which wave it is, when it ran, and that it is still open where it is."""
    version = f"the questions' version {survey.version}"
    opened = day_words(survey.opened_on)
    if survey.so_far:
        until = "" if survey.closes_on is None else f" and stays open until {day_words(survey.closes_on)}"
        first = f"“{survey.title}” opened on {opened}{until}: these figures are so far, as of the last batch ({version})."
    else:
        closed = "" if survey.closes_on is None else f" to {day_words(survey.closes_on)}"
        first = f"“{survey.title}” ran from {opened}{closed} ({version})."
    return first + (" The answers are made up, for the demonstration." if survey.synthetic else "")


def population_sentences(survey: SurveyVoice) -> tuple[str, ...]:
    """How many of how many, for all and for the two age groups apart (BOARD rules 9 and 10)."""
    people = survey.population
    answered = f"{_count(survey)} answered, of about {_about(people.of())} people aged 11 to 25 in the county"
    groups = "; ".join(
        f"aged {one.label}: {one.answered} (of about {_about(one.people)})" for one in survey.heard
    )
    apart = (
        f"The two age groups are compared apart, {groups}. People under 11 and outside the county "
        "have no population to compare with."
    )
    return (f"{answered} ({people.words}).", *((apart,) if survey.heard else ()))


def index_sentence(survey: SurveyVoice) -> str:
    """The Be Supported index now and before, with the questions it is the mean of."""
    named = "; ".join(f"“{wording}”" for wording in survey.index_wordings)
    if survey.index is None:
        return (
            f"The Be Supported index cannot be given: too few people answered one of its questions ({named})."
        )
    before = (
        f" It was {survey.index_before} % in the last wave."
        if survey.index_before is not None
        else " There is no figure of the last wave with the same wording."
    )
    return (
        f"The Be Supported index is {survey.index} %: the mean share of people who agree or strongly agree "
        f"over {len(survey.index_wordings)} questions.{before} The questions: {named}."
    )


def method_note() -> str:
    """How figures are protected and what they can bear, said the same way in each paper."""
    return (
        "These are the young people who chose to answer, not a sample of all. Numbers from 1 to 7 are not shown, other "
        "numbers are rounded to the nearest 5, and shares are whole per cent of the rounded numbers; groups of fewer "
        "than 10 are not shown, and on a base under 50 there are no percentages. Intervals are 95 % Wilson intervals. "
        "Figures move only when ten or more new answers have come. A difference between waves is called a change only "
        "where it is larger than chance would make it. Themes and how a comment sounds are a machine's estimate; each "
        "comment is read by a person, and a quote stands here only where its writer said yes and two people agreed."
    )


def verdict_tone(one: AskedQuestion) -> str:
    """Whether a change is for the better ("better"), for the worse ("worse") or neither ("")."""
    if one.change is None:
        return ""
    return {ChangeVerdict.ROSE: "better", ChangeVerdict.FELL: "worse"}.get(one.change.verdict, "")


def _count(survey: SurveyVoice) -> str:
    return survey.responses.text


def _about(people: int) -> str:
    return f"{100 * ((people + 50) // 100):,}"
