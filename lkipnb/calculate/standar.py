"""Realisasi beside the national or regional standard, where one exists."""

from __future__ import annotations

from collections.abc import Iterable

from lkipnb.calculate.capaian import CaraCapaian, nilai_capaian
from lkipnb.calculate.putusan import keterangan, tercapai
from lkipnb.model import CapaianIndikator, TerhadapStandar
from lkipnb.schemas import Standar


def terhadap_standar(
    capaian: Iterable[CapaianIndikator], standar: Iterable[Standar], cara: CaraCapaian
) -> tuple[TerhadapStandar, ...]:
    """One row per standard."""
    by_code = {row.kode: row for row in capaian}
    return tuple(_beside(by_code[given.indikator], given, cara) for given in standar)


def _beside(row: CapaianIndikator, given: Standar, cara: CaraCapaian) -> TerhadapStandar:
    share = nilai_capaian(row, given.nilai, row.realisasi, cara)
    met = tercapai(row, given.nilai, row.realisasi, share)
    return TerhadapStandar(
        kode=row.kode,
        sasaran=row.sasaran,
        nama=row.nama,
        satuan=row.satuan,
        realisasi=row.realisasi,
        lingkup=given.lingkup,
        standar=given.nilai,
        sumber=given.sumber,
        persen=share,
        memenuhi=met,
        keterangan=keterangan(given.nilai, row.realisasi, share, met),
    )
