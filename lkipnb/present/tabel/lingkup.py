"""Rows of the budget: the own one with its total, what other sources of funds pay apart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from lkipnb.model import BagianAnggaran
from lkipnb.present.bahan import Bahan, cakupan
from lkipnb.present.tabel.kolom import JUMLAH, Baris, isi
from lkipnb.present.tabel.uang import HANYA_PERSEN

TANPA_PROGRAM = "Kegiatan tanpa program"
APBD, DI_LUAR = "APBD", "Di luar APBD"
SELURUH = "Jumlah seluruh sumber dana"


def per_lingkup(
    bahan: Bahan, baris: Callable[[BagianAnggaran], list[Baris]], nama: str = ""
) -> list[Baris]:
    """The rows of the own budget with their total, named `nama`; what other sources pay below, with
    totals of its own.

    `baris` makes the rows of a part of the budget.
    """
    hasil = bahan.results
    own = [*baris(hasil.anggaran), jumlah(nama or f"Jumlah {cakupan(bahan)}", hasil.anggaran)]
    if not hasil.anggaran_lain.baris:
        return own
    beside = [*baris(hasil.anggaran_lain), *_totals_of_sources(bahan)]
    return [
        *(replace(row, grup=APBD) for row in own),
        *(replace(row, grup=DI_LUAR) for row in beside),
        replace(jumlah(SELURUH, hasil.anggaran_semua), grup="Seluruh sumber dana"),
    ]


def _totals_of_sources(bahan: Bahan) -> list[Baris]:
    sources = [row for row in bahan.results.sumber_dana if row.lain]
    return [
        Baris(isi(row, uraian=f"Jumlah {row.sumber_dana}", sumber_dana=None), peran=JUMLAH)
        for row in sources
    ]


def tanpa_program(part: BagianAnggaran) -> list[Baris]:
    """The lines that stand under no programme, together, so that the rows add up to their total."""
    if part.tanpa_program is None:
        return []
    return [Baris(isi(part.tanpa_program, uraian=TANPA_PROGRAM))]


def jumlah(nama: str, part: BagianAnggaran) -> Baris:
    """The total of a part of the budget, knowing whether percentages alone keep it unknown."""
    shared = {HANYA_PERSEN: part.hanya_persen}
    return Baris(isi(part.jumlah, uraian=nama, **shared), peran=JUMLAH)
