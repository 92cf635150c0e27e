"""Figures that follow from others: a printed cell and the cells that give it.

Every arithmetic rule of the audit says its relations in this form, so that one search can look for
the smallest change that makes all of them hold.  `sebab` and `saran` are told of a breach that no
slip of the hand explains.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from typing import NamedTuple


class Sel(NamedTuple):
    """A cell: table, row in the file, column."""

    tabel: str
    baris: int
    kolom: str


Nilai = Mapping[Sel, Decimal | None]
DUA_DESIMAL = Decimal("0.01")
SELISIH_PEMBULATAN = "beda satu angka desimal terakhir, akibat pembulatan"
COCOKKAN = "cocokkan dengan dokumen sumbernya"


class _Menurut:
    """A printed cell, `utama`, and what follows for it from others."""

    utama: Sel

    def hasil(self, nilai: Nilai) -> Decimal | None:
        """What follows, exact; None as soon as a cell that is needed is unknown."""
        raise NotImplementedError

    def bandingan(self, nilai: Nilai) -> tuple[Decimal, Decimal] | None:
        """What is printed and what follows; None when one of them cannot be told."""
        printed, computed = nilai.get(self.utama), self.hasil(nilai)
        if printed is None or computed is None:
            return None
        return printed, computed

    def berlaku(self, nilai: Nilai) -> bool | None:
        """Whether the relation holds, to the decimals that are printed; None when it cannot be
        told.
        """
        pair = self.bandingan(nilai)
        if pair is None:
            return None
        printed, computed = pair
        return bulat(computed, printed) == printed


@dataclass(frozen=True)
class Jumlah(_Menurut):
    """`utama` equals the sum of the parts, each times its factor."""

    aturan: str
    tingkat: str
    utama: Sel
    bagian: tuple[tuple[Sel, Decimal], ...]
    pesan: str
    sebab: str = ""
    saran: str = COCOKKAN

    @property
    def sel(self) -> tuple[Sel, ...]:
        return (self.utama, *(cell for cell, _ in self.bagian))

    def hasil(self, nilai: Nilai) -> Decimal | None:
        return _total(self.bagian, nilai)

    def seharusnya(self, sel: Sel, nilai: Nilai) -> Decimal | None:
        """The value of one of its cells that would make it hold, the others as they are."""
        if sel == self.utama:
            return self._sebagai_jumlah(nilai)
        factor = next((f for cell, f in self.bagian if cell == sel), None)
        rest = _total([part for part in self.bagian if part[0] != sel], nilai)
        printed = nilai.get(self.utama)
        if not factor or printed is None or rest is None:
            return None
        return (printed - rest) / factor

    def _sebagai_jumlah(self, nilai: Nilai) -> Decimal | None:
        computed = self.hasil(nilai)
        if computed is None:
            return None
        return bulat(computed, nilai.get(self.utama) or computed)


def _total(parts: Iterable[tuple[Sel, Decimal]], nilai: Nilai) -> Decimal | None:
    total = Decimal(0)
    for cell, factor in parts:
        value = nilai.get(cell)
        if value is None:
            return None
        total += value * factor
    return total


@dataclass(frozen=True)
class HasilBagi(_Menurut):
    """`utama` equals numerator over denominator times a factor, to the decimals that are
    printed.

    It is `terbuka` where each of the three may be the wrong one: then nothing is proposed alone.
    """

    aturan: str
    tingkat: str
    utama: Sel
    pembilang: Sel
    penyebut: Sel
    faktor: Decimal
    pesan: str
    sebab: str = ""
    saran: str = COCOKKAN
    terbuka: bool = False

    @property
    def sel(self) -> tuple[Sel, ...]:
        return (self.utama, self.pembilang, self.penyebut)

    def hasil(self, nilai: Nilai) -> Decimal | None:
        above, below = nilai.get(self.pembilang), nilai.get(self.penyebut)
        return None if above is None or not below else above / below * self.faktor

    def terpotong(self, nilai: Nilai) -> bool:
        """Whether the print cuts the decimals off instead of rounding them."""
        pair = self.bandingan(nilai)
        if pair is None:
            return False
        printed, computed = pair
        return computed.quantize(satuan_terakhir(printed), ROUND_DOWN) == printed

    def seharusnya(self, sel: Sel, nilai: Nilai) -> Decimal | None:
        """Only the quotient follows: many numerators give the same rounded quotient."""
        computed = self.hasil(nilai)
        if sel != self.utama or computed is None:
            return None
        return hasil_tampil(computed, nilai.get(sel) or DUA_DESIMAL)


Kaitan = Jumlah | HasilBagi


def angka(value: object) -> Decimal | None:
    """The number of a cell; None of one that is empty, says `n/a` or holds a text."""
    return value if isinstance(value, Decimal) else None


def satuan_terakhir(value: Decimal) -> Decimal:
    """One unit of the last digit that a number is written with: 0.01 for 111.12, 1 for 1E+3."""
    exponent = value.as_tuple().exponent
    # A number that is none (NaN) has a letter there; none of ours is.
    return Decimal(1).scaleb(min(0, int(exponent)))


def bulat(value: Decimal, seperti: Decimal) -> Decimal:
    """`value` rounded half up to the decimals of another."""
    return value.quantize(satuan_terakhir(seperti), ROUND_HALF_UP)


def hasil_tampil(value: Decimal, tercetak: Decimal) -> Decimal:
    """What a message says a quotient is: with the decimals of the print, but with two at least
    where it has so many.
    """
    shown = bulat(value, min(tercetak, DUA_DESIMAL, key=satuan_terakhir))
    plain = bulat(value, tercetak)
    return plain if plain == shown else shown


def pembulatan(tercetak: Decimal, hasil: Decimal) -> bool:
    """Whether a print with decimals is off by one unit of its last digit: another rounding on the
    way, and no error of its own.  A whole number counts things, and one of them is not rounding.
    """
    unit = satuan_terakhir(tercetak)
    return unit < 1 and abs(bulat(hasil, tercetak) - tercetak) <= unit
