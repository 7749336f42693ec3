"""Pages of a long list."""

from dataclasses import dataclass

from flask import request, url_for


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """Where one is in a list of several pages; addresses are None at either end."""

    number: int
    count: int
    previous: str | None
    next: str | None

    @property
    def words(self) -> str:
        """Where one is, in words."""
        return f"Page {self.number} of {self.count}"


def page_asked_for() -> int:
    """The page number in the address, 1 where there is none or an odd one."""
    asked = request.args.get("page", "1")
    return max(1, int(asked)) if asked.isdecimal() and len(asked) < 7 else 1


def words_asked_for() -> str:
    """The words that are searched for, without signs that no page can show; at most 100 characters."""
    asked = request.args.get("words", "")[:200]
    return "".join(sign for sign in asked if sign.isprintable()).strip()[:100]


def pages_of(total: int, *, size: int, number: int) -> Pages:
    """The pager of the present address; its other arguments stay."""
    count = max(1, -(-total // size))
    return Pages(
        number=number,
        count=count,
        previous=_address(number - 1) if number > 1 else None,
        next=_address(number + 1) if number < count else None,
    )


def _address(number: int) -> str:
    arguments = {**request.args.to_dict(), **(request.view_args or {}), "page": number}
    return url_for(request.endpoint or "", **arguments)
