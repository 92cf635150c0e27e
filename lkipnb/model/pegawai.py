"""The staff, counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class TabelSilang:
    """Counts by two properties with their margins.

    `baris` and `kolom` name the two; `sel` holds a count for each pair of their values in
    `nama_baris` and `nama_kolom`, whose last is the margin `Jumlah`.
    """

    baris: str
    kolom: str
    nama_baris: tuple[str, ...]
    nama_kolom: tuple[str, ...]
    sel: Mapping[tuple[str, str], Decimal]


@dataclass(frozen=True)
class Pegawai:
    """The staff: head count, count per sex, and two cross tables with margins."""

    jumlah: Decimal
    kelamin: Mapping[str, Decimal]
    eselon: TabelSilang
    golongan: TabelSilang
