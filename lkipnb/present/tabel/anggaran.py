"""Tables of BAB III.D: the budget and what became of it."""

from __future__ import annotations

from lkipnb.present.bahan import Bahan
from lkipnb.present.format import persen, uang
from lkipnb.present.tabel.susun import Baris, Kolom, atau_kosong

JUMLAH = "Jumlah"
AMOUNTS = (
    Kolom("pagu_rp", "Pagu (Rp)", 15, uang, angka=True),
    Kolom("realisasi_rp", "Realisasi (Rp)", 15, uang, angka=True),
    Kolom("sisa_rp", "Sisa (Rp)", 13, uang, angka=True),
    Kolom("serapan_persen", "Serapan", 9, atau_kosong(persen), angka=True),
)


def belanja(bahan: Bahan) -> tuple[list[Kolom], list[Baris]]:
    kolom = [Kolom("kelompok", "Kelompok belanja", 48, kepala=True), *AMOUNTS]
    rows = [Baris(row | {"kelompok": f"Belanja {row['kelompok']}"}) for row in bahan.hasil.belanja.to_dict("records")]
    return kolom, [*rows, Baris({"kelompok": JUMLAH} | bahan.hasil.belanja_jumlah.as_row(), peran="jumlah")]


def program(bahan: Bahan) -> tuple[list[Kolom], list[Baris]]:
    kolom = [Kolom("kode_rekening", "Kode", 11), Kolom("uraian", "Program", 37, kepala=True), *AMOUNTS]
    lines = bahan.hasil.anggaran[bahan.hasil.anggaran.tingkat == 1]
    return kolom, [*(Baris(row) for row in lines.to_dict("records")), _total(bahan)]


def rincian(bahan: Bahan) -> tuple[list[Kolom], list[Baris]]:
    """Every programme with the lines below it."""
    kolom = [Kolom("kode_rekening", "Kode", 14), Kolom("uraian", "Program dan kegiatan", 34, kepala=True), *AMOUNTS]
    rows = [
        Baris(row, peran="program" if row["tingkat"] == 1 else "menjorok")
        for row in bahan.hasil.anggaran.to_dict("records")
    ]
    return kolom, [*rows, _total(bahan)]


def _total(bahan: Bahan) -> Baris:
    return Baris({"uraian": f"{JUMLAH} belanja langsung"} | bahan.hasil.anggaran_jumlah.as_row(), peran="jumlah")
