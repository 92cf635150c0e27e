"""Pagu and realisasi of each programme."""

from __future__ import annotations

import pandas as pd

from lkipnb.present.bahan import Bahan, has_rows, rows, sumber
from lkipnb.present.tabel.kolom import Baris, Kolom, Sajian
from lkipnb.present.tabel.lingkup import per_lingkup, tanpa_program
from lkipnb.present.tabel.uang import berkode, berlabel, bertanda, catatan_persen, ringkas

LABEL = Kolom("uraian", "Program", 0, kepala=True)


def sajian(bahan: Bahan) -> Sajian | None:
    """Every programme, with the total; those of other sources of funds apart."""
    if not has_rows(bahan, "anggaran"):
        return None
    budget = bahan.hasil.anggaran_semua
    lines = budget[budget.tingkat == 1]
    return Sajian(
        f"Pagu dan realisasi per program, {bahan.data.tahun}",
        berlabel(LABEL, ringkas(lines), berkode(lines, 11)),
        per_lingkup(bahan, _programmes),
        sumber(bahan, "anggaran"),
        catatan_persen(bahan),
    )


def _programmes(part: pd.DataFrame) -> list[Baris]:
    lines = bertanda(part, rows(part[part.tingkat == 1]))
    return [*map(Baris, lines), *tanpa_program(part)]
