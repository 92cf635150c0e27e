"""The second table of the Perjanjian Kinerja: programmes and their budget."""

from __future__ import annotations

import pandas as pd

from lkipnb.present.bahan import Bahan, Row, has_rows, rows
from lkipnb.present.format import uang
from lkipnb.present.tabel.kolom import Baris, Kolom, Sajian
from lkipnb.present.tabel.lingkup import per_lingkup, tanpa_program


def sajian(bahan: Bahan) -> Sajian | None:
    """Programmes of the own budget; those of other sources apart."""
    if not has_rows(bahan, "anggaran"):
        return None
    total = "Jumlah" if bahan.hasil.anggaran_lain.empty else ""
    return Sajian(
        f"Program dan anggaran tahun {bahan.data.tahun}",
        _kolom(bahan),
        per_lingkup(bahan, _programmes, total),
    )


def _kolom(bahan: Bahan) -> list[Kolom]:
    """With the sources of funds where a line names one."""
    named = bahan.hasil.anggaran_semua.sumber_dana.notna().any()
    sources = [Kolom("sumber_dana", "Keterangan", 20)] if named else []
    return [
        Kolom("nomor", "No.", 7, angka=True),
        Kolom("uraian", "Program", 53 if named else 73, kepala=True),
        Kolom("pagu_rp", "Anggaran (Rp)", 20, uang, angka=True),
        *sources,
    ]


def _programmes(part: pd.DataFrame) -> list[Baris]:
    """The programmes of a part of the budget, numbered, with the sources that their lines name."""
    lines = [row for row in rows(part) if row["rinci"]]
    numbered = enumerate(rows(part[part.tingkat == 1]), start=1)
    listed = [
        Baris(row | {"nomor": number, "sumber_dana": _sources(row["kode_rekening"], lines)})
        for number, row in numbered
    ]
    return [*listed, *tanpa_program(part)]


def _sources(program: str, lines: list[Row]) -> str:
    own = [row["sumber_dana"] for row in lines if row["program"] == program]
    return ", ".join(dict.fromkeys(source for source in own if source is not None))
