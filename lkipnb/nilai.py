"""The values that a cell of a measure may hold, each a number or a text that knows its cell."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Any, Self

from lkipnb.asal import Angka, Asal, Kata


class NotApplicable(Enum):
    """A cell that says `n/a`: the quantity does not exist for this row.

    Different from None (not reported) and from zero (measured, and nothing).
    """

    TOKEN = "n/a"

    def __str__(self) -> str:
        return self.value


NOT_APPLICABLE = NotApplicable.TOKEN


@dataclass(frozen=True)
class RentangNilai:
    """A target that is met anywhere between two bounds, both included."""

    dari: Decimal
    sampai: Decimal

    def __str__(self) -> str:
        return f"{self.dari} - {self.sampai}"


class Rasio(Angka):
    """The n of a ratio 1:n; a number in every calculation, written as the ratio."""

    def __str__(self) -> str:
        return f"1:{format(self, 'f')}"


class Batas(Angka):
    """A target that is a bound: `<= 5`, or `< inflasi nasional` with the figure that stands for it.

    A number in every calculation; `tanda` is one of <, <=, >, >=, and `sebutan` what the figure is,
    where it is not written as a number.
    """

    __slots__ = ("sebutan", "tanda")

    tanda: str
    sebutan: str

    def __new__(
        cls, value: Decimal | int | str, tanda: str, sebutan: str = "", asal: Asal | None = None
    ) -> Self:
        self = super().__new__(cls, value, asal)
        self.tanda = tanda
        self.sebutan = sebutan
        return self

    def dipenuhi(self, realisasi: Decimal) -> bool:
        """Whether the realisasi keeps the bound."""
        value = Decimal(self)
        return {
            "<": realisasi < value,
            "<=": realisasi <= value,
            ">": realisasi > value,
            ">=": realisasi >= value,
        }[self.tanda]

    def __reduce__(self) -> tuple[type[Self], tuple[Any, ...]]:
        plain = str(Decimal(self))
        return type(self), (plain, self.tanda, self.sebutan, self.asal)

    def __str__(self) -> str:
        value = self.sebutan or format(Decimal(self), "f")
        return f"{self.tanda} {value}"


class Tingkat(Kata):
    """A level of a ladder, with the score that was written beside it: `BB (72)`."""

    skor: Decimal | None

    def __new__(cls, value: str, asal: Asal, skor: Decimal | None = None) -> Self:
        self = super().__new__(cls, value, asal)
        self.skor = skor
        return self

    def __reduce__(self) -> tuple[type[Self], tuple[Any, ...]]:
        return type(self), (str(self), self.asal, self.skor)


def tingkat_jenjang(jenjang: str | None) -> list[str]:
    """The levels of a ladder written `TMP; TW; WDP; WTP`, from low to high."""
    return terpisah(jenjang)


def turunan_dari(turunan: str | None, kode: str | None) -> list[str]:
    """The codes of the indicators that one sums or averages, written `IKU-1; IKU-2`; none for one
    that is measured itself.
    """
    if not turunan:
        return []
    return terpisah(kode)


def terpisah(text: str | None) -> list[str]:
    """The parts that semicolons separate in a cell."""
    parts = [part.strip() for part in (text or "").split(";")]
    return [part for part in parts if part]


# What a cell of a measure holds once read: a number of some kind, a range, a level or `ya`.
Nilai = Decimal | RentangNilai | str
