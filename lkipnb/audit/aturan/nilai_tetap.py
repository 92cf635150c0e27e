"""A realisasi that stays the same to its decimals for years was likely not measured again; a year
in which every realisasi equals its target was likely not measured at all.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from lkipnb.audit.aturan.dasar import Aturan
from lkipnb.audit.materi import Materi
from lkipnb.audit.temuan import CATATAN, PERINGATAN, Temuan, polos
from lkipnb.bilangan import sebut
from lkipnb.schemas import Kinerja, Riwayat

DIAM, TEPAT = "nilai-tetap", "tepat-target"
TAHUN = 3  # years of one value, this one included
SEDIKITNYA = 5  # indicators; fewer meet their targets exactly by chance


def _unmoved(materi: Materi) -> Iterator[Temuan]:
    for row, _ in materi.terukur:
        now = row.realisasi
        # A whole number counts things, of which there may be as many each year.
        if not isinstance(now, Decimal) or now == now.to_integral_value():
            continue
        years = range(materi.data.tahun - TAHUN + 1, materi.data.tahun)
        if all(_earlier(materi, row.indikator, year) == now for year in years):
            yield _still(row, now)


def _earlier(materi: Materi, kode: str, year: int) -> object:
    """The realisasi of a year before: as it was reported, else by the history."""
    reported = (one.realisasi for one in materi.lampau.get(year, ()) if one.kode == kode)
    told = (
        one.realisasi
        for one in materi.baris(Riwayat)
        if one.indikator == kode and one.tahun == year
    )
    return next(reported, next(told, None))


def _still(row: Kinerja, now: Decimal) -> Temuan:
    return Temuan(
        DIAM,
        PERINGATAN,
        "kinerja.csv",
        row.baris,
        "realisasi",
        polos(now),
        None,
        f"realisasi {row.indikator} {sebut(now)} sama sampai angka desimalnya selama {TAHUN} tahun",
        "nilai tahun lalu tersalin, atau belum diukur lagi",
        "tulis hasil pengukuran tahun ini, atau terima temuan ini dengan alasannya",
        kunci=f"indikator={row.indikator}",
    )


def _all_exact(materi: Materi) -> Iterator[Temuan]:
    pairs = [(row.target, row.realisasi) for row, _ in materi.terukur]
    known = [pair for pair in pairs if all(isinstance(value, Decimal) for value in pair)]
    if len(known) < SEDIKITNYA or any(target != done for target, done in known):
        return
    yield Temuan(
        TEPAT,
        CATATAN,
        "kinerja.csv",
        None,
        "realisasi",
        None,
        None,
        f"realisasi semua {sebut(len(known))} indikator tepat sama dengan targetnya",
        "realisasi mungkin disalin dari target",
        "cocokkan realisasi dengan data sumbernya",
    )


ATURAN = (
    Aturan(
        DIAM,
        PERINGATAN,
        "Realisasi bergerak dari tahun ke tahun",
        f"Kehati-hatian: nilai pecahan yang sama selama {TAHUN} tahun",
        "85,71 persen tiga tahun berturut-turut hampir selalu berarti tidak diukur lagi.",
        ("kinerja", "riwayat"),
        periksa=_unmoved,
        utuh=("indikator", "kinerja", "riwayat"),
    ),
    Aturan(
        TEPAT,
        CATATAN,
        "Tidak semua realisasi tepat pada targetnya",
        f"Kehati-hatian: {SEDIKITNYA} indikator atau lebih",
        "Bila semua capaian tepat 100 persen, realisasinya mungkin disalin dari target.",
        ("kinerja",),
        periksa=_all_exact,
        utuh=("indikator", "kinerja"),
    ),
)
