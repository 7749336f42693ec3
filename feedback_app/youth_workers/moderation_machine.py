"""What the machine made of a comment, said as an estimate and never as a level of risk."""

from dataclasses import dataclass

from feedback_app.domain.moderation.records import CommentRecord
from feedback_app.youth_workers.moderation_words import (
    kind_words,
    language_words,
    listed,
    personal_words,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Because:
    """Something the machine noticed, and the words it rests on."""

    title: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MachineView:
    """The machine's reading, said as an estimate; its labels stand in a part of their own."""

    language: str
    noticed: tuple[Because, ...]


def covered_words(read_first: bool | None, kinds: tuple[str, ...]) -> str:
    """Why words are covered until asked for; "" where they are not."""
    if not read_first:
        return ""
    about = listed(tuple(kind_words(kind) for kind in kinds))
    return f"May be about {about}" if about else "May need somebody soon"


def machine_view(comment: CommentRecord) -> MachineView | None:
    """The machine's reading of a comment; None until there is one."""
    found = comment.finding
    if found is None:
        return None
    noticed = [
        Because(title=covered_words(found.read_first, found.kinds), words=_quoted(found.because))
        if found.read_first
        else None,
        *(
            Because(
                title=f"May show who somebody is: {personal_words(span.kind)}",
                words=_quoted((comment.text[span.start : span.end],)),
            )
            for span in found.personal
        ),
        Because(title="May be abusive", words="") if found.abusive else None,
    ]
    return MachineView(
        language=language_words(found.language),
        noticed=tuple(one for one in noticed if one is not None),
    )


def _quoted(phrases: tuple[str, ...]) -> str:
    return ", ".join(f"“{phrase}”" for phrase in phrases)
