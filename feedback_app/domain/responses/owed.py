"""What withdrawn responses still count for: held sealed, and taken off with the next batch.

The words and the row are gone at once. The figures wait, because a figure that falls by one the minute somebody takes
her answers back tells what she had answered (SAFETY R-46). What waits is a list of cells without an id, sealed under
the server's key; it is gone as soon as it has been taken off.
"""

import json
from collections import Counter
from collections.abc import Collection, Mapping
from datetime import date
from typing import TypeAlias
from uuid import UUID

from sqlalchemy import bindparam, case, delete, func, select, update
from sqlalchemy.orm import Session

from feedback_app.domain.responses.models import Owed, Tally
from feedback_app.domain.waves.models import Wave
from feedback_app.platform.crypto import CannotUnseal, seal, unseal
from feedback_app.platform.secret import secret_key

Cell: TypeAlias = tuple[date, str, str, str]
"""Day, subject, row, column."""
_PURPOSE = "owed counts"
_TAKE_OFF = (
    update(Tally)
    .where(
        Tally.wave_id == bindparam("at_wave"),
        Tally.day == bindparam("at_day"),
        Tally.subject == bindparam("at_subject"),
        Tally.row == bindparam("at_row"),
        Tally.col == bindparam("at_col"),
    )
    .values(n=case((Tally.n > bindparam("less"), Tally.n - bindparam("less")), else_=0))
)


def owe(session: Session, wave_id: UUID, cells: Mapping[Cell, int]) -> None:
    """Keep what one response counts for, to be taken off with the next batch."""
    listed = [
        [day.isoformat(), subject, row, col, n] for (day, subject, row, col), n in sorted(cells.items())
    ]
    session.add(Owed(wave_id=wave_id, sealed=seal(secret_key(), _PURPOSE, json.dumps(listed))))


def count_owed(session: Session, wave_id: UUID) -> int:
    """How many withdrawn responses a wave's counts still hold."""
    return session.scalar(select(func.count()).select_from(Owed).where(Owed.wave_id == wave_id)) or 0


def owed_cells(session: Session, wave_id: UUID, subjects: Collection[str] = ()) -> Counter[Cell]:
    """What they count for together; of some subjects alone where they are named.

    What was sealed under a key that is lost stays in the counts: a lost key stops no counting.
    """
    cells: Counter[Cell] = Counter()
    for sealed in session.scalars(select(Owed.sealed).where(Owed.wave_id == wave_id)):
        try:
            listed = json.loads(unseal(secret_key(), _PURPOSE, sealed))
        except CannotUnseal:
            continue
        for day, subject, row, col, n in listed:
            if not subjects or subject in subjects:
                cells[date.fromisoformat(day), subject, row, col] += n
    return cells


def settle(session: Session, wave_id: UUID) -> int:
    """Take off what is owed, never below nothing, and forget it; how many responses that were."""
    number = count_owed(session, wave_id)
    if not number:
        return 0
    rows = [
        {"at_wave": wave_id, "at_day": day, "at_subject": subject, "at_row": row, "at_col": col, "less": n}
        for (day, subject, row, col), n in sorted(owed_cells(session, wave_id).items())
    ]
    if rows:
        session.connection().execute(_TAKE_OFF, rows)
    session.execute(delete(Tally).where(Tally.wave_id == wave_id, Tally.n <= 0))
    session.execute(delete(Owed).where(Owed.wave_id == wave_id))
    session.execute(
        update(Wave).where(Wave.id == wave_id).values(folded_responses=Wave.folded_responses - number)
    )
    return number
