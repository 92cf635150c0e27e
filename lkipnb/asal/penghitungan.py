"""An origin computed again from cells."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from lkipnb.asal.angka import NOL
from lkipnb.asal.sumber import Sel
from lkipnb.asal.ungkapan import Aturan, Jumlah, Operasi, Teks, Tetapan, Ungkapan, baca
from lkipnb.desimal import LEBAR

Isi = Callable[[str, str, int], object]
Fungsi = Callable[..., Any]

_ARITHMETIC: Mapping[str, Fungsi] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
}


def nilai(expression: str, isi: Isi, aturan: Mapping[str, Fungsi]) -> object:
    """The value of an expression, computed again from cells.

    `isi` gives the value of a cell by table, column and row; `aturan` the rules that an expression
    may name.  Raises ValueError for an expression that is none.
    """
    known = {**aturan, **_SELALU}
    return _Hitungan(isi, known).nilai(baca(expression))


@dataclass(frozen=True)
class _Hitungan:
    isi: Isi
    aturan: Mapping[str, Fungsi]

    def nilai(self, ungkapan: Ungkapan) -> Any:
        match ungkapan:
            case Teks(isi):
                return isi
            case Tetapan(angka):
                return Decimal(angka)
            case Sel():
                return self._cell(ungkapan)
            case Jumlah():
                cells = map(self._cell, ungkapan.sel)
                return sum(cells, NOL)
            case Operasi() | Aturan():
                return self._called(ungkapan)

    def _cell(self, cell: Sel) -> Any:
        value = self.isi(cell.tabel, cell.kolom, cell.baris)
        if cell.batas:
            return getattr(value, cell.batas)
        return value

    def _called(self, ungkapan: Operasi | Aturan) -> Any:
        parts = map(self.nilai, ungkapan.bagian)
        if isinstance(ungkapan, Operasi):
            operation = _ARITHMETIC[ungkapan.tanda]
            return operation(*parts)
        rule = self.aturan.get(ungkapan.nama)
        if rule is None:
            raise ValueError(f"aturan {ungkapan.nama} tidak dikenal")
        return rule(*parts)


def _count(*parts: object) -> Decimal:
    return Decimal(len(parts))


def _rounded(value: Decimal, decimals: Decimal) -> Decimal:
    unit = Decimal(1).scaleb(-int(decimals))
    return value.quantize(unit, ROUND_HALF_UP, LEBAR)


# What every origin may name, whatever the rules are.
_SELALU: Mapping[str, Fungsi] = {"banyak": _count, "bulat": _rounded}
