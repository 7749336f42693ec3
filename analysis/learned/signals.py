"""The signals of a whole comment that are weighed anew under each kind of question."""

from __future__ import annotations

from collections.abc import Mapping

CROSSED = (
    "valence_good", "valence_bad", "valence_sum", "balance", "praise", "complaint", "wish", "polarity", "length",
)  # fmt: skip


def crossed(signals: Mapping[str, float], kind: str) -> dict[str, float]:
    """The signals, and those that are weighed anew under that kind of question once more; what fitting sees."""
    again = {f"{kind}|{name}": signals[name] for name in CROSSED}
    return {**signals, **again, f"{kind}|": 1.0, "start": 1.0}
