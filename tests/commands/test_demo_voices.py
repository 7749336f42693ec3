"""The hand-written comments and what is made of them."""

from collections import Counter
from datetime import date

import pytest

from feedback_app.commands.demo_county.county import county_waves
from feedback_app.commands.demo_county.dates import another_wave, closed_wave, open_wave
from feedback_app.commands.demo_county.generate import Made
from feedback_app.commands.demo_county.voices import Voice, all_voices, box_words, worries
from feedback_app.domain.safeguarding.states import Kind
from feedback_app.platform.clock import LONDON
from surveys import OUTCOMES, Survey, instrument_text, load, read_answers, text_field

TODAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def survey() -> Survey:
    """The Be Supported survey as it ships."""
    return load(instrument_text("be-supported"))


def every_voice() -> list[Voice]:
    """Every hand-written comment."""
    return [voice for voices in all_voices().values() for voice in voices]


def chosen(made: tuple[Made, ...], code: str) -> Counter[str]:
    """How often each option of a question was chosen."""
    return Counter(option for one in made for option in one.raw.get(code, ()))


def share(counts: Counter[str], *options: str) -> float:
    """The part of all choices that falls on these options."""
    return sum(counts[option] for option in options) / counts.total()


def test_there_are_hundreds_of_comments_and_none_twice() -> None:
    texts = Counter((voice.question, voice.text) for voice in every_voice())

    assert len(texts) >= 420
    assert [text for text, times in texts.items() if times > 1] == []


def test_every_outcome_is_spoken_of_in_both_questions_of_the_survey() -> None:
    for question in ("good", "better"):
        assert set(OUTCOMES) <= {voice.theme for voice in all_voices()[question]}


def test_one_comment_in_twenty_five_is_in_another_language() -> None:
    others = [voice.language for voice in every_voice() if voice.language != "en"]

    assert set(others) == {"pl", "pt", "ro", "ar", "ur", "es"}
    assert 0.025 < len(others) / len(every_voice()) < 0.06


def test_what_would_show_who_somebody_is_stands_in_its_comment() -> None:
    assert [voice for voice in every_voice() for name in voice.redact if name not in voice.text] == []


def test_what_worries_is_of_a_kind_that_people_can_tick() -> None:
    kinds = {
        kind
        for some in worries().values()
        for worry in some
        for voice in worry.voices
        for kind in voice.kinds
    }

    assert kinds <= set(Kind)
    assert any(len(worry.voices) == 2 for worry in worries()["be-supported"])


def test_the_boxes_are_fields_of_the_survey(survey: Survey) -> None:
    fields = {
        text_field(question, option)
        for question in survey.questions
        for option in question.options
        if option.text_box
    }

    assert set(box_words()) <= fields


def test_the_same_day_gives_the_same_county() -> None:
    assert county_waves(TODAY) == county_waves(TODAY)


def test_the_judge_takes_every_made_response(survey: Survey) -> None:
    waves = [wave for wave in county_waves(TODAY) if wave.slug == "be-supported"]

    judged = [read_answers(survey, one.raw) for wave in waves for one in wave.made]

    assert len(judged) == 1050


def test_ages_and_districts_are_skewed_as_answers_are() -> None:
    first, *_ = county_waves(TODAY)

    ages, districts = chosen(first.made, "age"), chosen(first.made, "district")

    assert share(ages, "13_14", "15_16") > 0.5
    assert share(ages, "19_25") < 0.12
    assert share(districts, "oxford") > 0.3


def test_who_has_nobody_to_talk_to_is_believed_less() -> None:
    made = tuple(one for wave in county_waves(TODAY) if wave.slug == "be-supported" for one in wave.made)
    alone = tuple(one for one in made if one.raw.get("who_would") == ["nobody"])

    agree = ("agree", "strongly_agree")

    assert len(alone) > 50
    assert share(chosen(alone, "believed"), *agree) + 0.2 < share(chosen(made, "believed"), *agree)


def test_between_the_waves_fewer_feel_believed_and_more_find_information() -> None:
    first, _, now, _ = county_waves(TODAY)
    agree = ("agree", "strongly_agree")

    believed = [share(chosen(wave.made, "believed"), *agree) for wave in (first, now)]
    info_easy = [share(chosen(wave.made, "info_easy"), *agree) for wave in (first, now)]

    assert believed[1] < believed[0] - 0.1
    assert info_easy[1] > info_easy[0] + 0.1


def test_most_answers_come_in_the_first_week_and_few_at_weekends() -> None:
    first, *_ = county_waves(TODAY)
    days = Counter((one.day - first.opening.days[0]).days for one in first.made)
    weekend = sum(1 for one in first.made if one.day.weekday() >= 5)

    assert sum(days[day] for day in range(7)) > len(first.made) / 3
    assert weekend < len(first.made) * 2 / 7


@pytest.mark.parametrize("day", [date(2026, 3, 29), date(2026, 8, 31), date(2027, 1, 1), date(2028, 2, 29)])
def test_waves_open_at_nine_on_a_school_day_whatever_the_day_of_loading(day: date) -> None:
    openings = [open_wave(day), closed_wave(day, 189)]

    opened = [opening.opens_at.astimezone(LONDON) for opening in openings]

    assert [moment.hour for moment in opened] == [9, 9]
    assert all(moment.weekday() < 5 for moment in opened)


def test_a_following_wave_never_begins_before_the_last_one_ended() -> None:
    ended_at = open_wave(date(2026, 11, 30)).opens_at

    assert another_wave(TODAY, ended_at).opens_at == ended_at
