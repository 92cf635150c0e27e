"""A change that would mend broken relations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from lkipnb.audit.kaitan import Sel

TANPA_TANDA = 5  # the rank of a change that no slip of the hand speaks for
TERANG = -1  # the rank of what shows in the labels or at a second place too
LEMAH = 4  # the rank from which on a sign may be chance
TAK_DIKENAL = 9

Ubah = Mapping[Sel, Decimal | None]


@dataclass(frozen=True)
class Penjelasan:
    """A change, why it is believed, and how well: the lowest rank is best.

    `hapus` are budget rows that go.  `selip` says whether a known slip of the hand makes the print
    of the right value; `sisa` are the broken relations that it leaves broken.  `rival` are changes
    that explain as well or nearly so; `ragu` says that even alone it is no more than possible.
    What is `sekali` is told in one finding for all that it mends; `kode` are rows whose code is
    wrong.
    """

    sebab: str
    saran: str
    ubah: Ubah
    hapus: tuple[int, ...] = ()
    peringkat: int = TAK_DIKENAL
    selip: bool = False
    sisa: frozenset[int] = frozenset()
    rival: tuple[Penjelasan, ...] = ()
    ragu: bool = False
    sekali: bool = False
    kode: tuple[int, ...] = ()

    @property
    def bertanda(self) -> bool:
        """Whether more speaks for it than that the figures would fit."""
        return self.peringkat < TANPA_TANDA

    @property
    def lemah(self) -> bool:
        """Whether what speaks for it may be chance."""
        return self.peringkat >= LEMAH

    @property
    def yakin(self) -> bool:
        """Whether it is clearly better than every other."""
        return not self.rival and not self.ragu

    @property
    def urutan(self) -> tuple[int, int]:
        """What comes first: what mends most, then what a hand does most easily."""
        return len(self.sisa), self.peringkat
