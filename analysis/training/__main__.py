"""`python -m analysis.training fit` makes the shipped weights anew; `evaluate` measures them and writes the model card."""

from __future__ import annotations

import sys

from analysis.training.card import write
from analysis.training.evaluation import evaluate
from analysis.training.features import Seen, see, seen_feelings
from analysis.training.feelings import held_out, ship
from analysis.training.fresh import fresh
from analysis.training.outcomes import held_out_themes, ship_themes
from analysis.training.rules import personal_details, read_first
from analysis.training.texts import YOUNG, TextMissing, all_rows, rows_about_outcomes

_MISSING = "The development text is not there: set DEVELOPMENT_TEXT to the folder that holds it."


def main(arguments: list[str]) -> int:
    """Do what the command line asks for; 2 where the development text is missing or the command is none."""
    if arguments not in (["fit"], ["evaluate"]):
        print("python -m analysis.training fit | evaluate", file=sys.stderr)
        return 2
    try:
        rows = all_rows()
    except TextMissing:
        print(_MISSING, file=sys.stderr)
        return 2
    seen = [see(row) for row in rows]
    return fit(seen) if arguments == ["fit"] else measure(seen)


def fit(seen: list[Seen]) -> int:
    """Write the weights for feelings and outcomes."""
    english = [row for row in seen if row.row.sentiment and row.is_english]
    taught = seen_feelings()
    print(f"feelings: {ship(english, taught, held_out(english, taught))} weights")
    young = [row for row in seen if row.row.source == YOUNG]
    print(
        f"outcomes: {ship_themes(held_out_themes(young, [see(row) for row in rows_about_outcomes()]))} features"
    )
    return 0


def measure(seen: list[Seen]) -> int:
    """Measure everything beside the references and write the model card."""
    young = [row for row in seen if row.row.source == YOUNG]
    card = write(evaluate(seen), read_first(), personal_details(young), fresh())
    print(card.read_text(encoding="utf-8"))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
