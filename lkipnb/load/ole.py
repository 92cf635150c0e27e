"""A stream of an OLE2 container, which a binary .xls is, read in bounded time whatever its tables
of sectors claim.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence

from lkipnb.load.ditolak import BROKEN, Ditolak

SIGNATURE = bytes.fromhex("d0cf11e0a1b11ae1")
_HEADER = 512
_ENTRY = 128  # bytes of one entry of the directory
_MINI = 64  # bytes of a sector of the short streams
_LAST = 0xFFFFFFFA  # numbers from here on are no sectors
_IN_HEADER = 109  # sectors of the table of sectors that the header lists itself
_STREAM, _ROOT = 2, 5


def aliran(content: bytes, names: Sequence[str]) -> bytes | None:
    """The first stream with one of the names; None when there is none.  Raises Ditolak for a
    container whose sectors do not hold together.
    """
    try:
        return _Wadah(content).aliran(names)
    except (struct.error, IndexError, ValueError) as error:
        raise Ditolak(BROKEN) from error


class _Wadah:
    def __init__(self, content: bytes) -> None:
        self.content = content
        shift = self._short(30)
        if content[:8] != SIGNATURE or shift not in (9, 12):
            raise Ditolak(BROKEN)
        self.size = 1 << shift
        self.next = self._table(self._list_of_tables())
        self.directory = self._joined(self._long(48))

    def aliran(self, names: Sequence[str]) -> bytes | None:
        entries = [self._entry(at) for at in range(0, len(self.directory) - _ENTRY + 1, _ENTRY)]
        for name, kind, start, length in entries:
            if kind == _STREAM and name in names:
                is_short = length < self._long(56)
                return (self._short_stream(start) if is_short else self._joined(start))[:length]
        return None

    def _entry(self, at: int) -> tuple[str, int, int, int]:
        length, kind = struct.unpack_from("<HB", self.directory, at + 64)
        name = self.directory[at : at + max(min(length, 64) - 2, 0)].decode("utf-16-le")
        start, size = struct.unpack_from("<II", self.directory, at + 116)
        return name, kind, start, size

    def _short_stream(self, start: int) -> bytes:
        _, kind, root, _ = self._entry(0)
        if kind != _ROOT:
            raise Ditolak(BROKEN)
        whole = self._joined(root)
        following = self._table(self._chain(self._long(60), self.next))
        sectors = self._chain(start, following)
        return b"".join(whole[at * _MINI : (at + 1) * _MINI] for at in sectors)

    def _list_of_tables(self) -> list[int]:
        """The sectors that hold the table of sectors: those of the header, then of its lists."""
        listed = list(struct.unpack_from(f"<{_IN_HEADER}I", self.content, 76))
        at = self._long(68)
        for _ in range(min(self._long(72), len(self.content) // self.size)):
            if at >= _LAST:
                break
            *more, at = self._table([at])
            listed += more
        tables = [sector for sector in listed if sector < _LAST]
        if len(set(tables)) < len(tables):
            raise Ditolak(BROKEN)
        return tables

    def _table(self, sectors: Sequence[int]) -> list[int]:
        joined = b"".join(map(self._sector, sectors))
        return list(struct.unpack(f"<{len(joined) // 4}I", joined))

    def _joined(self, start: int) -> bytes:
        return b"".join(map(self._sector, self._chain(start, self.next)))

    def _chain(self, start: int, following: Sequence[int]) -> list[int]:
        """The sectors of a stream in their order, none of them twice."""
        chain: list[int] = []
        at = start
        while at < _LAST:
            if len(chain) > len(following):
                raise Ditolak(BROKEN)
            chain.append(at)
            at = following[at]
        return chain

    def _sector(self, number: int) -> bytes:
        """A whole sector; a file that was cut off has no last one."""
        begin = max(_HEADER, self.size) + number * self.size
        found = self.content[begin : begin + self.size]
        if len(found) < self.size:
            raise Ditolak(BROKEN)
        return found

    def _short(self, at: int) -> int:
        return int(struct.unpack_from("<H", self.content, at)[0])

    def _long(self, at: int) -> int:
        return int(struct.unpack_from("<I", self.content, at)[0])
