"""Pagu and realisasi of each programme."""

from __future__ import annotations

from lkipnb.model import BagianAnggaran
from lkipnb.present.bahan import Bahan, has_rows, sumber
from lkipnb.present.tabel.kolom import Baris, Kolom, Sajian, isi
from lkipnb.present.tabel.lingkup import per_lingkup, tanpa_program
from lkipnb.present.tabel.uang import berkode, berlabel, catatan_persen, ringkas

LABEL = Kolom("uraian", "Program", 0, kepala=True)


def sajian(bahan: Bahan) -> Sajian | None:
    """Every programme, with the total; those of other sources of funds apart."""
    if not has_rows(bahan, "anggaran"):
        return None
    lines = bahan.results.anggaran_semua.program
    return Sajian(
        f"Pagu dan realisasi per program, {bahan.data.tahun}",
        berlabel(LABEL, ringkas(lines), berkode(lines, 11)),
        per_lingkup(bahan, _programmes),
        sumber(bahan, "anggaran"),
        catatan_persen(bahan),
    )


def _programmes(part: BagianAnggaran) -> list[Baris]:
    return [*(Baris(isi(line)) for line in part.program), *tanpa_program(part)]
