"""Who is heard, beside a population that says where it comes from."""

from datetime import date
from pathlib import Path

from feedback_app.domain.responses.coverage import AGE_GROUPS, coverage_tables, population, read_population
from feedback_app.domain.responses.queries import Counts
from surveys import instrument_text, load

SURVEY = load(instrument_text("be-supported"))


def test_the_population_knows_every_district_and_band_of_the_survey() -> None:
    held = population()
    outside = {"outside", "dont_know", "rather_not_say"}
    districts = {option.code for option in SURVEY.question("district").options} - outside
    ages = {option.code for option in SURVEY.question("age").options} - {"under_11", "rather_not_say"}

    assert {line.district for line in held.lines} == districts
    assert {line.age for line in held.lines} == ages == {age for ages in AGE_GROUPS.values() for age in ages}
    assert len(held.lines) == len(districts) * len(ages)


def test_parts_add_up_to_the_whole() -> None:
    held = population()

    assert held.of() == sum(held.of(ages=ages) for ages in AGE_GROUPS.values())
    assert (
        0.20 < held.of(district="oxford", ages=AGE_GROUPS["11–18"]) / held.of(ages=AGE_GROUPS["11–18"]) < 0.22
    )
    assert (
        0.49 < held.of(district="oxford", ages=AGE_GROUPS["19–25"]) / held.of(ages=AGE_GROUPS["19–25"]) < 0.51
    )


def test_unconfirmed_figures_say_so(tmp_path: Path) -> None:
    lines = "district,age,people,source,as_of,confirmed\noxford,11_12,100,A census,2021-03-21,{}\n"
    mine = tmp_path / "mine.csv"
    mine.write_text(lines.format("yes"))

    assert population().words.endswith("June 2020; population figures not confirmed")
    held = read_population(mine)
    assert (held.words, held.as_of) == ("A census, March 2021", date(2021, 3, 21))


def test_there_is_a_table_for_each_question_of_coverage() -> None:
    counts = Counts(cells={("option", "age", "11_12"): 12, ("option", "gender", "girl_or_woman"): 3})

    tables = {table.title: table for table in coverage_tables(counts, SURVEY)}

    assert list(tables) == [question.text["en"] for question in SURVEY.questions if question.coverage]
    assert tables["How old are you?"].base == 12
