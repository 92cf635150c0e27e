"""Capaian: how far each indicator came towards its target.

PermenPANRB 53/2014 gives no formula, no cap and no scale, so all three are rules that the agency
chooses (`lkipnb/rules/`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from lkipnb.asal import hitung
from lkipnb.calculate.predikat import predikat
from lkipnb.calculate.putusan import BELUM_DILAPORKAN, keterangan, tercapai
from lkipnb.calculate.rumus import ARAH, RUMUS, Rumus, seratus_bila
from lkipnb.calculate.urutan import berurut
from lkipnb.model import (
    NOT_APPLICABLE,
    CapaianIndikator,
    Nilai,
    Pengukuran,
    Terukur,
    tingkat_jenjang,
)
from lkipnb.rules import Rules, RumusCapaian, Skala, TargetNol, nama_rumus
from lkipnb.schemas import Indikator

DIPENUHI = "dipenuhi"


class Bernilai(Protocol):
    """What was promised and reached of an indicator in one year."""

    @property
    def indikator(self) -> str: ...
    @property
    def target(self) -> Nilai | None: ...
    @property
    def realisasi(self) -> Terukur: ...


@dataclass(frozen=True)
class CaraCapaian:
    """How an agency computes capaian.

    The rules of formulas by name, what a target of zero means, the cap and the floor in percent
    (None where there is none), and the word that stands for a predicate where nothing was reported.
    """

    rumus: Mapping[str, RumusCapaian]
    nol: TargetNol
    batas: Decimal | None = None
    batas_bawah: Decimal | None = None
    sebutan_tanpa_data: str = ""

    def untuk(self, indikator: Indikator) -> Rumus:
        """The formula of an indicator."""
        return RUMUS[nama_rumus(indikator, self.rumus)]


def rumus_dipakai(
    indikator: Iterable[Indikator], rumus: Mapping[str, RumusCapaian]
) -> tuple[str, ...]:
    """The formulas that indicators use, in the order of the rules."""
    used = {nama_rumus(row, rumus) for row in indikator}
    return tuple(name for name in rumus if name in used)


def cara_capaian(pengukuran: Pengukuran, rules: Rules) -> CaraCapaian:
    """The way that the profile of an agency declares."""
    return CaraCapaian(
        rules.capaian,
        rules.target_nol[pengukuran.target_nol],
        pengukuran.batas_capaian,
        pengukuran.batas_bawah,
        pengukuran.sebutan_tanpa_data,
    )


def nilai_capaian(
    indikator: Indikator, target: Nilai | None, realisasi: Terukur, cara: CaraCapaian
) -> Decimal | None:
    """The capaian of one indicator against any target in percent, unrounded and uncapped; None when
    realisasi is missing or no ratio exists, as to a target below zero.
    """
    if target is None or realisasi is None or realisasi is NOT_APPLICABLE:
        return None
    arah = ARAH[indikator.polaritas]
    ladder = arah.tangga(tingkat_jenjang(indikator.jenjang))
    value = cara.untuk(indikator).hitung(target, realisasi, ladder)
    if value is not None or cara.nol.cara != DIPENUHI:
        return value
    if target == 0 and isinstance(realisasi, Decimal):
        met = arah.dipenuhi(realisasi, Decimal(0))
        return hitung(DIPENUHI, seratus_bila(met), realisasi, indikator.polaritas)
    return None


def dibatasi(
    nilai: Decimal | None, batas: Decimal | None, batas_bawah: Decimal | None = None
) -> Decimal | None:
    """The capaian, at most `batas` and at least `batas_bawah` where the agency has such bounds."""
    if nilai is None:
        return None
    if batas is not None and nilai > batas:
        return hitung("paling_tinggi", batas, nilai, batas)
    if batas_bawah is not None and nilai < batas_bawah:
        return hitung("paling_rendah", batas_bawah, nilai, batas_bawah)
    return nilai


def capaian_indikator(
    indikator: Iterable[Indikator], kinerja: Iterable[Bernilai], cara: CaraCapaian, skala: Skala
) -> tuple[CapaianIndikator, ...]:
    """One row per indicator, in the order of their codes.

    `kinerja` holds what was promised and reached of each.
    """
    measured = {row.indikator: row for row in kinerja}
    ordered = berurut(indikator, _kode)
    return tuple(_measured(row, measured[row.kode], cara, skala) for row in ordered)


def _measured(
    row: Indikator, measured: Bernilai, cara: CaraCapaian, skala: Skala
) -> CapaianIndikator:
    target, realisasi = measured.target, measured.realisasi
    exact = nilai_capaian(row, target, realisasi, cara)
    value = _within_bounds(exact, row, measured, cara)
    met = tercapai(row, target, realisasi, exact)
    why_not = keterangan(target, realisasi, value, met)
    without = cara.sebutan_tanpa_data if why_not == BELUM_DILAPORKAN else ""
    return CapaianIndikator(
        **vars(row),
        target=target,
        realisasi=realisasi,
        capaian_persen=value,
        predikat=predikat(value, skala) or without or None,
        keterangan=why_not,
        tercapai=met,
    )


def _within_bounds(
    value: Decimal | None, row: Indikator, measured: Bernilai, cara: CaraCapaian
) -> Decimal | None:
    """The capaian within the bounds; what is used up stands at the cap."""
    used_up = cara.untuk(row).habis and _used_up(measured)
    if value is not None and cara.batas is not None and used_up:
        return hitung("habis", cara.batas, cara.batas, measured.realisasi, value)
    return dibatasi(value, cara.batas, cara.batas_bawah)


def _used_up(measured: Bernilai) -> bool:
    """Whether nothing is left of what should fall; a target of zero asks for no less."""
    target, realisasi = measured.target, measured.realisasi
    if not isinstance(target, Decimal) or not isinstance(realisasi, Decimal):
        return False
    return target > 0 and realisasi <= 0


def _kode(row: Indikator) -> str:
    return row.kode
