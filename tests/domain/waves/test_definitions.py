"""Definitions are imported, and old waves keep their wording."""

from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from feedback_app.domain.waves.definitions import (
    DefinitionFlawed,
    VersionTaken,
    all_newest,
    import_definition,
    newest,
)
from feedback_app.domain.waves.lifecycle import open_wave
from feedback_app.domain.waves.queries import survey_of, wave_by_id
from feedback_app.platform import clock
from surveys import DefinitionError, instrument_text, words_in

SHIPPED = instrument_text("voxy")
NEWER = SHIPPED.replace("version: 1\n", "version: 2\n", 1).replace("title: VOXY form", "title: VOXY", 1)


def test_the_shipped_definition_again_changes_nothing(session: Session) -> None:
    held = import_definition(session, "# a remark\n" + SHIPPED, by=None)

    assert not held.imported
    assert not newest(session, "voxy").imported


def test_another_wording_needs_a_higher_version(session: Session) -> None:
    with pytest.raises(VersionTaken, match="version: 2"):
        import_definition(session, SHIPPED.replace("title: VOXY form", "title: VOXY", 1), by=None)

    import_definition(session, NEWER, by=None)
    with pytest.raises(VersionTaken, match="version: 3"):
        import_definition(session, SHIPPED, by=None)


def test_an_open_wave_keeps_its_wording_and_the_next_has_the_new_one(session: Session) -> None:
    now = clock.now()
    old = open_wave(session, slug="voxy", opens_at=now - timedelta(days=3), days=2, by=None)
    import_definition(session, NEWER, by=None)
    new = open_wave(session, slug="voxy", opens_at=now, days=None, by=None)

    titles = [words_in(survey_of(wave_by_id(session, wave)).title, "en") for wave in (old, new)]
    assert titles == ["VOXY form", "VOXY"]
    assert [wave_by_id(session, wave).version for wave in (old, new)] == [1, 2]


def test_a_new_instrument_stands_beside_the_shipped_ones(session: Session) -> None:
    import_definition(session, SHIPPED.replace("slug: voxy", "slug: park-life", 1), by=None)

    assert [instrument.slug for instrument in all_newest(session)] == ["be-supported", "park-life", "voxy"]


def test_a_definition_that_cannot_be_judged_or_is_unwise_is_not_taken(session: Session) -> None:
    with pytest.raises(DefinitionError):
        import_definition(session, "slug: [", by=None)
    with pytest.raises(DefinitionFlawed, match="beside_text"):
        import_definition(
            session, without_line(NEWER.partition("\ntranslations:")[0], "beside_text:"), by=None
        )

    assert not newest(session, "voxy").imported


def without_line(text: str, beginning: str) -> str:
    """The text without the line that begins like this."""
    return "\n".join(line for line in text.split("\n") if not line.startswith(beginning))
