"""Who is heard: responses by district and age beside the population, where somebody has confirmed its figures."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from analysis.figures.counts import RawTable
from analysis.figures.suppression import SMALLEST_BASE_FOR_PERCENT, SafeTable
from feedback_app.domain.responses.queries import Counts
from surveys import HelperRole, Question, Survey

POPULATION = Path(__file__).with_name("population.csv")
#: Oxford's students make 19–25 another county: the two are compared apart.
AGE_GROUPS: Mapping[str, tuple[str, ...]] = {
    "11–18": ("11_12", "13_14", "15_16", "17_18"),
    "19–25": ("19_25",),
}
#: A group is heard too little where its share of the answers is less than this part of its share of the people.
HEARD_ENOUGH = 0.8


class Wanted(StrEnum):
    """Whether more voices are needed from a group."""

    MORE = "more"
    ENOUGH = "enough"
    CANNOT_SAY = "cannot_say"


HELPING_TITLE = "Who helped to answer"
HELPER_WORDS: Mapping[HelperRole, str] = {
    HelperRole.PARENT_OR_CARER: "Parent or carer",
    HelperRole.TEACHER: "Teacher or school staff",
    HelperRole.YOUTH_WORKER: "Youth worker",
    HelperRole.SOCIAL_WORKER: "Social worker or personal adviser",
    HelperRole.FRIEND_OR_SIBLING: "Friend, brother or sister",
    HelperRole.INTERPRETER: "Interpreter",
    HelperRole.SOMEONE_ELSE: "Someone else",
    HelperRole.RATHER_NOT_SAY: "Rather not say",
}
"""What the engagement officer reads for a role."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PopulationLine:
    """How many people of an age band live in a district."""

    district: str
    age: str
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Population:
    """The population to compare with, its source and date, and whether an officer has confirmed it."""

    lines: tuple[PopulationLine, ...]
    source: str
    as_of: date
    confirmed: bool

    def of(self, *, ages: tuple[str, ...] = (), district: str = "") -> int:
        """How many people of these age bands (all where left out), in a district or in all."""
        return sum(
            line.people
            for line in self.lines
            if (not ages or line.age in ages) and (not district or line.district == district)
        )

    @property
    def words(self) -> str:
        """What stands beside every figure that uses it."""
        sentence = f"{self.source}, {self.as_of:%B %Y}"
        return sentence if self.confirmed else f"{sentence}; population figures not confirmed"


def read_population(path: Path = POPULATION) -> Population:
    """The population in a file with the columns district, age, people, source, as_of, confirmed (yes or no)."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return Population(
        lines=tuple(
            PopulationLine(district=row["district"], age=row["age"], people=int(row["people"]))
            for row in rows
        ),
        source=rows[0]["source"],
        as_of=min(date.fromisoformat(row["as_of"]) for row in rows),
        confirmed=all(row["confirmed"] == "yes" for row in rows),
    )


@lru_cache(maxsize=1)
def population() -> Population:
    """The population that ships with the product, read once."""
    return read_population()


def helping_table(counts: Counts) -> RawTable:
    """Who helped with a response, of those that somebody helped with; true counts, for the gate."""
    said = {role.value: counts.cells.get(("helper", role.value, ""), 0) for role in HelperRole}
    named = {
        HELPER_WORDS[role]: said[role.value] for role in HelperRole if role is not HelperRole.RATHER_NOT_SAY
    }
    aside = {
        HELPER_WORDS[HelperRole.RATHER_NOT_SAY]: said[HelperRole.RATHER_NOT_SAY.value],
        "Did not say who": counts.cells.get(("helper", "", ""), 0),
    }
    return RawTable.of(HELPING_TITLE, named, aside=aside)


def coverage_tables(counts: Counts, survey: Survey) -> tuple[RawTable, ...]:
    """A raw table for each question that is asked to see who is heard, in the survey's order."""
    return tuple(
        counts.table(question) for question in survey.questions if question.coverage and question.is_choice
    )


def people_beside(question: Question, population: Population) -> Mapping[str, tuple[int, ...]]:
    """How many people there are for each option of a question by district or age, in the order of AGE_GROUPS.

    Empty for a question the population says nothing about. A group that an age band is not in has none of it.
    """
    codes = [option.code for option in question.options]
    districts = {line.district for line in population.lines}
    bands = {line.age for line in population.lines}
    found: dict[str, tuple[int, ...]] = {}
    for code in codes:
        if code in districts:
            found[code] = tuple(population.of(ages=ages, district=code) for ages in AGE_GROUPS.values())
        elif code in bands:
            found[code] = tuple(
                population.of(ages=(code,)) if code in ages else 0 for ages in AGE_GROUPS.values()
            )
    return found


def wanted(table: SafeTable, people: Mapping[str, tuple[int, ...]]) -> Mapping[str, Wanted]:
    """From which groups more voices are needed, by their labels; from published figures alone.

    A district is compared with its share of either age group, a band of ages with its share of its own group.
    Nothing is said on a base under 50, or beside a number that is protected.
    """
    counts = {label: row.count.value for label in people if (row := table.row(label)) is not None}
    groups = range(len(AGE_GROUPS))
    verdicts: dict[str, Wanted] = {}
    for label, columns in people.items():
        heard = [_heard(label, group, counts, people) for group in groups if columns[group]]
        known = [one for one in heard if one is not None]
        if table.withheld or (table.base.value or 0) < SMALLEST_BASE_FOR_PERCENT or len(known) != len(heard):
            verdicts[label] = Wanted.CANNOT_SAY
        else:
            verdicts[label] = Wanted.MORE if all(one < HEARD_ENOUGH for one in known) else Wanted.ENOUGH
    return verdicts


def _heard(
    label: str, group: int, counts: Mapping[str, int | None], people: Mapping[str, tuple[int, ...]]
) -> float | None:
    """The group's share of the answers over its share of the people (1: just as many); None where it is not known."""
    beside = [name for name, columns in people.items() if columns[group]]
    known = [count for name in beside if (count := counts.get(name)) is not None]
    if len(known) != len(beside) or not sum(known):
        return None
    share_of_people = people[label][group] / sum(people[name][group] for name in beside)
    return ((counts[label] or 0) / sum(known)) / share_of_people
