"""A number with its origin; arithmetic keeps it."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Context, Decimal

from lkipnb.asal.sumber import Asal, Rumus

# Rounding keeps every digit before the comma, also of a quotient that is longer than the usual 28
# digits.
LEBAR = Context(prec=100)
NOL = Decimal(0)


class Angka(Decimal):
    """A number with its origin; equal to the plain number in every comparison."""

    __slots__ = ("asal",)

    def __new__(cls, value: object = 0, asal: Asal | None = None) -> Angka:
        self = super().__new__(cls, value)
        if asal is None:
            asal = getattr(value, "asal", None)
        self.asal = asal
        return self

    def __add__(self, other):
        return _result(Decimal.__add__(self, other), "+", self, other)

    def __radd__(self, other):
        return _result(Decimal.__radd__(self, other), "+", other, self)

    def __sub__(self, other):
        return _result(Decimal.__sub__(self, other), "-", self, other)

    def __rsub__(self, other):
        return _result(Decimal.__rsub__(self, other), "-", other, self)

    def __mul__(self, other):
        return _result(Decimal.__mul__(self, other), "*", self, other)

    def __rmul__(self, other):
        return _result(Decimal.__rmul__(self, other), "*", other, self)

    def __truediv__(self, other):
        return _result(Decimal.__truediv__(self, other), "/", self, other)

    def __rtruediv__(self, other):
        return _result(Decimal.__rtruediv__(self, other), "/", other, self)

    def __neg__(self):
        return Angka(Decimal.__neg__(self), _negated(self))

    def __abs__(self):
        origin = asal_dari(self) if self >= 0 else _negated(self)
        return Angka(Decimal.__abs__(self), origin)

    def quantize(self, exp, rounding=None, context=LEBAR):
        rounded = Decimal.quantize(self, exp, rounding, context)
        decimals = Decimal(-exp.as_tuple().exponent)
        return Angka(rounded, Rumus("bulat", (asal_dari(self), decimals)))

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


def asal_dari(value: object) -> Asal:
    """The origin of a value; a plain number or text is its own, a constant."""
    found = getattr(value, "asal", None)
    if found is not None:
        return found
    if isinstance(value, str):
        return value
    return Decimal(value)


def hitung(nama: str, nilai: Decimal, *bagian: object) -> Angka:
    """A number that the rule `nama` gives from other values."""
    return Angka(nilai, Rumus(nama, tuple(map(asal_dari, bagian))))


def banyak(items: Iterable[object]) -> Angka:
    """How many, each named by its origin; a Decimal, for a frame would make a plain number of
    another integer.
    """
    parts = tuple(map(asal_dari, items))
    return Angka(len(parts), Rumus("banyak", parts))


def _result(result: Decimal, symbol: str, left: object, right: object) -> Decimal:
    if result is NotImplemented:
        return result
    return Angka(result, _origin(symbol, left, right))


def _origin(symbol: str, left: object, right: object) -> Asal:
    """Adding nothing and multiplying by one change no origin."""
    if symbol == "+" and not isinstance(left, Angka) and not left:
        return asal_dari(right)
    if symbol == "*" and not isinstance(right, Angka) and right == 1:
        return asal_dari(left)
    return Rumus(symbol, (asal_dari(left), asal_dari(right)))


def _negated(value: Decimal) -> Rumus:
    return Rumus("-", (NOL, asal_dari(value)))
