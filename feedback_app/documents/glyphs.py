"""Characters that no font of this machine can draw: in the PDF their names stand in their place.

Which they are is learnt from the renderer, and remembered. What it says of them is kept out of every log, for
they are young people's.
"""

from __future__ import annotations

import logging
import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager

_undrawable: set[str] = set()
_RENDERER = logging.getLogger("weasyprint")
_CODE = re.compile(r"U\+([0-9A-F]{4,6})")
_INVISIBLE = {"Cc", "Cf", "Mn", "Cs", "Zs"}


class _Noting(logging.Handler):
    """Notes the characters that the renderer complains of."""

    def __init__(self) -> None:
        super().__init__()
        self.noted: set[str] = set()

    def emit(self, record: logging.LogRecord) -> None:
        self.noted |= {chr(int(code, 16)) for code in _CODE.findall(record.getMessage())}


@contextmanager
def undrawable_noted() -> Iterator[set[str]]:
    """While it lasts, what the renderer says goes nowhere but into this set of characters, and is remembered."""
    noting = _Noting()
    _RENDERER.addHandler(noting)
    _RENDERER.propagate = False
    try:
        yield noting.noted
    finally:
        _RENDERER.removeHandler(noting)
        _undrawable.update(noting.noted)


def named(text: str) -> str:
    """The text with the names of characters that are known not to be drawable: "[rainbow]"."""
    return text.translate({ord(character): _name(character) for character in tuple(_undrawable)})


def _name(character: str) -> str:
    if unicodedata.category(character) in _INVISIBLE:
        return ""
    return f"[{unicodedata.name(character, 'a sign').lower()}]"
