"""The words in which moderation speaks: outcomes, kinds, languages, days."""

from datetime import date, datetime

from feedback_app.domain.safeguarding.states import KIND_WORDS
from feedback_app.platform import clock

THEMES = {
    "successful.start": "Best start in life",
    "successful.education": "Education, employment and training",
    "successful.inspired": "Inspired to stay and learn",
    "successful.self_esteem": "Self-esteem and faith in oneself",
    "healthy.services": "Services before a crisis",
    "healthy.relationships": "Healthy, secure relationships",
    "healthy.wellbeing": "Well-being",
    "healthy.active": "Getting active",
    "safe.protected": "Protected from abuse and neglect",
    "safe.belonging": "A safe place and belonging",
    "safe.education": "Learning to stay safe",
    "safe.housing": "Housing",
    "supported.listened": "Listened to and believed",
    "supported.information": "Information that suits",
    "supported.role_models": "Inspiring role models",
    "supported.staff": "Experienced and caring staff",
}
PERSONAL = {
    "name": "name",
    "phone": "telephone number",
    "email": "e-mail address",
    "address": "address",
    "handle": "user name",
    "school": "school or college",
    "postcode": "postcode",
    "date_of_birth": "date of birth",
    "url": "web address",
}
LANGUAGES = {
    "en": "English",
    "pl": "Polish",
    "pt": "Portuguese",
    "ro": "Romanian",
    "ar": "Arabic",
    "ur": "Urdu",
    "es": "Spanish",
    "zh": "Chinese",
    "fr": "French",
    "uk": "Ukrainian",
}


def theme_words(code: str) -> str:
    """An outcome in a few words."""
    return THEMES.get(code, code)


def kind_words(code: str) -> str:
    """What a comment may be about, in words; never a level of risk (SAFETY R-57)."""
    return KIND_WORDS.get(code, code.replace("_", " ")).lower()


def personal_words(code: str) -> str:
    """What sort of words may show who somebody is."""
    return PERSONAL.get(code, code.replace("_", " "))


def language_words(code: str) -> str:
    """A language by its name."""
    return LANGUAGES.get(code, f"another language ({code})")


def day_words(day: date) -> str:
    """A day as people say it: 3 March 2026."""
    return f"{day.day} {day:%B %Y}"


def moment_words(moment: datetime) -> str:
    """A moment by the county's clocks: Tuesday 3 March, 09:30."""
    local = clock.in_london(moment)
    return f"{local:%A} {local.day} {local:%B, %H:%M}"


def listed(words: tuple[str, ...]) -> str:
    """Words in a row: "one, two and three"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"
