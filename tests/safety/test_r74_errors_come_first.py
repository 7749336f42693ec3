"""SAFETY R-74: errors stand in a summary at the top that takes the focus, links to fields, and repeats at each."""

from flask import Flask

from tests.client import Page, StrictClient
from tests.factories.answering import form, open_waves, send


def shown(app: Flask, client: StrictClient) -> Page:
    open_waves(app)
    return send(client, form(client) | {"know_who": "maybe", "info_how": ["app", "video", "bsl", "talking"]})


def test_the_summary_comes_before_the_heading_and_asks_for_the_focus(
    app: Flask, client: StrictClient
) -> None:
    page = shown(app, client)
    (summary,) = [one for one in page.all("div") if one.get("class") == "error-summary"]
    order = [one for one in page.tree.iter() if one is summary or one.tag == "h1"]

    assert order[0] is summary
    assert (summary.get("role"), summary.get("tabindex"), "data-focus" in summary.attrib) == (
        "alert",
        "-1",
        True,
    )
    assert (page.tree.findtext(".//title") or "").startswith("Error: Be Supported survey")


def test_each_line_leads_to_a_field_whose_group_says_the_same(app: Flask, client: StrictClient) -> None:
    page = shown(app, client)
    (summary,) = [one for one in page.all("div") if one.get("class") == "error-summary"]
    targets = [(a.get("href") or "").removeprefix("#") for a in summary.iter("a")]

    assert targets == ["know_who", "info_how"]
    for target in targets:
        (field,) = [one for one in page.all("input") if one.get("id") == target]
        group = next(one for one in page.all("fieldset") if field in list(one.iter()))
        assert f"{target}-error" in (group.get("aria-describedby") or "").split()
