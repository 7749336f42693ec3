"""Which part of the queue an address asks for; nothing anybody wrote is ever in one."""

from typing import Any
from uuid import UUID

from flask import request

from feedback_app.domain.moderation.records import QueueFilter, WaveChoice
from feedback_app.domain.moderation.states import Shelf
from feedback_app.platform.forms import choices
from feedback_app.youth_workers.moderation_forms import FilterForm
from feedback_app.youth_workers.moderation_words import THEMES

SHELVES = {shelf.value: shelf for shelf in Shelf}


def filter_asked_for() -> QueueFilter:
    """The filter in the address; what is not known there is as if it were not given."""
    asked = request.args
    state, theme = asked.get("state", ""), asked.get("theme", "")
    return QueueFilter(
        shelf=SHELVES.get(state, Shelf.TO_READ),
        wave_id=_id(asked.get("wave", "")),
        read_first=bool(asked.get("read_first")),
        question=asked.get("question", "")[:80] or None,
        theme=theme if theme in THEMES else None,
    )


def _id(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def arguments_of(wanted: QueueFilter) -> dict[str, Any]:
    """The filter as arguments of an address, without what goes without saying."""
    arguments = {
        "state": "" if wanted.shelf is Shelf.TO_READ else wanted.shelf.value,
        "wave": str(wanted.wave_id or ""),
        "read_first": "y" if wanted.read_first else "",
        "question": wanted.question or "",
        "theme": wanted.theme or "",
    }
    return {name: value for name, value in arguments.items() if value}


def is_narrowed(wanted: QueueFilter) -> bool:
    """Whether anything but the shelf was chosen."""
    return bool(set(arguments_of(wanted)) - {"state"})


def filter_form(wanted: QueueFilter, waves: tuple[WaveChoice, ...]) -> FilterForm:
    """The form that changes the filter, filled in as it is."""
    form = FilterForm(data={"read_first": wanted.read_first, "state": wanted.shelf.value})
    form.wave.choices = choices([("", "All surveys"), *((str(wave.id), wave.title) for wave in waves)])
    asked = {code: words for wave in reversed(waves) for code, words in wave.questions}
    form.question.choices = choices([("", "All questions"), *asked.items()])
    form.theme.choices = choices([("", "All themes"), *THEMES.items()])
    form.wave.data = str(wanted.wave_id or "")
    form.question.data, form.theme.data = wanted.question or "", wanted.theme or ""
    return form
