"""A page with one form that changes a draft: shown, saved, and shown again with everything typed where it cannot be."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from flask import make_response, render_template
from werkzeug.wrappers import Response

from feedback_app.domain.waves import drafts
from feedback_app.platform.database import reading, transaction
from feedback_app.platform.problems import Invalid
from feedback_app.platform.staff_access import signed_in_id
from feedback_app.youth_workers.draft_forms import DraftForm
from surveys import Survey, Words

Group = tuple[str, tuple[str, ...]]
MOST_NAMED = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class EditPage:
    """A page with one form; `groups` are the names of its fields, each group under a heading ("" for none)."""

    title: str
    about: str
    back: str
    back_words: str
    groups: tuple[Group, ...]
    hints: Mapping[str, str]
    submit_words: str


def edit_page(
    title: str,
    *,
    back: str,
    groups: tuple[Group, ...],
    hints: Mapping[str, str] | None = None,
    about: str = "",
    back_words: str = "Back to the draft",
    submit_words: str = "Save",
) -> EditPage:
    """The page; fields without a hint have an empty one."""
    given = hints or {}
    return EditPage(
        title=title,
        about=about,
        back=back,
        back_words=back_words,
        groups=groups,
        hints={name: given.get(name, "") for _, names in groups for name in names},
        submit_words=submit_words,
    )


def show(page: EditPage, form: DraftForm, status: int = 200) -> Response:
    """The page with its form."""
    return make_response(render_template("youth_workers/drafts/edit.html", page=page, form=form), status)


def save(
    slug: str,
    form: DraftForm,
    *,
    change: Callable[[Survey], Survey],
    what: str,
    done: Callable[[], Response],
    again: Callable[[int], Response],
) -> Response:
    """Change the draft as the form says; `again` shows the form once more with what is wrong, under a status."""
    if not form.validate_on_submit():
        return again(422)
    try:
        with transaction() as writing:
            drafts.change_draft(writing, slug, change, seen=form.seen, what=what, by=signed_in_id())
    except drafts.DraftChanged:
        now = drafts.draft_of(reading(), slug)
        form.revision.data = str(now.revision)
        form.form_errors.append(
            f"{now.changed_by} changed this draft while you wrote. Nothing of yours is lost: it stands below. "
            "Press the button again to put it in."
        )
        return again(409)
    except Invalid as problem:
        form.form_errors.append(str(problem))
        return again(422)
    return done()


def is_translated(*texts: Words | None) -> bool:
    """Whether any of these has words in another language."""
    return any(len(words) > 1 for words in texts if words is not None)


def cut(text: str) -> str:
    """A text as it is named in the list of changes."""
    return text if len(text) <= MOST_NAMED else f"{text[:MOST_NAMED]}…"
