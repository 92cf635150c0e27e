"""Whether a target was met, and why a capaian cannot be computed."""

from __future__ import annotations

from decimal import Decimal

from lkipnb.calculate.rumus import ARAH, TERCAPAI
from lkipnb.model import NOT_APPLICABLE, Batas, Nilai, RentangNilai, Terukur
from lkipnb.schemas import Indikator

BELUM_DILAPORKAN = "realisasi belum dilaporkan"
TIDAK_BERLAKU = "tidak berlaku tahun ini"
TARGET_NOL = "target nol, capaian tidak terhitung"
DI_BAWAH_NOL = "target di bawah nol sehingga capaian tidak terhitung"
RENTANG_DI_BAWAH_NOL = "batas rentang tidak di atas nol sehingga capaian tidak terhitung"
NOL = "target dan realisasi nol, capaian tidak terhitung"
ADA_PUTUSAN = {True: "tetapi target tercapai", False: "dan target belum tercapai"}
TANPA_TARGET = "target tidak ada"


def tercapai(
    indikator: Indikator, target: Nilai | None, realisasi: Terukur, nilai: Decimal | None
) -> bool | None:
    """Whether the target was met: its bound was kept, or the capaian is 100 or more before cap and
    floor.

    Where the target lies below zero, which gives no capaian, the direction that is good decides;
    None where nothing does.
    """
    if nilai is None:
        return _below_zero(indikator, target, realisasi)
    if isinstance(target, Batas) and isinstance(realisasi, Decimal):
        return target.dipenuhi(realisasi)
    return nilai >= TERCAPAI


def _below_zero(indikator: Indikator, target: Nilai | None, realisasi: Terukur) -> bool | None:
    """The verdict where there is no ratio because what should divide lies below zero; of a range,
    because its nearest bound is not above zero.
    """
    if not isinstance(realisasi, Decimal):
        return None
    if isinstance(target, RentangNilai):
        nearest = target.dari if realisasi < target.dari else target.sampai
        if nearest > 0:
            return None
        return False
    if not isinstance(target, Decimal) or target >= 0:
        return None
    if isinstance(target, Batas):
        return target.dipenuhi(realisasi)
    return ARAH[indikator.polaritas].dipenuhi(realisasi, target)


def keterangan(
    target: Nilai | None, realisasi: Terukur, nilai: Decimal | None, met: bool | None
) -> str:
    """Why no capaian can be computed, and whether the target was met all the same; empty when it
    can.
    """
    if realisasi is NOT_APPLICABLE:
        return TIDAK_BERLAKU
    if target is None:
        return TANPA_TARGET
    if realisasi is None:
        return BELUM_DILAPORKAN
    if nilai is not None:
        return ""
    return _without_ratio(target, realisasi, met)


def _without_ratio(target: Nilai, realisasi: Terukur, met: bool | None) -> str:
    if met is None:
        return TARGET_NOL if realisasi else NOL
    reason = RENTANG_DI_BAWAH_NOL if isinstance(target, RentangNilai) else DI_BAWAH_NOL
    return f"{reason}, {ADA_PUTUSAN[met]}"
