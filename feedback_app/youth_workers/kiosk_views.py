"""What the engagement officer's pages of kiosks show, ready to print."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import current_app, url_for
from markupsafe import Markup

from feedback_app.documents.poster import code
from feedback_app.domain.kiosks.keep import NewLink
from feedback_app.domain.kiosks.queries import KioskRecord
from feedback_app.domain.waves.standing import WaveRecord
from feedback_app.platform import clock
from feedback_app.platform.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class KioskLine:
    """One kiosk in the list: how it stands, and where its deeds are sent. `switch` leads to off, or to on again."""

    name: str
    venue: str
    standing: str
    tone: str
    set_up: str
    heard: str
    is_on: bool
    switch: str
    link: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KiosksPage:
    """The kiosks of a wave and the form for another."""

    title: str
    back: str
    action: str
    kiosks: tuple[KioskLine, ...]
    has_venues: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkPage:
    """A one-time link, shown once: its address and the same as a square that a tablet's camera opens."""

    name: str
    link: str
    square: Markup
    back: str


def kiosks_page(wave: WaveRecord, kiosks: Sequence[KioskRecord], *, has_venues: bool) -> KiosksPage:
    """The kiosks of a wave."""
    return KiosksPage(
        title=f"Kiosks for {wave.title}",
        back=url_for("waves.show_wave", wave_id=wave.id),
        action=url_for("kiosks.show_kiosks", wave_id=wave.id),
        kiosks=tuple(_line(kiosk) for kiosk in kiosks),
        has_venues=has_venues,
    )


def link_page(wave_id: object, link: NewLink) -> LinkPage:
    """A new link; the secret stands behind the #, so that no server and no log is told it."""
    settings: Settings = current_app.extensions["settings"]
    address = f"{settings.base_url}/kiosk/set-up#{link.secret}"
    return LinkPage(
        name=link.name,
        link=address,
        square=code(address, f"Set-up link for {link.name}"),
        back=url_for("kiosks.show_kiosks", wave_id=wave_id),
    )


def _line(kiosk: KioskRecord) -> KioskLine:
    standing, tone = _standing(kiosk)
    ids: dict[str, Any] = {"wave_id": kiosk.wave_id, "kiosk_id": kiosk.id}
    return KioskLine(
        name=kiosk.name,
        venue=kiosk.venue or "None",
        standing=standing,
        tone=tone,
        set_up=_day(kiosk.set_up_on),
        heard=_day(kiosk.heard_on),
        is_on=kiosk.is_on,
        switch=url_for("kiosks.switch_off" if kiosk.is_on else "kiosks.switch_on", **ids),
        link=url_for("kiosks.make_link", **ids),
    )


def _standing(kiosk: KioskRecord) -> tuple[str, str]:
    if not kiosk.is_on:
        return "Switched off", ""
    if kiosk.set_up_on is not None:
        return "Set up", "brand"
    is_waiting = kiosk.link_ends_at is not None and kiosk.link_ends_at > clock.now()
    return ("Link not used yet", "attention") if is_waiting else ("Link has run out", "attention")


def _day(day: date | None) -> str:
    return "Not yet" if day is None else f"{day:%-d %B %Y}"
