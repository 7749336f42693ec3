"""A version that is being written: changed by several people, taken back, and used for the next wave."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from feedback_app.domain.audit.models import AuditEntry
from feedback_app.domain.waves import drafts
from feedback_app.domain.waves.definitions import (
    DefinitionFlawed,
    NoSuchInstrument,
    import_definition,
    newest,
)
from feedback_app.domain.waves.lifecycle import call_off, open_wave
from feedback_app.domain.waves.models import Definition, DraftState
from feedback_app.domain.waves.queries import survey_of, wave_by_id
from feedback_app.platform import clock
from feedback_app.platform.problems import Missing
from feedback_app.platform.roles import Role
from surveys import Survey, instrument_text, load
from surveys.editing import change_question, remove_question
from tests.factories.people import make_person

SLUG = "voxy"


def reword(survey: Survey, words: str) -> Survey:
    """The first question in other words."""
    return change_question(survey, "topic", lambda one: replace(one, text={"en": words}))


def begun(session: Session, *words: str) -> None:
    """A draft in which the first question was reworded, once for each."""
    drafts.begin_draft(session, SLUG, by=None)
    for seen, text in enumerate(words, start=1):
        change(session, partial(reword, words=text), seen=seen, what=f"The words are “{text}”")


def change(session: Session, deed: Callable[[Survey], Survey], *, seen: int, what: str = "Changed") -> None:
    drafts.change_draft(session, SLUG, deed, seen=seen, what=what, by=None)


def topic(session: Session) -> str:
    return drafts.draft_of(session, SLUG).survey.question("topic").text["en"]


def test_a_draft_begins_as_the_newest_version(session: Session) -> None:
    person = make_person(session, Role.ENGAGEMENT_OFFICER, name="Amina")

    drafts.begin_draft(session, SLUG, by=person)

    draft = drafts.draft_of(session, SLUG)
    assert draft.survey == newest(session, SLUG).survey
    assert (draft.begun_from, draft.revision, draft.last_change, draft.changed_by) == (1, 1, "", "Amina")
    assert drafts.drafts(session) == (SLUG,)


def test_nothing_but_the_draft_changes_until_it_is_used(session: Session) -> None:
    begun(session, "What is it?")

    assert topic(session) == "What is it?"
    assert newest(session, SLUG).survey == load(instrument_text(SLUG))


def test_each_change_can_be_taken_back_in_turn(session: Session) -> None:
    begun(session, "One?", "Two?")

    drafts.take_back(session, SLUG, seen=3, by=None)
    assert topic(session) == "One?"
    assert drafts.draft_of(session, SLUG).last_change == "The words are “One?”"
    drafts.take_back(session, SLUG, seen=4, by=None)
    assert topic(session) == "What is this about?"
    with pytest.raises(drafts.NothingToTakeBack):
        drafts.take_back(session, SLUG, seen=5, by=None)


def test_only_so_many_states_are_kept(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafts, "MOST_STATES", 3)

    begun(session, *(f"Is it {number}?" for number in range(6)))

    assert session.scalar(select(func.count()).select_from(DraftState)) == 3


def test_a_change_that_changes_nothing_is_no_change(session: Session) -> None:
    begun(session, "One?")

    change(session, partial(reword, words="One?"), seen=2)

    assert drafts.draft_of(session, SLUG).revision == 2


def test_who_has_not_seen_the_last_change_changes_nothing(session: Session) -> None:
    begun(session, "One?")

    with pytest.raises(drafts.DraftChanged):
        change(session, partial(reword, words="Two?"), seen=1)
    with pytest.raises(drafts.DraftChanged):
        drafts.take_back(session, SLUG, seen=1, by=None)
    with pytest.raises(drafts.DraftChanged):
        drafts.use_draft(session, SLUG, seen=1, by=None)

    assert topic(session) == "One?"


def test_what_is_gone_or_would_be_no_survey_is_said(session: Session) -> None:
    begun(session)

    with pytest.raises(Missing):
        change(session, lambda survey: remove_question(survey, "nothing"), seen=1)
    with pytest.raises(drafts.NotKept):
        change(session, lambda survey: replace(survey, sections=()), seen=1)
    with pytest.raises(drafts.NotKept):
        change(session, partial(reword, words="x" * 2001), seen=1)

    assert drafts.draft_of(session, SLUG).revision == 1


def test_a_draft_may_lack_what_makes_it_fit_to_open(session: Session) -> None:
    begun(session)
    change(
        session,
        lambda survey: change_question(survey, "topic", lambda one: replace(one, options=())),
        seen=1,
    )

    with pytest.raises(DefinitionFlawed, match="two options"):
        drafts.use_draft(session, SLUG, seen=2, by=None)

    assert drafts.draft_of(session, SLUG).survey.question("topic").options == ()


def test_a_version_that_no_wave_has_is_replaced(session: Session) -> None:
    begun(session, "One?")
    first = drafts.use_draft(session, SLUG, seen=2, by=None)
    begun(session, "Two?")
    second = drafts.use_draft(session, SLUG, seen=2, by=None)

    assert (first.survey.version, second.survey.version) == (1, 1)
    assert newest(session, SLUG).survey.question("topic").text == {"en": "Two?"}
    assert session.scalar(select(func.count()).select_from(Definition)) == 1
    assert drafts.drafts(session) == ()


def test_a_version_that_a_wave_has_keeps_its_words_and_the_next_gets_a_number(session: Session) -> None:
    now = clock.now()
    wave = open_wave(session, slug=SLUG, opens_at=now, days=2, by=None, synthetic=True)
    begun(session, "One?")

    assert drafts.next_version(session, SLUG, begun_from=1) == 2
    used = drafts.use_draft(session, SLUG, seen=2, by=None)

    assert used.survey.version == 2
    assert survey_of(wave_by_id(session, wave)).question("topic").text["en"] == "What is this about?"
    later = open_wave(session, slug=SLUG, opens_at=now + timedelta(days=3), days=2, by=None, synthetic=True)
    assert survey_of(wave_by_id(session, later)) == used.survey


def test_a_wave_that_was_called_off_has_used_no_version(session: Session) -> None:
    opens_at = clock.now() + timedelta(days=3)
    wave = open_wave(session, slug=SLUG, opens_at=opens_at, days=2, by=None, synthetic=True)
    call_off(session, wave, by=None)

    assert drafts.next_version(session, SLUG, begun_from=1) == 1


def test_a_copy_becomes_an_instrument_of_its_own(session: Session) -> None:
    drafts.begin_copy(session, SLUG, as_slug="park-life", title="Park life", by=None)

    with pytest.raises(NoSuchInstrument):
        newest(session, "park-life")
    held = drafts.use_draft(session, "park-life", seen=1, by=None)

    assert (held.slug, held.survey.version, held.survey.title) == ("park-life", 1, {"en": "Park life"})
    assert newest(session, SLUG).survey == load(instrument_text(SLUG))


def test_one_draft_of_an_instrument_and_one_instrument_of_a_name(session: Session) -> None:
    begun(session)

    with pytest.raises(drafts.DraftThere):
        drafts.begin_draft(session, SLUG, by=None)
    with pytest.raises(drafts.SlugTaken):
        drafts.begin_copy(session, "be-supported", as_slug=SLUG, title="Another", by=None)
    with pytest.raises(drafts.NotKept):
        drafts.begin_copy(session, SLUG, as_slug="No Slug!", title="Another", by=None)
    with pytest.raises(drafts.NoDraft):
        drafts.draft_of(session, "be-supported")


def test_a_version_that_came_in_meanwhile_is_not_written_over(session: Session) -> None:
    begun(session, "One?")
    newer = instrument_text(SLUG).replace("version: 1\n", "version: 7\n", 1).replace("VOXY form", "VOXY", 1)
    import_definition(session, newer, by=None)

    assert drafts.use_draft(session, SLUG, seen=2, by=None).survey.version == 8


def test_a_deleted_draft_leaves_nothing_but_the_audit(session: Session) -> None:
    begun(session, "One?")

    drafts.delete_draft(session, SLUG, by=None)

    assert drafts.drafts(session) == ()
    assert session.scalar(select(func.count()).select_from(DraftState)) == 0
    assert list(session.scalars(select(AuditEntry.deed).order_by(AuditEntry.at))) == [
        "began-draft",
        "deleted-draft",
    ]
