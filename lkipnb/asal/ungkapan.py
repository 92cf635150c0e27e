"""Expressions of origins, read: the one place that knows how they are written."""

from __future__ import annotations

import ast
from dataclasses import dataclass

from lkipnb.asal.baris import baris_dari
from lkipnb.asal.sumber import Sel

TANDA = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}


@dataclass(frozen=True, slots=True)
class Teks:
    """A word, or a number that stands by itself."""

    isi: object


@dataclass(frozen=True, slots=True)
class Tetapan:
    """A constant of a rule: `k("100")`."""

    angka: str


@dataclass(frozen=True, slots=True)
class Jumlah:
    """The sum of cells of one column; `baris` as it is written: `3-9,11`."""

    tabel: str
    kolom: str
    baris: str

    @property
    def sel(self) -> list[Sel]:
        return [Sel(self.tabel, self.kolom, row) for row in baris_dari(self.baris)]


@dataclass(frozen=True, slots=True)
class Operasi:
    """Two expressions joined by `+`, `-`, `*` or `/`."""

    tanda: str
    kiri: Ungkapan
    kanan: Ungkapan

    @property
    def bagian(self) -> tuple[Ungkapan, ...]:
        return self.kiri, self.kanan


@dataclass(frozen=True, slots=True)
class Aturan:
    """A rule by its name, over expressions."""

    nama: str
    bagian: tuple[Ungkapan, ...]


Ungkapan = Sel | Jumlah | Tetapan | Teks | Operasi | Aturan
_LEAVES = {"sel": Sel, "jumlah": Jumlah, "k": Tetapan}


def baca(text: str) -> Ungkapan:
    """The expression that a text writes.  Raises ValueError for a text that writes none."""
    return _read(ast.parse(text, mode="eval").body)


def _read(node: ast.expr) -> Ungkapan:
    match node:
        case ast.BinOp(left, op, right) if type(op) in TANDA:
            return Operasi(TANDA[type(op)], _read(left), _read(right))
        case ast.Constant(value):
            return Teks(value)
        case ast.Call(ast.Name(name), parts):
            if name in _LEAVES:
                return _LEAVES[name](*map(ast.literal_eval, parts))
            return Aturan(name, tuple(map(_read, parts)))
    raise ValueError(f"ungkapan tidak dikenal: {ast.unparse(node)}")
