"""The kinds of people with social-welfare problems."""

from __future__ import annotations

from lkipnb.present.bahan import Bahan
from lkipnb.present.rujukan import PMKS_PSKS, nama_peraturan, urusan_sosial
from lkipnb.present.tabel.kolom import Sajian, isi
from lkipnb.present.tabel.silang import dua_lajur
from lkipnb.schemas import Pmks


def sajian(bahan: Bahan) -> Sajian | None:
    """None for an agency that is not in social affairs."""
    if not urusan_sosial(bahan):
        return None
    kolom, baris = dua_lajur([isi(row) for row in bahan.data.baris(Pmks)])
    return Sajian(
        "Jenis penyandang masalah kesejahteraan sosial",
        kolom,
        baris,
        nama_peraturan(bahan, PMKS_PSKS),
    )
