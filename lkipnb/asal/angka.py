"""A number with its origin; arithmetic keeps it."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Context, Decimal
from typing import Any, Self

from lkipnb.asal.sumber import Asal, Rumus
from lkipnb.desimal import LEBAR, banyak_desimal

NOL = Decimal(0)
Bilangan = Decimal | int


class Angka(Decimal):
    """A number with its origin; equal to the plain number in every comparison."""

    __slots__ = ("asal",)
    asal: Asal | None

    def __new__(cls, value: Bilangan | float | str = 0, asal: Asal | None = None) -> Self:
        self = super().__new__(cls, value)
        if asal is None:
            asal = getattr(value, "asal", None)
        self.asal = asal
        return self

    def __add__(self, other: Bilangan) -> Angka:
        result = super().__add__(other)
        return _result(result, "+", self, other)

    def __radd__(self, other: Bilangan) -> Angka:
        result = super().__radd__(other)
        return _result(result, "+", other, self)

    def __sub__(self, other: Bilangan) -> Angka:
        result = super().__sub__(other)
        return _result(result, "-", self, other)

    def __rsub__(self, other: Bilangan) -> Angka:
        result = super().__rsub__(other)
        return _result(result, "-", other, self)

    def __mul__(self, other: Bilangan) -> Angka:
        result = super().__mul__(other)
        return _result(result, "*", self, other)

    def __rmul__(self, other: Bilangan) -> Angka:
        result = super().__rmul__(other)
        return _result(result, "*", other, self)

    def __truediv__(self, other: Bilangan) -> Angka:
        result = super().__truediv__(other)
        return _result(result, "/", self, other)

    def __rtruediv__(self, other: Bilangan) -> Angka:
        result = super().__rtruediv__(other)
        return _result(result, "/", other, self)

    def __neg__(self) -> Angka:
        return Angka(super().__neg__(), _negated(self))

    def __abs__(self) -> Angka:
        positive = super().__abs__()
        if self >= 0:
            return Angka(positive, asal_dari(self))
        return Angka(positive, _negated(self))

    def quantize(
        self, exp: Bilangan, rounding: str | None = None, context: Context | None = LEBAR
    ) -> Angka:
        rounded = super().quantize(exp, rounding, context)
        decimals = Decimal(banyak_desimal(Decimal(exp)))
        origin = Rumus("bulat", (asal_dari(self), decimals))
        return Angka(rounded, origin)

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: object) -> Self:
        return self

    def __reduce__(self) -> tuple[type[Self], tuple[Any, ...]]:
        plain = str(Decimal(self))
        return type(self), (plain, self.asal)


class Kata(str):
    """A text of a cell that takes part in a calculation, such as a level of a ladder."""

    asal: Asal

    def __new__(cls, value: str, asal: Asal) -> Self:
        self = super().__new__(cls, value)
        self.asal = asal
        return self

    def __deepcopy__(self, memo: object) -> Self:
        return self


def asal_dari(value: object) -> Asal:
    """The origin of a value; a plain number or text is its own, a constant.  Raises TypeError for
    anything else.
    """
    found: Asal | None = getattr(value, "asal", None)
    if found is not None:
        return found
    if isinstance(value, str):
        return value
    if isinstance(value, Decimal | int):
        return Decimal(value)
    raise TypeError(f"{type(value).__name__} has no origin")


def hitung(nama: str, nilai: Decimal, *bagian: object) -> Angka:
    """A number that the rule `nama` gives from other values."""
    origins = tuple(map(asal_dari, bagian))
    return Angka(nilai, Rumus(nama, origins))


def banyak(items: Iterable[object]) -> Angka:
    """How many, each named by its origin; a Decimal, for a frame would make a plain number of
    another integer.
    """
    origins = tuple(map(asal_dari, items))
    return Angka(len(origins), Rumus("banyak", origins))


def _result(result: Decimal, symbol: str, left: object, right: object) -> Angka:
    """The result of an operation with its origin."""
    if not isinstance(result, Decimal):
        return result  # NotImplemented: Python asks the other side
    return Angka(result, _origin(symbol, left, right))


def _origin(symbol: str, left: object, right: object) -> Asal:
    """Adding nothing and multiplying by one change no origin."""
    if symbol == "+" and not isinstance(left, Angka) and not left:
        return asal_dari(right)
    if symbol == "*" and not isinstance(right, Angka) and right == 1:
        return asal_dari(left)
    parts = asal_dari(left), asal_dari(right)
    return Rumus(symbol, parts)


def _negated(value: Decimal) -> Rumus:
    return Rumus("-", (NOL, asal_dari(value)))
