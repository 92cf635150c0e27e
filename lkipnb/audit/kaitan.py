"""Figures that follow from others: a printed cell and the cells that give it.

Every arithmetic rule of the audit says its relations in this form, so that one search can look for
the smallest change that makes all of them hold.  `sebab` and `saran` are told of a breach that no
slip of the hand explains.
"""

from __future__ import annotations

from collections.abc import Mapping
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


@dataclass(frozen=True)
class Jumlah:
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
        """What the parts give, exact; None as soon as one is unknown."""
        total = Decimal(0)
        for cell, factor in self.bagian:
            value = nilai.get(cell)
            if value is None:
                return None
            total += value * factor
        return total

    def berlaku(self, nilai: Nilai) -> bool | None:
        """Whether the relation holds, to the decimals that are printed; None when it cannot be
        told.
        """
        printed, computed = nilai.get(self.utama), self.hasil(nilai)
        if printed is None or computed is None:
            return None
        return bulat(computed, printed) == printed

    def seharusnya(self, sel: Sel, nilai: Nilai) -> Decimal | None:
        """The value of one of its cells that would make it hold, the others as they are."""
        if sel == self.utama:
            computed = self.hasil(nilai)
            return None if computed is None else bulat(computed, nilai.get(sel) or computed)
        factor = next((f for cell, f in self.bagian if cell == sel), None)
        rest = Decimal(0)
        for cell, f in self.bagian:
            if cell != sel:
                value = nilai.get(cell)
                if value is None:
                    return None
                rest += value * f
        printed = nilai.get(self.utama)
        return None if not factor or printed is None else (printed - rest) / factor


@dataclass(frozen=True)
class HasilBagi:
    """`utama` equals numerator over denominator times a factor, to the decimals that are
    printed.
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

    @property
    def sel(self) -> tuple[Sel, ...]:
        return (self.utama, self.pembilang, self.penyebut)

    def hasil(self, nilai: Nilai) -> Decimal | None:
        above, below = nilai.get(self.pembilang), nilai.get(self.penyebut)
        return None if above is None or not below else above / below * self.faktor

    def berlaku(self, nilai: Nilai) -> bool | None:
        printed, computed = nilai.get(self.utama), self.hasil(nilai)
        if printed is None or computed is None:
            return None
        return bulat(computed, printed) == printed

    def terpotong(self, nilai: Nilai) -> bool:
        """Whether the print cuts the decimals off instead of rounding them."""
        printed, computed = nilai.get(self.utama), self.hasil(nilai)
        if printed is None or computed is None:
            return False
        return computed.quantize(satuan_terakhir(printed), ROUND_DOWN) == printed

    def seharusnya(self, sel: Sel, nilai: Nilai) -> Decimal | None:
        """Only the quotient follows: many numerators give the same rounded quotient."""
        computed = self.hasil(nilai)
        if sel != self.utama or computed is None:
            return None
        return hasil_tampil(computed, nilai.get(sel) or DUA_DESIMAL)


Kaitan = Jumlah | HasilBagi


def satuan_terakhir(value: Decimal) -> Decimal:
    """One unit of the last digit that a number is written with: 0.01 for 111.12, 1 for 1E+3."""
    exponent = value.as_tuple().exponent
    return Decimal(1).scaleb(min(0, exponent))


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
