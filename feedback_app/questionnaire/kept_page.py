"""A page kept ready, plain and compressed, with one hole for what differs each time."""

import struct
import zlib
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from threading import Lock
from typing import Generic, TypeVar

HOLE = "\N{OBJECT REPLACEMENT CHARACTER}hole\N{OBJECT REPLACEMENT CHARACTER}"
_GZIP_HEADER = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"
_LONGEST_BLOCK = 65_535

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPage:
    """The page before and after its hole, as it is and deflated; one gzip member is joined from the parts.

    The part before ends in a full flush, the hole travels as a stored block, so a request compresses nothing.
    """

    before: bytes
    after: bytes
    packed_before: bytes
    packed_after: bytes
    crc_before: int

    def plain(self, hole: bytes) -> bytes:
        """The page with its hole filled."""
        return b"".join((self.before, hole, self.after))

    def packed(self, hole: bytes) -> bytes:
        """The same as one gzip member; the hole may have up to 65,535 bytes."""
        if len(hole) > _LONGEST_BLOCK:
            raise ValueError("the hole of a kept page is too long")
        crc = zlib.crc32(self.after, zlib.crc32(hole, self.crc_before))
        length = len(self.before) + len(hole) + len(self.after)
        stored = struct.pack("<BHH", 0, len(hole), len(hole) ^ 0xFFFF)
        trailer = struct.pack("<II", crc, length & 0xFFFFFFFF)
        return b"".join((_GZIP_HEADER, self.packed_before, stored, hole, self.packed_after, trailer))


class KeptPages(Generic[Key]):
    """As many pages as may be kept at once; the one that was not asked for the longest gives way."""

    def __init__(self, *, most: int) -> None:
        self._most = most
        self._pages: OrderedDict[Key, KeptPage] = OrderedDict()
        self._lock = Lock()

    def page(self, key: Key, make: Callable[[], KeptPage]) -> KeptPage:
        """The page of this key; made, outside the lock, where it is not kept."""
        with self._lock:
            if key in self._pages:
                self._pages.move_to_end(key)
                return self._pages[key]
        made = make()
        with self._lock:
            self._pages[key] = made
            while len(self._pages) > self._most:
                self._pages.popitem(last=False)
        return made

    def __len__(self) -> int:
        return len(self._pages)


def keep(html: str) -> KeptPage:
    """Keep a rendered page that bears HOLE once. Raises ValueError where it does not."""
    before, hole, after = html.partition(HOLE)
    if not hole or HOLE in after:
        raise ValueError("a kept page has exactly one hole")
    first, last = before.encode(), after.encode()
    return KeptPage(
        before=first,
        after=last,
        packed_before=_deflate(first, zlib.Z_FULL_FLUSH),
        packed_after=_deflate(last, zlib.Z_FINISH),
        crc_before=zlib.crc32(first),
    )


def _deflate(content: bytes, end: int) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(content) + packer.flush(end)
