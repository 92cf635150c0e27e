"""The planning frame, from the mission down."""

from __future__ import annotations

from lkipnb.calculate.urutan import berurut
from lkipnb.present.bahan import Bahan, has_rows, rows, sumber
from lkipnb.present.format import daftar
from lkipnb.present.tabel.kolom import Baris, Kolom, Sajian

JENJANG = ("misi", "tujuan", "sasaran", "strategi", "kebijakan")
KOLOM = (
    Kolom("jenjang", "Jenjang", 16),
    Kolom("kode", "Nomor", 16, utuh=True),
    Kolom("uraian", "Rumusan", 68, kepala=True),
)


def sajian(bahan: Bahan) -> Sajian | None:
    """One row per item; the level stands beside its number."""
    if not has_rows(bahan, "kerangka"):
        return None
    items = berurut(rows(bahan.data.kerangka), lambda row: row["kode"])
    return Sajian(
        daftar(jenjang_kerangka(bahan)).capitalize(),
        KOLOM,
        [Baris(row | {"jenjang": row["jenjang"].capitalize()}) for row in items],
        sumber(bahan, "kerangka"),
    )


def jenjang_kerangka(bahan: Bahan) -> list[str]:
    """The levels of the planning frame that the agency has filled in, from the mission down."""
    filled = set(bahan.data.kerangka.jenjang)
    return [level for level in JENJANG if level in filled]
