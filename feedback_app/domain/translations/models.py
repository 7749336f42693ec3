"""The table of confirmed translations."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped

from feedback_app.platform.database import Identified, Model


class ConfirmedTranslation(Identified, Model):
    """A person read these very words in this language and found them right; other words need another row."""

    __tablename__ = "confirmed_translation"

    #: An instrument's slug, or "pages" for the words around the surveys.
    slug: Mapped[str]
    language: Mapped[str]
    #: What the words are known by: any change of theirs, or of the English, makes another.
    fingerprint: Mapped[str]
    #: Who read them, as the officer typed it.
    read_by: Mapped[str]
    confirmed_at: Mapped[datetime]
    #: The person of the staff who noted it.
    noted_by: Mapped[UUID]
    taken_back_at: Mapped[datetime | None]

    __table_args__ = (Index("ix_confirmed_translation_slug_language", "slug", "language"),)
