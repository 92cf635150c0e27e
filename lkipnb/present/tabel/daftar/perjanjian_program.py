"""The second table of the Perjanjian Kinerja: programmes and their budget."""

from __future__ import annotations

from dataclasses import replace

from lkipnb.model import BagianAnggaran, Profil
from lkipnb.present.bahan import Bahan, has_rows
from lkipnb.present.format import uang
from lkipnb.present.perjanjian import dijanjikan, saat
from lkipnb.present.tabel.kolom import Baris, Kolom, Sajian, isi
from lkipnb.present.tabel.lingkup import per_lingkup, tanpa_program


def sajian(bahan: Bahan) -> Sajian | None:
    """Programmes of the own budget and what was promised for them; those of other sources apart."""
    if not has_rows(bahan, "anggaran"):
        return None
    total = "Jumlah" if _is_whole(bahan) else ""
    when = saat(bahan.data.profil, bahan.results.anggaran.jumlah)
    return Sajian(
        f"Program dan anggaran tahun {bahan.data.tahun}{when}",
        _kolom(bahan),
        [_promised(row, bahan.data.profil) for row in per_lingkup(bahan, _programmes, total)],
    )


def _is_whole(bahan: Bahan) -> bool:
    """Whether the programmes are all the money that there is: no other source, no spending beside
    them; else their total says what it adds up.
    """
    if bahan.results.anggaran_lain.baris:
        return False
    if not has_rows(bahan, "belanja"):
        return True
    return bahan.results.belanja_jumlah.pagu_rp == bahan.results.anggaran.jumlah.pagu_rp


def _promised(row: Baris, profil: Profil) -> Baris:
    return replace(row, isi={**row.isi, "anggaran_rp": dijanjikan(row.isi, profil)})


def _kolom(bahan: Bahan) -> list[Kolom]:
    """With the sources of funds where a line names one."""
    lines = bahan.results.anggaran_semua.baris
    named = any(line.sumber_dana is not None for line in lines)
    sources = []
    if named:
        sources = [Kolom("sumber_dana", "Keterangan", 20)]
    room = 73 - sum(column.lebar for column in sources)
    return [
        Kolom("nomor", "No.", 7, angka=True),
        Kolom("uraian", "Program", room, kepala=True),
        Kolom("anggaran_rp", "Anggaran (Rp)", 20, uang, angka=True),
        *sources,
    ]


def _programmes(part: BagianAnggaran) -> list[Baris]:
    """The programmes of a part of the budget, numbered, with the sources that their lines name."""
    listed = []
    for number, line in enumerate(part.program, start=1):
        sources = ", ".join(part.sumber.get(line.kode_rekening, ()))
        listed.append(Baris(isi(line, nomor=number, sumber_dana=sources)))
    return [*listed, *tanpa_program(part)]
