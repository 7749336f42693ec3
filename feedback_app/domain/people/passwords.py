"""Passwords: what may be one, and how it is kept (SAFETY R-26)."""

from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from argon2.profiles import RFC_9106_LOW_MEMORY

from feedback_app.platform.problems import Invalid

SHORTEST, LONGEST = 15, 128
#: Long ones that people reach for first.
COMMON = frozenset(
    {
        "passwordpassword",
        "123456789012345",
        "qwertyuiopasdfgh",
        "correcthorsebatterystaple",
        "letmeinletmein1",
    }
)

_hasher = PasswordHasher.from_parameters(RFC_9106_LOW_MEMORY)


@cache
def _nobody() -> str:
    """Checked when nobody has this e-mail, so that the answer takes as long."""
    return _hasher.hash("nobody has this password, and nobody ever will")


class PasswordNotTaken(Invalid):
    """The new password is too short, too long or too easy to guess."""


def judge(password: str, *, email: str) -> None:
    """Raise PasswordNotTaken, with a sentence that says what to do, unless this may be a password."""
    if len(password) < SHORTEST:
        raise PasswordNotTaken(f"Use at least {SHORTEST} characters. Three or four random words work well.")
    if len(password) > LONGEST:
        raise PasswordNotTaken(f"Use at most {LONGEST} characters.")
    plain = password.lower()
    local = email.split("@")[0].lower()
    if (
        plain in COMMON
        or len(set(plain)) < 5
        or "besupported" in plain.replace(" ", "")
        or (len(local) > 3 and local in plain)
    ):
        raise PasswordNotTaken("That password is easy to guess. Use three or four random words.")


def hashed(password: str) -> str:
    """The password as argon2id keeps it."""
    return _hasher.hash(password)


def matches(password: str, kept: str | None) -> bool:
    """Whether this is the password; takes as long when there is none. Over-long ones are refused unhashed."""
    if len(password) > LONGEST:
        return False
    try:
        return _hasher.verify(kept or _nobody(), password) and kept is not None
    except (VerificationError, InvalidHashError):
        return False
