"""The planning frame, from the mission down."""

from __future__ import annotations

from lkipnb.calculate.urutan import berurut
from lkipnb.present.bahan import Bahan, has_rows, sumber
from lkipnb.present.format import daftar
from lkipnb.present.tabel.kolom import Baris, Kolom, Sajian, isi
from lkipnb.schemas import Kerangka

KOLOM = (
    Kolom("jenjang", "Jenjang", 16),
    Kolom("kode", "Nomor", 16, utuh=True),
    Kolom("uraian", "Rumusan", 68, kepala=True),
)


def sajian(bahan: Bahan) -> Sajian | None:
    """One row per item; the level stands beside its number."""
    if not has_rows(bahan, "kerangka"):
        return None
    items = berurut(bahan.data.baris(Kerangka), lambda row: row.kode)
    return Sajian(
        daftar(bahan.results.jenjang_kerangka).capitalize(),
        KOLOM,
        [Baris(isi(row, jenjang=row.jenjang.capitalize())) for row in items],
        sumber(bahan, "kerangka"),
    )
