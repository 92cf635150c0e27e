"""Numbers that know where they come from: a cell of `data/`, or a formula over others.

Every number that is read becomes an `Angka`, a Decimal that carries its origin; arithmetic keeps
it.  The origin is written as an expression that can be read and computed again:

    sel("kinerja", "realisasi", 2)                       a cell: table, column, row in the file
    jumlah("anggaran", "pagu_rp", "3-9,11")              the sum of cells of one column
    (sel(...) / sel(...)) * k("100")                     arithmetic; k is a constant of a rule
    rentang(sel(...), sel(...)), banyak(...), ...        what arithmetic alone does not say
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from itertools import groupby


@dataclass(frozen=True, slots=True)
class Sel:
    """A cell of a table of the year: its column and its row in the file; of a range the bound."""

    tabel: str
    kolom: str
    baris: int
    batas: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Rumus:
    """An operation over origins, constants and words."""

    nama: str
    bagian: tuple[Asal, ...]


Asal = Sel | Rumus | Decimal | str
# Rounding keeps every digit before the comma, also of a quotient that is longer than the usual 28
# digits.
LEBAR = Context(prec=100)


class Angka(Decimal):
    """A number with its origin; equal to the plain number in every comparison."""

    __slots__ = ("asal",)

    def __new__(cls, value: object = 0, asal: Asal | None = None) -> Angka:
        self = super().__new__(cls, value)
        self.asal = asal if asal is not None else getattr(value, "asal", None)
        return self

    def _with(self, result: Decimal, symbol: str, left: object, right: object) -> Decimal:
        if result is NotImplemented:
            return result
        return Angka(
            result, _simple(symbol, left, right) or Rumus(symbol, (asal(left), asal(right)))
        )

    def __add__(self, other):
        return self._with(Decimal.__add__(self, other), "+", self, other)

    def __radd__(self, other):
        return self._with(Decimal.__radd__(self, other), "+", other, self)

    def __sub__(self, other):
        return self._with(Decimal.__sub__(self, other), "-", self, other)

    def __rsub__(self, other):
        return self._with(Decimal.__rsub__(self, other), "-", other, self)

    def __mul__(self, other):
        return self._with(Decimal.__mul__(self, other), "*", self, other)

    def __rmul__(self, other):
        return self._with(Decimal.__rmul__(self, other), "*", other, self)

    def __truediv__(self, other):
        return self._with(Decimal.__truediv__(self, other), "/", self, other)

    def __rtruediv__(self, other):
        return self._with(Decimal.__rtruediv__(self, other), "/", other, self)

    def __neg__(self):
        return Angka(Decimal.__neg__(self), Rumus("-", (Decimal(0), asal(self))))

    def __abs__(self):
        return Angka(
            Decimal.__abs__(self), asal(self) if self >= 0 else Rumus("-", (Decimal(0), asal(self)))
        )

    def quantize(self, exp, rounding=None, context=LEBAR):
        return Angka(
            Decimal.quantize(self, exp, rounding, context),
            Rumus("bulat", (asal(self), Decimal(-exp.as_tuple().exponent))),
        )

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce__(self):
        return type(self), (str(Decimal(self)), self.asal)


class Kata(str):
    """A text of a cell that takes part in a calculation, such as a level of a ladder."""

    asal: Asal

    def __new__(cls, value: str, asal: Asal) -> Kata:
        self = super().__new__(cls, value)
        self.asal = asal
        return self

    def __deepcopy__(self, memo):
        return self


def asal(value: object) -> Asal:
    """The origin of a value; a plain number or text is its own, a constant."""
    found = getattr(value, "asal", None)
    if found is not None:
        return found
    return value if isinstance(value, str) else Decimal(value)


def hitung(nama: str, nilai: Decimal, *bagian: object) -> Angka:
    """A number that the rule `nama` gives from other values."""
    return Angka(nilai, Rumus(nama, tuple(asal(part) for part in bagian)))


def banyak(items: Iterable[object]) -> Angka:
    """How many, each named by its origin; a Decimal, for a frame would make a plain number of
    another integer.
    """
    parts = tuple(asal(item) for item in items)
    return Angka(len(parts), Rumus("banyak", parts))


def _simple(symbol: str, left: object, right: object) -> Asal | None:
    """Adding nothing and multiplying by one change no origin."""
    if symbol == "+" and not isinstance(left, Angka) and not left:
        return asal(right)
    if symbol == "*" and not isinstance(right, Angka) and right == 1:
        return asal(left)
    return None


def tulis(origin: Asal) -> str:
    """The origin as an expression; a long sum is told by its cells."""
    if isinstance(origin, Sel):
        bound = f', "{origin.batas}"' if origin.batas else ""
        return f'sel("{origin.tabel}", "{origin.kolom}", {origin.baris}{bound})'
    if isinstance(origin, Decimal):
        return f'k("{origin:f}")'
    if isinstance(origin, str):
        return repr(origin)
    if origin.nama == "+":
        return _sum(origin)
    if origin.nama in "-*/":
        left, right = map(tulis, origin.bagian)
        return f"({left} {origin.nama} {right})"
    return f"{origin.nama}({', '.join(map(tulis, origin.bagian))})"


def _sum(origin: Rumus) -> str:
    """A chain of additions, flattened; cells of one column next to each other as one `jumlah`."""
    terms: list[Asal] = []
    at: Asal = origin
    while isinstance(at, Rumus) and at.nama == "+":
        terms.append(at.bagian[1])
        at = at.bagian[0]
    terms.append(at)
    told = []
    for column, group in groupby(reversed(terms), key=_column):
        own = list(group)
        if column is None or len(own) == 1:
            told += map(tulis, own)
        else:
            told.append(
                f'jumlah("{column[0]}", "{column[1]}",'
                f' "{_rows(sorted(cell.baris for cell in own))}")'
            )
    return told[0] if len(told) == 1 else f"({' + '.join(told)})"


def _column(term: Asal) -> tuple[str, str] | None:
    return (term.tabel, term.kolom) if isinstance(term, Sel) and not term.batas else None


def _rows(rows: list[int]) -> str:
    """`3-9,11`: rows with their runs joined."""
    runs: list[list[int]] = []
    for row in rows:
        if runs and row == runs[-1][-1] + 1:
            runs[-1].append(row)
        else:
            runs.append([row])
    return ",".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)


def baris_dari(text: str) -> list[int]:
    """The rows that `3-9,11` names."""
    found: list[int] = []
    for part in text.split(","):
        first, _, last = part.partition("-")
        found += range(int(first), int(last or first) + 1)
    return found


Isi = Callable[[str, str, int], object]


def nilai(expression: str, isi: Isi, aturan: Mapping[str, Callable[..., Decimal]]) -> object:
    """The value of an expression, computed again from cells.

    `isi` gives the value of a cell by table, column and row; `aturan` the rules that an expression
    may name. Raises ValueError for an expression that is none.
    """
    return _value(ast.parse(expression, mode="eval").body, isi, aturan)


_ARITHMETIC = {
    ast.Add: lambda a, b: a + b,
    ast.Sub: lambda a, b: a - b,
    ast.Mult: lambda a, b: a * b,
    ast.Div: lambda a, b: a / b,
}


def _value(node: ast.expr, isi: Isi, aturan: Mapping[str, Callable[..., Decimal]]) -> object:
    if isinstance(node, ast.BinOp) and type(node.op) in _ARITHMETIC:
        left, right = (_value(side, isi, aturan) for side in (node.left, node.right))
        return _ARITHMETIC[type(node.op)](left, right)
    if isinstance(node, ast.Constant):
        return node.value
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        parts = [_value(part, isi, aturan) for part in node.args]
        return _called(node.func.id, parts, isi, aturan)
    raise ValueError(f"ungkapan tidak dikenal: {ast.unparse(node)}")


def _called(
    name: str, parts: list, isi: Isi, aturan: Mapping[str, Callable[..., Decimal]]
) -> object:
    if name == "k":
        return Decimal(parts[0])
    if name == "sel":
        value = isi(*parts[:3])
        return getattr(value, parts[3]) if len(parts) > 3 else value
    if name == "jumlah":
        return sum((isi(parts[0], parts[1], row) for row in baris_dari(parts[2])), Decimal(0))
    if name == "banyak":
        return Decimal(len(parts))
    if name == "bulat":
        return parts[0].quantize(Decimal(1).scaleb(-int(parts[1])), ROUND_HALF_UP, LEBAR)
    if name in aturan:
        return aturan[name](*parts)
    raise ValueError(f"aturan {name} tidak dikenal")
