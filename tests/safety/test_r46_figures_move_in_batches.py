"""SAFETY R-46: one to nine new answers change no figure; the tenth does."""

from datetime import UTC, datetime

from sqlalchemy.orm import Session

from analysis.figures.suppression import protect
from feedback_app.domain.findings.cells import cells_of
from feedback_app.domain.responses.folding import fold
from feedback_app.domain.responses.queries import counts
from surveys import instrument_text, load
from tests.factories.comments import make_response, make_wave

NOW = datetime(2026, 3, 20, 12, tzinfo=UTC)
QUESTION = load(instrument_text("be-supported")).question("believed")


def test_nine_show_nothing_and_ten_show_together(session: Session) -> None:
    wave_id = make_wave(
        session, opens_at=datetime(2026, 3, 1, tzinfo=UTC), closes_at=datetime(2026, 3, 29, tzinfo=UTC)
    )

    def published() -> str:
        fold(session, now=NOW, read_by_machine=cells_of)
        return repr(protect(counts(session, wave_id).table(QUESTION)))

    for _ in range(60):
        make_response(session, wave_id, chosen={"believed": ["agree"]})
    before = published()
    for _ in range(9):
        make_response(session, wave_id, chosen={"believed": ["disagree"]})
        assert published() == before
    make_response(session, wave_id, chosen={"believed": ["disagree"]})

    assert published() != before
