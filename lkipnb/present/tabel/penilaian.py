"""A checklist of the rules with the answers that the data give."""

from __future__ import annotations

from collections.abc import Mapping

from lkipnb.calculate.penilaian import nilai_butir
from lkipnb.present.bahan import Bahan
from lkipnb.present.format import huruf_besar
from lkipnb.present.tabel.kolom import Baris, Kolom, Sajian
from lkipnb.rules import Butir

TERKETIK = "angka-narasi"  # the rule of the audit that finds figures typed into prose

KOLOM = (
    Kolom("kode", "Butir", 8, utuh=True),
    Kolom("pertanyaan", "Pertanyaan", 40, kepala=True),
    Kolom("jawaban", "Jawaban", 14, str.capitalize),
    Kolom("alasan", "Dasar jawaban", 38, huruf_besar),
)


def penilaian(bahan: Bahan, judul: str, butir: Mapping[str, Butir]) -> Sajian:
    """Every item with its answer; what only a person can judge says so."""
    _, mended = bahan.pemeriksaan
    typed = sum(found.aturan == TERKETIK for found in mended.temuan)
    answers = nilai_butir(butir, bahan.data, bahan.results, bahan.rules, typed)
    return Sajian(
        judul,
        KOLOM,
        [Baris(vars(answer), answer.kelompok) for answer in answers],
        next(iter(butir.values())).dasar,
    )
