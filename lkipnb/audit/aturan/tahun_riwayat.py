"""A year of the history that stands alone is likely a slip of the hand."""

from __future__ import annotations

from collections.abc import Iterator

from lkipnb.audit.aturan.dasar import Aturan
from lkipnb.audit.materi import Materi
from lkipnb.audit.temuan import PERINGATAN, Temuan
from lkipnb.schemas import Riwayat

ID = "tahun-riwayat"
SELA = 4  # years without a row between one year of an indicator and its next


def _periksa(materi: Materi) -> Iterator[Temuan]:
    history = materi.baris(Riwayat)
    used = {(row.indikator, int(row.tahun)) for row in history}
    for row in history:
        year = int(row.tahun)
        gap = _years_to_next(row, used, materi.data.tahun)
        if gap <= SELA or any(other == year for code, other in used if code != row.indikator):
            continue
        meant = _meant(year, {y for code, y in used if code == row.indikator}, materi.data.tahun)
        yield Temuan(
            ID,
            PERINGATAN,
            "riwayat.csv",
            row.baris,
            "tahun",
            str(year),
            str(meant) if meant else None,
            f"riwayat {row.indikator} tahun {year} berdiri sendiri: {gap - 1} tahun sesudahnya"
            " tidak ada datanya",
            f"mungkin maksudnya {meant}" if meant else "tahun salah ketik",
            "betulkan tahunnya, atau hapus baris itu bila terlalu lama untuk dibandingkan",
            kunci=f"indikator={row.indikator}; tahun={year}",
        )


def _years_to_next(row: Riwayat, used: set[tuple[str, int]], now: int) -> int:
    """How many years lie between a row and the next that its indicator has, or the year of the
    report.
    """
    later = [year for code, year in used if code == row.indikator and year > row.tahun]
    return min([*later, now]) - int(row.tahun)


def _meant(year: int, own: set[int], now: int) -> int | None:
    """The one year without a row, before the report, that differs by one digit."""
    near = [
        other
        for other in range(now - SELA - 1, now)
        if other not in own and _differ_by_one_digit(str(year), str(other))
    ]
    return near[0] if len(near) == 1 else None


def _differ_by_one_digit(one: str, other: str) -> bool:
    pairs = zip(one, other, strict=False)
    return len(one) == len(other) and sum(a != b for a, b in pairs) == 1


ATURAN = Aturan(
    ID,
    PERINGATAN,
    "Tahun riwayat bersambung",
    f"Kehati-hatian: sela lebih dari {SELA} tahun pada satu indikator saja",
    "Satu tahun yang salah ketik (2012 untuk 2022) melebarkan tabel perbandingan dan"
    " menghilangkan tahun yang sebenarnya.",
    ("riwayat",),
    periksa=_periksa,
    utuh=("riwayat",),
)
