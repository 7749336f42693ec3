"""Pages kept ready take bounded room, and those that are read stay."""

from feedback_app.questionnaire.kept_page import HOLE, KeptPage, KeptPages, keep


def page(words: str) -> KeptPage:
    return keep(f"{words}{HOLE}")


def test_a_page_is_made_once() -> None:
    kept: KeptPages[str] = KeptPages(most=2)
    made: list[str] = []

    def make() -> KeptPage:
        made.append("once")
        return page("a")

    assert kept.page("a", make) is kept.page("a", make)
    assert made == ["once"]


def test_the_page_that_was_asked_for_the_longest_ago_gives_way() -> None:
    kept: KeptPages[str] = KeptPages(most=3)
    first = kept.page("usual", lambda: page("usual"))

    for number in range(500):
        kept.page(f"odd {number}", lambda: page("odd"))
        assert kept.page("usual", lambda: page("made anew")) is first
        assert len(kept) <= 3
