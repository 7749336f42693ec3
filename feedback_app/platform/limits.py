"""Slows repeated wrong tries without keeping anybody's address (SAFETY R-27, R-96).

The key is an HMAC under a salt that lives in memory only, so a dump of anything tells nobody's address.
"""

import hashlib
import hmac
import secrets

from flask import Flask, current_app, request
from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter


class Limiter:
    """Counts wrong tries in a moving window of 15 minutes, in this process's memory."""

    def __init__(self) -> None:
        self._salt = secrets.token_bytes(32)
        self._window = MovingWindowRateLimiter(MemoryStorage())

    def key(self, value: str) -> str:
        """A name for a value that cannot be turned back into it."""
        return hmac.new(self._salt, value.encode(errors="replace"), hashlib.sha256).hexdigest()

    def is_slowed(self, bucket: str, value: str, *, most: int) -> bool:
        """Whether this value has already used up its wrong tries."""
        return not self._window.test(RateLimitItemPerMinute(most, 15), bucket, self.key(value))

    def note_wrong(self, bucket: str, value: str, *, most: int) -> None:
        """Count one wrong try."""
        self._window.hit(RateLimitItemPerMinute(most, 15), bucket, self.key(value))


def init_limits(app: Flask) -> None:
    """Give the application its limiter."""
    app.extensions["wrong-tries"] = Limiter()


def limiter() -> Limiter:
    """The current application's limiter."""
    found: Limiter = current_app.extensions["wrong-tries"]
    return found


def source() -> str:
    """Where the present request came from; only ever to be handed to the limiter."""
    return request.remote_addr or "unknown"
