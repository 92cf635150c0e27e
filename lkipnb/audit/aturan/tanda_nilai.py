"""What is counted is not less than nothing."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from lkipnb.audit.aturan.dasar import Aturan
from lkipnb.audit.materi import Materi
from lkipnb.audit.temuan import GALAT, Temuan, polos
from lkipnb.bilangan import sebut
from lkipnb.rules.satuan import CACAH, satuan
from lkipnb.schemas import Indikator, Kinerja, Renstra, Riwayat, Triwulan

ID = "tanda-nilai"
Terukur = Kinerja | Triwulan | Renstra | Riwayat
KOLOM = ("target", "realisasi", "nilai_pembilang", "nilai_penyebut")


def _periksa(materi: Materi) -> Iterator[Temuan]:
    counted = {
        row.kode: row.satuan
        for row in materi.baris(Indikator)
        if row.satuan and satuan(row.satuan).kode == CACAH
    }
    for row in _measured(materi):
        if row.indikator in counted:
            yield from _below_zero(materi, row, counted[row.indikator])


def _measured(materi: Materi) -> Iterator[Terukur]:
    """The rows of every table of targets and realisasi."""
    yield from materi.baris(Kinerja)
    yield from materi.baris(Triwulan)
    yield from materi.baris(Renstra)
    yield from materi.baris(Riwayat)


def _below_zero(materi: Materi, row: Terukur, unit: str) -> Iterator[Temuan]:
    for column in KOLOM:
        value = getattr(row, column, None)
        if not isinstance(value, Decimal) or value >= 0:
            continue
        yield Temuan(
            ID,
            GALAT,
            row.table.file,
            row.baris,
            column,
            polos(value),
            None,
            f"{column} {row.indikator} {sebut(value)} {unit}: di bawah nol, padahal {unit}"
            " dihitung mulai dari nol",
            "tanda minus salah ketik",
            f"tulis {sebut(-value)} bila itu maksudnya",
            kunci=materi.kunci(row.table.name, row.baris),
        )


ATURAN = Aturan(
    ID,
    GALAT,
    "Yang dicacah tidak di bawah nol",
    "Hitungan: banyaknya orang, dokumen, menit, dan benda lain tidak pernah negatif",
    "Realisasi −8,5 menit memberi capaian yang tidak mungkin.",
    ("indikator", "kinerja", "triwulan", "renstra", "riwayat"),
    periksa=_periksa,
)
