"""What the engagement officer's pages show, ready to print."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from flask import current_app, url_for

from analysis.figures.suppression import protect_number
from feedback_app.domain.waves.definitions import Instrument
from feedback_app.domain.waves.lifecycle import WaveRecord, WaveStanding
from feedback_app.domain.waves.queries import survey_of
from feedback_app.platform.paging import Pages
from feedback_app.platform.settings import Settings
from feedback_app.youth_workers import wave_words
from feedback_app.youth_workers.wave_days import DaysView, days_view
from feedback_app.youth_workers.wave_links import Link, preview_links, wave_tools
from surveys import check, words_in


@dataclass(frozen=True, slots=True, kw_only=True)
class WaveLine:
    """One wave in a list."""

    title: str
    address: str
    standing: str
    tone: str
    synthetic: bool
    dates: str
    responses: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentLine:
    """One instrument in the list: its newest definition."""

    title: str
    version: str
    origin: str
    state: str
    address: str
    draft: str
    preview: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WavesPage:
    """All waves by where they stand, and the instruments."""

    running: tuple[WaveLine, ...]
    coming: tuple[WaveLine, ...]
    ended: tuple[WaveLine, ...]
    pages: Pages
    instruments: tuple[InstrumentLine, ...]
    new_drafts: tuple[Link, ...]
    open_address: str
    import_address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WavePage:
    """One wave: how it goes and what can be done."""

    title: str
    standing: str
    tone: str
    synthetic: bool
    dates: str
    opens: str
    ends: str
    ends_label: str
    responses: str
    version: str
    link: str
    address: str
    previews: tuple[Link, ...]
    tools: tuple[Link, ...]
    days: DaysView
    can_extend: bool
    can_pause: bool
    can_resume: bool
    can_close: bool
    can_call_off: bool
    can_export: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmPage:
    """A question before something that cannot be undone."""

    title: str
    question: str
    words: str
    action: str
    submit_words: str
    back: str
    back_words: str = "Back to the wave"


def responses_words(wave: WaveRecord) -> str:
    """How many responses are counted, through the gate."""
    count = protect_number(wave.folded_responses)
    if count.value is None:
        return f"{count.text} responses"
    return "no responses counted yet" if count.value == 0 else f"about {count.value:,} responses"


def wave_line(wave: WaveRecord, now: datetime) -> WaveLine:
    """A wave as a line of a list."""
    words, tone = wave_words.STANDINGS[wave.standing(now)]
    return WaveLine(
        title=wave.title,
        address=url_for("waves.show_wave", wave_id=wave.id),
        standing=words,
        tone=tone,
        synthetic=wave.synthetic,
        dates=wave_words.dates(wave, now),
        responses=responses_words(wave).capitalize(),
    )


def instrument_line(instrument: Instrument, *, has_draft: bool) -> InstrumentLine:
    """An instrument as a line of the list."""
    flaws = len(check(instrument.survey))
    return InstrumentLine(
        title=words_in(instrument.survey.title, "en"),
        version=str(instrument.survey.version),
        origin="Imported" if instrument.imported else "Came with the product",
        state="Fit to open" if not flaws else f"{flaws} to mend" if flaws > 1 else "1 thing to mend",
        address=url_for("instruments.show_instrument", slug=instrument.slug),
        draft=url_for("drafts.show_draft", slug=instrument.slug) if has_draft else "",
        preview=url_for("instruments.preview_instrument", slug=instrument.slug),
    )


def waves_page(
    waves: Sequence[WaveRecord],
    ended: Sequence[WaveRecord],
    instruments: Sequence[Instrument],
    *,
    drafts: Sequence[str],
    pages: Pages,
    now: datetime,
) -> WavesPage:
    """All waves that have not ended, one page of those that have, and the instruments."""
    coming = [wave for wave in waves if wave.standing(now) is WaveStanding.BEFORE]
    running = [wave for wave in waves if wave.standing(now) is not WaveStanding.BEFORE]
    return WavesPage(
        running=tuple(wave_line(wave, now) for wave in running),
        coming=tuple(wave_line(wave, now) for wave in reversed(coming)),
        ended=tuple(wave_line(wave, now) for wave in ended),
        pages=pages,
        instruments=tuple(instrument_line(one, has_draft=one.slug in drafts) for one in instruments),
        new_drafts=tuple(
            Link(words=slug, address=url_for("drafts.show_draft", slug=slug))
            for slug in drafts
            if slug not in {one.slug for one in instruments}
        ),
        open_address=url_for("waves.show_open"),
        import_address=url_for("instruments.show_import"),
    )


def wave_page(wave: WaveRecord, counts: Mapping[date, int], now: datetime) -> WavePage:
    """One wave as its page shows it."""
    standing = wave.standing(now)
    words, tone = wave_words.STANDINGS[standing]
    runs = standing in (WaveStanding.OPEN, WaveStanding.PAUSED)
    ended = standing is WaveStanding.CLOSED
    return WavePage(
        title=wave.title,
        standing=words,
        tone=tone,
        synthetic=wave.synthetic,
        dates=wave_words.dates(wave, now),
        opens=wave_words.moment(wave.opens_at),
        ends="Without an end" if wave.ends_at is None else wave_words.moment(wave.ends_at),
        ends_label="Ended" if ended else "Ends",
        responses=responses_words(wave).capitalize(),
        version=str(wave.version),
        link=_public_link(wave.slug),
        address=url_for("waves.show_wave", wave_id=wave.id),
        previews=preview_links("waves.preview_wave", survey_of(wave), wave_id=wave.id),
        tools=wave_tools(wave.id),
        days=days_view(wave, counts, now),
        can_extend=not ended and wave.ends_at is not None,
        can_pause=standing is WaveStanding.OPEN,
        can_resume=standing is WaveStanding.PAUSED,
        can_close=runs,
        can_call_off=standing is WaveStanding.BEFORE,
        can_export=standing is not WaveStanding.BEFORE,
    )


def _public_link(slug: str) -> str:
    """The survey's full address; the pages of young people may be served by another process than these."""
    settings: Settings = current_app.extensions["settings"]
    return f"{settings.base_url}/s/{slug}"
