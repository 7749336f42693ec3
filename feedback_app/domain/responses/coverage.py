"""Who is heard: responses by district and age beside the population, where somebody has confirmed its figures."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from analysis.figures.counts import RawTable
from feedback_app.domain.responses.queries import Counts
from surveys import HelperRole, Survey

POPULATION = Path(__file__).with_name("population.csv")
#: Oxford's students make 19–25 another county: the two are compared apart.
AGE_GROUPS: Mapping[str, tuple[str, ...]] = {
    "11–18": ("11_12", "13_14", "15_16", "17_18"),
    "19–25": ("19_25",),
}

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
