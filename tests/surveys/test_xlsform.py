"""An XLSForm of another program's making is taken as far as it can be held, and the rest is said."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from surveys import AnyOf, DefinitionError, Is, Kind, Option, check, read_answers, words_in
from surveys.definition_files import read_definition
from surveys.flaws import Flaw
from tests.surveys.making import UNHURRIED
from tests.surveys.workbooks import CHOICES, SETTINGS, asking, workbook


def refused(content: bytes, name: str = "form.xlsx") -> tuple[Flaw, ...]:
    """The flaws for which a workbook is refused."""
    with pytest.raises(DefinitionError) as caught:
        read_definition(content, name=name)
    return caught.value.problems


def test_a_plain_form_is_held_with_its_groups_choices_and_conditions() -> None:
    survey = read_definition(workbook(), name="form.xlsx").survey

    assert (survey.slug, survey.version, survey.title) == ("club_life", 2, {"en": "Club life"})
    assert [(section.code, section.title["en"]) for section in survey.sections] == [
        ("clubs", "About clubs"),
        ("part_2", "Club life"),
    ]
    assert [(one.code, one.kind) for one in survey.questions] == [
        ("likes", Kind.SINGLE),
        ("what", Kind.MULTIPLE),
        ("why", Kind.LONG_TEXT),
    ]
    assert survey.question("what").most == 2
    assert survey.question("what").shown_when == Is(question="likes", options=("yes",))
    assert survey.question("why").shown_when == AnyOf(
        conditions=(
            Is(question="likes", options=("no",)),
            Is(question="what", options=("football",)),
        )
    )


def test_or_other_brings_a_box_to_write_in() -> None:
    survey = read_definition(workbook(), name="form.xlsx").survey

    other = survey.question("what").option("other")

    assert other == Option(code="other", text={"en": "Something else"}, text_box=True)
    answers = read_answers(survey, {"likes": ["yes"], "what": ["other"], "what__other": ["Chess"]})
    assert answers.texts == {"what__other": "Chess"}


def test_words_in_other_languages_come_along_as_a_draft() -> None:
    survey = read_definition(workbook(), name="form.xlsx").survey

    assert survey.languages == ("en", "pl")
    assert words_in(survey.question("likes").text, "pl") == "Lubisz swój klub?"
    assert words_in(survey.question("likes").option("no").text, "pl") == "Nie"
    assert words_in(survey.question("why").text, "pl") == "Why?"
    assert survey.is_draft("pl")


def test_a_plain_form_gets_what_every_survey_must_say_and_a_way_out_of_each_choice() -> None:
    read = read_definition(workbook(), name="form.xlsx")

    assert read.flaws() == ()
    assert read.survey.intro[0]["en"] == "Welcome to this."
    assert any("999" in line["en"] for line in read.survey.intro)
    assert read.survey.beside_text is not None
    for question in read.survey.questions:
        assert question.purpose
        if question.is_choice:
            assert [option.code for option in question.options if not option.meaningful] == ["rather_not_say"]


def test_a_way_out_that_is_there_already_is_known_by_its_words() -> None:
    choices = (*CHOICES, ("yes_no", "dk", "Don't know"), ("things", "pnts", "Prefer not to say"))

    survey = read_definition(workbook(choices=choices), name="form.xlsx").survey

    assert [one.code for one in survey.question("likes").options if not one.meaningful] == ["dk"]
    assert survey.question("what").option("pnts").exclusive


def test_what_is_held_in_another_way_is_said_once_with_its_rows() -> None:
    notes = read_definition(workbook(), name="form.xlsx").notes

    assert (
        "Sheet “survey”, row 5, column “required”: not held: every question here may be left blank." in notes
    )
    assert "Sheet “choices”, row 2, column “name”: “Yes” is held as “yes”." in notes
    assert "Sheet “survey”, row 2, column “type”: “start” is not taken: nothing of a phone is kept." in notes
    assert [note for note in notes if "rather not say" in note] == [
        "Sheet “survey”, rows 5, 6, column “type”: “I'd rather not say” was added to the choices: "
        "nobody may be made to answer."
    ]


def test_columns_and_constraints_without_a_place_are_named() -> None:
    content = asking(
        ("text", "a", "Why?", "${b} > 3", "x"),
        headings=("type", "name", "label", "constraint", "calculation"),
    )

    notes = read_definition(content, name="form.xlsx").notes

    assert "Sheet “survey”, column “calculation”: nothing is made of this column." in notes
    assert any("“${b} > 3” is not held" in note for note in notes)


def test_a_group_that_is_shown_on_a_condition_shows_its_questions_on_it() -> None:
    content = asking(
        ("select_one yes_no", "a", "Do you?", ""),
        ("begin_group", "g", "More", "${a} = 'yes'"),
        ("text", "b", "Why?", ""),
        ("select_one yes_no", "c", "And this?", "${b} != ''"),
        ("end_group", "", "", ""),
        headings=("type", "name", "label", "relevant"),
    )

    survey = read_definition(content, name="form.xlsx").survey

    assert survey.question("b").shown_when == Is(question="a", options=("yes",))
    assert read_answers(survey, {"a": ["no"], "b": ["words"], "c": ["yes"]}).texts == {}


@pytest.mark.parametrize(
    ("row", "place", "said"),
    [
        (("integer", "a", "How many?"), "row 2, column “type”", "“integer” is no question"),
        (("geopoint", "a", "Where?"), "row 2, column “type”", "“geopoint” is no question"),
        (("begin_repeat", "a", "Again"), "row 2, column “type”", "“begin_repeat” is no question"),
        (("select_one nope", "a", "Which?"), "row 2, column “type”", "there is no list “nope”"),
        (("text", "", "Why?"), "row 2, column “name”", "has no name"),
        (("text", "a", ""), "row 2, column “label”", "English words are missing"),
        (("", "a", "Why?"), "row 2, column “type”", "this row has no type"),
        (("begin_group", "a", "Why?"), "row 2, column “type”", "this group has no end"),
        (("end_group", "", ""), "row 2, column “type”", "no group begins before this end"),
    ],
)
def test_what_cannot_be_held_is_refused_with_its_sheet_row_and_column(
    row: tuple[str, ...], place: str, said: str
) -> None:
    flaws = [str(flaw) for flaw in refused(asking(row, ("text", "z", "What else?")))]

    assert len(flaws) == 1
    assert flaws[0].startswith(f"form.xlsx, sheet “survey”, {place}: ")
    assert said in flaws[0]


@pytest.mark.parametrize(
    ("relevant", "said"),
    [
        ("not(selected(${a}, 'yes'))", "“not” has no place"),
        ("${a} != 'yes'", "“!=” has no place there"),
        ("${nobody} = 'yes'", "“nobody” is no question of this form"),
        ("selected(${a} 'yes')", "cannot stand there"),
        ("(${a} = 'yes'", "“the end” cannot stand there"),
        ("${a} = 'yes')", "“)” cannot stand there"),
        ("if(${a} = 'yes', 1, 2)", "“if” cannot stand there"),
        ("string-length(${b}) > 20", "not how much"),
        ("(" * 500 + "${a} = 'yes'" + ")" * 500, "far too deep"),
        ("${a} = 'perhaps'", "“a” has no option “perhaps”"),
    ],
)
def test_a_condition_that_cannot_be_held_is_refused(relevant: str, said: str) -> None:
    content = asking(
        ("select_one yes_no", "a", "Do you?", ""),
        ("text", "b", "Why?", ""),
        ("text", "c", "What else?", relevant),
        headings=("type", "name", "label", "relevant"),
    )

    (flaw,) = refused(content)

    assert said in str(flaw)
    assert "sheet “survey”, row 4" in str(flaw)


def test_every_flaw_is_told_at_once() -> None:
    flaws = refused(
        asking(("integer", "a", "How many?"), ("text", "", "Why?"), ("select_one none", "b", "Which?"))
    )

    assert [flaw.line for flaw in flaws] == [2, 3, 4]


@pytest.mark.parametrize(
    ("choices", "said"),
    [
        (
            (*CHOICES, ("yes_no", "no", "Never", "")),
            "sheet “choices”, row 6, column “name”: “no” stands twice",
        ),
        ((*CHOICES, ("", "x", "X", "")), "sheet “choices”, row 6, column “list_name”: no list is named"),
        (
            (*CHOICES, ("yes_no", "", "X", "")),
            "sheet “choices”, row 6, column “name”: this choice has no name",
        ),
        ((*CHOICES, ("yes_no", "x", "", "X")), "sheet “choices”, row 6, column “label”"),
    ],
)
def test_a_choice_that_is_not_right_is_told(choices: tuple[tuple[str, ...], ...], said: str) -> None:
    assert any(said in str(flaw) for flaw in refused(workbook(choices=choices)))


def test_a_language_that_nobody_can_know_is_refused() -> None:
    content = asking(("text", "a", "Why?", "Xyz"), headings=("type", "name", "label", "label::Ourish"))

    (flaw,) = refused(content)

    assert "label::Polish (pl)" in flaw.advice


def test_codes_of_two_questions_that_become_one_are_told() -> None:
    (flaw,) = refused(asking(("text", "Why me", "Why?"), ("text", "why_me", "Why me?")))

    assert "used twice" in flaw.wrong
    assert flaw.sheet == "survey"


def test_without_settings_the_file_gives_the_name() -> None:
    held = read_definition(workbook(settings=()), name="Park life.xlsx")

    assert (held.survey.slug, held.survey.version) == ("park-life", 1)


@pytest.mark.parametrize("version", ["soon", "0", "99999999999"])
def test_a_version_must_be_a_number_that_fits(version: str) -> None:
    (flaw,) = refused(workbook(settings=(SETTINGS[0], ("Club life", "club-life", version))))

    assert "sheet “settings”, row 2, column “version”" in str(flaw)


def test_columns_of_ours_bring_what_xlsform_has_no_place_for() -> None:
    content = workbook(
        survey=(
            ("type", "name", "label", "be_supported::kind", "be_supported::outcome", "be_supported::role"),
            ("select_one faces", "a", "How is it?", "faces", "safe.belonging", ""),
            ("select_one yes_no", "ok", "May we quote you?", "", "", "may_quote"),
            ("text", "b", "Why?", "short_text", "", ""),
        ),
        choices=(
            ("list_name", "name", "label", "be_supported::positive", "be_supported::face"),
            ("faces", "good", "Good", "yes", "happy"),
            ("faces", "bad", "Bad", "", "unhappy"),
            ("yes_no", "yes", "Yes", "yes", ""),
            ("yes_no", "no", "No", "", ""),
        ),
    )

    survey = read_definition(content, name="form.xlsx").survey

    assert survey.question("a").kind is Kind.FACES
    assert survey.question("b").kind is Kind.SHORT_TEXT
    assert survey.question("ok").role == "may_quote"
    assert {flaw.question for flaw in check(survey)} == {None, "a", "ok", "b"}


def test_a_flaw_of_a_workbook_stands_at_its_row() -> None:
    content = asking(
        ("text", "a", "Why?", "supported.nothing"),
        headings=("type", "name", "label", "be_supported::outcome"),
    )

    flaws = read_definition(content, name="form.xlsx").flaws()

    assert [str(flaw) for flaw in flaws if flaw.question == "a"][0].startswith(
        "form.xlsx, sheet “survey”, row 2, question “a”: the plan has no outcome"
    )


CELLS = st.sampled_from(
    [
        "",
        "text",
        "note",
        "begin_group",
        "end_group",
        "select_one l",
        "select_multiple l or_other",
        "l",
        "a",
        "b",
    ]
    + [
        "${a} = 'x'",
        "selected(${a}, 'x') and (${b} != '')",
        "count-selected(.) <= 2",
        "yes",
        "en",
        "Polish (pl)",
    ]
) | st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=12)
HEADINGS = st.sampled_from(
    ["type", "name", "label", "label::Polish (pl)", "hint", "relevant", "constraint", "required", "list_name"]
    + [
        "be_supported::kind",
        "be_supported::scale",
        "be_supported::meaningful",
        "be_supported::face",
        "version",
    ]
    + ["be_supported::languages", "be_supported::minutes", "form_id", "form_title", "::", "label::"]
) | st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=8)
SHEETS = st.lists(st.lists(HEADINGS | CELLS, min_size=1, max_size=8), max_size=6)


@pytest.mark.no_cover
@settings(UNHURRIED, max_examples=200)
@given(SHEETS, SHEETS, SHEETS)
def test_whatever_stands_in_a_workbook_it_is_held_or_told(
    survey: list[list[str]], choices: list[list[str]], about: list[list[str]]
) -> None:
    headed = [["type", "name", "label", "relevant"], *survey]
    told: list[Flaw] = []
    try:
        read = read_definition(workbook(headed, choices, about), name="form.xlsx")
    except DefinitionError as refused:
        told += refused.problems
        assert told
    else:
        assert read.survey.questions
        told += read.flaws()
    assert all(flaw.wrong and flaw.advice for flaw in told)


@pytest.mark.parametrize(
    ("form_id", "slug"),
    [("my_survey", "my_survey"), ("My Survey!", "my-survey"), ("__a--b _c", "a-b-c"), ("2026", "2026")],
)
def test_a_forms_own_name_is_kept_where_it_can_be(form_id: str, slug: str) -> None:
    held = read_definition(workbook(settings=(("form_id",), (form_id,))), name="form.xlsx")

    assert held.survey.slug == slug
