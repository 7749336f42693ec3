"""What languages are called among the staff: the English name, with the language's own beside it."""

from babel import Locale, UnknownLocaleError

from feedback_app.platform.languages import ENGLISH, named


def language_names(tags: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Each tag with its name: "Polish (Polski)"; what is no language goes by its own name."""
    return tuple((one.tag, _both(one.tag, one.name)) for one in named(tags))


def _both(tag: str, own: str) -> str:
    try:
        english = Locale.parse(tag, sep="-").get_language_name(ENGLISH)
    except (ValueError, UnknownLocaleError):
        return own
    return own if english is None or english == own or "-x-" in tag else f"{english} ({own})"
