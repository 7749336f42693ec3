"""Log lines with an event, an id and the place in the code; never words, addresses or codes (SAFETY R-01)."""

import logging
import sys
import traceback
from uuid import uuid4

log = logging.getLogger("be_supported")


def init_logging() -> None:
    """Write our log to standard error, one line an event."""
    if not log.handlers:
        handler = logging.StreamHandler(sys.stderr)
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        log.addHandler(handler)
        log.setLevel(logging.INFO)
        log.propagate = False


def log_failure(event: str, error: BaseException) -> str:
    """Log where an error happened, and not what it says, since that may hold somebody's words.

    Returns the id that a person can quote to whoever looks into it.
    """
    incident = uuid4().hex[:8]
    frames = traceback.extract_tb(error.__traceback__)
    where = " < ".join(
        f"{frame.filename.rsplit('/', 1)[-1]}:{frame.lineno}" for frame in reversed(frames[-6:])
    )
    log.error("%s incident=%s kind=%s at=%s", event, incident, type(error).__name__, where)
    return incident
