"""The capaian of a sasaran and of the agency: means of indicators, and how many are behind them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from lkipnb.asal import banyak
from lkipnb.calculate.persen import rata_rata
from lkipnb.calculate.predikat import predikat
from lkipnb.calculate.putusan import BELUM_DILAPORKAN
from lkipnb.calculate.urutan import berurut
from lkipnb.model import CapaianIndikator, CapaianOpd, CapaianSasaran, Terukur
from lkipnb.rules import Skala
from lkipnb.schemas import Sasaran

SEDERHANA, TERBOBOT = "sederhana", "terbobot"
Capaian = Sequence[CapaianIndikator]


def capaian_sasaran(
    sasaran: Iterable[Sasaran], capaian: Capaian, skala: Skala, cara: str = SEDERHANA
) -> tuple[CapaianSasaran, ...]:
    """One row per sasaran: the mean of its computable indicators, `sederhana` or `terbobot`."""
    rows = []
    for number, row in enumerate(berurut(sasaran, _kode), start=1):
        mean = capaian_opd([own for own in capaian if own.sasaran == row.kode], skala, cara)
        told = CapaianSasaran(kode=row.kode, uraian=row.uraian, nomor=number, **vars(mean))
        rows.append(told)
    return tuple(rows)


def lampau_sasaran(
    sasaran: Sequence[Sasaran],
    capaian: Capaian,
    lampau: Mapping[int, Capaian],
    skala: Skala,
    cara: str = SEDERHANA,
) -> dict[int, tuple[CapaianSasaran, ...]]:
    """By year, oldest first, the sasaran of this year as those of its indicators stood that there
    were then.  An indicator counts for the sasaran that has it now, whatever it served before.
    """
    now = {row.kode: row.sasaran for row in capaian}
    years = {
        year: [replace(row, sasaran=now[row.kode]) for row in lampau[year] if row.kode in now]
        for year in sorted(lampau)
    }
    return {year: capaian_sasaran(sasaran, rows, skala, cara) for year, rows in years.items()}


def capaian_opd(capaian: Capaian, skala: Skala, cara: str = SEDERHANA) -> CapaianOpd:
    """The agency as a whole: the mean over all computable indicators, not over sasaran."""
    values = [row.capaian_persen for row in capaian]
    weights = [row.bobot for row in capaian] if cara == TERBOBOT else None
    mean = rata_rata(values, weights)
    return CapaianOpd(
        banyak_indikator=_count(capaian),
        banyak_terhitung=banyak(value for value in values if value is not None),
        capaian_persen=mean,
        predikat=predikat(mean, skala),
        banyak_tercapai=banyak(_standing_for(capaian, met=True)),
        banyak_belum=banyak(_standing_for(capaian, met=False)),
        banyak_belum_dilaporkan=_count(row for row in capaian if _silent(row)),
        banyak_tidak_terhitung=_count(row for row in capaian if _without_verdict(row)),
    )


def _count(rows: Iterable[CapaianIndikator]) -> Decimal:
    return banyak(row.kode for row in rows)


def _silent(row: CapaianIndikator) -> bool:
    return row.keterangan == BELUM_DILAPORKAN


def _without_verdict(row: CapaianIndikator) -> bool:
    return row.tercapai is None and not _silent(row)


def _standing_for(capaian: Capaian, *, met: bool) -> list[Terukur]:
    """What stands for each indicator with that verdict: its capaian, or its realisasi where there
    is none.
    """
    return [_standing(row) for row in capaian if row.tercapai is met]


def _standing(row: CapaianIndikator) -> Terukur:
    if row.capaian_persen is None:
        return row.realisasi
    return row.capaian_persen


def _kode(row: Sasaran) -> str:
    return row.kode
