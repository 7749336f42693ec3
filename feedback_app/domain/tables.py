"""The subjects that have tables; migrations and tests import their models by this list."""

SUBJECTS = (
    "people",
    "audit",
    "waves",
    "responses",
    "findings",
    "moderation",
    "safeguarding",
    "replies",
    "indicators",
    "meetings",
    "promises",
    "venues",
    "paper",
    "translations",
    "kiosks",
    "topics",
)
