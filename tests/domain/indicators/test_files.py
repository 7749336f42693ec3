"""The register goes out to a file and comes back the same; a file is taken in whole or not at all."""

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy.orm import Session

from feedback_app.documents.csv import register_csv
from feedback_app.domain.indicators.exporting import export_lines
from feedback_app.domain.indicators.importing import FileRefused, Imported, import_file
from feedback_app.domain.indicators.kinds import Availability, Rag
from feedback_app.domain.indicators.models import Indicator, IndicatorValue, RagOverride
from feedback_app.domain.indicators.plan import save_plan
from feedback_app.domain.indicators.queries import indicators, values_of
from feedback_app.domain.indicators.record import correct_value, override_rag, set_availability
from feedback_app.platform.spreadsheets import plain
from tests.factories.board import PLAN, make_indicator, make_value, value


def taken(session: Session, text: str) -> Imported:
    """What a file brings."""
    return import_file(session, text.encode(), by=None, unwrap=plain)


def refusal(session: Session, text: str) -> list[tuple[int, str]]:
    """Line and column of what is wrong in a file."""
    with pytest.raises(FileRefused) as refused:
        taken(session, text)
    return [(one.line, one.column) for one in refused.value.problems]


def filled(session: Session) -> None:
    """A register with everything in it that a register can have."""
    save_plan(session, PLAN)
    indicator = make_indicator(
        session,
        number="1.10",
        wording="=SUM(A1) “quoted”, with a comma\nand a second line",
        outcome_codes=("supported.listened",),
        priority_code="supported",
        unit="%",
        target=Decimal("-3.50"),
        baseline=Decimal("1.0"),
        baseline_on=date(2019, 4, 1),
    )
    wrong = make_value(session, indicator, "2020-11", "-41", note="@first")
    correct_value(session, wrong, value("2020-11", "-3", known_on=date(2021, 2, 1)), by=None)
    make_value(session, indicator, "2020/21 Q3", "7", judged_by="A person", recovers=False)
    set_availability(session, indicator, Availability.SUSPENDED, since=date(2020, 3, 1), reason="-", by=None)
    override_rag(session, indicator, Rag.AMBER, period="2020-11", because="Why", on=date(2021, 1, 1), by=None)
    make_indicator(session, number="2")
    session.flush()


def emptied(session: Session) -> None:
    """The same database with an empty register."""
    for table in (RagOverride, IndicatorValue, Indicator):
        session.query(table).delete()
    session.expire_all()


def test_what_goes_out_comes_back_the_same(session: Session) -> None:
    filled(session)
    before = export_lines(session)
    text = register_csv(before)
    emptied(session)

    brought = taken(session, text)

    assert (brought.indicators_added, brought.values_added, brought.values_corrected) == (2, 2, 1)
    assert export_lines(session) == before


def test_taking_an_export_in_again_changes_nothing(session: Session) -> None:
    filled(session)
    before = export_lines(session)

    brought = taken(session, register_csv(before))

    assert (brought.indicators_added, brought.indicators_changed) == (0, 0)
    assert (brought.values_added, brought.values_corrected) == (0, 0)
    assert export_lines(session) == before


def test_columns_are_known_by_other_names_too(session: Session) -> None:
    text = "Indicator ID,Indicator Name,Time period,Value,Area Name\n93,Waiting,2019/20,41 %,Oxfordshire\n"

    brought = taken(session, text)

    assert brought.unused_columns == ("Area Name",)
    (indicator,) = indicators(session)
    (one,) = values_of(session)[indicator.id]
    assert (indicator.facts.wording, one.facts.period.words, one.facts.value) == (
        "Waiting",
        "the year 2019/20",
        Decimal(41),
    )


def test_another_value_of_a_period_is_its_correction(session: Session) -> None:
    taken(session, "number,wording,period,value\n1,W,2020-11,10\n")

    brought = taken(session, "number,wording,period,value\n1,W,2020-11,11\n")

    assert (brought.values_added, brought.values_corrected) == (0, 1)


def test_a_file_with_one_wrong_line_brings_nothing(session: Session) -> None:
    text = "number,wording,period,value,good_is\n1,Good,2020-11,10,\n2,,never,x,sideways\n3,Good,2020-12,,\n"

    assert refusal(session, text) == [
        (3, "wording"),
        (3, "good_is"),
        (3, "period"),
        (3, "value"),
        (4, "value"),
    ]
    assert indicators(session) == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", [(1, "file")]),
        ("wording\nW\n", [(1, "number")]),
        ("number,wording,Indicator Name\n1,W,W\n", [(1, "wording")]),
        ('number,wording\n1,"not closed\n', [(1, "file")]),
        ("number,wording\n1,W,too many\n", [(2, "line")]),
        ("number,wording\n1,W\n1,Another\n", [(3, "number")]),
        ("number,wording,outcomes\n1,W,no.such\n", [(2, "outcomes")]),
        ("number,wording,value\n1,W,5\n", [(2, "period")]),
        ("number,wording,tolerance\n1,W,-1\n", [(2, "tolerance")]),
        ("number,wording,status_by_hand\n1,W,red\n", [(2, "status_reason")]),
    ],
)
def test_what_is_wrong_is_said_by_line(session: Session, text: str, found: list[tuple[int, str]]) -> None:
    assert refusal(session, text) == found


def test_what_is_no_text_is_refused_in_words(session: Session) -> None:
    with pytest.raises(FileRefused, match="CSV UTF-8"):
        import_file(session, b"PK\x03\x04\xff\xfe", by=None)
    with pytest.raises(FileRefused, match="2 MB"):
        import_file(session, b"n" * 2_000_001, by=None)
