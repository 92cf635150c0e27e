"""The kinds of social-welfare resources, with their abbreviations."""

from __future__ import annotations

from lkipnb.present.bahan import Bahan, Row, rows
from lkipnb.present.rujukan import PMKS_PSKS, nama_peraturan, urusan_sosial
from lkipnb.present.tabel.kolom import Sajian
from lkipnb.present.tabel.silang import dua_lajur


def sajian(bahan: Bahan) -> Sajian | None:
    """None for an agency that is not in social affairs."""
    if not urusan_sosial(bahan):
        return None
    kolom, baris = dua_lajur([row | {"nama": _named(row)} for row in rows(bahan.data.psks)])
    return Sajian(
        "Jenis potensi dan sumber kesejahteraan sosial",
        kolom,
        baris,
        nama_peraturan(bahan, PMKS_PSKS),
    )


def _named(row: Row) -> str:
    short = row["singkatan"]
    return f"{row['nama']} ({short})" if short else row["nama"]
