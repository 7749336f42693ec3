"""The register of contacts: one source for every page, each entry with its source and when it was last checked."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field
from ruamel.yaml import YAML

REGISTER = Path(__file__).with_name("contacts.yaml")
#: An entry that nobody checked within this time holds up the opening of a survey (SAFETY R-53).
STALE_AFTER = timedelta(days=30)
NOT_VERIFIED = "demonstration: not verified"


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactWay:
    """One way to reach somebody, ready to be tapped (tel: or sms:)."""

    words: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownContact:
    """Somebody to talk to, as pages show it; `first` ones stand on every page where somebody writes."""

    name: str
    what: str
    note: str
    first: bool
    ways: tuple[ContactWay, ...]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Way(_Strict):
    words: str = Field(min_length=1)
    address: str = Field(pattern=r"^(tel:[0-9+]+|sms:[0-9+]+(\?body=[A-Z]+)?)$")


class Entry(_Strict):
    """One line of the register as it stands in the file."""

    name: str = Field(min_length=1)
    what: str = Field(min_length=1)
    source: str = Field(min_length=1)
    verified_on: date | None
    verified_by: str | None
    first: bool = False
    ways: tuple[_Way, ...] = Field(min_length=1)

    def is_fresh(self, today: date) -> bool:
        """Whether a named person checked it within the last 30 days."""
        checked = self.verified_on is not None and bool(self.verified_by)
        return checked and self.verified_on is not None and today - self.verified_on <= STALE_AFTER


def read_register(path: Path = REGISTER) -> tuple[Entry, ...]:
    """The entries of a register file. Raises pydantic's ValidationError where one lacks something."""
    with path.open(encoding="utf-8") as file:
        lines = YAML(typ="safe", pure=True).load(file)
    return tuple(Entry.model_validate(line) for line in lines)


@lru_cache(maxsize=1)
def register() -> tuple[Entry, ...]:
    """The register that ships with the product, read once."""
    return read_register()


def stale_entries(today: date) -> tuple[str, ...]:
    """The names of the entries that a person has to check before a survey may open."""
    return tuple(entry.name for entry in register() if not entry.is_fresh(today))


def shown_contacts(*, demonstration: bool, first_only: bool = False) -> tuple[ShownContact, ...]:
    """The contacts as pages show them; a demonstration says of each that nobody verified it."""
    return tuple(
        ShownContact(
            name=entry.name,
            what=entry.what,
            note=NOT_VERIFIED if demonstration else "",
            first=entry.first,
            ways=tuple(ContactWay(words=way.words, address=way.address) for way in entry.ways),
        )
        for entry in register()
        if entry.first or not first_only
    )
