"""Personal data that shows by its shape: e-mail, web address, phone, postcode, street, handle, date of birth."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from analysis.text.finding import PersonalKind
from analysis.text.folding import word_set
from analysis.text.ordinary import ordinary

Found = tuple[int, int, PersonalKind]

_MOST_NUMBERS_CHECKED = 100
_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
_DATE = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?[ ]?(?:of[ ])?{_MONTH}(?:,?[ ]\d{{2,4}})?"
    rf"|{_MONTH}[ ]\d{{1,2}}(?:st|nd|rd|th)?(?:,?[ ]\d{{4}})?"
    rf"|{_MONTH},? (?:19|20)\d\d"
    r"|\d{1,2}[/.\-]\d{1,2}[/.\-]\d{2,4}|(?:19|20)\d\d-\d\d-\d\d)"
)
_BORN = re.compile(
    r"\b(?:born(?: on| in)?(?: the)?|(?:birthday|b-?day) to me,?(?: the)?|birthday(?: is|'s|s)?(?: on)?(?: the)?|birth date(?: is)?|b-?day(?: is|'s|s)?(?: on)?(?: the)?|d\.?o\.?b\.?(?: is)?"
    rf"|date of birth(?: is)?)[ ]?[:=\-]?[ ]?({_DATE})(?![\w])"
)
_TURNED = re.compile(rf"\b(?:turn(?:ed|ing|s)?|be) \d{{1,2}} on (?:the )?({_DATE})(?!\w)")
#: Written out so that it is not seen: "sam dot jones at gmail dot com", "amy(at)mail.example".
_SPOKEN_EMAIL = re.compile(
    r"(?<![\w.])\w[\w+\-]{0,40}(?:(?:\.| dot )[\w+\-]{1,40}){0,3} ?(?:\(at\)|\[at\]|\bat\b) ?[\w\-]{2,40}(?: ?(?:\.| dot |\(dot\)|\[dot\]) ?[a-z]{2,12}){1,3}\b"
)
_EMAIL = re.compile(r"(?<![\w.+\-])[\w][\w.+\-]{0,63}@[\w\-]{1,63}(?:\.[\w\-]{2,24}){1,4}")
_URL = re.compile(
    r"(?:https?://|www\.)[^\s<>\"']{2,2000}"
    r"|(?<![\w@.\-])[a-z0-9\-]{2,63}(?:\.[a-z0-9\-]{2,63}){0,3}\.(?:co\.uk|org\.uk|gov\.uk|ac\.uk|com|org|net|io|me|app|info|gg|tv|uk|eu|xyz|dev|link|bio|page|site|online|blog|wiki|ly|be|example|club|shop)\b(?:/[^\s<>\"']{0,2000})?"
)
_DOT_INSIDE = re.compile(r"\.[a-z]")
_POSTCODE = re.compile(
    r"\b(?:gir ?0aa|[a-z]{1,2}\d[a-z\d]?(?: \d [abd-hjlnp-uw-z]{2}|[ \-]{0,2}\d[abd-hjlnp-uw-z]{2}))\b"
)
_STREET = (
    r"(?:road|rd|street|avenue|ave|close|lane|drive|crescent|cres|court|gardens|gdns|grove|terrace|square|rise|walk|mews|row|view|way|hill|"
    r"place|green|park|end|field|fields|meadow|st|ln|dr|croft|parade|gate|wharf|villas|path|yard|orchard|cottages|mead|vale|copse|row|quay)"
)
_FLAT = r"(?:flat|apartment|apt|unit|room) ?\d{1,4}[a-z]?"
_ADDRESS = re.compile(
    rf"(?:\b{_FLAT},? )?\b\d{{1,4}}[a-z]?,? (?:(?:the )?(?:[a-z][a-z'\-]{{1,24}} ){{1,3}}{_STREET}|the (?:green|square|close|lane|crescent|row|mews|croft|orchard))\b"
    rf"|\b{_FLAT},? (?:[a-z][a-z'\-]{{1,24}} ){{1,2}}(?:court|house|lodge|mansions|point|tower|heights|hall|{_STREET})\b"
)
#: Where somebody says that they live there, a number and words with capitals are an address without a word for a street.
_LIVES_AT = re.compile(
    rf"\b(?:[Ll]ives? (?:at|on|in)|[Ll]iving at|[Aa]ddress(?: is|:)?|[Hh]ouse,?|[Cc]ome to|[Ww]e're at|[Nn]umber|[Hh]ome is) ((?:{_FLAT},? |[Ff]lat \d{{1,4}}[a-z]?,? )?\d{{1,4}}[a-z]?,? [A-Z][\w']{{1,24}}(?: [A-Z][\w']{{1,24}}){{0,3}})"
)
_NOT_STREETS = word_set(
    "minutes minute mins min hours hour days day weeks week months month years year people kids of from to at in on the for and a my "
    "its only i we you he she they all out up so not no round back home then when if this that it what who off by "
    "times time pounds quid percent miles mile k girls boys students friends or till until per people's is are was were"
)
_HANDLE = re.compile(r"(?<![\w@.+\-])@[a-z0-9_](?:[a-z0-9_.]{0,28}[a-z0-9_])?")
_APP = r"(?:snapchat|snap|sc|instagram|insta|ig|tiktok|tik tok|discord|twitter|roblox|xbox|psn|gamertag|kik|telegram|twitch|steam|facebook|fb|whatsapp|youtube)"
#: Only where one of these is said is a user name looked for.
_APPS = word_set(
    "snapchat snap sc instagram insta ig tiktok tik discord twitter roblox xbox psn gamertag kik telegram twitch steam facebook fb "
    "whatsapp youtube username user handle as snaps instas tiktoks discords psns"
)
_APP_NAME = re.compile(
    rf"\b{_APP}(?: (?:user ?name|name|account|handle|tag|user|id))?(?:'s|s)?"
    r"(?: is |: ?| - | ?= ?|:|@| )(?:it'?s )?@?([a-z0-9][a-z0-9_.#\-]{2,30})"
)
_ON_APP = re.compile(
    rf"\b(?:(?:add me|find me|follow me|im|i'm|i am|message me|dm me)(?: as)?|as) @?([a-z0-9][a-z0-9_.\-]{{2,30}}) on {_APP}\b"
)
_USER_NAME = re.compile(r"\b(?:user ?name|user|handle|gamertag)(?: is |: ?| )@?([a-z0-9][a-z0-9_.#\-]{2,30})")
_KNOWN_AS = re.compile(
    rf"\b(?:on {_APP}|knows? me|known|im|i'm|add me)(?: on {_APP})? as @?([a-z0-9][a-z0-9_.#\-]{{2,30}})"
)
_NUMBER_WORD = r"(?:\d+|o|oh|zero|nought|one|two|three|four|five|six|seven|eight|nine|ten|hundred|thousand|double|triple)"
#: "07700 nine hundred 123", "o7700 900 555", "zero seven seven double oh …".
_SPOKEN_NUMBER = re.compile(rf"\b(?:0\d*|o\d+|oh|zero|nought)(?:[ \-]{{1,2}}{_NUMBER_WORD}){{2,12}}\b")
_SPOKEN_START = word_set("zero oh nought")
_DIGIT = re.compile(r"[0-9]")
_FEWEST_PARTS = 8
_NUMBER = re.compile(r"(?<![\w/.,])[+(]{0,2}\d(?:[\s().\-]{0,2}\d){6,14}(?![\w/]|\.\d)")


def shaped(plain: str, cased: str, spoken: set[str]) -> Iterator[Found]:
    """Every stretch of a text (in lower case, and as written) that has the shape of personal data; offsets into it."""
    if "@" in plain:
        yield from _all(_EMAIL, plain, PersonalKind.EMAIL)
        yield from _at_handles(plain)
    if " dot " in plain or "at)" in plain or "at]" in plain:
        yield from _all(_SPOKEN_EMAIL, plain, PersonalKind.EMAIL)
    if "://" in plain or ("." in plain and ("www." in plain or _DOT_INSIDE.search(plain))):
        yield from (_trimmed(plain, *found) for found in _all(_URL, plain, PersonalKind.URL))
    if _DIGIT.search(plain):
        yield from _with_digits(plain, cased)
    elif not _SPOKEN_START.isdisjoint(spoken):
        yield from _spoken_numbers(plain)
    if not _APPS.isdisjoint(spoken):
        yield from _named_handles(plain)


def _spoken_numbers(plain: str) -> Iterator[Found]:
    for match in _SPOKEN_NUMBER.finditer(plain):
        parts = sum(
            len(part) if part[-1].isdigit() else 2 for part in match.group().replace("-", " ").split()
        )
        if parts >= _FEWEST_PARTS:
            yield *match.span(), PersonalKind.PHONE


def _with_digits(plain: str, cased: str) -> Iterator[Found]:
    for match in _LIVES_AT.finditer(cased):
        yield *match.span(1), PersonalKind.ADDRESS
    for pattern in (_BORN, _TURNED):
        for match in pattern.finditer(plain):
            yield *match.span(1), PersonalKind.DATE_OF_BIRTH
    yield from _all(_POSTCODE, plain, PersonalKind.POSTCODE)
    for match in _ADDRESS.finditer(plain):
        if _is_street(match.group()):
            yield *match.span(), PersonalKind.ADDRESS
    yield from _spoken_numbers(plain)
    for count, match in enumerate(_NUMBER.finditer(plain)):
        if count < _MOST_NUMBERS_CHECKED and not _is_phone(match.group()):
            continue
        yield *match.span(), PersonalKind.PHONE


def _is_street(address: str) -> bool:
    between = address.replace(",", "").replace(" the ", " ").split()[1:-1]
    return _NOT_STREETS.isdisjoint(between) and (
        bool(between) or not address.endswith(("park", "end", "way", "hill"))
    )


def _at_handles(plain: str) -> Iterator[Found]:
    for start, end, kind in _all(_HANDLE, plain, PersonalKind.HANDLE):
        name = plain[start + 1 : end]
        if len(name) > 1 and not name.isdigit() and name not in ("school", "home"):
            yield start, end, kind


def _named_handles(plain: str) -> Iterator[Found]:
    for pattern in (_APP_NAME, _ON_APP, _USER_NAME, _KNOWN_AS):
        for match in pattern.finditer(plain):
            name = match.group(1).rstrip(".-")
            is_named = pattern is _ON_APP or _says_name(match.group())
            if _is_user_name(name, is_named=is_named):
                start = match.start(1)
                yield start, start + len(name), PersonalKind.HANDLE


def _is_user_name(name: str, *, is_named: bool) -> bool:
    if any(sign in name for sign in "_#") or (
        any(letter.isdigit() for letter in name) and any(map(str.isalpha, name))
    ):
        return True
    if is_named and "." in name:
        return all(part.isalnum() for part in name.split("."))
    return is_named and name.isalnum() and not name.isdigit() and name not in _PLAIN_WORDS | ordinary()


def _says_name(words: str) -> bool:
    return (
        ":" in words or "=" in words or "@" in words or " is " in words or "name " in words or " as " in words
    )


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
