"""Rows of the budget: the own one with its total, what other sources of funds pay apart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pandas as pd

from lkipnb.calculate.serapan import di_luar_program
from lkipnb.model import Realisasi
from lkipnb.present.bahan import Bahan, cakupan, rows
from lkipnb.present.tabel.kolom import JUMLAH, Baris
from lkipnb.present.tabel.uang import HANYA_PERSEN

TANPA_PROGRAM = "Kegiatan tanpa program"
APBD, DI_LUAR = "APBD", "Di luar APBD"
SELURUH = "Jumlah seluruh sumber dana"


def per_lingkup(
    bahan: Bahan, baris: Callable[[pd.DataFrame], list[Baris]], nama: str = ""
) -> list[Baris]:
    """The rows of the own budget with their total, named `nama`; what other sources pay below, with
    totals of its own.

    `baris` makes the rows of a part of the budget.
    """
    hasil = bahan.hasil
    total = jumlah(nama or f"Jumlah {cakupan(bahan)}", hasil.anggaran_jumlah, hasil.anggaran)
    own = [*baris(hasil.anggaran), total]
    if hasil.anggaran_lain.empty:
        return own
    beside = [*baris(hasil.anggaran_lain), *_totals_of_sources(bahan)]
    whole = jumlah(SELURUH, hasil.anggaran_semua_jumlah, hasil.anggaran_semua)
    return [
        *(replace(row, grup=APBD) for row in own),
        *(replace(row, grup=DI_LUAR) for row in beside),
        replace(whole, grup="Seluruh sumber dana"),
    ]


def _totals_of_sources(bahan: Bahan) -> list[Baris]:
    sources = [row for row in rows(bahan.hasil.sumber_dana) if row["lain"]]
    return [
        Baris(row | {"uraian": f"Jumlah {row['sumber_dana']}", "sumber_dana": None}, peran=JUMLAH)
        for row in sources
    ]


def tanpa_program(part: pd.DataFrame) -> list[Baris]:
    """The lines that stand under no programme, together, so that the rows add up to their total."""
    outside = di_luar_program(part)
    return [] if outside is None else [Baris({"uraian": TANPA_PROGRAM} | outside.as_row())]


def jumlah(nama: str, nilai: Realisasi, part: pd.DataFrame) -> Baris:
    """The total of a part of the budget, knowing whether percentages alone keep it unknown."""
    unknown = part[part.rinci.astype(bool) & part.realisasi_rp.isna()]
    shared = bool(unknown.serapan_persen.notna().all())
    return Baris({"uraian": nama, HANYA_PERSEN: shared} | nilai.as_row(), peran=JUMLAH)
