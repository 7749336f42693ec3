"""Any survey that could be judged, for property tests: every kind, setting, language and condition."""

from dataclasses import replace

from hypothesis import strategies as st

from surveys import (
    ENGLISH,
    AllOf,
    AnyOf,
    Condition,
    Face,
    HasWords,
    Is,
    Kind,
    Option,
    Question,
    Section,
    Survey,
)
from surveys.relevant import simplest

CODES = st.from_regex(r"[a-z][a-z0-9]{0,6}(_[a-z0-9]{1,4})?", fullmatch=True)
SIGNS = st.characters(exclude_categories=("Cs", "Cc", "Co", "Cn"), exclude_characters="\ufeff")
TEXTS = st.text(SIGNS, min_size=1, max_size=30).map(str.split).map(" ".join).filter(bool)
TAGS = st.lists(st.sampled_from(["pl", "ar", "en-x-easy"]), unique=True, max_size=2)


@st.composite
def words(draw: st.DrawFn, tags: list[str]) -> dict[str, str]:
    """English, and some of the other languages."""
    said = [tag for tag in tags if draw(st.booleans())]
    return {ENGLISH: draw(TEXTS), **{tag: draw(TEXTS) for tag in said}}


@st.composite
def options(draw: st.DrawFn, tags: list[str], kind: Kind) -> tuple[Option, ...]:
    """Two to four options that fit the kind."""
    is_scale = kind in (Kind.AGREE, Kind.FACES)
    found = []
    for place, code in enumerate(draw(st.lists(CODES, unique=True, min_size=2, max_size=4))):
        meaningful = place == 0 or draw(st.booleans())
        found.append(
            Option(
                code=code,
                text=draw(words(tags)),
                exclusive=kind is Kind.MULTIPLE and draw(st.booleans()),
                text_box=draw(st.booleans()),
                meaningful=meaningful,
                positive=place == 0 or (meaningful and draw(st.booleans())),
                face=draw(st.sampled_from(Face)) if is_scale and meaningful else None,
                picture=draw(st.just("") | CODES),
            )
        )
    return tuple(found)


def condition(earlier: list[Question]) -> st.SearchStrategy[Condition]:
    """A look at earlier questions, in groups within groups."""
    atoms: list[st.SearchStrategy[Condition]] = [
        st.lists(st.sampled_from([option.code for option in one.options]), unique=True, min_size=1).map(
            lambda codes, one=one: Is(question=one.code, options=tuple(codes))  # type: ignore[misc]
        )
        if one.is_choice
        else st.just(HasWords(question=one.code))
        for one in earlier
    ]
    grouped = st.recursive(
        st.one_of(atoms),
        lambda inner: st.builds(
            lambda kind, parts: kind(conditions=tuple(parts)),
            st.sampled_from([AnyOf, AllOf]),
            st.lists(inner, min_size=1, max_size=3),
        ),
        max_leaves=5,
    )
    return grouped.map(simplest)


@st.composite
def question(draw: st.DrawFn, code: str, tags: list[str], earlier: list[Question]) -> Question:
    """A question of any kind, with settings that fit it."""
    kind = draw(st.sampled_from(Kind))
    is_text = kind in (Kind.SHORT_TEXT, Kind.LONG_TEXT)
    asked = [one for one in earlier if one.kind is not Kind.INFORMATION]
    made = Question(
        code=code,
        kind=kind,
        text=draw(words(tags)),
        hint=draw(st.none() | words(tags)),
        most=draw(st.none() | st.integers(1, 100)) if kind is Kind.MULTIPLE else None,
        max_length=draw(st.integers(1, 10_000)) if is_text else None,
        shown_when=draw(st.none() | condition(asked)) if asked else None,
        outcome=draw(st.none() | st.just("safe.belonging")),
        coverage=draw(st.booleans()),
        purpose=draw(st.just("") | TEXTS),
        sensitive=draw(st.booleans()),
        quotable=is_text and draw(st.booleans()),
        in_index=kind is Kind.AGREE and draw(st.booleans()),
        no_opt_out_because=draw(st.just("") | TEXTS),
        picture=draw(st.just("") | CODES),
    )
    return replace(made, options=draw(options(tags, kind))) if made.is_choice else made


@st.composite
def surveys(draw: st.DrawFn) -> Survey:
    """A survey of one to three sections, some of its languages in translations, the rest in their place."""
    tags = draw(TAGS)
    translated = {tag: draw(st.just("") | TEXTS) for tag in tags if draw(st.booleans())}
    inline = [tag for tag in tags if tag not in translated and "-x-" not in tag]
    tags = [*translated, *inline]
    codes = draw(st.lists(CODES, unique=True, min_size=1, max_size=6))
    earlier: list[Question] = []
    for code in codes:
        earlier.append(draw(question(code, tags, earlier)))
    names = draw(st.lists(CODES, unique=True, min_size=1, max_size=min(3, len(codes))))
    cuts = sorted(
        draw(st.lists(st.integers(1, len(codes)), min_size=len(names) - 1, max_size=len(names) - 1))
    )
    bounds = list(zip([0, *cuts], [*cuts, len(codes)], strict=True))
    sections = [
        Section(
            code=name,
            title=draw(words(tags)),
            intro=draw(st.none() | words(tags)),
            questions=tuple(earlier[first:last]),
        )
        for name, (first, last) in zip(names, bounds, strict=True)
        if first < last
    ]
    private = [tag for tag in translated if "-x-" not in tag]
    return Survey(
        slug=draw(CODES).replace("_", "-"),
        version=draw(st.integers(1, 2_147_483_647)),
        title=draw(words(tags)),
        purpose=draw(words(tags)),
        intro=tuple(draw(st.lists(words(tags), max_size=2))),
        beside_text=draw(st.none() | words(tags)),
        minutes=draw(st.integers(1, 60)),
        languages=tuple(dict.fromkeys([ENGLISH, *inline, *private])),
        sections=tuple(sections),
        confirmed_by=translated,
    )
