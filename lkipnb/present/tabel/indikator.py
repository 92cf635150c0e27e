"""Cells that tell of an indicator: its name and its values, with the unit in one of the two."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Protocol

from lkipnb.model import CapaianIndikator
from lkipnb.present.bahan import Bahan, nomor_sasaran
from lkipnb.present.format import (
    JUTA,
    KOSONG,
    MILIAR,
    angka,
    berasal,
    nama_bersatuan,
    nilai_ringkas,
)
from lkipnb.present.tabel.kolom import Kolom, Row
from lkipnb.rules.satuan import RUPIAH
from lkipnb.rules.satuan import satuan as unit_of

LEBAR_RUPIAH = 17
KODE = Kolom("kode", "Kode", 9, utuh=True)
SATUAN = Kolom("satuan", "Satuan", 0)


def bernama(row: Row) -> str:
    """The name of a row; of an indicator with a long unit, the unit too."""
    return nama_bersatuan(row["nama"], row.get("satuan", ""))


def besar(kolom: str) -> Callable[[Row], str]:
    """The cell of a target or realisasi in the unit of its row; nothing in a row of means."""

    def shown(row: Row) -> str:
        if "satuan" not in row:
            return ""
        return nilai_ringkas(row[kolom], row["satuan"])

    return shown


def besar_atau_kosong(kolom: str) -> Callable[[Row], str]:
    """The same, but a dash where there is no value."""
    present = besar(kolom)

    def shown(row: Row) -> str:
        if row[kolom] is None:
            return KOSONG
        return present(row)

    return shown


def berpredikat(row: Row) -> str:
    """The predicate of a capaian; without one why there is none."""
    return str(row["predikat"] or row.get("keterangan") or KOSONG)


@berasal
def dalam_juta(value: object, satuan: str, *, tanda: bool = True) -> str:
    """A value among many of its kind: rupiah in millions, the rest as it is; `tanda` keeps the
    percent sign.
    """
    if unit_of(satuan).kode == RUPIAH and isinstance(value, Decimal):
        return _millions(value)
    if tanda:
        return nilai_ringkas(value, satuan)
    return nilai_ringkas(value, "")


def _millions(value: Decimal) -> str:
    """Without decimals from a milliard on, where they say nothing."""
    if abs(value) >= MILIAR:
        return angka(value / JUTA, 0)
    return angka(value / JUTA, 2)


def bernama_juta(row: Row) -> str:
    """The name beside values of `dalam_juta`."""
    if unit_of(row["satuan"]).kode == RUPIAH:
        return nama_bersatuan(row["nama"], f"juta {RUPIAH}")
    return nama_bersatuan(row["nama"], row["satuan"])


class Bersatuan(Protocol):
    """A row that knows its unit."""

    @property
    def satuan(self) -> str: ...


def lebar(rows: Iterable[Bersatuan], biasa: int) -> int:
    """The width of a column of values: `biasa`, or more where one of them is in rupiah."""
    rupiah = any(unit_of(row.satuan).kode == RUPIAH for row in rows)
    if rupiah:
        return max(biasa, LEBAR_RUPIAH)
    return biasa


def per_sasaran(bahan: Bahan) -> list[CapaianIndikator]:
    """The indicators with those of one sasaran together, in the order of the sasaran."""
    number = nomor_sasaran(bahan)
    return sorted(bahan.results.capaian, key=lambda row: number[row.sasaran])


def judul_sasaran(bahan: Bahan) -> dict[str, str]:
    """The heading of each sasaran's group, by its code."""
    goals = bahan.results.capaian_sasaran
    return {row.kode: f"Sasaran {row.nomor}: {row.uraian}" for row in goals}
