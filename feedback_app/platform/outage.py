"""What it looks like when the database cannot be reached, for the edges that must answer all the same."""

from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

#: Raised when the database is down, locked for too long, read-only or full.
UNREACHABLE: tuple[type[Exception], ...] = (OperationalError, InterfaceError, PoolTimeout)
