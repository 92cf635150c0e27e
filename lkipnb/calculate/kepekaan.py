"""Sensitivity: what each indicator does to the mean of the agency, and how far it is from the next
predicate.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from lkipnb.calculate.capaian import dibatasi
from lkipnb.calculate.persen import persen, selisih
from lkipnb.calculate.sasaran import SEDERHANA, TERBOBOT, capaian_opd
from lkipnb.model import CapaianIndikator
from lkipnb.rules import Skala

TEPAT_TARGET = Decimal(100)  # what every formula of capaian gives for a realisasi like the target
Batas = tuple[Decimal | None, Decimal | None]
TAK_BERBATAS: Batas = (None, None)


@dataclass(frozen=True, kw_only=True)
class Berikut:
    """The next higher predicate, and how many percentage points of capaian are missing to it; both
    None at the top and where there is no capaian.
    """

    predikat_berikut: str | None = None
    kurang_persen: Decimal | None = None


@dataclass(frozen=True, kw_only=True)
class Kepekaan(Berikut):
    """An indicator and the mean of the agency.

    `bagian_persen` is its share of the mean: a mean moves by that many hundredths of what the
    capaian moves.  `rata_rata_persen` and `predikat_opd` are the agency's if this indicator had
    come exactly to its target, `perubahan_persen` what that changes in percentage points.
    """

    kode: str
    nama: str
    capaian_persen: Decimal | None
    predikat: str | None
    bagian_persen: Decimal | None
    rata_rata_persen: Decimal | None
    predikat_opd: str | None
    perubahan_persen: Decimal | None


def kepekaan(
    capaian: Sequence[CapaianIndikator],
    skala: Skala,
    cara: str = SEDERHANA,
    batas: Batas = TAK_BERBATAS,
) -> tuple[Kepekaan, ...]:
    """One row per indicator, the one that moves the mean most first; `batas` are cap and floor."""
    now = capaian_opd(capaian, skala, cara)
    rows = []
    for row in capaian:
        at_target = replace(row, capaian_persen=dibatasi(TEPAT_TARGET, *batas))
        then = capaian_opd([at_target if one is row else one for one in capaian], skala, cara)
        rows.append(
            Kepekaan(
                kode=row.kode,
                nama=row.nama,
                capaian_persen=row.capaian_persen,
                predikat=row.predikat,
                bagian_persen=_share(row, capaian, cara),
                rata_rata_persen=then.capaian_persen,
                predikat_opd=then.predikat,
                perubahan_persen=selisih(then.capaian_persen, now.capaian_persen),
                **vars(berikut(row.capaian_persen, skala)),
            )
        )
    return tuple(sorted(rows, key=_movement, reverse=True))


def berikut(capaian_persen: Decimal | None, skala: Skala) -> Berikut:
    """What is missing to the next higher predicate of a scale."""
    if capaian_persen is None:
        return Berikut()
    above = [each for each in skala.selang if each.dari is not None and each.dari > capaian_persen]
    if not above:
        return Berikut()
    nearest = above[-1]  # scales run from high to low
    missing = selisih(nearest.dari, capaian_persen)
    return Berikut(predikat_berikut=nearest.predikat, kurang_persen=missing)


def _share(row: CapaianIndikator, capaian: Sequence[CapaianIndikator], cara: str) -> Decimal | None:
    """The share of an indicator in the mean; None for one without a capaian."""
    counted = [one for one in capaian if one.capaian_persen is not None]
    if row.capaian_persen is None:
        return None
    if cara != TERBOBOT:
        return persen(Decimal(1), Decimal(len(counted)))
    weights = [one.bobot for one in counted if isinstance(one.bobot, Decimal)]
    if not isinstance(row.bobot, Decimal):
        return None
    return persen(row.bobot, sum(weights, Decimal(0)))


def _movement(row: Kepekaan) -> Decimal:
    return abs(row.perubahan_persen or Decimal(0))
