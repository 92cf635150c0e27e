"""The unit of a measure: what its name says, what its column says, or that of the row.

A name that ends in `_rp` is of rupiah, in `_persen` of percent, and `banyak` begins a count.
"""

from __future__ import annotations

from lkipnb.schemas.daftar import YEAR_TABLES
from lkipnb.schemas.ukuran import RATA_RATA, Ukuran

RUPIAH, PERSEN, POIN_PERSEN, CACAH = "rupiah", "persen", "poin persen", "cacah"
# Units that the row says: of its indicator, of a difference of that, of the row itself.
INDIKATOR, SELISIH, BARIS = "satuan indikator", "selisih indikator", "menurut kolom satuan"
TIDAK_DIKETAHUI = ""

_BY_NAME = {
    "serapan": PERSEN,
    RATA_RATA: PERSEN,
    "capaian_lalu": PERSEN,
    "a": POIN_PERSEN,
    "b": PERSEN,
    "e": PERSEN,
    "ne": PERSEN,
    "perubahan": SELISIH,
    **dict.fromkeys(("target", "realisasi", "realisasi_lalu", "maksimum"), INDIKATOR),
    **dict.fromkeys(("target_akhir", "sampai_kini", "target_kini"), INDIKATOR),
}


def satuan_besaran(ukuran: Ukuran) -> str:
    """The unit of what a measure gives; one of those that the row says; TIDAK_DIKETAHUI where
    nothing says.
    """
    name = ukuran.kolom
    if name.startswith("banyak"):
        return CACAH
    if name.endswith("_rp"):
        return RUPIAH
    if name.endswith("_persen"):
        return PERSEN
    return _BY_NAME.get(name) or _of_column(ukuran)


def _of_column(ukuran: Ukuran) -> str:
    table = YEAR_TABLES.get(ukuran.tabel)
    if table is None or ukuran.kolom not in table.names:
        return TIDAK_DIKETAHUI
    unit = table[ukuran.kolom].unit
    if unit in (INDIKATOR, BARIS):
        return unit
    return CACAH if unit else TIDAK_DIKETAHUI
