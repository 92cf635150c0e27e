"""What the rows of an export are taken for: lines of the budget, totals, and the rest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from lkipnb.errors import Fault

Jumlah = Mapping[str, Decimal | None]  # amounts in rupiah and shares in percent by their column


@dataclass(frozen=True)
class Baris:
    """A line of the budget as the export has it: its row in the file, and how far its name stands
    in.

    `berpersen` are the shares that stand with a percent sign, so they are no fractions.
    """

    nomor: int
    kode: str
    uraian: str
    jumlah: Jumlah
    sumber_dana: str = ""
    menjorok: int = 0
    berpersen: frozenset[str] = frozenset()


class Dilewati(NamedTuple):
    """A row that is no line, and its text."""

    nomor: int
    teks: str


class Tafsiran(NamedTuple):
    """A number that was mended in reading: its row, what stands there, its column."""

    nomor: int
    teks: str
    kolom: str


@dataclass(frozen=True)
class Isi:
    """What was read: lines, total lines, rows passed over, numbers that were mended in reading, and
    faults.
    """

    baris: tuple[Baris, ...]
    total: tuple[Baris, ...]
    dilewati: tuple[Dilewati, ...]
    ditafsirkan: tuple[Tafsiran, ...]
    faults: tuple[Fault, ...]
