"""The income that the agency brings in."""

from __future__ import annotations

from lkipnb.present.bahan import Bahan, has_rows, sumber
from lkipnb.present.format import huruf_besar, persen, uang
from lkipnb.present.tabel.kolom import JUMLAH, Baris, Kolom, Sajian, atau_kosong, isi

KOLOM = (
    Kolom("uraian", "Pendapatan", 46, kepala=True),
    Kolom("target_rp", "Target (Rp)", 18, uang, angka=True),
    Kolom("realisasi_rp", "Realisasi (Rp)", 18, uang, angka=True),
    Kolom("tercapai_persen", "Tercapai", 18, atau_kosong(persen), angka=True),
)


def sajian(bahan: Bahan) -> Sajian | None:
    """Every source within its group, with the total."""
    if not has_rows(bahan, "pendapatan"):
        return None
    sources = bahan.results.pendapatan
    total = isi(bahan.results.pendapatan_jumlah, uraian="Jumlah pendapatan")
    return Sajian(
        f"Target dan realisasi pendapatan, {bahan.data.tahun}",
        KOLOM,
        [
            *(Baris(isi(row), huruf_besar(row.kelompok)) for row in sources),
            Baris(total, "Jumlah", JUMLAH),
        ],
        sumber(bahan, "pendapatan"),
    )
