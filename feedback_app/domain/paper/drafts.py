"""A typed form as it is kept until it is stored: sealed, and as one row of cells that two typings are compared by."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from feedback_app.platform.crypto import keyed_hash, seal, unseal
from feedback_app.platform.secret import secret_key
from surveys import Answers, Survey, flatten, read_answers, unflatten

LANGUAGE = "_language"
"""The cell that holds in which language the paper was; no question's code begins with a line."""
_PURPOSE = "paper entry"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What was typed from one paper: a cell for each question and text, empty ones left out, and the language."""

    cells: Mapping[str, str] = field(repr=False)

    @property
    def language(self) -> str:
        """The language of the paper."""
        return self.cells[LANGUAGE]

    def answers(self, survey: Survey) -> Answers:
        """The answers, judged anew. Raises surveys.AnswerProblems."""
        return read_answers(survey, unflatten(survey, self.cells))


def draft_of(survey: Survey, answers: Answers, *, language: str) -> Draft:
    """Judged answers as a draft."""
    cells = {name: cell for name, cell in flatten(survey, answers).items() if cell}
    return Draft(cells={LANGUAGE: language} | cells)


def differences(first: Draft, second: Draft) -> tuple[str, ...]:
    """The cells in which two typings differ by more than blanks, in the order of the first one's."""
    names = dict.fromkeys([*first.cells, *second.cells])
    return tuple(
        name for name in names if _plain(first.cells.get(name, "")) != _plain(second.cells.get(name, ""))
    )


def sealed(draft: Draft) -> bytes:
    """The draft as it is stored."""
    return seal(secret_key(), _PURPOSE, json.dumps(dict(draft.cells)))


def opened(kept: bytes) -> Draft:
    """A stored draft. Raises platform.crypto.CannotUnseal where it was sealed under another key."""
    cells: dict[str, str] = json.loads(unseal(secret_key(), _PURPOSE, kept))
    return Draft(cells=cells)


def submission_id_of(wave_id: UUID, form_number: str) -> UUID:
    """The id under which a form is stored: always the same one for a number in a wave, and telling neither."""
    key = hashlib.sha256(wave_id.bytes + form_number.encode()).digest()
    return UUID(bytes=keyed_hash(secret_key(), "paper form", key)[:16])


def _plain(cell: str) -> str:
    return " ".join(cell.split())
