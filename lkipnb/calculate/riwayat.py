"""This year's indicators beside those of earlier years, followed by their code.

A year without data leaves a gap, never a zero; an indicator may be new, renamed or dropped.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from decimal import Decimal

import pandas as pd

from lkipnb.calculate.persen import persen, selisih
from lkipnb.model import RentangNilai, tingkat_jenjang

BARU, TANPA_DATA, BERGANTI_NAMA, TETAP_NAMA = "baru", "tanpa data tahun lalu", "berganti nama", ""
NAIK, TURUN, TETAP = "naik", "turun", "tetap"
YA_TIDAK = "ya-tidak"


def tahun_lampau(
    folders: Mapping[int, pd.DataFrame],
    riwayat: pd.DataFrame,
    measure: Callable[[pd.DataFrame, pd.DataFrame], pd.DataFrame],
    indikator: pd.DataFrame,
) -> dict[int, pd.DataFrame]:
    """The indicators of every earlier year, oldest first; what a year's own folder says comes
    before `riwayat`.

    `measure` makes the frame of capaian from rows like `kinerja` and their indicators.
    """
    years: dict[int, pd.DataFrame] = {}
    for year in sorted({*folders, *map(int, riwayat.tahun)}):
        known = folders.get(year)
        told = riwayat[riwayat.tahun.map(int) == year]
        if known is not None:
            told = told[~told.indikator.isin(known.kode)]
        parts = [] if known is None else [known]
        if len(told):
            parts.append(measure(told, indikator[indikator.kode.isin(told.indikator)]))
        years[year] = pd.concat(parts, ignore_index=True) if len(parts) > 1 else parts[0]
    return years


def perbandingan(
    capaian: pd.DataFrame,
    tahun: int,
    lampau: Mapping[int, pd.DataFrame],
    utuh: Collection[int] = (),
) -> pd.DataFrame:
    """One row per indicator of `capaian`, the frame of this year; `lampau` are those of earlier
    years.

    `utuh` are the earlier years of which every indicator is known: what they lack was not measured
    then.

    Columns: those of `capaian`; realisasi_lalu, capaian_lalu (last year, None where there is none);
    perubahan (realisasi less that of last year, in the unit of the indicator; None unless both are
    numbers); pertumbuhan_persen (perubahan over last year's value, None unless that is above zero);
    arah (naik, turun or tetap, of a number or of a level of a ladder; None where there is no way);
    membaik (True, False, None for unchanged or unknown); searah_sejak (first year of the unbroken
    run of rises or falls that ends now); status_sejak (first year of the unbroken run in which the
    target was met, or missed, as now); catatan (baru, tanpa data tahun lalu, berganti nama);
    nama_lalu; deret (realisasi by year, oldest first, None for a year without it).
    """
    rows = []
    years = sorted(lampau)
    for row in capaian.to_dict("records"):
        before = {year: _find(lampau[year], row["kode"]) for year in years}
        last = before.get(tahun - 1)
        change = selisih(row["realisasi"], last["realisasi"]) if last else None
        step = _step(row, last)
        series = {year: found["realisasi"] if found else None for year, found in before.items()}
        series |= {tahun: row["realisasi"]}
        rows.append(
            row
            | {
                "realisasi_lalu": last["realisasi"] if last else None,
                "capaian_lalu": last["capaian_persen"] if last else None,
                "perubahan": change,
                "pertumbuhan_persen": _growth(change, last),
                "arah": _way(step),
                "membaik": _better(row, last, step),
                "searah_sejak": _same_way_since(
                    {year: _distance(value, row) for year, value in series.items()}, tahun
                ),
                "status_sejak": _same_status_since(before, row, tahun),
                "catatan": _note(row, last, _is_new(row, tahun, any(before.values()), utuh)),
                "nama_lalu": last["nama"] if last else None,
                "deret": series,
            }
        )
    return pd.DataFrame(rows, dtype=object)


def dihapus(capaian: pd.DataFrame, lalu: pd.DataFrame | None) -> list[dict]:
    """The indicators of last year that this year no longer has."""
    if lalu is None:
        return []
    return [row for row in lalu.to_dict("records") if row["kode"] not in set(capaian.kode)]


def _find(frame: pd.DataFrame, kode: str) -> dict | None:
    found = frame[frame.kode == kode].to_dict("records")
    return found[0] if found else None


def _size(value: object, row: Mapping[str, object]) -> Decimal | None:
    """What makes two values comparable: a number itself, of a level its rank on the ladder."""
    if isinstance(value, Decimal):
        return value
    ladder = tingkat_jenjang(row["jenjang"])
    return Decimal(ladder.index(value)) if value in ladder else None


def _distance(value: object, row: Mapping[str, object]) -> Decimal | None:
    """What a run of years is judged by: the size, of a range the way that is left to it."""
    if isinstance(row["target"], RentangNilai) and isinstance(value, Decimal):
        return _outside(value, row["target"])
    return _size(value, row)


def _step(row: Mapping[str, object], last: Mapping[str, object] | None) -> Decimal | None:
    """How far the size moved since last year; None unless both years have one."""
    if last is None:
        return None
    return selisih(_size(row["realisasi"], row), _size(last["realisasi"], row))


def _way(step: Decimal | None) -> str | None:
    if step is None:
        return None
    if not step:
        return TETAP
    return NAIK if step > 0 else TURUN


def _better(
    row: Mapping[str, object], last: Mapping[str, object] | None, step: Decimal | None
) -> bool | None:
    """Whether the change is for the better: by polarity, for a range by coming nearer to it, for a
    yes or no by becoming what was promised.
    """
    if last is None:
        return None
    if row["jenis"] == YA_TIDAK:
        return _kept(row, last)
    if not step:
        return None
    if isinstance(row["target"], RentangNilai):
        before, now = (_outside(year["realisasi"], row["target"]) for year in (last, row))
        return None if before == now else now < before
    return (step > 0) == (row["polaritas"] == NAIK)


def _kept(row: Mapping[str, object], last: Mapping[str, object]) -> bool | None:
    now, before = row["realisasi"], last["realisasi"]
    if not isinstance(now, str) or not isinstance(before, str) or now == before:
        return None
    return now == row["target"]


def _outside(value: Decimal, target: RentangNilai) -> Decimal:
    """How far a value lies outside a range; 0 inside."""
    return max(target.dari - value, value - target.sampai, Decimal(0))


def _same_way_since(series: Mapping[int, object], tahun: int) -> int | None:
    """The year from which the series only rose, or only fell, until now; None without two years in
    a row.
    """
    start, way = None, None
    for year in range(tahun, min(series), -1):
        step = selisih(series.get(year), series.get(year - 1))
        if not step or (way is not None and (step > 0) != way):
            break
        start, way = year - 1, step > 0
    return start


def _same_status_since(
    before: Mapping[int, Mapping[str, object] | None], row: Mapping[str, object], tahun: int
) -> int | None:
    """The first year of the run of years with the same verdict as now; None when this year has no
    capaian.
    """
    if row["capaian_persen"] is None:
        return None
    year = tahun
    while (
        (past := before.get(year - 1))
        and past["capaian_persen"] is not None
        and past["tercapai"] == row["tercapai"]
    ):
        year -= 1
    return year


def _growth(change: Decimal | None, last: Mapping[str, object] | None) -> Decimal | None:
    """The change in percent of last year's value: from zero or below there is no such
    percentage.
    """
    if change is None or last is None or last["realisasi"] <= 0:
        return None
    return persen(change, last["realisasi"])


def _is_new(row: Mapping[str, object], tahun: int, seen: bool, utuh: Collection[int]) -> bool:
    """As the indicator says itself, else when last year is known whole; never of one that an
    earlier year has.
    """
    if seen:
        return False
    if isinstance(row.get("mulai"), Decimal):
        return row["mulai"] == tahun
    return tahun - 1 in utuh


def _note(row: Mapping[str, object], last: Mapping[str, object] | None, new: bool) -> str:
    if new:
        return BARU
    if last is None:
        return TANPA_DATA
    return BERGANTI_NAMA if last["nama"] != row["nama"] else TETAP_NAMA
