"""The register of contacts: one source for every page, each entry with its source and when it was last checked."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from feedback_app.platform.instance import instance_folder
from feedback_app.platform.logging import log_failure

SHIPPED = Path(__file__).with_name("contacts.yaml")
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


class Way(_Strict):
    """One way to reach an entry, as it stands in the file."""

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
    ways: tuple[Way, ...] = Field(min_length=1)

    @property
    def code(self) -> str:
        """The name as it stands in an address."""
        return re.sub("[^a-z0-9]+", "-", self.name.lower()).strip("-")

    def is_fresh(self, today: date) -> bool:
        """Whether a named person checked it within the last 30 days."""
        checked = self.verified_on is not None and bool(self.verified_by)
        return checked and self.verified_on is not None and today - self.verified_on <= STALE_AFTER


def read_register(path: Path = SHIPPED) -> tuple[Entry, ...]:
    """The entries of a register file. Raises pydantic's ValidationError where one lacks something."""
    with path.open(encoding="utf-8") as file:
        lines = YAML(typ="safe", pure=True).load(file)
    return tuple(Entry.model_validate(line) for line in lines)


def own_register() -> Path:
    """The county's own register; it is there from the first change on, and outranks the one that ships."""
    return instance_folder() / "contacts.yaml"


def revision() -> int:
    """A number that is another one after each change of the register; 0 while it is the one that ships."""
    try:
        return own_register().stat().st_mtime_ns
    except FileNotFoundError:
        return 0


def register() -> tuple[Entry, ...]:
    """The register in force. Help never fails: where the county's own file is broken, the shipped one stands in."""
    number = revision()
    return _read(own_register() if number else SHIPPED, number)


@lru_cache(maxsize=4)
def _read(path: Path, number: int) -> tuple[Entry, ...]:
    try:
        return read_register(path)
    except (OSError, TypeError, ValueError, YAMLError) as error:
        log_failure("contacts-register-broken", error)
        return read_register(SHIPPED)


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
