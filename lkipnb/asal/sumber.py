"""What an origin is made of: cells, formulas, constants and words."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


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
