"""A change that would mend broken relations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from lkipnb.audit.kaitan import Sel

TANPA_TANDA = 5  # the rank of a change that no slip of the hand speaks for
TAK_DIKENAL = 9

Ubah = Mapping[Sel, Decimal | None]


@dataclass(frozen=True)
class Penjelasan:
    """A change, why it is believed, and how well: 0 is best.

    `hapus` are budget rows that go.  `selip` says whether a known slip of the hand makes the print
    of the right value; `sisa` are the broken relations that it leaves broken.
    """

    sebab: str
    saran: str
    ubah: Ubah
    hapus: tuple[int, ...] = ()
    peringkat: int = TAK_DIKENAL
    selip: bool = False
    sisa: frozenset[int] = frozenset()

    @property
    def urutan(self) -> tuple[int, int]:
        """What comes first: what mends most, then what a hand does most easily."""
        return len(self.sisa), self.peringkat
