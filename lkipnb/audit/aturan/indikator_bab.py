"""An indicator that the agency's own prose names exists, and one that has no analysis is told."""

import re
from collections.abc import Iterator

from lkipnb.audit.aturan.dasar import Aturan
from lkipnb.audit.materi import Materi
from lkipnb.audit.temuan import CATATAN, PERINGATAN, Temuan

ID = "indikator-bab"


def _periksa(materi: Materi) -> Iterator[Temuan]:
    codes = list(materi.data.indikator.kode)
    stems = {match[1] for code in codes if (match := re.fullmatch(r"([A-Za-z]+[-. ]?)\d+", code))}
    for file, text in (materi.prosa or {}).items():
        for stem in stems:
            for found in sorted(set(re.findall(rf"\b{re.escape(stem)}\d+\b", text))):
                if found not in codes:
                    told = f"{file} menyebut {found}, yang tidak ada di tabel indikator"
                    yield Temuan(
                        ID, PERINGATAN, file, None, None, found, None, told, "", "betulkan kodenya"
                    )
    analysed = set(materi.data.analisis.indikator)
    for row in materi.baris("indikator") if analysed else ():
        if row["kode"] not in analysed:
            told = f"{row['kode']} ada di BAB II dan tabel capaian, tetapi tidak dianalisis"
            saran = "isi tabel analisis untuk indikator ini"
            place = ("indikator.csv", row["baris"], "kode", row["kode"])
            yield Temuan(ID, CATATAN, *place, None, told, "", saran, kunci=f"kode={row['kode']}")


ATURAN = Aturan(
    ID,
    PERINGATAN,
    "Indikator yang sama di semua bab",
    "PermenPANRB 53/2014, Lampiran II: setiap indikator dievaluasi dan dianalisis",
    "Indikator yang disebut dalam kalimat harus ada; indikator yang diukur harus dianalisis.",
    ("indikator", "analisis"),
    periksa=_periksa,
)
