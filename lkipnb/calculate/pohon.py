"""Lines one below another, in one tree for all who ask: budgets, exports, audits."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from lkipnb.calculate.rekening import Ruas, induk

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True)
class Pohon(Generic[K]):
    """What stands right above each line, and what right below it; below None what stands at the
    top.
    """

    di_atas: Mapping[K, K | None]
    di_bawah: Mapping[K | None, tuple[K, ...]]

    @staticmethod
    def bercabang(di_atas: Mapping[K, K | None]) -> dict[K | None, tuple[K, ...]]:
        """What stands right below each line, from what stands above each."""
        below: dict[K | None, list[K]] = {}
        for line, above in di_atas.items():
            below.setdefault(above, []).append(line)
        return {above: tuple(lines) for above, lines in below.items()}

    def garis(self, line: K) -> Iterator[K]:
        """The line, then all above it, the nearest first."""
        at: K | None = line
        while at is not None:
            yield at
            at = self.di_atas[at]

    def terbawah(self, line: K) -> set[K]:
        """The lines without lines below them that stand below a line; the line itself when it is
        one.
        """
        below = self.di_bawah.get(line, ())
        if not below:
            return {line}
        return set().union(*map(self.terbawah, below))

    def di_bawah_semua(self, line: K) -> set[K]:
        """The line and all that stand below it."""
        below = self.di_bawah.get(line, ())
        return {line}.union(*map(self.di_bawah_semua, below))

    def rinci(self) -> list[K]:
        """The lines without lines below them."""
        return [line for line in self.di_atas if line not in self.di_bawah]


def di_atas(codes: Mapping[K, Ruas]) -> dict[K, K | None]:
    """The line above each line: that with the longest code that begins its own; of a code that
    stands twice, the first.
    """
    first: dict[Ruas, K] = {}
    for line, code in codes.items():
        first.setdefault(code, line)
    above = {line: induk(code, first) for line, code in codes.items()}
    return {line: None if code is None else first[code] for line, code in above.items()}
