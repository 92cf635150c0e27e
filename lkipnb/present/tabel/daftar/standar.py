"""Realisasi of the indicators of a sasaran beside each national or regional standard."""

from __future__ import annotations

from lkipnb.present.bahan import PALING_SEDIKIT, Bahan, has_rows, rows_of, sumber
from lkipnb.present.format import persen
from lkipnb.present.tabel.indikator import KODE, SATUAN, bernama, besar
from lkipnb.present.tabel.kolom import Baris, Kolom, Sajian, atau_kosong, isi

KOLOM = (
    KODE,
    Kolom("nama", "Indikator", 25, kepala=True, dari=bernama),
    Kolom("lingkup", "Standar", 10, str.capitalize),
    Kolom("standar", "Nilai standar", 11, angka=True, dari=besar("standar")),
    Kolom("realisasi", "Realisasi", 11, angka=True, dari=besar("realisasi")),
    Kolom("persen", "Terhadap standar", 11, atau_kosong(persen), angka=True),
    Kolom("sumber", "Sumber standar", 23),
    SATUAN,
)


def sajian(bahan: Bahan, sasaran: str) -> Sajian | None:
    """None where few are known."""
    own = rows_of(bahan.results.standar, sasaran)
    if not has_rows(bahan, "standar") or len(own) < PALING_SEDIKIT:
        return None
    baris = [Baris(isi(row)) for row in own]
    return Sajian("Realisasi dan standar", KOLOM, baris, sumber(bahan, "standar"))
