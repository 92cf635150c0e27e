"""The kinds of people with social-welfare problems."""

from __future__ import annotations

from lkipnb.present.bahan import Bahan, rows
from lkipnb.present.rujukan import PMKS_PSKS, nama_peraturan, urusan_sosial
from lkipnb.present.tabel.kolom import Sajian
from lkipnb.present.tabel.silang import dua_lajur


def sajian(bahan: Bahan) -> Sajian | None:
    """None for an agency that is not in social affairs."""
    if not urusan_sosial(bahan):
        return None
    kolom, baris = dua_lajur(rows(bahan.data.pmks))
    return Sajian(
        "Jenis penyandang masalah kesejahteraan sosial",
        kolom,
        baris,
        nama_peraturan(bahan, PMKS_PSKS),
    )
