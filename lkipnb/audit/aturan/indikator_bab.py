"""An indicator that the agency's own prose names exists, and one that has no analysis is told."""

import re
from collections.abc import Collection, Iterator

from lkipnb.audit.aturan.dasar import Aturan
from lkipnb.audit.materi import Materi
from lkipnb.audit.temuan import CATATAN, PERINGATAN, Temuan
from lkipnb.schemas import Analisis, Indikator

ID = "indikator-bab"
STEM = re.compile(r"([A-Za-z]+[-. ]?)\d+")


def _periksa(materi: Materi) -> Iterator[Temuan]:
    yield from _unknown(materi)
    yield from _without_analysis(materi)


def _unknown(materi: Materi) -> Iterator[Temuan]:
    """Codes in prose that look like those of indicators and are none."""
    stems = {match[1] for code in materi.indikator if (match := STEM.fullmatch(code or ""))}
    for file, text in materi.prosa.items():
        for found in _called(text, stems):
            if found not in materi.indikator:
                told = f"{file} menyebut {found}, yang tidak ada di tabel indikator"
                yield Temuan(
                    ID, PERINGATAN, file, None, None, found, None, told, saran="betulkan kodenya"
                )


def _called(text: str, stems: Collection[str]) -> Iterator[str]:
    for stem in sorted(stems):
        yield from sorted(set(re.findall(rf"\b{re.escape(stem)}\d+\b", text)))


def _without_analysis(materi: Materi) -> Iterator[Temuan]:
    """Indicators that nobody speaks of although others are analysed."""
    analysed = {row.indikator for row in materi.baris(Analisis)}
    for row in materi.baris(Indikator) if analysed else ():
        if row.kode not in analysed:
            told = f"{row.kode} ada di BAB II dan tabel capaian, tetapi tidak dianalisis"
            saran = "isi tabel analisis untuk indikator ini"
            place = ("indikator.csv", row.baris, "kode", row.kode)
            yield Temuan(ID, CATATAN, *place, None, told, "", saran, kunci=f"kode={row.kode}")


ATURAN = Aturan(
    ID,
    PERINGATAN,
    "Indikator yang sama di semua bab",
    "PermenPANRB 53/2014, Lampiran II: setiap indikator dievaluasi dan dianalisis",
    "Indikator yang disebut dalam kalimat harus ada; indikator yang diukur harus dianalisis.",
    ("indikator", "analisis"),
    periksa=_periksa,
)
