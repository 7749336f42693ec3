"""Words that hide from filters: k1ll, su!cide, r*pe, s e l f h a r m. Read as what they say."""

from __future__ import annotations

import re

from analysis.text.folding import word_set

#: The words worth unmasking. Anything else that holds digits or signs stays as it is.
_WORDS = word_set(
    "kill killed killing killer kms kys suicide suicidal unalive die dying dead death end self harm harming harmed cut cuts cutting "
    "myself yourself himself herself rape raped rapist abuse abused abusive abuser hit hits hitting beat beats beating beaten hurt "
    "hurts hurting touch touches touched touching nudes nude naked sex sexual drugs weed drunk alcohol knife stab stabbed gun shoot "
    "groom groomed grooming bully bullied bullying starve starving purge anorexia bulimia overdose od hang hanging blade razor "
    "want to my i he she dad mum me him her life bitch fuck fucking shit cunt slut whore hate nigger faggot fag paki retard "
    "suicides threatened threat homeless wanna feel like the a of in and is was it do not dont on"
)
_PRIVATE = word_set(
    "want to my i he she dad mum me him her life the a of in and is was it do not dont on end feel like"
)
_WORTH = _WORDS - _PRIVATE
_SIGNS = str.maketrans(
    {"1": "i", "!": "i", "3": "e", "0": "o", "@": "a", "4": "a", "$": "s", "5": "s", "7": "t", "|": "l"}
)
_SIGNS_AS_L = str.maketrans(
    {"1": "l", "!": "l", "3": "e", "0": "o", "@": "a", "4": "a", "$": "s", "5": "s", "7": "t", "|": "l"}
)
_MASKED = re.compile(r"(?<![^\s(\"'])[a-z!@$*#0-9|]{2,20}(?![^\s.,?!)\"':;])")
_SPACED = re.compile(r"(?<![^\W_])[a-z](?:[\s.\-_*]{1,2}[a-z](?![^\W_])){2,59}")
_BY_LENGTH: dict[int, tuple[str, ...]] = {
    length: tuple(sorted(word for word in _WORTH if len(word) == length)) for length in range(3, 12)
}

Piece = tuple[str, int, int]


def unmask(plain: str, pieces: list[Piece]) -> list[Piece]:
    """The pieces of a lower-case text with disguised ones replaced by the words they hide; offsets stay true."""
    found = sorted(_masked(plain) + _spaced(plain), key=lambda piece: (piece[1], -piece[2]))
    if not found:
        return pieces
    kept: list[Piece] = []
    end_of_last = 0
    for piece in found:
        if piece[1] >= end_of_last or (kept and kept[-1][1:] == piece[1:]):
            kept.append(piece)
            end_of_last = piece[2]
    return _merge(pieces, kept)


def _merge(pieces: list[Piece], found: list[Piece]) -> list[Piece]:
    merged: list[Piece] = []
    spans = iter([*dict.fromkeys((start, end) for _, start, end in found), (1 << 62, 1 << 62)])
    start, end = next(spans)
    for piece in pieces:
        while piece[1] >= end:
            start, end = next(spans)
        if piece[2] <= start:
            merged.append(piece)
    return sorted(merged + found, key=lambda piece: piece[1])


def _masked(plain: str) -> list[Piece]:
    found: list[Piece] = []
    for match in _MASKED.finditer(plain):
        raw = match.group().rstrip("!")
        if raw.isalpha() or raw.isdigit() or not any(letter.isalpha() for letter in raw):
            continue
        for read in (raw.translate(_SIGNS), raw.translate(_SIGNS_AS_L)):
            word = read if read in _WORTH else _starred(read)
            if word:
                found.append((word, match.start(), match.start() + len(raw)))
                break
    return found


def _starred(read: str) -> str | None:
    if not ("*" in read or "#" in read) or sum(letter.isalpha() for letter in read) < 2:
        return None
    pairs = _BY_LENGTH.get(len(read), ())
    return next(
        (word for word in pairs if all(a in ("*", "#", b) for a, b in zip(read, word, strict=True))), None
    )


def _spaced(plain: str) -> list[Piece]:
    found: list[Piece] = []
    for match in _SPACED.finditer(plain):
        letters = [
            (letter, match.start() + at) for at, letter in enumerate(match.group()) if letter.isalpha()
        ]
        words = _split("".join(letter for letter, _ in letters))
        if not any(word in _WORTH for word in words):
            continue
        at = 0
        for word in words:
            found.append((word, letters[at][1], letters[at + len(word) - 1][1] + 1))
            at += len(word)
    return found


def _split(joined: str) -> list[str]:
    """The fewest known words that make up the letters; nothing where they do not."""
    best: list[list[str] | None] = [[]] + [None] * len(joined)
    for end in range(1, len(joined) + 1):
        for start in range(max(0, end - 10), end):
            before, word = best[start], joined[start:end]
            if before is not None and word in _WORDS:
                current = best[end]
                if current is None or len(before) + 1 < len(current):
                    best[end] = [*before, word]
    return best[-1] or []
