"""The two instruments as they ship: whole, in the words agreed, easy to read and without a flaw."""

import re

import pytest

from surveys import INSTRUMENTS, Kind, Role, Survey, check, instrument_text, load, words_in

SURVEYS = {slug: load(instrument_text(slug), name=f"{slug}.yaml") for slug in INSTRUMENTS}
BE_SUPPORTED = SURVEYS["be-supported"]
VOXY = SURVEYS["voxy"]

AGREE = ["Strongly agree", "Agree", "Not sure", "Disagree", "Strongly disagree", "I'd rather not say"]
AGES = ["Under 11", "11–12", "13–14", "15–16", "17–18", "19–25", "I'd rather not say"]
DISTRICTS = [
    "Oxford",
    "Cherwell (Banbury, Bicester, Kidlington)",
    "South Oxfordshire (Didcot, Henley, Thame, Wallingford)",
    "Vale of White Horse (Abingdon, Faringdon, Wantage)",
    "West Oxfordshire (Carterton, Chipping Norton, Witney)",
    "Outside Oxfordshire",
    "I don't know",
    "I'd rather not say",
]
QUOTE = "May we use your words, without anything that shows who you are?"
HEAR_BACK = "We give you a secret code; we still won't know who you are."
STAFF = "Staff: teachers, youth workers, social workers, nurses and others whose job is to help."

WORDING = {
    "be-supported": [
        ("know_who", "agree", "I know who to talk to when I need support.", None, AGREE),
        ("listened", "agree", "When I ask for help, people listen to me.", None, AGREE),
        ("believed", "agree", "When I ask for help, people believe me.", None, AGREE),
        (
            "who_would",
            "multiple",
            "Who would you talk to if something was worrying you?",
            "Choose all that fit.",
            [
                "Parent or carer",
                "Brother, sister or other family",
                "Friend",
                "Teacher or tutor",
                "Someone else at school or college",
                "Youth worker",
                "Social worker or personal adviser",
                "Doctor, nurse or counsellor",
                "Helpline or online chat",
                "Someone at my faith group or club",
                "Someone else",
                "Nobody",
                "I'd rather not say",
            ],
        ),
        (
            "nobody_why",
            "multiple",
            "What makes it hard to talk to someone?",
            "Choose all that fit.",
            [
                "I don't know who to ask",
                "I think nobody would believe me",
                "I worry they would tell others",
                "I don't want to be a bother",
                "It takes too long to get help",
                "It is hard to say it in words or in English",
                "I have tried and it did not help",
                "Something else",
                "I'd rather not say",
            ],
        ),
        (
            "info_easy",
            "agree",
            "I can find information about help and support in a way that works for me.",
            None,
            AGREE,
        ),
        (
            "info_how",
            "multiple",
            "How do you like to get information?",
            "Choose up to three.",
            [
                "Talking to someone",
                "Text message",
                "Website",
                "App",
                "Video",
                "Social media",
                "Poster or leaflet",
                "Letter",
                "Easy Read or pictures",
                "British Sign Language",
                "Another language",
                "Someone reads it to me",
                "I don't know",
            ],
        ),
        ("role_model", "agree", "There are people around me who inspire me.", None, AGREE),
        ("staff_care", "agree", "Staff who work with me care about me.", STAFF, AGREE),
        ("staff_skill", "agree", "Staff who work with me know what they are doing.", None, AGREE),
        ("good", "long_text", "What is good about the support you get?", None, []),
        (
            "better",
            "long_text",
            "What one thing would make support better for young people in Oxfordshire?",
            None,
            [],
        ),
        ("quote_ok", "single", QUOTE, None, ["Yes", "No"]),
        ("age", "single", "How old are you?", None, AGES),
        ("under_11_note", "information", "A grown-up you trust can help you with this.", None, []),
        ("district", "single", "Where do you live or spend most of your time?", None, DISTRICTS),
        (
            "about_me",
            "multiple",
            "Do any of these fit you?",
            "You don't have to say.",
            [
                "I have special educational needs or a disability",
                "I am or was in care",
                "I look after someone in my family",
                "English is not the language I speak most at home",
                "I don't go to school or college at the moment",
                "None of these",
                "I'd rather not say",
            ],
        ),
        (
            "gender",
            "single",
            "Which fits you best?",
            None,
            ["Girl or woman", "Boy or man", "I use another word", "I'd rather not say"],
        ),
        (
            "hear_back",
            "single",
            "Would you like to see what happens with what you said?",
            HEAR_BACK,
            ["Yes", "No"],
        ),
    ],
    "voxy": [
        (
            "topic",
            "single",
            "What is this about?",
            None,
            [
                "School or college",
                "Mental health",
                "Staying safe",
                "Transport",
                "Things to do",
                "Housing",
                "Jobs and training",
                "Support from staff",
                "The environment",
                "Something else",
                "I'd rather not say",
            ],
        ),
        (
            "feel",
            "faces",
            "How do you feel about it?",
            None,
            ["Very happy", "Happy", "Not sure", "Unhappy", "Very unhappy", "I'd rather not say"],
        ),
        ("say", "long_text", "What do you want the people in charge to know?", None, []),
        ("change", "long_text", "What should change?", None, []),
        ("quote_ok", "single", QUOTE, None, ["Yes", "No"]),
        ("hear_back", "single", "Would you like to see what happens?", HEAR_BACK, ["Yes", "No"]),
        ("age", "single", "How old are you?", None, AGES),
        ("under_11_note", "information", "A grown-up you trust can help you with this.", None, []),
        ("district", "single", "Where do you live or spend most of your time?", None, DISTRICTS),
    ],
}


def codes(survey: Survey, said: str) -> list[str]:
    """The questions that are so: sensitive, quotable, in_index, coverage."""
    return [question.code for question in survey.questions if getattr(question, said)]


def options(survey: Survey, code: str, said: str) -> list[str]:
    """The options of a question that are so: exclusive, text_box, positive."""
    return [option.code for option in survey.question(code).options if getattr(option, said)]


@pytest.mark.parametrize("slug", INSTRUMENTS)
def test_an_instrument_has_no_flaw(slug: str) -> None:
    assert check(SURVEYS[slug]) == ()


@pytest.mark.parametrize("slug", INSTRUMENTS)
def test_an_instrument_says_the_agreed_words_in_the_agreed_order(slug: str) -> None:
    said = [
        (
            question.code,
            question.kind.value,
            question.text["en"],
            question.hint["en"] if question.hint else None,
            [option.text["en"] for option in question.options],
        )
        for question in SURVEYS[slug].questions
    ]

    assert said == WORDING[slug]


@pytest.mark.parametrize("slug", INSTRUMENTS)
def test_the_honest_promise_stands_before_the_first_question(slug: str) -> None:
    first = " ".join(line["en"] for line in SURVEYS[slug].intro)

    for said in (
        "skip any question",
        "don't want any names",
        "Nobody at home, school or your club sees your answers",
        "Youth workers read what you write, but not straight away",
        "can't tell who you are",
        "can't get in touch with you unless you tell us how",
        "you or somebody else is in danger",
        "we must tell people whose job is to keep you safe",
        "999",
        "Childline on 0800 1111",
        "text SHOUT to 85258",
        "Help page",
    ):
        assert said in first
    assert words_in(SURVEYS[slug].beside_text or {}, "en") == (
        "Don't write names. A youth worker reads this, but not straight away."
    )


@pytest.mark.parametrize("slug", INSTRUMENTS)
def test_every_closed_question_but_two_lets_her_keep_it_to_herself(slug: str) -> None:
    without = [
        question.code
        for question in SURVEYS[slug].questions
        if question.is_choice and all(option.meaningful for option in question.options)
    ]

    assert sorted(without) == ["hear_back", "quote_ok"]


def test_the_survey_measures_what_the_plan_promises() -> None:
    assert codes(BE_SUPPORTED, "in_index") == [
        *("know_who", "listened", "believed"),
        *("info_easy", "role_model", "staff_care", "staff_skill"),
    ]
    assert codes(BE_SUPPORTED, "sensitive") == ["believed", "nobody_why", "about_me", "gender"]
    assert codes(BE_SUPPORTED, "quotable") == ["good", "better"]
    assert codes(BE_SUPPORTED, "coverage") == ["age", "district", "about_me", "gender"]
    assert {question.code: question.outcome for question in BE_SUPPORTED.questions if question.outcome} == {
        **dict.fromkeys(
            ("know_who", "listened", "believed", "who_would", "nobody_why"), "supported.listened"
        ),
        **dict.fromkeys(("info_easy", "info_how"), "supported.information"),
        "role_model": "supported.role_models",
        **dict.fromkeys(("staff_care", "staff_skill"), "supported.staff"),
    }


def test_the_sections_stand_as_agreed() -> None:
    assert [section.title["en"] for section in BE_SUPPORTED.sections] == [
        *("Someone to talk to", "Information", "People", "In your words", "About you", "Hearing back"),
    ]
    about_you = BE_SUPPORTED.sections[4].intro
    assert about_you is not None
    assert about_you["en"].startswith("We ask this to see if we hear from all kinds of young people.")


def test_options_that_stand_alone_or_have_a_box_are_as_agreed() -> None:
    assert options(BE_SUPPORTED, "who_would", "exclusive") == ["nobody", "rather_not_say"]
    assert options(BE_SUPPORTED, "who_would", "text_box") == ["something_else"]
    assert options(BE_SUPPORTED, "nobody_why", "exclusive") == ["rather_not_say"]
    assert options(BE_SUPPORTED, "info_how", "exclusive") == ["dont_know"]
    assert options(BE_SUPPORTED, "info_how", "text_box") == ["another_language"]
    assert options(BE_SUPPORTED, "about_me", "exclusive") == ["none_of_these", "rather_not_say"]
    assert options(BE_SUPPORTED, "gender", "text_box") == ["another_word"]
    assert options(VOXY, "topic", "text_box") == ["something_else"]
    assert BE_SUPPORTED.question("info_how").most == 3


def test_only_rather_not_say_stands_outside_the_scale() -> None:
    scale = BE_SUPPORTED.question("believed").options

    assert [(option.code, option.meaningful, option.positive, option.face) for option in scale] == [
        ("strongly_agree", True, True, "very_happy"),
        ("agree", True, True, "happy"),
        ("not_sure", True, False, "not_sure"),
        ("disagree", True, False, "unhappy"),
        ("strongly_disagree", True, False, "very_unhappy"),
        ("rather_not_say", False, False, None),
    ]
    assert options(VOXY, "feel", "positive") == ["very_happy", "happy"]


def test_the_longest_texts_are_as_agreed() -> None:
    lengths = {
        (survey.slug, question.code): question.max_length
        for survey in SURVEYS.values()
        for question in survey.questions
        if question.is_text
    }

    assert lengths == {
        ("be-supported", "good"): 1000,
        ("be-supported", "better"): 1000,
        ("voxy", "say"): 2000,
        ("voxy", "change"): 1000,
    }
    assert VOXY.question("feel").kind is Kind.FACES
    assert {question.code: question.role for question in VOXY.questions if question.role} == {
        "quote_ok": Role.MAY_QUOTE,
        "hear_back": Role.WANTS_RECEIPT,
    }


def test_both_instruments_code_age_and_district_alike() -> None:
    for code in ("age", "district"):
        assert BE_SUPPORTED.question(code) == VOXY.question(code)
    assert [option.code for option in VOXY.question("age").options] == [
        *("under_11", "11_12", "13_14", "15_16", "17_18", "19_25", "rather_not_say"),
    ]


def syllables(word: str) -> int:
    groups = re.findall(r"[aeiouy]+", word)
    silent = word.endswith("e") and not word.endswith("le") and len(groups) > 1
    return max(1, len(groups) - silent)


def reading_grade(text: str) -> float:
    """Flesch-Kincaid grade: 4 to 5 is what a nine-year-old reads at ease."""
    sentences = [sentence for sentence in re.split(r"[.!?:;\n]+", text) if sentence.strip()]
    words = [word.strip("'") for word in re.findall(r"[a-z']+", text.lower())]
    per_word = sum(syllables(word) for word in words) / len(words)
    return 0.39 * len(words) / len(sentences) + 11.8 * per_word - 15.59


@pytest.mark.parametrize("slug", INSTRUMENTS)
def test_a_nine_year_old_can_read_it(slug: str) -> None:
    survey = SURVEYS[slug]
    first = "\n".join([survey.purpose["en"], *(line["en"] for line in survey.intro)])
    asked = "\n".join(question.text["en"] for question in survey.questions)
    sections = "\n".join(section.intro["en"] for section in survey.sections if section.intro)

    assert {"first": reading_grade(first) <= 5, "asked": reading_grade(asked) <= 5} == {
        "first": True,
        "asked": True,
    }
    assert reading_grade(sections) <= 5


def test_no_other_file_is_an_instrument() -> None:
    assert INSTRUMENTS == ("be-supported", "voxy")
    for slug in ("../definition", "be-supported.yaml", ""):
        with pytest.raises(KeyError):
            instrument_text(slug)
