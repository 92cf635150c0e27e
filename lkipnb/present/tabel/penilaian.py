"""A checklist of the rules with the answers that the data give."""

from __future__ import annotations

from collections.abc import Mapping

from lkipnb.audit.temuan import GALAT, Temuan
from lkipnb.calculate.penilaian import Jawaban, Terbuka, nilai_butir
from lkipnb.present.bahan import Bahan
from lkipnb.present.format import huruf_besar
from lkipnb.present.tabel.kolom import Baris, Kolom, Sajian
from lkipnb.rules import Butir

TERKETIK = "angka-narasi"  # the rule of the audit that finds figures typed into prose

KOSONG = frozenset({"isi-wajib", "isi-pelengkap", "isian-sementara"})

KOLOM = (
    Kolom("kode", "Butir", 8, utuh=True),
    Kolom("pertanyaan", "Pertanyaan", 40, kepala=True),
    Kolom("jawaban", "Jawaban", 14, str.capitalize),
    Kolom("alasan", "Dasar jawaban", 38, huruf_besar),
)


def penilaian(bahan: Bahan, judul: str, butir: Mapping[str, Butir]) -> Sajian:
    """Every item with its answer; what only a person can judge says so."""
    return Sajian(
        judul,
        KOLOM,
        [Baris(vars(answer), answer.kelompok) for answer in jawaban(bahan, butir)],
        next(iter(butir.values())).dasar,
    )


def jawaban(bahan: Bahan, butir: Mapping[str, Butir]) -> list[Jawaban]:
    """The items as the data and the audit answer them."""
    _, mended = bahan.pemeriksaan
    typed = sum(found.aturan == TERKETIK for found in mended.temuan)
    wrong = sum(found.tingkat == GALAT and not _is_empty(found) for found in mended.temuan)
    still_open = Terbuka(wrong, typed)
    return nilai_butir(butir, bahan.data, bahan.results, bahan.rules, still_open)


def _is_empty(found: Temuan) -> bool:
    """Whether a finding is of what is not filled in: no figure is wrong by that."""
    return found.aturan in KOSONG
