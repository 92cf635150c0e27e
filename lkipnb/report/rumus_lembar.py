"""Formulas of a sheet, from the origins of its figures: only over cells of the same sheet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from lkipnb.asal import Jumlah, Operasi, Sel, Tetapan, Ungkapan

CLOSE = Decimal("1e-9")  # of the value: what a spreadsheet reckons is a binary number


@dataclass(frozen=True)
class Tempat:
    """A figure on the sheet: its address (`D7`), its exact value and its origin."""

    alamat: str
    nilai: Decimal
    asal: Ungkapan


@dataclass(frozen=True)
class _Hasil:
    rumus: str
    nilai: Decimal


def rumus(tempat: Tempat, lain: Mapping[Ungkapan, Tempat]) -> str:
    """The formula that gives the value of a figure; empty where the sheet lacks what it needs.

    `lain` are the figures of the sheet by their origins.
    """
    others = {asal: other for asal, other in lain.items() if asal != tempat.asal}
    made = _made(tempat.asal, others)
    if made is None or abs(made.nilai - tempat.nilai) > CLOSE * max(Decimal(1), abs(tempat.nilai)):
        return ""
    return f"={made.rumus}"


def _part(ungkapan: Ungkapan, lain: Mapping[Ungkapan, Tempat]) -> _Hasil | None:
    """A part of a formula: an address where the sheet holds it."""
    if ungkapan in lain:
        found = lain[ungkapan]
        return _Hasil(found.alamat, found.nilai)
    if isinstance(ungkapan, Tetapan):
        return _Hasil(ungkapan.angka, Decimal(ungkapan.angka))
    return _made(ungkapan, lain)


def _made(ungkapan: Ungkapan, lain: Mapping[Ungkapan, Tempat]) -> _Hasil | None:
    if isinstance(ungkapan, Jumlah):
        return _sum(ungkapan, lain)
    if isinstance(ungkapan, Operasi):
        return _operation(ungkapan, lain)
    return None


def _operation(operasi: Operasi, lain: Mapping[Ungkapan, Tempat]) -> _Hasil | None:
    left, right = (_part(part, lain) for part in operasi.bagian)
    if left is None or right is None:
        return None
    value = _reckoned(operasi.tanda, left.nilai, right.nilai)
    if value is None:
        return None
    return _Hasil(f"({left.rumus}{operasi.tanda}{right.rumus})", value)


def _reckoned(tanda: str, left: Decimal, right: Decimal) -> Decimal | None:
    match tanda:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left * right
    return left / right if right else None


def _sum(jumlah: Jumlah, lain: Mapping[Ungkapan, Tempat]) -> _Hasil | None:
    """The sum of the figures that make it up, each cell of the file once; cells that the sheet
    shows as a dash are missing, so the caller compares the value.
    """
    missing = set(jumlah.sel)
    parts = []
    for cells, place in _by_size(lain):
        if cells <= missing:
            parts.append(place)
            missing -= cells
    if not parts:
        return None
    addresses = ",".join(place.alamat for place in sorted(parts, key=_position))
    return _Hasil(f"SUM({addresses})", sum((place.nilai for place in parts), Decimal()))


def _by_size(lain: Mapping[Ungkapan, Tempat]) -> list[tuple[set[Sel], Tempat]]:
    """The figures that are cells of the file or sums of such, the largest first."""
    found = [(_cells(asal), place) for asal, place in lain.items()]
    some = [(cells, place) for cells, place in found if cells]
    return sorted(some, key=lambda pair: len(pair[0]), reverse=True)


def _cells(asal: Ungkapan) -> set[Sel]:
    if isinstance(asal, Sel):
        return {asal}
    return set(asal.sel) if isinstance(asal, Jumlah) else set()


def _position(place: Tempat) -> tuple[int, str]:
    return len(place.alamat), place.alamat
