"""What the pages of a wave on paper show, ready to print."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from flask import url_for

from feedback_app.domain.paper.queries import EntryRecord, HalfTyped
from feedback_app.domain.waves.queries import survey_of
from feedback_app.domain.waves.standing import PAPER_DAYS, WaveRecord, takes_paper
from feedback_app.platform import clock
from feedback_app.platform.paging import Pages
from feedback_app.youth_workers import wave_words
from feedback_app.youth_workers.language_names import language_names


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperWave:
    """A wave that takes paper."""

    title: str
    address: str
    until: str
    half_typed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperWavesPage:
    """The waves that take paper now."""

    waves: tuple[PaperWave, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryLine:
    """A form that is not stored yet; `settle` is "" while it was typed once."""

    title: str
    about: str
    settle: str
    remove: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperPage:
    """A wave on paper. `enter` is "" where it takes none now."""

    title: str
    back: str
    back_words: str
    address: str
    until: str
    prints: tuple[tuple[str, str], ...]
    enter: str
    count: str
    entries: tuple[EntryLine, ...]
    pages: Pages
    words: str


def paper_waves_page(
    waves: Sequence[WaveRecord], counts: Mapping[UUID, HalfTyped], now: datetime
) -> PaperWavesPage:
    """The list of waves."""
    return PaperWavesPage(
        waves=tuple(
            PaperWave(
                title=wave.title,
                address=url_for("paper.show_paper", wave_id=wave.id),
                until=_until(wave, now),
                half_typed=_half_typed(counts.get(wave.id, HalfTyped())),
            )
            for wave in waves
        )
    )


def paper_page(
    wave: WaveRecord,
    entries: Sequence[EntryRecord],
    *,
    names: Mapping[UUID, str],
    total: int,
    words: str,
    pages: Pages,
    for_officer: bool,
) -> PaperPage:
    """The page of one wave."""
    now = clock.now()
    return PaperPage(
        title=f"On paper: {wave.title}",
        back=url_for("waves.show_wave", wave_id=wave.id) if for_officer else url_for("paper.show_waves"),
        back_words="Back to the wave" if for_officer else "Back to paper forms",
        address=url_for("paper.show_paper", wave_id=wave.id),
        until=_until(wave, now),
        prints=tuple(
            (name, url_for("paper.print_form", wave_id=wave.id, language=tag))
            for tag, name in language_names(survey_of(wave).languages)
        ),
        enter=url_for("paper_entry.show_entry", wave_id=wave.id) if takes_paper(wave, now) else "",
        count="1 form is not stored yet" if total == 1 else f"{total} forms are not stored yet",
        entries=tuple(_line(entry, names) for entry in entries),
        pages=pages,
        words=words,
    )


def _line(entry: EntryRecord, names: Mapping[UUID, str]) -> EntryLine:
    first, day = names.get(entry.first_by, "somebody"), wave_words.short_day(entry.typed_on)
    if entry.second_by is None:
        about = f"Typed once, by {first} on {day}. Type it again to check it."
    else:
        about = f"Typed by {first} on {day}, and by {names.get(entry.second_by, 'somebody')}. The two differ."
    settle = url_for("paper_entry.show_settle", wave_id=entry.wave_id, entry_id=entry.id)
    return EntryLine(
        title=f"Form {entry.form_number}",
        about=about,
        settle=settle if entry.to_settle else "",
        remove=url_for("paper.ask_to_remove", wave_id=entry.wave_id, entry_id=entry.id),
    )


def _until(wave: WaveRecord, now: datetime) -> str:
    if now < wave.opens_at:
        return "Forms can be typed in once the wave has opened."
    if wave.ends_at is None:
        return "Forms can be typed in at any time."
    last = wave_words.moment(wave.ends_at + PAPER_DAYS)
    if not takes_paper(wave, now):
        return f"Forms could be typed in until {last}."
    return f"Forms can be typed in until {last}, 14 days after the end."


def _half_typed(counts: HalfTyped) -> str:
    if not counts.once and not counts.to_settle:
        return "No form waits"
    return f"{counts.once} typed once, {counts.to_settle} to settle"
