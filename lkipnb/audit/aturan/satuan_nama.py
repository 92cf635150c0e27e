"""The name of an indicator says whether it is a share or a number of things; so does its unit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lkipnb.audit.aturan.dasar import Aturan
from lkipnb.audit.materi import Materi
from lkipnb.audit.temuan import PERINGATAN, Temuan
from lkipnb.rules.satuan import CACAH, PERSEN, satuan
from lkipnb.schemas import Indikator

ID = "satuan-nama"
BAGIAN = re.compile(r"\s*(?:persentase|prosentase)\b", re.IGNORECASE)
BANYAK = re.compile(r"\s*(?:jumlah|banyaknya)\b(?!.*(?:persen|prosen))", re.IGNORECASE)


def _periksa(materi: Materi) -> Iterator[Temuan]:
    for row in materi.baris(Indikator):
        unit, name = satuan(row.satuan or "").kode, row.nama or ""
        if unit == CACAH and BAGIAN.match(name):
            yield _told(row, "persen", "bagian dari keseluruhan")
        elif unit == PERSEN and BANYAK.match(name):
            yield _told(row, None, "banyaknya sesuatu")


def _told(row: Indikator, meant: str | None, what: str) -> Temuan:
    own = f"samakan nama dan satuannya; tulis satuan {meant} bila itu maksudnya"
    return Temuan(
        ID,
        PERINGATAN,
        "indikator.csv",
        row.baris,
        "satuan",
        row.satuan,
        meant,
        f"satuan {row.kode} {row.satuan}, padahal namanya “{row.nama}” menyebut {what}",
        "satuan salah pilih, atau milik indikator lain",
        own if meant else "samakan nama dan satuannya",
        kunci=f"kode={row.kode}",
    )


ATURAN = Aturan(
    ID,
    PERINGATAN,
    "Satuan sesuai dengan nama indikator",
    "Hitungan: persentase dinyatakan dalam persen, banyaknya sesuatu dalam satuan cacahnya",
    "“Persentase posyandu aktif” dengan satuan orang memberi realisasi seperseratus dari yang"
    " sebenarnya.",
    ("indikator",),
    periksa=_periksa,
)
