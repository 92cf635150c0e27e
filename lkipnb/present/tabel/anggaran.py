"""Tables of BAB III.D: the budget and what became of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

import pandas as pd

from lkipnb.calculate.rekening import tercetak
from lkipnb.calculate.serapan import di_luar_program, jumlah_belanja
from lkipnb.model import Realisasi
from lkipnb.present.bahan import Bahan, cakupan
from lkipnb.present.format import KOSONG, daftar, huruf_besar, huruf_kecil, persen, sen, uang
from lkipnb.present.tabel.susun import UPRIGHT, Baris, Kolom, atau_kosong

JUMLAH = "Jumlah"
TANPA_PROGRAM = "Kegiatan tanpa program"
DI_LUAR = "Di luar APBD"
NARROWEST_LABEL = 25
DEEPEST_INDENT = 3
FISIK = Kolom("fisik_persen", "Fisik", 8, atau_kosong(persen), angka=True)


def jumlah_kolom(frame: pd.DataFrame, *, lengkap: bool = True) -> list[Kolom]:
    """The columns of amounts; `lengkap` adds those before a change and of physical progress, where
    there are any.
    """
    changed, done = (
        lengkap and frame[name].notna().any() for name in ("pagu_murni_rp", "fisik_persen")
    )
    wide = 14 if changed else 15
    named = "Setelah perubahan (Rp)" if changed else "Pagu (Rp)"
    return [
        *([_money(frame, "pagu_murni_rp", "Sebelum perubahan (Rp)", 14)] if changed else []),
        _money(frame, "pagu_rp", named, wide),
        _money(frame, "realisasi_rp", "Realisasi (Rp)", wide),
        _money(frame, "sisa_rp", "Sisa (Rp)", 12),
        Kolom("serapan_persen", "Serapan", 9, atau_kosong(persen), angka=True),
        *([FISIK] if done else []),
    ]


def _money(frame: pd.DataFrame, nama: str, judul: str, lebar: int) -> Kolom:
    """A column of amounts, all with sen or all without; a dash where none is known."""
    desimal = sen(frame[nama])

    def shown(row: Mapping[str, object]) -> str:
        value = row.get(nama)
        if value is not None:
            return uang(value, desimal)
        of_percent = nama != "pagu_rp" and row.get("serapan_persen") is not None
        return KOSONG if of_percent or nama == "pagu_murni_rp" else uang(None)

    return Kolom(nama, judul, lebar, angka=True, dari=shown)


def berkode(lines: pd.DataFrame, lebar: int) -> int:
    """The width of the column of codes: none where the source prints none."""
    return lebar if any(map(tercetak, lines.kode_rekening)) else 0


def berlabel(amounts: list[Kolom], label: Kolom, kode: int = 0) -> list[Kolom]:
    """The amounts behind a label that takes what they leave, and behind a code `kode` percent wide.

    A label has room enough always; with many amounts the table becomes wider than an upright page.
    """
    room = max(NARROWEST_LABEL, UPRIGHT - kode - sum(column.lebar for column in amounts))
    codes = [Kolom("kode_rekening", "Kode", kode, tercetak, utuh=True)] if kode else []
    return [*codes, replace(label, lebar=room), *amounts]


def belanja(bahan: Bahan) -> tuple[list[Kolom], list[Baris]]:
    """Every group of spending, with the total."""
    amounts = jumlah_kolom(bahan.hasil.belanja)
    kolom = berlabel(amounts, Kolom("kelompok", "Kelompok belanja", 0, kepala=True, dari=_group))
    rows = [
        Baris(row | {"kelompok": f"Belanja {row['kelompok']}"})
        for row in bahan.hasil.belanja.to_dict("records")
    ]
    return kolom, [
        *rows,
        Baris({"kelompok": JUMLAH} | bahan.hasil.belanja_jumlah.as_row(), peran="jumlah"),
    ]


def _group(row: Mapping[str, object]) -> str:
    """A group of spending and what it is used for."""
    use = row.get("penggunaan")
    return f"{row['kelompok']}: {huruf_kecil(use)}" if use else row["kelompok"]


def belanja_jenis(bahan: Bahan) -> tuple[list[Kolom], list[Baris]]:
    """Every kind of spending within its group, with the total of each group."""
    frame = bahan.hasil.belanja_jenis
    kolom = berlabel(jumlah_kolom(frame), Kolom("jenis", "Jenis belanja", 0, kepala=True))
    rows = []
    for name in dict.fromkeys(frame.kelompok):
        group, own = f"Belanja {name}", frame[frame.kelompok == name]
        rows += [
            Baris(row | {"jenis": f"Belanja {row['jenis']}"}, group)
            for row in own.to_dict("records")
        ]
        rows.append(
            Baris(
                {"jenis": f"{JUMLAH} {huruf_kecil(group)}"} | jumlah_belanja(own).as_row(),
                group,
                "jumlah",
            )
        )
    return kolom, rows


def pendapatan(bahan: Bahan) -> tuple[list[Kolom], list[Baris]]:
    """Every source of income within its group, with the total."""
    kolom = [
        Kolom("uraian", "Pendapatan", 46, kepala=True),
        Kolom("target_rp", "Target (Rp)", 18, uang, angka=True),
        Kolom("realisasi_rp", "Realisasi (Rp)", 18, uang, angka=True),
        Kolom("tercapai_persen", "Tercapai", 18, atau_kosong(persen), angka=True),
    ]
    rows = [
        Baris(row, huruf_besar(row["kelompok"]))
        for row in bahan.hasil.pendapatan.to_dict("records")
    ]
    total = Baris(
        {"uraian": f"{JUMLAH} pendapatan"} | bahan.hasil.pendapatan_jumlah.as_row(),
        JUMLAH,
        "jumlah",
    )
    return kolom, [*rows, total]


def program(bahan: Bahan) -> tuple[list[Kolom], list[Baris]]:
    """Every programme, with the total; those of other sources of funds apart."""
    lines = bahan.hasil.anggaran_semua[bahan.hasil.anggaran_semua.tingkat == 1]
    label = Kolom("uraian", "Program", 0, kepala=True)
    kolom = berlabel(jumlah_kolom(lines, lengkap=False), label, berkode(lines, 11))
    return kolom, per_lingkup(bahan, _programmes)


def _programmes(part: pd.DataFrame) -> list[Baris]:
    return [*(Baris(row) for row in _rows(part[part.tingkat == 1])), *tanpa_program(part)]


def tanpa_program(part: pd.DataFrame) -> list[Baris]:
    """The lines that stand under no programme, together, so that the rows add up to their total."""
    outside = di_luar_program(part)
    return [] if outside is None else [Baris({"uraian": TANPA_PROGRAM} | outside.as_row())]


def rincian(bahan: Bahan) -> tuple[list[Kolom], list[Baris]]:
    """Every programme with the lines below it; those of other sources of funds apart."""
    lines = bahan.hasil.anggaran_semua
    names = daftar([name for name in bahan.rules.anggaran.tingkat if name in set(lines.jenjang)])
    deepest = len(bahan.rules.anggaran.tingkat)
    label = Kolom("uraian", names.capitalize() or "Uraian", 0, kepala=True)
    shorter = partial(_code, deepest=deepest)
    kolom = [
        replace(column, dari=shorter) if column.nama == "kode_rekening" else column
        for column in berlabel(jumlah_kolom(lines), label, berkode(lines, 15))
    ]
    return kolom, per_lingkup(
        bahan, lambda frame: [Baris(row, peran=_role(row["tingkat"])) for row in _rows(frame)]
    )


def per_lingkup(
    bahan: Bahan, baris: Callable[[pd.DataFrame], list[Baris]], nama: str = ""
) -> list[Baris]:
    """The rows of the own budget with their total, named `nama`; what other sources pay below, with
    totals of its own.

    `baris` makes the rows of a part of the budget.
    """
    hasil = bahan.hasil
    own = [
        *baris(hasil.anggaran),
        _jumlah(nama or f"{JUMLAH} {cakupan(bahan)}", hasil.anggaran_jumlah),
    ]
    if hasil.anggaran_lain.empty:
        return own
    beside = [*baris(hasil.anggaran_lain), *_totals_of_sources(bahan)]
    whole = _jumlah(f"{JUMLAH} seluruh sumber dana", hasil.anggaran_semua_jumlah)
    return [
        *(replace(row, grup="APBD") for row in own),
        *(replace(row, grup=DI_LUAR) for row in beside),
        replace(whole, grup="Seluruh sumber dana"),
    ]


def _totals_of_sources(bahan: Bahan) -> list[Baris]:
    sources = _rows(bahan.hasil.sumber_dana)
    named = [
        row | {"uraian": f"{JUMLAH} {row['sumber_dana']}", "sumber_dana": None}
        for row in sources
        if row["lain"]
    ]
    return [Baris(row, peran="jumlah") for row in named]


def _code(row: Mapping[str, object], deepest: int) -> str:
    """The code of a line; below the levels that the law names only what it adds to the line above,
    as in a DPA.
    """
    code, above = tercetak(row.get("kode_rekening")), row.get("induk")
    if not above or row["tingkat"] <= deepest:
        return code
    return code.removeprefix(above).lstrip(". ")


def sumber_dana(bahan: Bahan) -> tuple[list[Kolom], list[Baris]]:
    """Every source of funds that the budget names; those outside the own budget apart."""
    amounts = jumlah_kolom(bahan.hasil.sumber_dana)
    kolom = berlabel(amounts, Kolom("sumber_dana", "Sumber dana", 0, kepala=True))
    rows = _rows(bahan.hasil.sumber_dana)
    if not any(row["lain"] for row in rows):
        return kolom, [Baris(row) for row in rows]
    ordered = sorted(rows, key=lambda row: row["lain"])
    return kolom, [Baris(row, DI_LUAR if row["lain"] else "APBD") for row in ordered]


def _rows(frame: pd.DataFrame) -> list[dict]:
    return frame.to_dict("records")


def _role(tingkat: int) -> str:
    if tingkat <= 1:
        return "program"
    return "menjorok" if tingkat == 2 else f"menjorok-{min(tingkat - 1, DEEPEST_INDENT)}"


def _jumlah(nama: str, jumlah: Realisasi) -> Baris:
    return Baris({"uraian": nama} | jumlah.as_row(), peran="jumlah")
