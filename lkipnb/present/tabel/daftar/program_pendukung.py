"""The programmes and activities that serve a sasaran."""

from __future__ import annotations

from lkipnb.present.bahan import Bahan, has_rows, row_of, sumber
from lkipnb.present.tabel.kolom import JUMLAH, Baris, Kolom, Sajian, isi
from lkipnb.present.tabel.uang import berkode, berlabel, ringkas

PALING_SEDIKIT = 2


def sajian(bahan: Bahan, sasaran: str) -> Sajian | None:
    """Each line once in the total; None for a single line."""
    if not has_rows(bahan, "dukungan"):
        return None
    served = row_of(bahan.results.efisiensi_sasaran, sasaran)
    budget = bahan.results.anggaran_semua.baris
    lines = [line for line in budget if line.kode_rekening in served.program]
    if len(lines) < PALING_SEDIKIT:
        return None
    label = Kolom("uraian", "Program atau kegiatan", 0, kepala=True)
    total = isi(served, uraian="Jumlah tanpa hitung ganda")
    return Sajian(
        "Program dan kegiatan yang menunjang",
        berlabel(label, ringkas(lines), berkode(lines, 15)),
        [*(Baris(isi(line)) for line in lines), Baris(total, peran=JUMLAH)],
        sumber(bahan, "anggaran"),
    )
