"""The programmes and activities that serve a sasaran."""

from __future__ import annotations

from lkipnb.calculate.serapan import AMOUNTS
from lkipnb.present.bahan import Bahan, has_rows, row_of, rows, sumber
from lkipnb.present.tabel.kolom import JUMLAH, Baris, Kolom, Sajian
from lkipnb.present.tabel.uang import berkode, berlabel, ringkas

PALING_SEDIKIT = 2


def sajian(bahan: Bahan, sasaran: str) -> Sajian | None:
    """Each line once in the total; None for a single line."""
    if not has_rows(bahan, "dukungan"):
        return None
    served = row_of(bahan.hasil.efisiensi_sasaran, sasaran)
    budget = bahan.hasil.anggaran_semua
    lines = budget[budget.kode_rekening.isin(served["program"])]
    if len(lines) < PALING_SEDIKIT:
        return None
    label = Kolom("uraian", "Program atau kegiatan", 0, kepala=True)
    total = {"uraian": "Jumlah tanpa hitung ganda"} | {name: served[name] for name in AMOUNTS}
    return Sajian(
        "Program dan kegiatan yang menunjang",
        berlabel(label, ringkas(lines), berkode(lines, 15)),
        [*map(Baris, rows(lines)), Baris(total, peran=JUMLAH)],
        sumber(bahan, "anggaran"),
    )
