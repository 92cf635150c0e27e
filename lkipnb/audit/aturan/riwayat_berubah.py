"""What the history says of a year is what was reported in that year."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from lkipnb.audit.aturan.dasar import Aturan
from lkipnb.audit.kaitan import bulat, satuan_terakhir
from lkipnb.audit.materi import Materi
from lkipnb.audit.temuan import PERINGATAN, Temuan, polos
from lkipnb.bilangan import sebut
from lkipnb.schemas import Riwayat

ID = "riwayat-berubah"
KOLOM = ("target", "realisasi")


def _periksa(materi: Materi) -> Iterator[Temuan]:
    reported = {(row.kode, year): row for year, rows in materi.lampau.items() for row in rows}
    for row in materi.baris(Riwayat):
        then = reported.get((row.indikator, int(row.tahun)))
        for column in KOLOM if then is not None else ():
            now, told = getattr(row, column), getattr(then, column)
            if _differ(now, told):
                yield _told(row, column, now, told)


def _differ(now: object, told: object) -> bool:
    """Whether two numbers differ by more than the decimals that the one with fewer shows."""
    if not isinstance(now, Decimal) or not isinstance(told, Decimal):
        return False
    coarse = max(now, told, key=satuan_terakhir)
    return bulat(now, coarse) != bulat(told, coarse)


def _told(row: Riwayat, column: str, now: Decimal, told: Decimal) -> Temuan:
    year = int(row.tahun)
    return Temuan(
        ID,
        PERINGATAN,
        "riwayat.csv",
        row.baris,
        column,
        polos(now),
        polos(told),
        f"{column} {row.indikator} tahun {year} menurut riwayat {sebut(now)}, menurut data laporan"
        f" tahun {year} sendiri {sebut(told)}",
        "riwayat salah salin, atau angkanya diperbaiki sesudah laporan tahun itu terbit",
        f"tulis {sebut(told)}, atau terima temuan ini dengan alasan perubahannya",
        kunci=f"indikator={row.indikator}; tahun={year}",
    )


ATURAN = Aturan(
    ID,
    PERINGATAN,
    "Riwayat sama dengan laporan tahunnya",
    "PermenPANRB 53/2014, Lampiran II: realisasi dibandingkan dengan tahun-tahun sebelumnya",
    "Bila folder tahun itu ada, target dan realisasi dalam riwayat.csv dibandingkan dengannya;"
    " perubahan sesudah terbit perlu alasan.",
    ("riwayat",),
    periksa=_periksa,
    utuh=("riwayat",),
)
