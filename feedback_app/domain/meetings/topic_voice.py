"""New topics that no outcome covers, as the item tells them: of how many comments, the change, approved quotes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from analysis.figures.comparison import ChangeVerdict, change
from analysis.figures.suppression import SafeTable
from feedback_app.domain.meetings.figures import share_words
from feedback_app.domain.moderation.publishing import PublishableText
from feedback_app.domain.topics.queries import named_topics, topic_table
from feedback_app.domain.waves.standing import WaveRecord

QUOTES_A_TOPIC = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicSaid:
    """One named topic: how many comments of how many, how that changed ("" where there is nothing to compare), quotes."""

    name: str
    sentence: str
    change: str
    quotes: tuple[PublishableText, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicVoice:
    """The named topics of a wave and their figures, fit to publish."""

    table: SafeTable
    topics: tuple[TopicSaid, ...]


def topics_told(
    session: Session, wave: WaveRecord, before: WaveRecord | None, quotes: Sequence[PublishableText]
) -> TopicVoice | None:
    """The named topics as of the wave's last batch; None where none is named, or too few comments are counted."""
    table = topic_table(session, wave.id)
    if table is None or table.withheld:
        return None
    earlier = None if before is None else topic_table(session, before.id)
    quoted = {one.name: one.quotes for one in named_topics(session, quotes)}
    return TopicVoice(
        table=table,
        topics=tuple(
            TopicSaid(
                name=row.label,
                sentence=_sentence(table, row.label),
                change=_change(earlier, table, row.label),
                quotes=quoted.get(row.label, ())[:QUOTES_A_TOPIC],
            )
            for row in table.rows
        ),
    )


def _sentence(table: SafeTable, name: str) -> str:
    row = table.row(name)
    if row is None:
        return ""
    share = share_words(row.count)
    text = row.count.text
    return f"{text[0].upper()}{text[1:]} of {table.base.text} comments{f' ({share})' if share else ''} are about this."


def _change(earlier: SafeTable | None, table: SafeTable, name: str) -> str:
    if earlier is None or earlier.row(name) is None:
        return ""
    found = change(earlier, table, (name,))
    return "" if found.verdict is ChangeVerdict.CANNOT_SAY else found.sentence
