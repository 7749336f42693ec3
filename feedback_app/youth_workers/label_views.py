"""The labels of a comment as the youth worker sees them, and the one key that mends each."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from flask import url_for

from analysis import Sentiment
from feedback_app.domain.moderation.label import LabelsRecord
from feedback_app.domain.moderation.records import CommentRecord
from feedback_app.platform.forms import choices
from feedback_app.youth_workers.moderation_forms import LabelsForm, UndoForm
from feedback_app.youth_workers.moderation_words import THEMES, day_words, listed, theme_words

KEYS = {Sentiment.NEGATIVE: "1", Sentiment.NEUTRAL: "2", Sentiment.POSITIVE: "3"}


@dataclass(frozen=True, slots=True, kw_only=True)
class FeelingButton:
    """A feeling to choose; `pressed` is "true" for the one that counts."""

    value: str
    label: str
    key: str
    pressed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeLine:
    """A theme that counts, and what it rests on."""

    label: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelsPart:
    """The part of a comment's page about its labels."""

    is_checked: bool
    standing: str
    machine_said: str
    feelings: tuple[FeelingButton, ...]
    shows_themes: bool
    themes: tuple[ThemeLine, ...]
    may_agree: bool
    may_undo: bool
    action: str
    undo: str
    version: str
    form: LabelsForm
    undo_form: UndoForm


def labels_part(
    comment_id: UUID, labels: LabelsRecord | None, arguments: dict[str, Any]
) -> LabelsPart | None:
    """The part for this reader; None until the machine has read the comment."""
    if labels is None:
        return None
    feeling = labels.sentiment or labels.machine_sentiment
    machine = tuple(theme.code for theme in labels.machine_themes)
    themes = machine if labels.themes is None else labels.themes
    form = LabelsForm(formdata=None, prefix="labels")
    form.themes.choices = choices(THEMES.items())
    form.themes.data = list(themes)
    return LabelsPart(
        is_checked=bool(labels.checked_by),
        standing=_standing(labels),
        machine_said=_machine_said(labels, machine),
        feelings=tuple(
            FeelingButton(
                value=one.value,
                label=one.value.capitalize(),
                key=KEYS[one],
                pressed="true" if one.value == feeling else "false",
            )
            for one in Sentiment
        ),
        shows_themes=labels.shows_themes,
        themes=tuple(_theme_line(code, labels) for code in themes) if labels.shows_themes else (),
        may_agree=labels.shows_sentiment and labels.shows_themes,
        may_undo=labels.may_undo,
        action=url_for("labels.say", comment_id=comment_id, **arguments),
        undo=url_for("labels.undo", comment_id=comment_id, **arguments),
        version=labels.version,
        form=form,
        undo_form=UndoForm(formdata=None),
    )


def without_hidden_labels(comment: CommentRecord, labels: LabelsRecord | None) -> CommentRecord:
    """The comment without the words that would give away a theme its reader is to name first, or that counts no more."""
    if comment.finding is None or labels is None:
        return comment
    shown = labels.machine_themes
    if labels.themes is not None:
        shown = tuple(theme for theme in shown if theme.code in labels.themes)
    return replace(comment, finding=replace(comment.finding, themes=shown))


def _standing(labels: LabelsRecord) -> str:
    if not (labels.shows_sentiment and labels.shows_themes):
        missing = [
            words
            for words, shown in (
                ("the feeling", labels.shows_sentiment),
                ("the themes", labels.shows_themes),
            )
            if not shown
        ]
        return (
            f"Say {listed(tuple(missing))} first. People label some comments before they see what the machine "
            "says, so that how far the two agree is honest."
        )
    if labels.checked_by:
        on = f" on {day_words(labels.checked_on)}" if labels.checked_on else ""
        return f"By {labels.checked_by}{on}."
    if labels.machine_sentiment is None:
        return "The machine says no feeling, since it is not in English. Its themes are an estimate."
    return f"Estimated by the machine{'' if labels.machine_is_sure else ', which is unsure of the feeling'}."


def _machine_said(labels: LabelsRecord, machine: Sequence[str]) -> str:
    """What the machine had said where people say otherwise; "" where they do not."""
    if not (labels.shows_sentiment and labels.shows_themes):
        return ""
    said = []
    if labels.sentiment is not None and labels.sentiment != labels.machine_sentiment:
        said.append(labels.machine_sentiment or "no feeling")
    if labels.themes is not None and set(labels.themes) != set(machine):
        said.append(listed(tuple(map(theme_words, machine))) or "no theme")
    return f"The machine had said: {'; '.join(said)}." if said else ""


def _theme_line(code: str, labels: LabelsRecord) -> ThemeLine:
    because = next((theme.because for theme in labels.machine_themes if theme.code == code), None)
    if because is None:
        return ThemeLine(label=theme_words(code), words="given by a person")
    return ThemeLine(label=theme_words(code), words=", ".join(f"“{phrase}”" for phrase in because))
