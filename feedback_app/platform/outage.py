"""What it looks like when the database cannot be reached, for the edges that must answer all the same."""

from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

#: Raised when the database is down, locked for too long, read-only or full.
UNREACHABLE: tuple[type[Exception], ...] = (OperationalError, InterfaceError, PoolTimeout)

_NO_SUCH_TABLE = ("no such table", "no such column", "has no column named")  # SQLite
_UNDEFINED = ("42P01", "42703")  # PostgreSQL: a table, a column


def lacks_tables(error: Exception) -> bool:
    """Whether a database answered that it has no such table or column: it is empty, or older than this code."""
    origin = getattr(error, "orig", None)
    if getattr(origin, "sqlstate", None) in _UNDEFINED:
        return True
    return any(words in str(origin) for words in _NO_SUCH_TABLE)
