"""Tables of BAB III.D: the budget and what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

import pandas as pd

from lkipnb.present.bahan import Bahan
from lkipnb.present.format import daftar, persen, uang
from lkipnb.present.tabel.susun import UPRIGHT, Baris, Kolom, atau_kosong

JUMLAH = "Jumlah"
NARROWEST_LABEL = 25
DEEPEST_INDENT = 3
SEBELUM = Kolom("pagu_murni_rp", "Sebelum perubahan (Rp)", 14, atau_kosong(uang), angka=True)
FISIK = Kolom("fisik_persen", "Fisik", 8, atau_kosong(persen), angka=True)


def jumlah_kolom(frame: pd.DataFrame, *, lengkap: bool = True) -> list[Kolom]:
    """The columns of amounts; `lengkap` adds those before a change and of physical progress, where there are any."""
    changed, done = (lengkap and frame[name].notna().any() for name in ("pagu_murni_rp", "fisik_persen"))
    return [
        *([SEBELUM] if changed else []),
        Kolom("pagu_rp", "Setelah perubahan (Rp)" if changed else "Pagu (Rp)", 14 if changed else 15, uang, angka=True),
        Kolom("realisasi_rp", "Realisasi (Rp)", 14 if changed else 15, uang, angka=True),
        Kolom("sisa_rp", "Sisa (Rp)", 12, uang, angka=True),
        Kolom("serapan_persen", "Serapan", 9, atau_kosong(persen), angka=True),
        *([FISIK] if done else []),
    ]


def berlabel(amounts: list[Kolom], label: Kolom, kode: int = 0) -> list[Kolom]:
    """The amounts behind a label that takes what they leave, and behind a code `kode` percent wide.

    A label has room enough always; with many amounts the table becomes wider than an upright page.
    """
    room = max(NARROWEST_LABEL, UPRIGHT - kode - sum(column.lebar for column in amounts))
    codes = [Kolom("kode_rekening", "Kode", kode)] if kode else []
    return [*codes, replace(label, lebar=room), *amounts]


def belanja(bahan: Bahan) -> tuple[list[Kolom], list[Baris]]:
    """Every group of spending, with the total."""
    amounts = jumlah_kolom(bahan.hasil.belanja)
    kolom = berlabel(amounts, Kolom("kelompok", "Kelompok belanja", 0, kepala=True))
    rows = [Baris(row | {"kelompok": f"Belanja {row['kelompok']}"}) for row in bahan.hasil.belanja.to_dict("records")]
    return kolom, [*rows, Baris({"kelompok": JUMLAH} | bahan.hasil.belanja_jumlah.as_row(), peran="jumlah")]


def program(bahan: Bahan) -> tuple[list[Kolom], list[Baris]]:
    """Every programme, with the total."""
    lines = bahan.hasil.anggaran[bahan.hasil.anggaran.tingkat == 1]
    kolom = berlabel(jumlah_kolom(lines, lengkap=False), Kolom("uraian", "Program", 0, kepala=True), kode=11)
    return kolom, [*(Baris(row) for row in lines.to_dict("records")), _total(bahan)]


def rincian(bahan: Bahan) -> tuple[list[Kolom], list[Baris]]:
    """Every programme with the lines below it."""
    lines = bahan.hasil.anggaran
    names = daftar([name for name in bahan.rules.anggaran.tingkat if name in set(lines.jenjang)])
    deepest = len(bahan.rules.anggaran.tingkat)
    kolom = berlabel(jumlah_kolom(lines), Kolom("uraian", names.capitalize() or "Uraian", 0, kepala=True), kode=15)
    kolom[0] = replace(kolom[0], dari=partial(_code, deepest=deepest))
    rows = [Baris(row, peran=_role(row["tingkat"])) for row in lines.to_dict("records")]
    return kolom, [*rows, _total(bahan)]


def _code(row: Mapping[str, object], deepest: int) -> str:
    """The code of a line; below the levels that the law names only what it adds to the line above, as in a DPA."""
    code, above = row.get("kode_rekening") or "", row.get("induk")
    if not above or row["tingkat"] <= deepest:
        return code
    return code.removeprefix(above).lstrip(". ")


def sumber_dana(bahan: Bahan) -> tuple[list[Kolom], list[Baris]]:
    """Every source of funds that the budget names."""
    amounts = jumlah_kolom(bahan.hasil.sumber_dana)
    kolom = berlabel(amounts, Kolom("sumber_dana", "Sumber dana", 0, kepala=True))
    return kolom, [Baris(row) for row in bahan.hasil.sumber_dana.to_dict("records")]


def _role(tingkat: int) -> str:
    if tingkat <= 1:
        return "program"
    return "menjorok" if tingkat == 2 else f"menjorok-{min(tingkat - 1, DEEPEST_INDENT)}"


def _total(bahan: Bahan) -> Baris:
    return Baris(
        {"uraian": f"{JUMLAH} {bahan.rules.anggaran.cakupan}"} | bahan.hasil.anggaran_jumlah.as_row(), peran="jumlah"
    )
