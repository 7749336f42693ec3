"""The engagement officer writes the next version of a survey in a draft."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from flask import Flask

from feedback_app.domain.waves import drafts
from feedback_app.domain.waves.definitions import newest
from feedback_app.platform.database import reading, transaction
from feedback_app.platform.roles import Role
from surveys import AllOf, AnyOf, HasWords, Is, Kind, Question, Survey
from surveys.editing import change_question
from tests.client import Page, StrictClient
from tests.factories.people import sign_in_as

DRAFT = "/surveys/instruments/voxy/draft"


@pytest.fixture
def officer(app: Flask) -> StrictClient:
    """An engagement officer who has begun a draft of the VOXY form."""
    client = sign_in_as(app, Role.ENGAGEMENT_OFFICER)
    assert client.submit(DRAFT, {}, on=DRAFT).status_code == 303
    return client


def draft(app: Flask, slug: str = "voxy") -> Survey:
    """The draft as it is stored."""
    with app.app_context():
        return drafts.draft_of(reading(), slug).survey


def question(app: Flask, code: str) -> Question:
    return draft(app).question(code)


def fields(page: Page) -> dict[str, str]:
    """What the last form of a page would send if nothing were changed."""
    form = page.all("form")[-1]
    typed = {one.get("name", ""): one.get("value", "") for one in form.iter("input") if _is_sent(one)}
    typed |= {one.get("name", ""): one.text or "" for one in form.iter("textarea")}
    for select in form.iter("select"):
        chosen = [one.get("value", "") for one in select.iter("option") if one.get("selected") is not None]
        typed[select.get("name", "")] = (chosen or [""])[0]
    return {name: value.strip("\n") for name, value in typed.items()}


def _is_sent(field: object) -> bool:
    get = field.get  # type: ignore[attr-defined]
    return get("type") not in ("checkbox", "radio") or get("checked") is not None


def change(client: StrictClient, address: str, typed: dict[str, object]) -> Page:
    """Open a form, change some of it, and send it."""
    page = client.page(address)
    return Page(client.post(address, data=fields(page) | typed))


def press(client: StrictClient, address: str, button: str, value: str, *, on: str = DRAFT) -> Page:
    """Press a button of the list on a page."""
    hidden = client.page(on).hidden_fields(address)
    return Page(client.post(address, data=hidden | {button: value}))


def test_a_draft_is_begun_on_the_instruments_page(app: Flask) -> None:
    client = sign_in_as(app, Role.ENGAGEMENT_OFFICER)
    links = [link.get("href") for link in client.page("/surveys/instruments/voxy").all("a")]
    assert DRAFT in links

    assert "Nobody is writing a new version" in client.page(DRAFT).text()
    client.submit(DRAFT, {}, on=DRAFT)

    page = client.page(DRAFT)
    assert page.text("h1") == "Draft of VOXY form"
    assert "Nothing to mend" in page.text()
    assert "What do you want the people in charge to know?" in page.text()
    assert "A draft is being written" in client.page("/surveys").text()


def test_a_copy_is_a_draft_of_a_new_survey(app: Flask) -> None:
    client = sign_in_as(app, Role.ENGAGEMENT_OFFICER)
    copy = f"{DRAFT}/copy"

    refused = Page(client.submit(copy, {"title": "Park life", "slug": "Park Life"}, on=DRAFT))
    assert refused.status == 422
    assert "Use small letters and digits" in refused.text()
    taken = Page(client.submit(copy, {"title": "Park life", "slug": "be-supported"}, on=DRAFT))
    assert taken.status == 303
    client.submit(copy, {"title": "Park life", "slug": "park-life"}, on=DRAFT)

    assert draft(app, "park-life").title == {"en": "Park life"}
    assert "park-life" in client.page("/surveys").text()


def test_wording_and_settings_change_and_the_code_stays(app: Flask, officer: StrictClient) -> None:
    address = f"{DRAFT}/questions/change"

    answer = change(officer, address, {"text": "What must change?", "max_length": "500", "sensitive": "y"})

    assert answer.status == 303
    changed = question(app, "change")
    assert (changed.text, changed.max_length, changed.sensitive) == ({"en": "What must change?"}, 500, True)
    assert "What should change?” changed" in officer.page(DRAFT).text()


def test_translations_of_changed_words_go_unless_they_are_kept(app: Flask, officer: StrictClient) -> None:
    assert len(question(app, "say").text) > 1
    change(officer, f"{DRAFT}/questions/say", {"text": "What should they know?", "keep": "y"})
    assert question(app, "say").text["en"] == "What should they know?"
    assert len(question(app, "say").text) > 1

    change(officer, f"{DRAFT}/questions/say", {"text": "What must they know?"})

    assert question(app, "say").text == {"en": "What must they know?"}


def test_a_form_sent_as_it_is_changes_nothing(app: Flask, officer: StrictClient) -> None:
    before = draft(app)

    for page in ("words", "sections/about_you", "questions/topic", "questions/quote_ok/condition"):
        assert change(officer, f"{DRAFT}/{page}", {}).status == 303
    change(officer, f"{DRAFT}/questions/topic/answers/school", {})

    assert draft(app) == before
    assert "Take it back" not in officer.page(DRAFT).text()


def test_another_kind_brings_what_it_needs_and_takes_what_does_not_fit(
    app: Flask, officer: StrictClient
) -> None:
    change(officer, f"{DRAFT}/questions/topic", {"kind": "multiple", "most": "2"})
    assert (question(app, "topic").kind, question(app, "topic").most) == (Kind.MULTIPLE, 2)

    change(officer, f"{DRAFT}/questions/change", {"kind": "faces"})
    assert question(app, "change").options == question(app, "feel").options

    change(officer, f"{DRAFT}/questions/say", {"kind": "single"})
    assert question(app, "quote_ok").shown_when is None
    assert "it needs two options" in officer.page(f"{DRAFT}/check").text().lower()


def test_questions_move_and_go_and_every_change_can_be_taken_back(app: Flask, officer: StrictClient) -> None:
    order, before = f"{DRAFT}/order", [one.code for one in draft(app).questions]

    press(officer, order, "up", "feel")
    assert [one.code for one in draft(app).questions][:2] == ["feel", "topic"]
    press(officer, order, "section_up", "about_you")
    assert [section.code for section in draft(app).sections] == ["your_message", "about_you", "hearing_back"]
    press(officer, order, "remove", "topic")
    assert not draft(app).has_question("topic")
    assert "“What is this about?” was removed" in officer.page(DRAFT).text()

    for _ in range(3):
        officer.submit(f"{DRAFT}/undo", {}, on=DRAFT)
    assert [one.code for one in draft(app).questions] == before


def test_sections_and_questions_are_added(app: Flask, officer: StrictClient) -> None:
    change(officer, f"{DRAFT}/new-section", {"title": "Trains", "text": "Are they late?", "kind": "agree"})
    change(officer, f"{DRAFT}/new-question", {"text": "Why?", "kind": "short_text", "section": "trains"})

    added = draft(app).sections[-1]
    assert (added.code, [one.code for one in added.questions]) == ("trains", ["are_they_late", "why"])
    assert len(added.questions[0].options) == 6
    assert "2 things to mend" in officer.page(DRAFT).text()


def test_answers_are_added_changed_moved_and_removed(app: Flask, officer: StrictClient) -> None:
    answers, order = f"{DRAFT}/questions/topic/answers", f"{DRAFT}/questions/topic/order"

    change(officer, answers, {"text": "Food", "text_box": "y"})
    assert question(app, "topic").options[-1].code == "food"
    assert question(app, "topic").option("food").text_box
    press(officer, order, "up", "food", on=answers)
    assert question(app, "topic").options[-2].code == "food"
    change(officer, f"{answers}/food", {"text": "Food and drink"})
    assert question(app, "topic").option("food").text == {"en": "Food and drink"}
    press(officer, order, "remove", "food", on=answers)
    assert "food" not in [one.code for one in question(app, "topic").options]


def test_a_condition_is_ticked_among_earlier_answers(app: Flask, officer: StrictClient) -> None:
    address = f"{DRAFT}/questions/change/condition"
    page = officer.page(address)
    assert "when_say" in page.html
    assert "when_quote_ok" not in page.html

    change(officer, address, {"how": "all", "when_topic": ["school", "staff"], "when_say": ["has_words"]})

    topic = Is(question="topic", options=("school", "staff"))
    assert question(app, "change").shown_when == AllOf(conditions=(topic, HasWords(question="say")))
    assert "Answer this if you chose “School or college”" in officer.page(DRAFT).text()
    change(officer, address, {"how": "always"})
    assert question(app, "change").shown_when is None


def test_a_condition_without_a_tick_is_asked_for(app: Flask, officer: StrictClient) -> None:
    page = change(officer, f"{DRAFT}/questions/change/condition", {"how": "any"})

    assert page.status == 422
    assert "Tick what it hangs on" in page.text()


def test_what_another_question_hung_on_goes_with_it(app: Flask, officer: StrictClient) -> None:
    press(officer, f"{DRAFT}/order", "remove", "say")

    assert question(app, "quote_ok").shown_when == HasWords(question="change")


def test_words_before_the_first_question_change(app: Flask, officer: StrictClient) -> None:
    kept, drawn = draft(app).intro[1], draft(app).intro_pictures

    change(officer, f"{DRAFT}/words", {"intro": f"New first line.\n\n{kept['en']}\n", "minutes": "3"})

    assert draft(app).intro == ({"en": "New first line."}, kept)
    assert draft(app).minutes == 3
    assert draft(app).intro_pictures == ("", drawn[1])
    change(officer, f"{DRAFT}/words", {"beside_text": ""})
    assert "Words before the first question" in officer.page(f"{DRAFT}/check").text()


def test_two_officers_lose_no_words_to_one_another(app: Flask, officer: StrictClient) -> None:
    address = f"{DRAFT}/questions/change"
    mine = fields(officer.page(address))
    other = sign_in_as(app, Role.ENGAGEMENT_OFFICER)
    change(other, f"{DRAFT}/questions/say", {"text": "Theirs?"})

    refused = Page(officer.post(address, data=mine | {"text": "Mine?"}))

    assert refused.status == 409
    assert "changed this draft while you wrote" in refused.text()
    assert fields(refused)["text"] == "Mine?"
    assert Page(officer.post(address, data=fields(refused))).status == 303
    assert (question(app, "change").text["en"], question(app, "say").text["en"]) == ("Mine?", "Theirs?")


def test_a_button_pressed_on_an_old_page_changes_nothing(app: Flask, officer: StrictClient) -> None:
    hidden = officer.page(DRAFT).hidden_fields(f"{DRAFT}/order")
    change(officer, f"{DRAFT}/questions/say", {"text": "Newer?"})
    before = draft(app)

    for address, data in ((f"{DRAFT}/order", {"up": "feel"}), (f"{DRAFT}/undo", {})):
        page = Page(officer.post(address, data=hidden | data))
        assert page.status == 409
        assert "Somebody else changed this draft" in page.text()
    assert draft(app) == before


def test_flaws_are_listed_with_where_to_mend_them(app: Flask, officer: StrictClient) -> None:
    assert "Nothing to mend" in officer.page(f"{DRAFT}/check").text()
    change(officer, f"{DRAFT}/new-question", {"text": "Where?", "kind": "single", "section": "your_message"})

    page = officer.page(f"{DRAFT}/check")

    addresses = {link.get("href") for link in page.all("a") if link.text == "Where?"}
    assert addresses == {f"{DRAFT}/questions/where", f"{DRAFT}/questions/where/answers"}
    assert "Choose what it measures" in page.text()
    assert (
        Page(officer.submit(f"{DRAFT}/use", {}, on=f"{DRAFT}/use")).response.headers["Location"]
        == f"{DRAFT}/check"
    )
    assert not newest_has(app, "where")


def newest_has(app: Flask, code: str) -> bool:
    with app.app_context():
        return newest(reading(), "voxy").survey.has_question(code)


def test_an_unfinished_draft_can_be_previewed_in_every_language(app: Flask, officer: StrictClient) -> None:
    change(officer, f"{DRAFT}/new-question", {"text": "Where?", "kind": "single", "section": "your_message"})

    previews = [
        link.get("href", "") for link in officer.page(DRAFT).all("a") if "/preview" in link.get("href", "")
    ]

    assert len(previews) >= 5
    for address in previews:
        page = officer.page(address)
        assert page.status == 200
        assert "Where?" in page.text()
    assert officer.page(f"{DRAFT}/preview?language=ar").all("html")[0].get("dir") == "rtl"


def test_a_draft_that_is_used_is_what_the_next_wave_asks(app: Flask, officer: StrictClient) -> None:
    change(officer, f"{DRAFT}/questions/topic", {"text": "What is it about?"})

    asks = officer.page(f"{DRAFT}/use")
    assert "What is it about?" in asks.text()
    answer = officer.submit(f"{DRAFT}/use", {}, on=f"{DRAFT}/use")

    assert answer.headers["Location"] == "/surveys/instruments/voxy"
    assert "What is it about?" in officer.page("/surveys/instruments/voxy").text()
    assert "Nobody is writing a new version" in officer.page(DRAFT).text()


def test_a_draft_is_deleted_after_being_asked(app: Flask, officer: StrictClient) -> None:
    assert "Delete this draft?" in officer.page(f"{DRAFT}/delete").text()
    assert draft(app).has_question("topic")

    officer.submit(f"{DRAFT}/delete", {})

    assert "Nobody is writing a new version" in officer.page(DRAFT).text()


def test_a_post_without_its_token_changes_nothing(app: Flask, officer: StrictClient) -> None:
    before = draft(app)

    for deed in ("order", "undo", "use", "delete", "words", "copy", "new-question", "questions/say"):
        assert officer.post(f"{DRAFT}/{deed}", data={"revision": "1", "up": "feel"}).status_code == 422

    assert draft(app) == before


def test_what_is_not_there_is_not_found(officer: StrictClient) -> None:
    for address in (
        "questions/none",
        "sections/none",
        "questions/topic/answers/none",
        "questions/say/answers",
    ):
        assert officer.get(f"{DRAFT}/{address}").status_code == 404
    assert officer.get("/surveys/instruments/be-supported/draft/words").status_code == 404
    assert officer.get("/surveys/instruments/none/draft").status_code == 404


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.ENGAGEMENT_OFFICER}))
def test_nobody_else_may_look(sign_in: Callable[[Role], StrictClient], role: Role) -> None:
    client = sign_in(role)

    for address in (DRAFT, f"{DRAFT}/words", "/surveys/instruments/import"):
        assert client.get(address).status_code == 403


def test_a_condition_of_groups_within_groups_can_stay(app: Flask, officer: StrictClient) -> None:
    inner = AnyOf(conditions=(Is(question="topic", options=("school",)), HasWords(question="say")))
    held = AllOf(conditions=(inner, Is(question="feel", options=("happy",))))
    nest(app, held)
    address = f"{DRAFT}/questions/change/condition"

    assert "As it is now" in officer.page(address).text()
    change(officer, address, {})

    assert question(app, "change").shown_when == held


def nest(app: Flask, condition: AllOf) -> None:
    """Give a question of the draft a condition that the form cannot tick."""
    with app.app_context(), transaction() as session:
        drafts.change_draft(
            session,
            "voxy",
            lambda survey: change_question(survey, "change", lambda one: replace(one, shown_when=condition)),
            seen=1,
            what="A condition",
            by=None,
        )
