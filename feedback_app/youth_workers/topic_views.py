"""What the pages of topics show: proposed, named and settled ones, and one topic with what can be decided about it."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import url_for

from feedback_app.domain.moderation.publishing import PublishableText
from feedback_app.domain.topics.queries import Look, TopicRecord, Typical
from feedback_app.domain.topics.states import TopicState

STATE_WORDS = {
    TopicState.PROPOSED: "Proposed",
    TopicState.NAMED: "Named",
    TopicState.DROPPED: "Dropped",
    TopicState.MERGED: "Part of another",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicLine:
    """One topic in a list."""

    label: str
    address: str
    state: str
    words: str
    size: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicsPage:
    """The list: what waits for a name first, then the named ones, then what is settled."""

    proposed: tuple[TopicLine, ...]
    named: tuple[TopicLine, ...]
    settled: tuple[TopicLine, ...]
    looked: tuple[str, ...]
    has_waves: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicPage:
    """One topic. `typical` is for those who read the queue, and empty for others; `quotes` are approved ones."""

    label: str
    state: str
    words: tuple[str, ...]
    sentences: tuple[str, ...]
    reads_queue: bool
    typical: tuple[Typical, ...]
    quotes: tuple[PublishableText, ...]
    can_decide: bool
    can_merge: bool
    can_undo: bool
    actions: dict[str, str]
    back: str


def topics_page(topics: Sequence[TopicRecord], looks: Sequence[Look], *, has_waves: bool) -> TopicsPage:
    """The list of topics."""
    lines = [(one.state, _line(one)) for one in topics]
    return TopicsPage(
        proposed=tuple(line for state, line in lines if state is TopicState.PROPOSED),
        named=tuple(line for state, line in lines if state is TopicState.NAMED),
        settled=tuple(line for state, line in lines if state in (TopicState.DROPPED, TopicState.MERGED)),
        looked=tuple(_looked(one) for one in looks),
        has_waves=has_waves,
    )


def topic_page(
    topic: TopicRecord,
    others: Sequence[TopicRecord],
    *,
    typical: Sequence[Typical] | None,
    quotes: Sequence[PublishableText],
) -> TopicPage:
    """One topic; `typical` is None for who may not read the queue."""
    open_to_decide = topic.state in (TopicState.PROPOSED, TopicState.NAMED)
    return TopicPage(
        label=topic.label,
        state=STATE_WORDS[topic.state],
        words=topic.terms,
        sentences=_sentences(topic),
        reads_queue=typical is not None,
        typical=tuple(typical or ()),
        quotes=tuple(quotes),
        can_decide=open_to_decide,
        can_merge=open_to_decide and bool(others),
        can_undo=topic.state is not TopicState.PROPOSED,
        actions={
            deed: url_for(f"topics.{deed}", topic_id=topic.id)
            for deed in ("name", "merge", "drop", "undo_decision")
        },
        back=url_for("topics.show_topics"),
    )


def _line(one: TopicRecord) -> TopicLine:
    note = f"May be more of “{one.near}”" if one.state is TopicState.PROPOSED and one.near else ""
    if one.state is TopicState.MERGED:
        note = f"Part of “{one.into}”: {one.reason}"
    if one.state is TopicState.DROPPED:
        note = one.reason
    return TopicLine(
        label=one.label,
        address=url_for("topics.show_topic", topic_id=one.id),
        state=STATE_WORDS[one.state],
        words=", ".join(one.terms),
        size=one.size.text,
        note=note,
    )


def _looked(one: Look) -> str:
    day = f"{one.looked_on.day} {one.looked_on:%B %Y}"
    found = "no topic" if one.found == 0 else f"{one.found} topic{'' if one.found == 1 else 's'}"
    part = f"; {one.read.text} of them were read, because there were so many" if one.is_part else ""
    return f"{one.wave}, looked through on {day}: {one.given.text} comments that no outcome covers, {found} proposed{part}."


def _sentences(one: TopicRecord) -> tuple[str, ...]:
    found = [
        f"Found in {one.wave}. {one.size.text[0].upper()}{one.size.text[1:]} comments are about it.",
        f"Found again in parts of the comments with {round(100 * one.stability)} % of its words the same.",
    ]
    if one.near and one.state is TopicState.PROPOSED:
        found.append(f"It may be more of “{one.near}”: then make it a part of that.")
    if one.into:
        found.append(f"It is counted as part of “{one.into}”: {one.reason}")
    elif one.reason:
        found.append(f"Dropped: {one.reason}")
    return tuple(found)
