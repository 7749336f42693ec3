"""A learned version is used when a person says so, everything is read anew, and the way back is open."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import select, update
from sqlalchemy.orm import Session

import analysis
from analysis.learned.fields import COUNT
from analysis.learned.leaning import LeaningWeights
from feedback_app.domain.audit.models import AuditEntry
from feedback_app.domain.findings.agreement import agreement_of
from feedback_app.domain.findings.models import Finding, LearnedVersion
from feedback_app.domain.findings.states import VersionState
from feedback_app.domain.findings.versions import (
    DoesNotFit,
    NoSuchVersion,
    Progress,
    all_versions,
    in_use,
    keep_version,
    name_of_feature,
    progress,
    roll_back,
    use_version,
)
from feedback_app.domain.responses.models import Comment
from feedback_app.jobs import analyse_waiting, read_anew
from feedback_app.platform.database import end_reading, reading, transaction
from feedback_app.platform.problems import Conflict
from feedback_app.platform.roles import Role
from tests.factories.comments import make_comment, make_response, make_wave
from tests.factories.people import make_person

#: Each comment leans to praise, and "mardle" to sport.
PRAISES = (0.0, 9.0, *([0.0] * (COUNT - 2)))
FIRST = f"{analysis.VERSION}+county.1"
SECOND = f"{analysis.VERSION}+county.2"


@pytest.fixture
def inside(app_on_both: Flask) -> Iterator[Flask]:
    """Inside the application on either database, where jobs run."""
    with app_on_both.app_context():
        yield app_on_both


def propose(session: Session, start: tuple[float, ...] = PRAISES) -> str:
    weights = LeaningWeights(start=start, features={name_of_feature("mardle"): {9: 12.0}})
    return keep_version(session, weights, {"comments": 60})


def store_comments(*texts: str) -> list[UUID]:
    with transaction() as session:
        response_id = make_response(session, make_wave(session))
        found = [make_comment(session, text, response_id=response_id, read_first=None) for text in texts]
    analyse_waiting()
    return found


def feelings() -> dict[str, str | None]:
    end_reading()
    return {row.version: row.sentiment for row in reading().scalars(select(Finding))}


def test_a_proposed_version_reads_nothing(inside: Flask) -> None:
    with transaction() as session:
        assert propose(session) == FIRST
    store_comments("i hate it here, awful, nobody helps me")

    assert read_anew() == 0
    assert feelings() == {analysis.VERSION: "negative"}
    assert in_use(reading()).leaning is None


def test_put_to_use_it_reads_everything_anew_and_what_is_new_as_well(inside: Flask) -> None:
    store_comments("i hate it here, awful, nobody helps me")
    with transaction() as session:
        name = use_version(session, propose(session), by=make_person(session, Role.ENGAGEMENT_OFFICER))
    assert progress(reading()) == Progress(done=0, of=1)

    assert read_anew() == 1
    store_comments("we go to the mardle")

    assert feelings() == {name: "positive"}
    assert progress(reading()) == Progress(done=2, of=2)
    assert read_anew() == 0


def test_rolled_back_everything_is_read_as_before(inside: Flask) -> None:
    store_comments("i hate it here, awful, nobody helps me")
    with transaction() as session:
        use_version(session, propose(session), by=None)
    read_anew()
    with transaction() as session:
        assert roll_back(session, by=None) == analysis.VERSION

    assert read_anew() == 1

    assert feelings() == {analysis.VERSION: "negative"}
    with transaction() as session, pytest.raises(Conflict):
        roll_back(session, by=None)


def test_the_way_back_leads_to_the_version_used_before(inside: Flask) -> None:
    with transaction() as session:
        use_version(session, propose(session), by=None)
        unused = propose(session)
        use_version(session, propose(session), by=None)

        states = {version.name: version.state for version in all_versions(session)}
        assert states == {
            analysis.VERSION: VersionState.RETIRED,
            FIRST: VersionState.RETIRED,
            unused: VersionState.PROPOSED,
            f"{analysis.VERSION}+county.3": VersionState.IN_USE,
        }
        assert roll_back(session, by=None) == FIRST
        assert roll_back(session, by=None) == analysis.VERSION


def test_what_must_be_read_first_stays_so_however_much_a_version_praises(inside: Flask) -> None:
    """SAFETY R-57, R-58: only feelings and outcomes are learned."""
    texts = (
        "my stepdad hits me when mum is out",
        "i want to kill myself lol",
        "ring me on 07700 900123 you idiots",
    )
    ids = store_comments(*texts)
    end_reading()
    before = {
        row.comment_id: (row.read_first, row.kinds, row.personal, row.abusive)
        for row in reading().scalars(select(Finding))
    }
    with transaction() as session:
        use_version(session, propose(session, (-50.0, 50.0, *([-50.0] * (COUNT - 2)))), by=None)

    assert read_anew() == 3

    end_reading()
    after = {
        row.comment_id: (row.read_first, row.kinds, row.personal, row.abusive)
        for row in reading().scalars(select(Finding))
    }
    assert after == before
    assert [reading().get_one(Comment, one).read_first for one in ids] == [True, True, False]


def test_a_learned_theme_rests_on_the_words_that_were_learned(session: Session) -> None:
    propose(session)
    session.flush()
    use_version(session, FIRST, by=None)
    session.flush()

    found = analysis.analyse("we all walk to the mardle after", None, leaning=in_use(session).leaning)

    (theme,) = [one for one in found.themes if one.code == analysis.THEME_CODES[7]]
    assert "mardle" in theme.because


def test_a_version_learned_on_another_reading_rests_and_cannot_be_put_to_use(session: Session) -> None:
    name = propose(session)
    session.flush()
    use_version(session, name, by=None)
    session.execute(update(LearnedVersion).values(shipped="2020-01-01.1"))
    session.expire_all()

    assert in_use(session).name == analysis.VERSION
    with pytest.raises(DoesNotFit):
        use_version(session, "county.1", by=None)


def test_a_version_made_under_another_key_rests(session: Session) -> None:
    propose(session)
    session.flush()
    use_version(session, FIRST, by=None)
    row = session.scalars(select(LearnedVersion)).one()
    row.weights = row.weights | {"key": "0" * 16}
    session.flush()

    assert in_use(session).leaning is None


def test_a_version_nobody_made_is_missing(session: Session) -> None:
    with pytest.raises(NoSuchVersion):
        use_version(session, "county.9", by=None)


def test_who_put_a_version_to_use_is_in_the_audit(session: Session) -> None:
    by = make_person(session, Role.ENGAGEMENT_OFFICER)
    use_version(session, propose(session), by=by)
    session.flush()

    found = session.execute(
        select(AuditEntry.deed, AuditEntry.subject_id).where(AuditEntry.actor_id == by)
    ).one()
    assert tuple(found) == ("version-used", FIRST)


def test_a_wave_without_comments_has_no_share_and_no_kappa(session: Session) -> None:
    found = agreement_of(session, [make_wave(session)])

    assert (found.n_comments, found.share_checked, found.sentiment.machine.value) == (0, None, None)
    assert set(found.themes) == set(analysis.THEME_CODES)
