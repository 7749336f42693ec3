"""The strict client: it looks at every page it gets as a picky reader would.

Whole HTML5, one h1 that the title begins with, unique ids, a label for every field, the strict headers,
no inline style or script, no table row in what a template was given, nothing left unwritten.
"""

import dataclasses
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any
from uuid import UUID
from xml.etree.ElementTree import Element

import html5lib
from flask import template_rendered
from flask.testing import FlaskClient
from sqlalchemy import inspect
from werkzeug.test import TestResponse

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
#: Ours or the libraries', and never printed as rows.
NOT_WALKED = {
    "current_user",
    "g",
    "session",
    "request",
    "config",
    "get_locale",
    "form",
    "forms",
    "log_out_form",
}
NAMED_BY_OTHERS = {"hidden", "submit", "button", "image", "reset"}


@lru_cache(maxsize=8)
def whole(html: str) -> Element:
    """The elements of a page, which must be whole HTML5; the same page is read once."""
    root: Element = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(html)
    return root


class Page:
    """A page as it came: its text, and its elements by plain questions."""

    def __init__(self, response: TestResponse) -> None:
        self.response = response
        self.status = response.status_code
        self.html = response.get_data(as_text=True)
        self.tree = whole(self.html)

    def all(self, tag: str) -> list[Element]:
        """Every element of this kind."""
        return list(self.tree.iter(tag))

    def text(self, tag: str = "body") -> str:
        """The words of the first element of this kind, spaces folded."""
        found = self.tree.find(f".//{tag}")
        return "" if found is None else " ".join("".join(_words(found)).split())

    def hidden_fields(self, action: str | None = None) -> dict[str, str]:
        """The hidden fields of the form with this action (the first form that posts where it is left out)."""
        for form in self.all("form"):
            if form.get("method", "").lower() == "post" and (action is None or form.get("action") == action):
                fields = [field for field in form.iter("input") if field.get("type") == "hidden"]
                return {field.get("name", ""): field.get("value", "") for field in fields}
        raise AssertionError(f"no form posts to {action}")


def _words(element: Element) -> Iterator[str]:
    if element.tag in ("script", "style", "template"):
        return
    yield element.text or ""
    for child in element:
        yield from _words(child)
        yield child.tail or ""


class StrictClient(FlaskClient):
    """A client that fails the test when a page is not fit to be shown."""

    person_id: UUID

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        """Send a request and look at what comes back."""
        contexts: list[tuple[str, dict[str, Any]]] = []

        def keep(_: object, template: Any, context: dict[str, Any], **__: object) -> None:
            contexts.append((template.name, context))

        with template_rendered.connected_to(keep, self.application):
            response = super().open(*args, **kwargs)
        for name, context in contexts:
            check_context(name, context)
        check_headers(response)
        if response.mimetype == "text/html" and response.get_data():
            check_page(response)
        return response

    def page(self, address: str, **kwargs: Any) -> Page:
        """GET a page."""
        return Page(self.get(address, **kwargs))

    def submit(
        self, address: str, data: dict[str, Any], *, on: str | None = None, **kwargs: Any
    ) -> TestResponse:
        """Open the page that holds the form (`on`, or the address itself), and post it with its hidden fields."""
        fields = self.page(on or address).hidden_fields(address if on else None)
        return self.post(address, data=fields | data, **kwargs)


def check_headers(response: TestResponse) -> None:
    """Every answer bears the strict headers (SAFETY R-09)."""
    assert "default-src 'none'" in response.headers["Content-Security-Policy"]
    for name, value in HEADERS.items():
        assert response.headers[name] == value, name


def check_page(response: TestResponse) -> None:
    """The page is whole, and could be read by anybody."""
    html = response.get_data(as_text=True)
    tree = whole(html)
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)", html), "something inline"
    headings = ["".join(_words(heading)).split() for heading in tree.iter("h1")]
    assert len(headings) == 1, f"{len(headings)} first headings"
    body = tree.find(".//body")
    wrong = (None if body is None else body.get("data-error")) or "Error:"
    title = " ".join((tree.findtext(".//title") or "").split()).removeprefix(f"{wrong} ")
    assert title.startswith(" ".join(headings[0])), (
        f"title {title!r} does not begin with the heading {headings[0]}"
    )
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    assert len(ids) == len(set(ids)), f"ids twice: {sorted(one for one in ids if ids.count(one) > 1)}"
    check_labels(tree, set(ids))


def check_labels(tree: Element, ids: set[str | None]) -> None:
    """Every field has a label, and what fields point at is there."""
    labelled = {label.get("for") for label in tree.iter("label")}
    wrapped = {id(field) for label in tree.iter("label") for field in label.iter()}
    for tag in ("input", "select", "textarea"):
        for field in tree.iter(tag):
            if field.get("type") in NAMED_BY_OTHERS:
                continue
            named = (
                field.get("id") in labelled
                or id(field) in wrapped
                or field.get("aria-label")
                or field.get("aria-labelledby")
            )
            assert named, f"no label: {field.attrib}"
    for element in tree.iter():
        for attribute in ("aria-describedby", "aria-labelledby"):
            for target in (element.get(attribute) or "").split():
                assert target in ids, f"{attribute} points at nothing: {target}"


def check_context(template: str, context: dict[str, Any]) -> None:
    """No table row is in what a template was given, however deep."""
    for name, value in context.items():
        if name not in NOT_WALKED:
            walk(value, f"{template}: {name}", set())


def walk(value: object, path: str, seen: set[int]) -> None:
    """Fail at the first table row below this value."""
    if id(value) in seen or isinstance(value, str | bytes | int | float | bool | type(None)):
        return
    seen.add(id(value))
    assert inspect(type(value), raiseerr=False) is None, f"a table row reached a template at {path}"
    if isinstance(value, dict):
        for key, inner in value.items():
            walk(inner, f"{path}[{key!r}]", seen)
    elif isinstance(value, list | tuple | set | frozenset):
        for inner in value:
            walk(inner, f"{path}[…]", seen)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            walk(getattr(value, field.name), f"{path}.{field.name}", seen)
