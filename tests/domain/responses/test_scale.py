"""What pages and jobs ask of the responses stays on an index, however many there are."""

from sqlalchemy import select, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from feedback_app.domain.responses.models import Response
from feedback_app.domain.responses.queries import NOT_FOLDED, wave_of_waiting
from tests.factories.comments import make_response, make_wave


def plan(session: Session, statement: object) -> str:
    """How the database would find the rows, full scans made dear."""
    on_sqlite = session.get_bind().dialect.name == "sqlite"
    dialect = sqlite.dialect() if on_sqlite else postgresql.dialect()
    words = str(statement.compile(dialect=dialect, compile_kwargs={"literal_binds": True}))  # type: ignore[attr-defined]
    if not on_sqlite:
        session.execute(text("SET LOCAL enable_seqscan = off"))
    lines = session.execute(text(f"EXPLAIN {'QUERY PLAN ' if on_sqlite else ''}{words}"))
    return " ".join(str(row[-1]) for row in lines)


def test_what_waits_to_be_folded_is_found_by_the_partial_index(session: Session) -> None:
    wave_id = make_wave(session)
    for folded in [True] * 300 + [False]:
        make_response(session, wave_id, folded=folded)
    session.execute(text("ANALYZE"))

    assert "ix_response_unfolded" in plan(
        session, select(Response.id).where(wave_of_waiting == wave_id, NOT_FOLDED)
    )
    assert "ix_response_unfolded" in plan(session, select(Response.wave_id).where(NOT_FOLDED).distinct())
