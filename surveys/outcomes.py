"""The sixteen outcomes of Oxfordshire's Children and Young People's Plan that a question can measure."""

OUTCOMES: tuple[str, ...] = (
    "successful.start",
    "successful.education",
    "successful.inspired",
    "successful.self_esteem",
    "healthy.services",
    "healthy.relationships",
    "healthy.wellbeing",
    "healthy.active",
    "safe.protected",
    "safe.belonging",
    "safe.education",
    "safe.housing",
    "supported.listened",
    "supported.information",
    "supported.role_models",
    "supported.staff",
)
