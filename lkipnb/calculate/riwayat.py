"""This year's indicators beside those of earlier years, followed by their code.

A year without data leaves a gap, never a zero; an indicator may be new, renamed or dropped.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from decimal import Decimal

from lkipnb.calculate.persen import selisih
from lkipnb.calculate.perubahan import (
    arah,
    besar_pertumbuhan,
    besar_selisih,
    jarak,
    membaik,
    pertumbuhan,
    perubahan_besar,
    searah_sejak,
    status_sejak,
)
from lkipnb.model import CapaianIndikator, Perbandingan, Terukur
from lkipnb.schemas import Indikator, Riwayat

BARU, TANPA_DATA, BERGANTI_NAMA, TETAP_NAMA = "baru", "tanpa data tahun lalu", "berganti nama", ""
Setahun = tuple[CapaianIndikator, ...]
Ukur = Callable[[Sequence[Riwayat], Sequence[Indikator]], Setahun]


def tahun_lampau(
    folders: Mapping[int, Setahun],
    riwayat: Sequence[Riwayat],
    measure: Ukur,
    indikator: Sequence[Indikator],
) -> dict[int, Setahun]:
    """The indicators of every earlier year, oldest first; what a year's own folder says comes
    before `riwayat`.

    `measure` gives the capaian of rows of `riwayat` and their indicators.
    """
    years = sorted({*folders, *(int(row.tahun) for row in riwayat)})
    return {
        year: _of_year(
            folders.get(year, ()),
            [row for row in riwayat if int(row.tahun) == year],
            measure,
            indikator,
        )
        for year in years
    }


def _of_year(
    known: Setahun, riwayat: Sequence[Riwayat], measure: Ukur, indikator: Sequence[Indikator]
) -> Setahun:
    codes = {row.kode for row in known}
    told = [row for row in riwayat if row.indikator not in codes]
    if not told:
        return known
    wanted = {row.indikator for row in told}
    return (*known, *measure(told, [row for row in indikator if row.kode in wanted]))


def perbandingan(
    capaian: Iterable[CapaianIndikator],
    tahun: int,
    lampau: Mapping[int, Sequence[CapaianIndikator]],
    utuh: Collection[int] = (),
) -> tuple[Perbandingan, ...]:
    """One row per indicator of this year; `lampau` are those of earlier years.

    `utuh` are the earlier years of which every indicator is known: what they lack was not measured
    then.
    """
    years = {year: {row.kode: row for row in lampau[year]} for year in sorted(lampau)}
    rows = []
    for row in capaian:
        before = {year: found.get(row.kode) for year, found in years.items()}
        rows.append(_compared(row, tahun, before, utuh))
    return tuple(rows)


def _compared(
    row: CapaianIndikator,
    tahun: int,
    before: Mapping[int, CapaianIndikator | None],
    utuh: Collection[int],
) -> Perbandingan:
    last = before.get(tahun - 1)
    step = perubahan_besar(row, last)
    series = {year: _realisasi(found) for year, found in before.items()}
    series[tahun] = row.realisasi
    change = selisih(row.realisasi, _realisasi(last))
    growth = pertumbuhan(row, last)
    distances = {year: jarak(value, row) for year, value in series.items()}
    return Perbandingan(
        **vars(row),
        realisasi_lalu=_realisasi(last),
        capaian_lalu=None if last is None else last.capaian_persen,
        perubahan=change,
        pertumbuhan_persen=growth,
        selisih=besar_selisih(row, selisih(row.target, row.realisasi)),
        besar_perubahan=besar_selisih(row, change),
        besar_pertumbuhan=besar_pertumbuhan(row, growth),
        arah=arah(step),
        membaik=membaik(row, last, step),
        searah_sejak=searah_sejak(distances, tahun),
        status_sejak=status_sejak(before, row, tahun),
        catatan=_note(row, last, _is_new(row, tahun, before, utuh)),
        nama_lalu=None if last is None else last.nama,
        deret=series,
    )


def _realisasi(found: CapaianIndikator | None) -> Terukur:
    return None if found is None else found.realisasi


def dihapus(capaian: Iterable[CapaianIndikator], lalu: Sequence[CapaianIndikator]) -> Setahun:
    """The indicators of last year that this year no longer has."""
    codes = {row.kode for row in capaian}
    return tuple(row for row in lalu if row.kode not in codes)


def _is_new(
    row: CapaianIndikator,
    tahun: int,
    before: Mapping[int, CapaianIndikator | None],
    utuh: Collection[int],
) -> bool:
    """As the indicator says itself, else when last year is known whole; never of one that an
    earlier year has.
    """
    if any(found is not None for found in before.values()):
        return False
    if isinstance(row.mulai, Decimal):
        return row.mulai == tahun
    return tahun - 1 in utuh


def _note(row: CapaianIndikator, last: CapaianIndikator | None, new: bool) -> str:
    if new:
        return BARU
    if last is None:
        return TANPA_DATA
    if last.nama != row.nama:
        return BERGANTI_NAMA
    return TETAP_NAMA
