"""Claims of the source document: what each is compared with, and intervals from low to high."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from lkipnb.bilangan import sebut
from lkipnb.check.cells import fault_at
from lkipnb.errors import Fault
from lkipnb.model import Dataset
from lkipnb.schemas import Klaim
from lkipnb.schemas.ukuran import KAMUS, Tabel, Ukuran, UkuranSalah, baca, saran


def measures(data: Dataset) -> Iterator[Fault]:
    """What a claim is compared with can be read, and its conditions name what stands in
    the data.
    """
    for own in data.baris(Klaim):
        if own.ukuran is None:
            continue
        try:
            _known_keys(baca(own.ukuran), data)
        except UkuranSalah as wrong:
            yield fault_at(own, "ukuran", str(wrong))


def intervals(data: Dataset) -> Iterator[Fault]:
    """A claimed interval runs from low to high."""
    for own in data.baris(Klaim):
        low = own.nilai
        high = own.nilai_sampai
        if isinstance(low, Decimal) and isinstance(high, Decimal) and low > high:
            told = f"batas atas di bawah batas bawahnya, {sebut(low)}; tukar keduanya"
            yield fault_at(own, "nilai_sampai", told)


def _known_keys(ukuran: Ukuran, data: Dataset) -> None:
    """Raises UkuranSalah for a value that no row of the column holds which a condition
    points at.
    """
    table = KAMUS[ukuran.tabel]
    for name, value in ukuran.syarat:
        known = _values(table, name, data)
        if known and value not in known:
            near = saran(value, sorted(map(str, known)))
            raise UkuranSalah(f"tidak ada {name} “{value}”; {near}")


def _values(table: Tabel, name: str, data: Dataset) -> set[object]:
    """The values that a condition may name; none where it is no text of the data."""
    source, _, column = table.pemilih[name].partition(".")
    if not source or name in table.bilangan or name in table.pilihan:
        return set()
    return set(data.tables[source][column].dropna())
