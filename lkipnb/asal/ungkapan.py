"""Expressions of origins, read: the one place that knows how they are written."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping, Sequence
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
        rows = baris_dari(self.baris)
        return [Sel(self.tabel, self.kolom, row) for row in rows]


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
_LEAVES: Mapping[str, Callable[..., Ungkapan]] = {"sel": Sel, "jumlah": Jumlah, "k": Tetapan}


def baca(text: str) -> Ungkapan:
    """The expression that a text writes.  Raises ValueError for a text that writes none."""
    tree = ast.parse(text, mode="eval")
    return _read(tree.body)


def _read(node: ast.expr) -> Ungkapan:
    match node:
        case ast.BinOp(left, op, right) if type(op) in TANDA:
            sign = TANDA[type(op)]
            return Operasi(sign, _read(left), _read(right))
        case ast.Constant(value):
            return Teks(value)
        case ast.Call(ast.Name(name), parts):
            return _called(name, parts)
    raise ValueError(f"ungkapan tidak dikenal: {ast.unparse(node)}")


def _called(name: str, parts: Sequence[ast.expr]) -> Ungkapan:
    leaf = _LEAVES.get(name)
    if leaf is None:
        inner = tuple(map(_read, parts))
        return Aturan(name, inner)
    values = map(ast.literal_eval, parts)
    return leaf(*values)
