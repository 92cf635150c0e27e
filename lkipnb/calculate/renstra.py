"""Progress towards the medium-term target of the Renstra.

An indicator with a yearly target is compared by its latest value, one that accumulates by the sum
since the first year of the Renstra; a missing year leaves a gap, never a zero.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from lkipnb.calculate.capaian import CaraCapaian, nilai_capaian
from lkipnb.calculate.persen import jumlah
from lkipnb.calculate.putusan import keterangan, tercapai
from lkipnb.model import CapaianIndikator, Kemajuan, Nilai, Terukur
from lkipnb.nilai import NotApplicable
from lkipnb.schemas import Renstra

AKUMULASI = "akumulasi"
TAHUNAN = "tahunan"
TANPA_TARGET = "target Renstra belum diisi"
Lampau = Mapping[int, Sequence[CapaianIndikator]]


@dataclass(frozen=True)
class Jangka:
    """The years of a Renstra until now: its first, this one, and what is known of the earlier."""

    awal: int
    tahun: int
    lampau: Lampau


def kemajuan(
    capaian: Iterable[CapaianIndikator],
    renstra: Sequence[Renstra],
    jangka: Jangka,
    cara: CaraCapaian,
) -> tuple[Kemajuan, ...]:
    """One row per indicator beside its medium-term target."""
    return tuple(_progress(row, rencana(row.kode, renstra), jangka, cara) for row in capaian)


def rencana(kode: str, renstra: Sequence[Renstra]) -> dict[int, Nilai]:
    """What the Renstra asks of an indicator, by year."""
    return {int(row.tahun): row.target for row in renstra if row.indikator == kode}


def tambahan(
    targets: Mapping[int, Nilai], nilai_awal: Decimal | NotApplicable | None, tahun: int
) -> Decimal | None:
    """What the Renstra of an accumulating indicator adds in a year; None where it does not tell."""
    is_first = tahun == min(targets, default=None)
    whole, before = targets.get(tahun), nilai_awal if is_first else targets.get(tahun - 1)
    if isinstance(whole, Decimal) and isinstance(before, Decimal):
        return whole - before
    return None


def _progress(
    row: CapaianIndikator, targets: Mapping[int, Nilai], jangka: Jangka, cara: CaraCapaian
) -> Kemajuan:
    last = max(targets, default=None)
    goal = None if last is None else targets[last]
    value = _so_far(row, jangka)
    missing = _missing(row, jangka)
    progress = nilai_capaian(row, goal, value, cara)
    met = tercapai(row, goal, value, progress)
    now = targets.get(jangka.tahun)
    return Kemajuan(
        kode=row.kode,
        sasaran=row.sasaran,
        nama=row.nama,
        satuan=row.satuan,
        polaritas=row.polaritas,
        sifat=row.sifat_target or TAHUNAN,
        tahun_akhir=last,
        target_akhir=goal,
        sampai_kini=value,
        kemajuan_persen=progress,
        tercapai=met,
        nilai_awal=_start(row),
        target_kini=now,
        sejalan=_in_line(row, now),
        hilang=missing,
        keterangan=_why_not(goal, missing) or keterangan(goal, value, progress, met),
    )


def _so_far(row: CapaianIndikator, jangka: Jangka) -> Terukur:
    """The value that is compared; None where a year of it is missing."""
    if row.sifat_target != AKUMULASI:
        return row.realisasi
    start = _start(row)
    begin = [] if start is None else [start]
    return jumlah([*begin, *_years(row, jangka).values()])


def _missing(row: CapaianIndikator, jangka: Jangka) -> tuple[int, ...]:
    """The years that the sum lacks."""
    if row.sifat_target != AKUMULASI:
        return ()
    values = _years(row, jangka)
    return tuple(year for year, value in values.items() if not isinstance(value, Decimal))


def _years(row: CapaianIndikator, jangka: Jangka) -> dict[int, Terukur]:
    """The realisasi of each year of the Renstra until now."""
    values = {
        year: _in_year(jangka.lampau.get(year, ()), row.kode)
        for year in range(jangka.awal, jangka.tahun)
    }
    return {**values, jangka.tahun: row.realisasi}


def _in_year(known: Sequence[CapaianIndikator], kode: str) -> Terukur:
    for row in known:
        if row.kode == kode:
            return row.realisasi
    return None


def _start(row: CapaianIndikator) -> Decimal | None:
    """Where an accumulating indicator stood before the first year of the Renstra, where
    it says so.
    """
    if row.sifat_target == AKUMULASI and isinstance(row.nilai_awal, Decimal):
        return row.nilai_awal
    return None


def _in_line(row: CapaianIndikator, now: Nilai | None) -> bool | None:
    """Whether the Renstra asks for what this year promises."""
    if now is None or row.sifat_target == AKUMULASI:
        return None
    return now == row.target


def _why_not(goal: Nilai | None, missing: tuple[int, ...]) -> str:
    if goal is None:
        return TANPA_TARGET
    if missing:
        return f"realisasi tahun {', '.join(map(str, missing))} tidak ada"
    return ""
