"""Spending by group."""

from __future__ import annotations

from lkipnb.present.bahan import Bahan, has_rows, sumber
from lkipnb.present.format import huruf_kecil
from lkipnb.present.tabel.kolom import JUMLAH, Baris, Kolom, Row, Sajian, isi
from lkipnb.present.tabel.uang import berlabel, bernilai


def sajian(bahan: Bahan) -> Sajian | None:
    """Every group with what it is used for, and the total."""
    if not has_rows(bahan, "belanja"):
        return None
    label = Kolom("kelompok", "Kelompok belanja", 0, kepala=True, dari=_group)
    groups = bahan.results.belanja
    named = [isi(row, kelompok=f"Belanja {row.kelompok}") for row in groups]
    total = isi(bahan.results.belanja_jumlah, kelompok="Jumlah")
    return Sajian(
        f"Anggaran dan realisasi menurut kelompok belanja, {bahan.data.tahun}",
        berlabel(label, bernilai(groups)),
        [*map(Baris, named), Baris(total, peran=JUMLAH)],
        sumber(bahan, "belanja"),
    )


def _group(row: Row) -> str:
    """A group of spending and what it is used for."""
    group: str = row["kelompok"]
    use = row.get("penggunaan")
    if not use:
        return group
    return f"{group}: {huruf_kecil(use)}"
