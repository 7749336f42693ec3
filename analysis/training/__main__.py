"""`python -m analysis.training fit`: makes the shipped weights anew."""

from __future__ import annotations

import sys

from analysis.training.features import see
from analysis.training.feelings import held_out, ship
from analysis.training.texts import TextMissing, all_rows

_MISSING = "The development text is not there: set DEVELOPMENT_TEXT to the folder that holds it."


def main() -> int:
    """Do what the command line asks for; 2 where the development text is missing."""
    try:
        rows = all_rows()
    except TextMissing:
        print(_MISSING, file=sys.stderr)
        return 2
    seen = [found for row in rows if row.sentiment and (found := see(row)).is_english]
    measured = held_out(seen)
    print(f"{ship(seen, measured)} weights, sure from {measured.sure_from}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
