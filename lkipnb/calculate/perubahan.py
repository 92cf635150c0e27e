"""How an indicator changed over the years: by how much, which way, and whether for the better."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from lkipnb.calculate.persen import persen, selisih
from lkipnb.model import CapaianIndikator, Rasio, RentangNilai, Terukur, tingkat_jenjang
from lkipnb.rules.satuan import satuan

NAIK, TURUN, TETAP = "naik", "turun", "tetap"
YA_TIDAK = "ya-tidak"


def perubahan_besar(row: CapaianIndikator, last: CapaianIndikator | None) -> Decimal | None:
    """How far the size moved since last year; None unless both years have one."""
    if last is None:
        return None
    return selisih(_size(row.realisasi, row), _size(last.realisasi, row))


def pertumbuhan(row: CapaianIndikator, last: CapaianIndikator | None) -> Decimal | None:
    """The change in percent of last year's value: from zero or below there is no such
    percentage.
    """
    if last is None or not isinstance(last.realisasi, Decimal) or last.realisasi <= 0:
        return None
    return persen(selisih(row.realisasi, last.realisasi), last.realisasi)


def besar_selisih(row: CapaianIndikator, gap: Decimal | None) -> Decimal | None:
    """The size of a difference; two ratios 1:n have none with a unit that a sentence could tell."""
    if gap is None or isinstance(row.realisasi, Rasio):
        return None
    return abs(gap)


def besar_pertumbuhan(row: CapaianIndikator, growth: Decimal | None) -> Decimal | None:
    """The size of a growth in percent; of a percentage the difference says enough."""
    if growth is None or satuan(row.satuan).pengali != 1:
        return None
    return abs(growth)


def arah(step: Decimal | None) -> str | None:
    """Which way a step goes."""
    if step is None:
        return None
    if not step:
        return TETAP
    return NAIK if step > 0 else TURUN


def jarak(value: Terukur, row: CapaianIndikator) -> Decimal | None:
    """What a run of years is judged by: the size, of a range the way that is left to it."""
    if isinstance(row.target, RentangNilai) and isinstance(value, Decimal):
        return _outside(value, row.target)
    return _size(value, row)


def membaik(
    row: CapaianIndikator, last: CapaianIndikator | None, step: Decimal | None
) -> bool | None:
    """Whether the change is for the better: by polarity, for a range by coming nearer to it, for a
    yes or no by becoming what was promised.
    """
    if last is None:
        return None
    if row.jenis == YA_TIDAK:
        return _kept(row, last)
    if not step:
        return None
    if isinstance(row.target, RentangNilai):
        return _nearer(jarak(last.realisasi, row), jarak(row.realisasi, row))
    return (step > 0) == (row.polaritas == NAIK)


def searah_sejak(series: Mapping[int, Decimal | None], tahun: int) -> int | None:
    """The year from which the series only rose, or only fell, until now; None without two years in
    a row.
    """
    start: int | None = None
    rises: bool | None = None
    for year in range(tahun, min(series), -1):
        step = selisih(series.get(year), series.get(year - 1))
        if not step or (rises is not None and (step > 0) != rises):
            break
        start, rises = year - 1, step > 0
    return start


def status_sejak(
    before: Mapping[int, CapaianIndikator | None], row: CapaianIndikator, tahun: int
) -> int | None:
    """The first year of the run of years with the same verdict as now; None when this year has no
    capaian.
    """
    if row.capaian_persen is None:
        return None
    year = tahun
    while _same_verdict(before.get(year - 1), row):
        year -= 1
    return year


def _same_verdict(past: CapaianIndikator | None, row: CapaianIndikator) -> bool:
    if past is None or past.capaian_persen is None:
        return False
    return past.tercapai == row.tercapai


def _size(value: Terukur, row: CapaianIndikator) -> Decimal | None:
    """What makes two values comparable: a number itself, of a level its rank on the ladder."""
    if isinstance(value, Decimal):
        return value
    ladder = tingkat_jenjang(row.jenjang)
    if isinstance(value, str) and value in ladder:
        return Decimal(ladder.index(value))
    return None


def _kept(row: CapaianIndikator, last: CapaianIndikator) -> bool | None:
    now, before = row.realisasi, last.realisasi
    if not isinstance(now, str) or not isinstance(before, str) or now == before:
        return None
    return now == row.target


def _nearer(before: Decimal | None, now: Decimal | None) -> bool | None:
    if before is None or now is None or before == now:
        return None
    return now < before


def _outside(value: Decimal, target: RentangNilai) -> Decimal:
    """How far a value lies outside a range; 0 inside."""
    return max(target.dari - value, value - target.sampai, Decimal(0))
