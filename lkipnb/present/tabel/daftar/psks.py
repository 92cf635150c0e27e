"""The kinds of social-welfare resources, with their abbreviations."""

from __future__ import annotations

from lkipnb.present.bahan import Bahan
from lkipnb.present.rujukan import PMKS_PSKS, nama_peraturan, urusan_sosial
from lkipnb.present.tabel.kolom import Sajian, isi
from lkipnb.present.tabel.silang import dua_lajur
from lkipnb.schemas import Psks


def sajian(bahan: Bahan) -> Sajian | None:
    """None for an agency that is not in social affairs."""
    if not urusan_sosial(bahan):
        return None
    kolom, baris = dua_lajur([isi(row, nama=_named(row)) for row in bahan.data.baris(Psks)])
    return Sajian(
        "Jenis potensi dan sumber kesejahteraan sosial",
        kolom,
        baris,
        nama_peraturan(bahan, PMKS_PSKS),
    )


def _named(row: Psks) -> str:
    if row.singkatan:
        return f"{row.nama} ({row.singkatan})"
    return row.nama
