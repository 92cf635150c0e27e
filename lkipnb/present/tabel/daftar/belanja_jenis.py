"""Spending by kind within its group."""

from __future__ import annotations

from lkipnb.model import JumlahKelompok
from lkipnb.present.bahan import Bahan, has_rows, sumber
from lkipnb.present.format import huruf_kecil
from lkipnb.present.tabel.kolom import JUMLAH, Baris, Kolom, Sajian, isi
from lkipnb.present.tabel.uang import berlabel, bernilai


def sajian(bahan: Bahan) -> Sajian | None:
    """Every kind, with the total of each group."""
    if not has_rows(bahan, "belanja_jenis"):
        return None
    baris = []
    for group in bahan.results.jumlah_kelompok:
        baris += _group(bahan, group)
    return Sajian(
        f"Anggaran dan realisasi menurut jenis belanja, {bahan.data.tahun}",
        berlabel(
            Kolom("jenis", "Jenis belanja", 0, kepala=True), bernilai(bahan.results.belanja_jenis)
        ),
        baris,
        sumber(bahan, "belanja_jenis"),
    )


def _group(bahan: Bahan, group: JumlahKelompok) -> list[Baris]:
    title = f"Belanja {group.kelompok}"
    own = [row for row in bahan.results.belanja_jenis if row.kelompok == group.kelompok]
    kinds = [Baris(isi(row, jenis=f"Belanja {row.jenis}"), title) for row in own]
    total = isi(group, jenis=f"Jumlah {huruf_kecil(title)}")
    return [*kinds, Baris(total, title, JUMLAH)]
