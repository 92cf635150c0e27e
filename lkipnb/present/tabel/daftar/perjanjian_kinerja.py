"""Sasaran, indicators and targets as the Perjanjian Kinerja states them."""

from __future__ import annotations

from lkipnb.present.bahan import Bahan, sumber
from lkipnb.present.format import angka
from lkipnb.present.tabel.indikator import SATUAN, bernama, besar, judul_sasaran, per_sasaran
from lkipnb.present.tabel.kolom import Baris, Kolom, Sajian, isi

KOLOM = (
    Kolom("nomor", "No.", 7, angka, angka=True),
    Kolom("nama", "Indikator kinerja", 75, kepala=True, dari=bernama),
    Kolom("target", "Target", 18, angka=True, dari=besar("target")),
    SATUAN,
)


def sajian(bahan: Bahan) -> Sajian:
    """The indicators numbered throughout, grouped by sasaran."""
    return Sajian(
        f"Sasaran strategis, indikator, dan target tahun {bahan.data.tahun}",
        KOLOM,
        bernomor(bahan),
        sumber(bahan, "kinerja"),
    )


def bernomor(bahan: Bahan) -> list[Baris]:
    group = judul_sasaran(bahan)
    numbered = enumerate(per_sasaran(bahan), start=1)
    return [Baris(isi(row, nomor=n), group[row.sasaran]) for n, row in numbered]
