"""Passwords: what may be one, and how it is kept (SAFETY R-26)."""

from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from argon2.profiles import RFC_9106_LOW_MEMORY

from feedback_app.platform.problems import Invalid

SHORTEST, LONGEST = 15, 128
#: Long ones that everybody knows, as letters and digits alone.
COMMON = frozenset({"correcthorsebatterystaple", "purpleotterlantern42"})
#: What people fall back on; what is left without them must still be enough of a password.
WORN = (
    *("password", "passw0rd", "qwertyuiop", "qwerty", "asdfghjkl", "asdfgh", "zxcvbnm", "letmein", "welcome"),
    *("iloveyou", "changeme", "administrator", "admin", "besupported", "oxfordshire"),
    *("1234567890"[:length] for length in range(10, 2, -1)),
)
FEWEST_SIGNS = 5

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
    if _is_worn(plain) or (len(local) > 3 and local in plain):
        raise PasswordNotTaken("That password is easy to guess. Use three or four random words.")


def _is_worn(plain: str) -> bool:
    left = "".join(sign for sign in plain if sign.isalnum())
    if left in COMMON:
        return True
    for word in WORN:
        left = left.replace(word, "")
    return len(set(left)) < FEWEST_SIGNS


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
