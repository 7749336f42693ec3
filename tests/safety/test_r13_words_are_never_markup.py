"""SAFETY R-13 and R-14: whatever anybody wrote is shown as they wrote it, on every page that shows it."""

from collections.abc import Callable

import pytest
from flask import Flask

from feedback_app.domain.people.models import Person
from feedback_app.domain.safeguarding.contact_requests import ask
from feedback_app.platform.database import transaction
from feedback_app.platform.roles import Role
from tests.client import Page, StrictClient
from tests.factories.comments import make_comment, make_finding
from tests.factories.desk import decide, send

HOSTILE = (
    "<script>top.x=1</script><svg/onload=top.x=1><img/src=x/onerror=top.x=1>",
    "\"'><a/href=javascript:top.x=1>press</a><!--",
    "{{7*7}}{% set x = 1 %}${7*7}#{7*7}%(x)s{0.__class__}",
    "</title></textarea></select></details><form/action=//evil.test><input/name=q>",
    "\u202edetrever\u202c \u2066left \u200fmark",
)
SignIn = Callable[[Role], StrictClient]


def dangers(page: Page) -> list[str]:
    """What the page would do that we never wrote."""
    found = [f"<{tag}>" for tag in ("img", "iframe", "object", "base") if page.all(tag)]
    for element in page.tree.iter():
        for name, value in element.attrib.items():
            runs = str(name).startswith("on") or str(value).strip().lower().startswith(("javascript:", "//"))
            if runs and name not in ("value", "title"):
                found.append(f"{element.tag} {name}")
    return found + ["a script of its own" for script in page.all("script") if not script.get("src")]


def walk_through(app: Flask, sign_in: SignIn, words: str) -> list[Page]:
    """The pages of moderation and safeguarding, with these words wherever words can be."""
    first, second, lead = (
        sign_in(role) for role in (Role.YOUTH_WORKER, Role.YOUTH_WORKER, Role.SAFEGUARDING_LEAD)
    )
    with app.app_context(), transaction() as session:
        for client in (first, second, lead):
            session.get_one(Person, client.person_id).name = words
        quoted, worrying = (make_comment(session, words, read_first=flag) for flag in (False, True))
        for comment_id in (quoted, worrying):
            personal = [{"start": 0, "end": min(5, len(words)), "kind": "name"}]
            make_finding(
                session,
                comment_id,
                themes={"safe.belonging": [words[:9]]},
                because=[words],
                personal=personal,
            )
        asked = ask(session, how=words, detail=words, safe_when=words, must_not_know=words, name=words)
    request = f"/safeguarding/contact-requests/{asked}"
    decide(first, quoted, "quote")
    pages = [second.page(f"/moderation?state={state}") for state in ("to_read", "second_person", "all")]
    pages += [second.page(f"/moderation/{comment_id}") for comment_id in (quoted, worrying)]
    send(second, worrying, "escalate", {"escalate-kinds": ["other"], "escalate-reason": words})
    links = [link.get("href") or "" for link in lead.page("/safeguarding").all("a")]
    case = next(link for link in links if link.startswith("/safeguarding/") and "contact" not in link)
    lead.submit(f"{case}/acknowledge", {}, on=case)
    note = {"route-route": "mash", "route-reference": words, "route-note": words}
    lead.submit(f"{case}/route", note, on=case)
    pages += [lead.page("/safeguarding"), lead.page(case), Page(lead.submit(f"{case}/response", {}, on=case))]
    return [*pages, Page(lead.submit(f"{request}/read", {}, on=request))]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_do_nothing_and_stay_as_written(app: Flask, sign_in: SignIn, words: str) -> None:
    pages = walk_through(app, sign_in, words)

    assert [dangers(page) for page in pages] == [[] for _ in pages]
    assert [" ".join(words.split()) in page.text() for page in pages] == [True for _ in pages]
