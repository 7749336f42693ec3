"""The columns of the register's CSV file, and the other names by which people's files call them."""

from __future__ import annotations

import re

FACTS = (
    "framework",
    "number",
    "wording",
    "definition",
    "theme",
    "priority",
    "outcomes",
    "owner",
    "source",
    "unit",
    "good_is",
    "baseline",
    "baseline_on",
    "target",
    "target_origin",
    "target_on",
    "rule",
    "tolerance",
    "frequency",
    "next_update",
    "synthetic",
)
VALUE = (
    "period",
    "value",
    "numerator",
    "denominator",
    "value_source",
    "value_note",
    "known_on",
    "judged_by",
    "recovers",
)
AVAILABILITY = ("availability", "availability_since", "availability_reason")
OVERRIDE = ("status_by_hand", "status_period", "status_reason", "status_set_on", "status_lifted_on")
COLUMNS = (*FACTS, *VALUE, *AVAILABILITY, *OVERRIDE)

#: Other names for a column, as they stand in files of performance teams and of the public health profiles.
ALIASES = {
    "indicator_id": "number",
    "indicator_number": "number",
    "no": "number",
    "indicator": "wording",
    "indicator_name": "wording",
    "name": "wording",
    "measure": "wording",
    "polarity": "good_is",
    "lead": "owner",
    "action_owner": "owner",
    "baseline_date": "baseline_on",
    "target_date": "target_on",
    "deadline": "target_on",
    "time_period": "period",
    "count": "numerator",
    "value_note": "value_note",
    "note": "value_note",
    "data_source": "source",
    "status": "availability",
    "since": "availability_since",
    "reason": "availability_reason",
}


def column_of(heading: str) -> str | None:
    """The column that a heading names, by its own name or another, or None where it names none."""
    plain = re.sub(r"[^a-z0-9]+", "_", heading.strip().lower()).strip("_")
    found = plain if plain in COLUMNS else ALIASES.get(plain)
    return found
