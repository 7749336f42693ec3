"""Personal data that shows by its shape: e-mail, web address, phone, postcode, street, handle, date of birth."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from analysis.text.finding import PersonalKind
from analysis.text.folding import word_set

Found = tuple[int, int, PersonalKind]

_MOST_NUMBERS_CHECKED = 100
_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
_DATE = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?[ ]?(?:of[ ])?{_MONTH}(?:,?[ ]\d{{2,4}})?"
    rf"|{_MONTH}[ ]\d{{1,2}}(?:st|nd|rd|th)?(?:,?[ ]\d{{4}})?"
    r"|\d{1,2}[/.\-]\d{1,2}[/.\-]\d{2,4}|(?:19|20)\d\d-\d\d-\d\d)"
)
_BORN = re.compile(
    r"\b(?:born(?: on)?(?: the)?|birthday(?: is|'s|s)?(?: on)?(?: the)?|birth date(?: is)?|b-?day(?: is)?(?: on)?(?: the)?|d\.?o\.?b\.?(?: is)?"
    rf"|date of birth(?: is)?)[ ]?[:=\-]?[ ]?({_DATE})(?![\w])"
)
_TURNED = re.compile(rf"\b(?:turn(?:ed|ing|s)?|be) \d{{1,2}} on (?:the )?({_DATE})(?!\w)")
_EMAIL = re.compile(r"(?<![\w.+\-])[\w][\w.+\-]{0,63}@[\w\-]{1,63}(?:\.[\w\-]{2,24}){1,4}")
_URL = re.compile(
    r"(?:https?://|www\.)[^\s<>\"']{2,2000}"
    r"|(?<![\w@.\-])[a-z0-9\-]{2,63}(?:\.[a-z0-9\-]{2,63}){0,3}\.(?:co\.uk|org\.uk|gov\.uk|ac\.uk|com|org|net|io|me|app|info|gg|tv|uk)\b(?:/[^\s<>\"']{0,2000})?"
)
_POSTCODE = re.compile(r"\b(?:gir ?0aa|[a-z]{1,2}\d[a-z\d]? {0,2}\d[abd-hjlnp-uw-z]{2})\b")
_STREET = (
    r"(?:road|rd|street|avenue|ave|close|lane|drive|crescent|cres|court|gardens|gdns|grove|terrace|square|rise|walk|mews|row|view|way|hill|"
    r"place|green|park|end|field|fields|meadow|st|ln|dr|croft|parade|gate|wharf|villas|path)"
)
_ADDRESS = re.compile(
    r"(?:\b(?:flat|apartment|apt|unit|room) ?\d{1,4}[a-z]?,? )?\b\d{1,4}[a-z]?,? (?:the )?(?:[a-z][a-z'\-]{1,24} ){1,3}"
    + _STREET
    + r"\b"
)
_NOT_STREETS = word_set(
    "minutes minute mins min hours hour days day weeks week months month years year people kids of from to at in on the for and a my "
    "times time pounds quid percent miles mile k girls boys students friends or till until per people's is are was were"
)
_HANDLE = re.compile(r"(?<![\w@.+\-])@[a-z0-9_](?:[a-z0-9_.]{0,28}[a-z0-9_])?")
_APP = r"(?:snapchat|snap|sc|instagram|insta|ig|tiktok|tik tok|discord|twitter|roblox|xbox|psn|gamertag|kik|telegram|twitch|steam|facebook|fb|whatsapp|youtube)"
_APP_NAME = re.compile(
    rf"\b{_APP}(?: (?:user ?name|name|account|handle|tag|user|id))?(?:'s|s)?"
    r"(?: is |: ?| - | ?= ?|:|@| )(?:it'?s )?@?([a-z0-9][a-z0-9_.#\-]{2,30})"
)
_ON_APP = re.compile(
    rf"\b(?:add me|find me|follow me|im|i'm|i am|message me|dm me)(?: as)? @?([a-z0-9][a-z0-9_.\-]{{2,30}}) on {_APP}\b"
)
_USER_NAME = re.compile(r"\b(?:user ?name|handle|gamertag)(?: is |: ?| )@?([a-z0-9][a-z0-9_.#\-]{2,30})")
_NUMBER = re.compile(r"(?<![\w/.,])[+(]{0,2}\d(?:[\s().\-]{0,2}\d){6,14}(?![\w/]|\.\d)")


def shaped(plain: str) -> Iterator[Found]:
    """Every stretch of a lower-case text that has the shape of personal data; offsets into that text."""
    if "@" in plain:
        yield from _all(_EMAIL, plain, PersonalKind.EMAIL)
    if "." in plain or "://" in plain:
        yield from (_trimmed(plain, *found) for found in _all(_URL, plain, PersonalKind.URL))
    if any(digit in plain for digit in "0123456789"):
        yield from _with_digits(plain)
    yield from _handles(plain)


def _with_digits(plain: str) -> Iterator[Found]:
    for pattern in (_BORN, _TURNED):
        for match in pattern.finditer(plain):
            yield *match.span(1), PersonalKind.DATE_OF_BIRTH
    yield from _all(_POSTCODE, plain, PersonalKind.POSTCODE)
    for match in _ADDRESS.finditer(plain):
        if _NOT_STREETS.isdisjoint(match.group().replace(",", "").split()[1:-1]):
            yield *match.span(), PersonalKind.ADDRESS
    for count, match in enumerate(_NUMBER.finditer(plain)):
        if count < _MOST_NUMBERS_CHECKED and not _is_phone(match.group()):
            continue
        yield *match.span(), PersonalKind.PHONE


def _handles(plain: str) -> Iterator[Found]:
    if "@" in plain:
        for start, end, kind in _all(_HANDLE, plain, PersonalKind.HANDLE):
            if (
                end - start > 2
                and not plain[start + 1 : end].isdigit()
                and plain[start + 1 : end] not in ("school", "home")
            ):
                yield start, end, kind
    for pattern in (_APP_NAME, _ON_APP, _USER_NAME):
        for match in pattern.finditer(plain):
            name = match.group(1).rstrip(".-")
            if _is_user_name(name, is_named=pattern is not _APP_NAME or _says_name(match.group())):
                start = match.start(1)
                yield start, start + len(name), PersonalKind.HANDLE


def _is_user_name(name: str, *, is_named: bool) -> bool:
    if any(sign in name for sign in "_#") or (
        any(letter.isdigit() for letter in name) and any(map(str.isalpha, name))
    ):
        return True
    return is_named and name.isalnum() and not name.isdigit() and name not in _PLAIN_WORDS


def _says_name(words: str) -> bool:
    return ":" in words or "=" in words or "@" in words or " is " in words or "name " in words


_PLAIN_WORDS = word_set(
    "good bad great fun not the that really very boring toxic full where how what my our for and but safe addictive banned blocked just too "
    "always never also being better worse cool dangerous full nice okay all why when horrible awful amazing used making private public so "
    "it they them there about people was one only hard easy rubbish down broken slow annoying important evil scary stupid like "
    "helpful useful popular best worst something everything nothing filled more less even ruining killing taking getting distracting"
)


def _all(pattern: re.Pattern[str], plain: str, kind: PersonalKind) -> Iterator[Found]:
    return ((*match.span(), kind) for match in pattern.finditer(plain))


def _trimmed(plain: str, start: int, end: int, kind: PersonalKind) -> Found:
    while end > start + 1 and plain[end - 1] in ".,;:!?)]}":
        end -= 1
    return start, end, kind


def _is_phone(number: str) -> bool:
    if not number.lstrip("+(").startswith(("0", "44", "7")) and not number.startswith("+"):
        return False
    library = _phonenumbers()
    matcher = library.PhoneNumberMatcher(number, "GB", leniency=library.Leniency.POSSIBLE, max_tries=10)
    return matcher.has_next() and sum(map(str.isdigit, number)) >= 10


@lru_cache(maxsize=1)
def _phonenumbers() -> Any:  # the library is typed only in part
    return importlib.import_module("phonenumbers")
