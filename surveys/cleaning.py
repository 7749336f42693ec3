"""What a young person wrote, made safe to keep: cleaned and counted, never refused."""

import re
import unicodedata

_LINE_ENDS = re.compile("\r\n?|[\u2028\u2029]")
_REMOVED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_UNSTORABLE = re.compile("[\ud800-\udfff\ufffe\uffff]")
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_LONGEST_COMPOSED = 4  # no character of NFC takes more than four when taken apart


def clean_text(text: str, *, most: int) -> str:
    """The text in NFC with line ends as one newline, without control and bidirectional characters.

    Lone surrogates and characters that no file format can hold become U+FFFD. A text that could not fit
    into `most` characters however it is composed is left uncomposed: composing it could take long.
    """
    text = _LINE_ENDS.sub("\n", text)
    text = _REMOVED.sub("", text)
    if text.isascii():
        return text
    text = _UNSTORABLE.sub(_REPLACEMENT, text)
    if len(text) > most * _LONGEST_COMPOSED:
        return text
    return unicodedata.normalize("NFC", text)
