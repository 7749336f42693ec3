"""Every setting of the product, read once from the environment; a bad value is one clear sentence."""

import os
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from urllib.parse import urlsplit

from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

ROOT = Path(__file__).resolve().parent.parent.parent
SHORTEST_SECRET = 32
#: The one brand colour that ships; every shade of it is worked out in `brand`.
BRAND = "#0b5d5b"


class BadSetting(Exception):
    """A setting that cannot be used; str() is the sentence that says which, and what to do."""


class Mode(StrEnum):
    """Demonstration: synthetic data, every page says so. Production: the county's own."""

    DEMONSTRATION = "demonstration"
    PRODUCTION = "production"


class Surface(StrEnum):
    """Which addresses this process serves."""

    ALL = "all"
    PUBLIC = "public"
    STAFF = "staff"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The settings as the rest of the product sees them."""

    mode: Mode
    secret_key: str
    database_url: str
    instance: Path
    tasks_url: str | None = None
    mail_url: str | None = None
    mail_from: str = "be-supported@localhost"
    base_url: str = "http://127.0.0.1:8000"
    trusted_proxies: int = 0
    surface: Surface = Surface.ALL
    site_name: str = "Be Supported"
    county: str = "Oxfordshire"
    leave_url: str = "https://www.bbc.co.uk/weather"
    brand_colour: str = BRAND
    logo: Path | None = None
    withdraw_days: int = 28
    withdrawal_keeps_open_cases: bool = True
    blind_sample: int = 10
    agreement_needed: float = 0.6

    @property
    def demonstration(self) -> bool:
        """Whether pages must say that nothing here is real."""
        return self.mode is Mode.DEMONSTRATION

    @property
    def over_tls(self) -> bool:
        """Whether people reach us over TLS, so that cookies may be Secure and bear `__Host-`."""
        return urlsplit(self.base_url).scheme == "https"

    @property
    def on_sqlite(self) -> bool:
        """Whether the database is SQLite."""
        return self.database_url.startswith("sqlite")


def read_settings(environ: Mapping[str, str] | None = None) -> Settings:
    """Read the settings; unset ones take safe defaults.

    Raises BadSetting with one sentence for the first value that cannot be used.
    """
    env = os.environ if environ is None else environ
    instance = _instance(env)
    mode = _mode(env)
    return Settings(
        mode=mode,
        secret_key=_secret_key(env, mode, instance),
        database_url=_database_url(env, instance),
        instance=instance,
        tasks_url=_url(env, "TASKS_URL", ("redis", "rediss")),
        mail_url=_url(env, "MAIL_URL", ("smtp", "smtps")),
        mail_from=env.get("MAIL_FROM") or "be-supported@localhost",
        base_url=(
            _url(env, "BASE_URL", ("http", "https")) or f"http://127.0.0.1:{env.get('PORT') or 8000}"
        ).rstrip("/"),
        trusted_proxies=_whole_number(env, "TRUSTED_PROXIES"),
        surface=_surface(env),
        site_name=env.get("SITE_NAME") or "Be Supported",
        county=env.get("COUNTY") or "Oxfordshire",
        leave_url=_url(env, "LEAVE_URL", ("https",)) or "https://www.bbc.co.uk/weather",
        brand_colour=_colour(env, "BRAND_COLOUR"),
        logo=Path(env["LOGO"]).resolve() if env.get("LOGO") else None,
        withdraw_days=_whole_number(env, "WITHDRAW_DAYS", 28),
        withdrawal_keeps_open_cases=_yes_or_no(env, "WITHDRAWAL_KEEPS_OPEN_CASES"),
        blind_sample=_whole_number(env, "BLIND_SAMPLE", 10),
        agreement_needed=_part_of_one(env, "AGREEMENT_NEEDED", "0.6"),
    )


def _instance(env: Mapping[str, str]) -> Path:
    """The folder of what this installation keeps; made where it is not there yet."""
    folder = Path(env.get("INSTANCE_PATH") or ROOT / "instance").resolve()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise BadSetting(
            f"INSTANCE_PATH must be a folder that can be made and written to, not {folder}."
        ) from None
    return folder


def _mode(env: Mapping[str, str]) -> Mode:
    named = env.get("MODE")
    if not named:
        return Mode.PRODUCTION if env.get("SECRET_KEY") else Mode.DEMONSTRATION
    try:
        return Mode(named)
    except ValueError:
        raise BadSetting("MODE must be demonstration or production.") from None


def _secret_key(env: Mapping[str, str], mode: Mode, instance: Path) -> str:
    key = env.get("SECRET_KEY", "")
    if mode is Mode.DEMONSTRATION:
        return key if len(key) >= SHORTEST_SECRET else _kept_secret(instance)
    if not key:
        raise BadSetting(
            f"SECRET_KEY is not set: set it to a random text of at least {SHORTEST_SECRET} characters."
        )
    if len(key) < SHORTEST_SECRET:
        raise BadSetting(f"SECRET_KEY is too short: it needs at least {SHORTEST_SECRET} random characters.")
    return key


def _kept_secret(instance: Path) -> str:
    """The demonstration's own key, made once and kept where only its owner reads it."""
    path = instance / "demonstration-secret"
    try:
        handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        return path.read_text()
    with os.fdopen(handle, "w") as out:
        key = secrets.token_urlsafe(48)
        out.write(key)
    return key


def _database_url(env: Mapping[str, str], instance: Path) -> str:
    url = env.get("DATABASE_URL") or f"sqlite:///{instance / 'be-supported.db'}"
    if url.startswith(("postgres://", "postgresql://")):
        url = "postgresql+psycopg://" + url.split("://", 1)[1]
    if not url.startswith(("sqlite:///", "postgresql+psycopg://")):
        raise BadSetting("DATABASE_URL must begin with sqlite:/// or postgresql+psycopg://.")
    try:
        make_url(url)
    except (ArgumentError, ValueError):
        raise BadSetting("DATABASE_URL cannot be read: look at its user, host, port and name.") from None
    return url


def _url(env: Mapping[str, str], name: str, schemes: tuple[str, ...]) -> str | None:
    value = env.get(name)
    if not value:
        return None
    if not _is_address(value, schemes):
        raise BadSetting(
            f"{name} must be an address that begins with {' or '.join(s + '://' for s in schemes)}."
        )
    return value


def _is_address(value: str, schemes: tuple[str, ...]) -> bool:
    try:
        parts = urlsplit(value)
        port = parts.port
    except ValueError:
        return False
    return parts.scheme in schemes and bool(parts.hostname) and port != 0


def _whole_number(env: Mapping[str, str], name: str, unset: int = 0) -> int:
    value = env.get(name) or str(unset)
    if not value.isdecimal():
        raise BadSetting(f"{name} must be a whole number, 0 or more.")
    return int(value)


def _part_of_one(env: Mapping[str, str], name: str, unset: str) -> float:
    value = env.get(name) or unset
    if not re.fullmatch(r"0(\.[0-9]+)?|1(\.0+)?", value):
        raise BadSetting(f"{name} must be a number from 0 to 1, like {unset}.")
    return float(value)


def _yes_or_no(env: Mapping[str, str], name: str) -> bool:
    value = env.get(name) or "yes"
    if value not in ("yes", "no"):
        raise BadSetting(f"{name} must be yes or no.")
    return value == "yes"


def _colour(env: Mapping[str, str], name: str) -> str:
    value = (env.get(name) or BRAND).lower()
    if not re.fullmatch("#[0-9a-f]{6}", value):
        raise BadSetting(f"{name} must be a colour like {BRAND}.")
    return value


def _surface(env: Mapping[str, str]) -> Surface:
    try:
        return Surface(env.get("SURFACE") or "all")
    except ValueError:
        raise BadSetting("SURFACE must be all, public or staff.") from None
