"""What is found while a workbook is read: flaws that stop it, and notes on what is held in another way or not at all."""

from collections.abc import Collection

from surveys.flaws import Flaw, FlawCode
from surveys.workbook import Sheet
from surveys.xlsform_columns import heading

_MOST_ROWS_NAMED = 6


class Findings:
    """Gathers flaws and notes; the same note on several rows is said once."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.flaws: list[Flaw] = []
        self._notes: dict[tuple[str, str, str], list[int]] = {}

    def wrong(self, sheet: str, row: int, column: str, wrong: str, advice: str) -> None:
        """Something that stops the form; `row` is 0 where it is of the whole sheet."""
        flaw = Flaw(
            code=FlawCode.WORKBOOK,
            wrong=wrong,
            advice=advice,
            source=self.source,
            sheet=sheet,
            line=row,
            column=f"“{column}”" if column else "",
        )
        self.flaws.append(flaw)

    def note(self, sheet: str, row: int, column: str, words: str) -> None:
        """Something that is held in another way, or not at all."""
        rows = self._notes.setdefault((sheet, column, words), [])
        if row:
            rows.append(row)

    @property
    def notes(self) -> tuple[str, ...]:
        """Every note as a sentence that says where it stands."""
        return tuple(
            f"Sheet “{sheet}”{_rows(rows)}{f', column “{column}”' if column else ''}: {words}"
            for (sheet, column, words), rows in self._notes.items()
        )

    def unknown_columns(self, sheet: str, held: Sheet, known: Collection[str]) -> None:
        """Say of each heading that nothing is made of it, or that it names no language."""
        for text in held.columns:
            head = heading(text)
            if head.tag is None and head.name in known:
                wrong = f"nobody can know which language “{text}” is in."
                self.wrong(sheet, 1, text, wrong, "Write its code in brackets, such as “label::Polish (pl)”.")
            elif not head.ours and head.name not in known:
                self.note(sheet, 0, text, "nothing is made of this column.")


def _rows(rows: list[int]) -> str:
    if not rows:
        return ""
    named = ", ".join(str(row) for row in rows[:_MOST_ROWS_NAMED])
    more = f" and {len(rows) - _MOST_ROWS_NAMED} more" if len(rows) > _MOST_ROWS_NAMED else ""
    return f", {'row' if len(rows) == 1 else 'rows'} {named}{more}"
