"""Where indicators are green and young people say otherwise: from published figures alone, and never wrongly."""

from hypothesis import given
from hypothesis import strategies as st

from analysis.figures.contrast import Contrast, Verdict, VoiceShare, contrast, voice_share
from analysis.figures.counts import RawGrid, RawGridRow, wilson
from analysis.figures.rag import Rag
from analysis.figures.suppression import SafeGridRow, protect_grid, protect_grid_around

COLUMNS = ("negative", "neutral", "positive", "not scored")
CELLS = st.tuples(*(st.integers(0, 120) for _ in COLUMNS))
RAGS = st.sets(st.sampled_from(list(Rag)))


def published(counts: tuple[int, ...]) -> SafeGridRow:
    raw = RawGrid(title="t", columns=COLUMNS, rows=(RawGridRow(label="an outcome", counts=counts),))
    return protect_grid_around(raw, "negative").rows[0]


def both(counts: tuple[int, ...]) -> tuple[VoiceShare, VoiceShare]:
    row = published(counts)
    return voice_share(row, COLUMNS, "negative"), voice_share(row, COLUMNS, "positive")


@given(CELLS)
def test_most_is_never_said_of_half_or_fewer(counts: tuple[int, ...]) -> None:
    negative, _ = both(counts)

    if negative.verdict is Verdict.MOST:
        assert 2 * counts[0] > sum(counts)
        assert sum(counts) >= 10


@given(CELLS, st.tuples(*(st.integers(-2, 2) for _ in COLUMNS)))
def test_the_verdict_rests_on_what_is_published_alone(one: tuple[int, ...], moved: tuple[int, ...]) -> None:
    other = tuple(max(0, count + step) for count, step in zip(one, moved, strict=True))

    assert published(one) != published(other) or both(one) == both(other)


@given(CELLS)
def test_a_true_count_of_a_few_is_never_given(counts: tuple[int, ...]) -> None:
    negative, _ = both(counts)

    assert negative.count not in range(1, 8)
    assert (negative.interval is None) == (negative.count is None)
    if negative.count is not None:
        assert negative.count % 5 == 0
        assert negative.base is not None
        assert negative.interval == wilson(negative.count, negative.base)


@given(CELLS, RAGS)
def test_green_is_pointed_out_only_where_most_say_it_is_bad(counts: tuple[int, ...], rags: set[Rag]) -> None:
    negative, positive = both(counts)

    found = contrast(negative, positive, rags)

    assert (found is Contrast.GREEN_BUT_BAD) == (Rag.GREEN in rags and negative.verdict is Verdict.MOST)
    if found is Contrast.RED_BUT_GOOD:
        assert Rag.RED in rags
        assert 2 * counts[2] > sum(counts)


@given(st.tuples(*(st.integers(0, 2) for _ in COLUMNS)), RAGS)
def test_one_voice_more_in_a_small_group_says_nothing(counts: tuple[int, ...], rags: set[Rag]) -> None:
    more = (counts[0] + 1, *counts[1:])

    assert contrast(*both(counts), rags) is contrast(*both(more), rags) is Contrast.NONE


def test_all_of_twenty_say_it_is_bad() -> None:
    negative, positive = both((20, 0, 0, 0))

    assert negative.in_words == "almost all"
    assert negative.count is None
    assert contrast(negative, positive, {Rag.GREEN, Rag.AMBER}) is Contrast.GREEN_BUT_BAD
    assert contrast(negative, positive, {Rag.AMBER}) is Contrast.NONE


def test_eleven_of_twenty_may_be_chance() -> None:
    negative, positive = both((11, 0, 0, 9))

    assert negative.verdict is not Verdict.MOST
    assert contrast(negative, positive, {Rag.GREEN}) is Contrast.NONE


def test_red_beside_praise_is_said_as_well() -> None:
    negative, positive = both((10, 10, 60, 0))

    assert contrast(negative, positive, {Rag.RED, Rag.GREEN}) is Contrast.RED_BUT_GOOD
    assert positive.share_percent == 75


def test_a_row_that_would_hide_the_share_is_split_in_two_and_no_further() -> None:
    counts = (16, 3, 12, 0)
    row = published(counts)
    raw = RawGrid(title="t", columns=COLUMNS, rows=(RawGridRow(label="an outcome", counts=counts),))

    assert protect_grid(raw).rows[0].cells[2].is_protected
    assert row.base.text == "30"


@given(CELLS)
def test_a_row_split_in_two_shows_one_number_and_leaves_every_other_cell_open(
    counts: tuple[int, ...],
) -> None:
    raw = RawGrid(title="t", columns=COLUMNS, rows=(RawGridRow(label="an outcome", counts=counts),))
    whole, row = protect_grid(raw).rows[0], published(counts)

    if row == whole:
        return
    assert [cell.text for cell in row.cells[1:]] == ["not shown"] * 3
    assert sum(counts) - counts[0] >= 8 or row.cells[0].text in ("almost all", "most")
    assert counts[0] >= 8


def test_most_of_twenty_five_is_enough_and_of_fifteen_is_not() -> None:
    assert both((21, 4, 0, 0))[0].in_words == "most"
    assert both((21, 4, 0, 0))[0].verdict is Verdict.MOST
    assert both((11, 4, 0, 0))[0].verdict is not Verdict.MOST
