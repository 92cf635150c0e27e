"""Spending by kind within its group."""

from __future__ import annotations

import pandas as pd

from lkipnb.calculate.serapan import jumlah_belanja
from lkipnb.present.bahan import Bahan, has_rows, rows, sumber
from lkipnb.present.format import huruf_kecil
from lkipnb.present.tabel.kolom import JUMLAH, Baris, Kolom, Sajian
from lkipnb.present.tabel.uang import berlabel, bernilai


def sajian(bahan: Bahan) -> Sajian | None:
    """Every kind, with the total of each group."""
    if not has_rows(bahan, "belanja_jenis"):
        return None
    kinds = bahan.hasil.belanja_jenis
    baris = []
    for group in dict.fromkeys(kinds.kelompok):
        baris += _group(group, kinds[kinds.kelompok == group])
    return Sajian(
        f"Anggaran dan realisasi menurut jenis belanja, {bahan.data.tahun}",
        berlabel(Kolom("jenis", "Jenis belanja", 0, kepala=True), bernilai(kinds)),
        baris,
        sumber(bahan, "belanja_jenis"),
    )


def _group(nama: str, own: pd.DataFrame) -> list[Baris]:
    title = f"Belanja {nama}"
    kinds = [row | {"jenis": f"Belanja {row['jenis']}"} for row in rows(own)]
    total = {"jenis": f"Jumlah {huruf_kecil(title)}"} | jumlah_belanja(own).as_row()
    return [*(Baris(row, title) for row in kinds), Baris(total, title, JUMLAH)]
