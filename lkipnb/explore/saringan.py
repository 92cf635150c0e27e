"""The budget as an analyst asks for it: lines that meet some conditions, in an order, and their
total.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from lkipnb.calculate.serapan import jumlah_baris, pohon
from lkipnb.model import BarisAnggaran, Realisasi

SUSUNAN = ""  # in the order of the codes: each line below the one that it is a part of
URUTAN = ("pagu_rp", "realisasi_rp", "sisa_rp", "serapan_persen", "uraian")
Batas = tuple[Decimal | None, Decimal | None]
TANPA_BATAS: Batas = (None, None)
Lines = Sequence[BarisAnggaran]


@dataclass(frozen=True)
class Saringan:
    """What lines are wanted.

    `teks` stands somewhere in code or name, whatever its capitals; `jenjang` and `sumber_dana` are
    as they are told, empty for any; `program` are codes of programmes, none for any; `serapan` in
    percent and `sisa` in rupiah are bounds that both belong to it.  A line that does not know a
    number meets no bound on it.
    """

    teks: str = ""
    jenjang: str = ""
    sumber_dana: str = ""
    program: tuple[str, ...] = ()
    serapan: Batas = TANPA_BATAS
    sisa: Batas = TANPA_BATAS

    def cocok(self, line: BarisAnggaran) -> bool:
        """Whether a line meets every condition."""
        wanted = self.teks.casefold()
        return (
            (wanted in line.uraian.casefold() or wanted in line.kode_rekening.casefold())
            and self.jenjang in ("", line.jenjang)
            and self.sumber_dana in ("", line.sumber_dana)
            and (not self.program or line.program in self.program)
            and _within(line.serapan_persen, self.serapan)
            and _within(line.sisa_rp, self.sisa)
        )


@dataclass(frozen=True)
class Tersaring:
    """The lines that are shown, and the sums of the lowest lines among and below them, each once.

    `semua` says that nothing was left out.
    """

    baris: tuple[BarisAnggaran, ...]
    jumlah: Realisasi
    semua: bool


def saring(
    lines: Lines, saringan: Saringan, urutan: str = SUSUNAN, *, menurun: bool = True
) -> Tersaring:
    """The wanted lines in the order of the column `urutan` (`SUSUNAN`, or one of `URUTAN`); a line
    without a value last.
    """
    found = [line for line in lines if saringan.cocok(line)]
    total = jumlah_baris(_lowest(lines, found))
    return Tersaring(_ordered(found, urutan, menurun), total, len(found) == len(lines))


def _within(value: Decimal | None, bounds: Batas) -> bool:
    low, high = bounds
    if low is None and high is None:
        return True
    if value is None:
        return False
    return (low is None or value >= low) and (high is None or value <= high)


def _lowest(lines: Lines, found: Lines) -> list[BarisAnggaran]:
    """The lines without lines below them among and below those that are shown."""
    tree = pohon(lines)
    codes = set().union(*(tree.terbawah(line.kode_rekening) for line in found))
    return [line for line in lines if line.kode_rekening in codes]


def _ordered(found: Lines, urutan: str, menurun: bool) -> tuple[BarisAnggaran, ...]:
    if urutan == SUSUNAN:
        return tuple(found)
    known = [line for line in found if getattr(line, urutan) is not None]
    rest = [line for line in found if getattr(line, urutan) is None]
    known.sort(key=lambda line: getattr(line, urutan), reverse=menurun)
    return (*known, *rest)
