"""Background jobs: each takes what is waiting, a few at a time, and delegates to the domain."""

from collections.abc import Callable, Mapping
from uuid import UUID

from flask import current_app

from analysis.topics import propose
from feedback_app.domain.findings import analyse
from feedback_app.domain.findings.cells import cells_of
from feedback_app.domain.findings.versions import in_use
from feedback_app.domain.kiosks.queries import tablets_may_send
from feedback_app.domain.moderation.reminders import forget, take_reminders
from feedback_app.domain.paper.type_in import forget_late
from feedback_app.domain.responses.folding import fold, recount
from feedback_app.domain.safeguarding.escalate import note_told, untold
from feedback_app.domain.topics.counting import count_topics, waves_to_count
from feedback_app.domain.topics.propose import keep_proposals
from feedback_app.domain.topics.uncovered import asked_in, uncovered
from feedback_app.domain.venues.counting import fold_venues
from feedback_app.domain.waves.lifecycle import hold_back_unchecked
from feedback_app.domain.waves.queries import all_waves
from feedback_app.domain.withdrawals.reconcile import reconcile
from feedback_app.platform import clock, mail
from feedback_app.platform.addresses import outside_address
from feedback_app.platform.database import finish_clearing, reading, transaction
from feedback_app.platform.logging import log
from feedback_app.platform.tasks import wake


def all_jobs() -> Mapping[str, Callable[[], object]]:
    """The jobs by name; the sweep runs each of them every minute."""
    return {
        "analyse": analyse_waiting,
        "clear-journal": finish_clearing,
        "fold": fold_waiting,
        "forget-paper": forget_late_paper,
        "hold-back": hold_back_waves,
        "read-anew": read_anew,
        "tell-escalated": tell_of_escalations,
        "tell-waiting": tell_of_waiting,
        "topics": count_named_topics,
    }


def analyse_waiting() -> int:
    """Analyse every comment that has no finding yet; returns how many were."""
    analyse.warm_up()
    done = 0
    while True:
        with transaction() as session:
            waiting = analyse.take_waiting(session, now=clock.now())
        if not waiting:
            if done:
                wake("fold")
            return done
        done += _analyse(waiting)


def analyse_everything() -> int:
    """Analyse every comment again, and make the counts of findings anew; returns how many were analysed."""
    done, after = 0, None
    while True:
        with transaction() as session:
            waiting = analyse.take_any(session, after=after)
        if not waiting:
            break
        done += _analyse(waiting)
        after = waiting[-1].comment_id
    for wave in all_waves(reading()):
        with transaction() as session:
            recount(session, wave.id, read_by_machine=cells_of)
    return done


def fold_waiting() -> int:
    """Fold what is analysed into the counts, batch by batch; returns how many responses were."""
    with transaction() as session:
        fold_venues(session, now=clock.now())
    done = 0
    while True:
        with transaction() as session:
            folded = fold(session, now=clock.now(), read_by_machine=cells_of, more_may_come=tablets_may_send)
        if not folded:
            break
        done += folded
    if done:
        _check_counts()
    return done


def _check_counts() -> None:
    """Say in the log where a wave's counts do not agree with its responses (SAFETY R-87)."""
    for wave in all_waves(reading()):
        if not reconcile(reading(), wave.id).holds:
            log.error("counts-disagree wave=%s", wave.id)


def forget_late_paper() -> int:
    """Throw away forms on paper that were never settled, once their wave takes none; returns how many."""
    waves = list(all_waves(reading()))
    with transaction() as session:
        return forget_late(session, waves, now=clock.now())


def hold_back_waves() -> int:
    """Pause the waves about to open whose help contacts nobody has checked; returns how many."""
    with transaction() as session:
        return hold_back_unchecked(session, now=clock.now())


def read_anew() -> int:
    """Read again what another learned version had read, after one was put to use or rolled back; returns how many.

    The counts follow as they follow a person's labels: ten changes together.
    """
    done = 0
    while True:
        with transaction() as session:
            waiting = analyse.take_read_by_another(session)
        read = _analyse(waiting)
        done += read
        if not read:
            break
    if done:
        wake("fold")
    return done


def count_named_topics() -> int:
    """Count the named topics in each wave whose counts have moved; returns how many waves."""
    waves = waves_to_count(reading())
    for wave_id in waves:
        with transaction() as session:
            count_topics(session, wave_id)
    return len(waves)


def look_for_topics(wave_id: UUID, *, by: UUID | None = None) -> int:
    """Look for topics in a wave and keep them as proposals; returns how many. Nothing is locked while it looks."""
    found = propose(uncovered(reading(), wave_id), asked=asked_in(reading(), wave_id))
    with transaction() as session:
        return keep_proposals(session, wave_id, found, by=by)


def _analyse(waiting: tuple[analyse.Waiting, ...]) -> int:
    found = analyse.read_all(waiting, in_use(reading()))
    with transaction() as session:
        return analyse.store(session, found, now=clock.now())


def tell_of_escalations() -> int:
    """Mail the safeguarding leads an id and a link for each new escalation; returns how many."""
    if not _has_staff_pages():
        return 0
    told = 0
    for alert in untold(reading()):
        is_sent = bool(alert.to) and mail.send(
            alert.to,
            "Something was escalated",
            "escalated.txt" if alert.to_leads else "escalated_nobody.txt",
            reference=alert.escalation_id.hex[:8],
            link=outside_address("safeguarding.show_escalation", escalation_id=alert.escalation_id),
        )
        if is_sent:
            with transaction() as session:
                note_told(session, alert.escalation_id)
            told += 1
    return told


def tell_of_waiting() -> int:
    """Mail who reads the queue how many comments are waiting; returns how many were told."""
    if not _has_staff_pages():
        return 0
    with transaction() as session:
        reminders = take_reminders(session, now=clock.now())
    for reminder in reminders:
        told = mail.send(
            (reminder.email,),
            "Something is waiting for you",
            "waiting.txt",
            count=reminder.count,
            requests=reminder.requests,
            link=outside_address("moderation.show_queue"),
        )
        if not told:
            with transaction() as session:
                forget(session, reminder.person_id)
    return len(reminders)


def _has_staff_pages() -> bool:
    """Whether this process serves what the mails link to, and so knows its address."""
    return "moderation.show_queue" in current_app.view_functions
