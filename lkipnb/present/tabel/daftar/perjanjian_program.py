"""The second table of the Perjanjian Kinerja: programmes and their budget."""

from __future__ import annotations

from lkipnb.model import BagianAnggaran
from lkipnb.present.bahan import Bahan, has_rows
from lkipnb.present.format import uang
from lkipnb.present.tabel.kolom import Baris, Kolom, Sajian, isi
from lkipnb.present.tabel.lingkup import per_lingkup, tanpa_program


def sajian(bahan: Bahan) -> Sajian | None:
    """Programmes of the own budget; those of other sources apart."""
    if not has_rows(bahan, "anggaran"):
        return None
    total = "" if bahan.results.anggaran_lain.baris else "Jumlah"
    return Sajian(
        f"Program dan anggaran tahun {bahan.data.tahun}",
        _kolom(bahan),
        per_lingkup(bahan, _programmes, total),
    )


def _kolom(bahan: Bahan) -> list[Kolom]:
    """With the sources of funds where a line names one."""
    lines = bahan.results.anggaran_semua.baris
    named = any(line.sumber_dana is not None for line in lines)
    sources = [Kolom("sumber_dana", "Keterangan", 20)] if named else []
    return [
        Kolom("nomor", "No.", 7, angka=True),
        Kolom("uraian", "Program", 53 if named else 73, kepala=True),
        Kolom("pagu_rp", "Anggaran (Rp)", 20, uang, angka=True),
        *sources,
    ]


def _programmes(part: BagianAnggaran) -> list[Baris]:
    """The programmes of a part of the budget, numbered, with the sources that their lines name."""
    listed = []
    for number, line in enumerate(part.program, start=1):
        sources = ", ".join(part.sumber.get(line.kode_rekening, ()))
        listed.append(Baris(isi(line, nomor=number, sumber_dana=sources)))
    return [*listed, *tanpa_program(part)]
