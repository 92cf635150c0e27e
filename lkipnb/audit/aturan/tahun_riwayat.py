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
    now = materi.data.tahun
    for row in history:
        empty = _empty_years(row, used, now)
        if empty > SELA and not _is_shared(row, used):
            yield _told(row, empty, _meant(row, used, now))


def _is_shared(row: Riwayat, used: set[tuple[str, int]]) -> bool:
    """Whether another indicator tells of the same year: then it is an old history, and no slip."""
    return any(year == row.tahun for code, year in used if code != row.indikator)


def _told(row: Riwayat, empty: int, meant: int | None) -> Temuan:
    year = int(row.tahun)
    return Temuan(
        ID,
        PERINGATAN,
        "riwayat.csv",
        row.baris,
        "tahun",
        str(year),
        str(meant) if meant else None,
        f"riwayat {row.indikator} tahun {year} berdiri sendiri: {empty} tahun sesudahnya"
        " tidak ada datanya",
        f"mungkin maksudnya {meant}" if meant else "tahun salah ketik",
        "betulkan tahunnya, atau hapus baris itu bila terlalu lama untuk dibandingkan",
        kunci=f"indikator={row.indikator}; tahun={year}",
    )


def _empty_years(row: Riwayat, used: set[tuple[str, int]], now: int) -> int:
    """How many years without a row lie between a row and the next that its indicator has, or the
    year of the report.
    """
    later = [year for code, year in used if code == row.indikator and year > row.tahun]
    return min([*later, now]) - int(row.tahun) - 1


def _meant(row: Riwayat, used: set[tuple[str, int]], now: int) -> int | None:
    """The one recent year that the indicator lacks and that differs by one digit."""
    year = str(int(row.tahun))
    recent = [other for other in range(now - SELA - 1, now) if (row.indikator, other) not in used]
    near = [other for other in recent if _differ_by_one_digit(year, str(other))]
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
