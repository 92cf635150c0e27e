"""Capaian: how far each indicator, each sasaran and the agency came towards the target.

PermenPANRB 53/2014 gives no formula, no cap and no scale, so all three are rules that the agency
chooses (`lkipnb/rules/`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

import pandas as pd

from lkipnb.asal import banyak, hitung
from lkipnb.calculate.persen import persen, rata_rata
from lkipnb.calculate.predikat import predikat
from lkipnb.calculate.urutan import berurut
from lkipnb.model import (
    NOT_APPLICABLE,
    Batas,
    CapaianOpd,
    Pengukuran,
    RentangNilai,
    tingkat_jenjang,
)
from lkipnb.rules import Rules, RumusCapaian, Skala, TargetNol, rumus_untuk

TERCAPAI = Decimal(100)
DIPENUHI = "dipenuhi"

BELUM_DILAPORKAN = "realisasi belum dilaporkan"
TIDAK_BERLAKU = "tidak berlaku tahun ini"
TARGET_NOL = "target nol, capaian tidak terhitung"
DI_BAWAH_NOL = "target di bawah nol sehingga capaian tidak terhitung"
RENTANG_DI_BAWAH_NOL = "batas rentang tidak di atas nol sehingga capaian tidak terhitung"
NOL = "target dan realisasi nol, capaian tidak terhitung"
TANPA_TARGET = "target tidak ada"

Ukuran = Decimal | RentangNilai | str


@dataclass(frozen=True)
class CaraCapaian:
    """How an agency computes capaian.

    The formulas by name, what a target of zero means, the cap and the floor in percent (None where
    there is none), and the word that stands for a predicate where nothing was reported.
    """

    rumus: Mapping[str, RumusCapaian]
    nol: TargetNol
    batas: Decimal | None = None
    batas_bawah: Decimal | None = None
    sebutan_tanpa_data: str = ""


def cara_capaian(pengukuran: Pengukuran, rules: Rules) -> CaraCapaian:
    """The way that the profile of an agency declares."""
    return CaraCapaian(
        rules.capaian,
        rules.target_nol[pengukuran.target_nol],
        pengukuran.batas_capaian,
        pengukuran.batas_bawah,
        pengukuran.sebutan_tanpa_data,
    )


def capaian(
    target: Ukuran, realisasi: Ukuran | None, rumus: RumusCapaian, jenjang: Sequence[str] = ()
) -> Decimal | None:
    """Capaian in percent, unrounded and uncapped; None when realisasi is missing or no ratio
    exists, as to a target below zero.

    `jenjang` are the levels of a ladder from worst to best, for an indicator that has one.
    """
    if target is None or realisasi is None or realisasi is NOT_APPLICABLE:
        return None
    return _RUMUS[rumus.rumus](target, realisasi, jenjang)


def nilai_capaian(
    indikator: Mapping[str, object], target: Ukuran | None, realisasi: object, cara: CaraCapaian
) -> Decimal | None:
    """The capaian of one indicator against any target, uncapped; None when none can be computed."""
    value = capaian(target, realisasi, rumus_untuk(indikator, cara.rumus), _ladder(indikator))
    if (
        value is None
        and cara.nol.cara == DIPENUHI
        and target == 0
        and isinstance(realisasi, Decimal)
    ):
        met = realisasi >= 0 if indikator["polaritas"] == "naik" else realisasi <= 0
        return hitung(
            "dipenuhi", TERCAPAI if met else Decimal(0), realisasi, indikator["polaritas"]
        )
    return value


def _ladder(indikator: Mapping[str, object]) -> list[str]:
    """The levels of an indicator from worst to best: as they are written, or the other way round
    where it should fall.
    """
    levels = tingkat_jenjang(indikator["jenjang"])
    return levels if indikator["polaritas"] == "naik" else levels[::-1]


def _naik(target: Decimal, realisasi: Decimal) -> Decimal | None:
    return persen(realisasi, target) if target > 0 else None


def _turun(target: Decimal, realisasi: Decimal) -> Decimal | None:
    return persen(2 * target - realisasi, target) if target > 0 else None


def _rentang(target: RentangNilai, realisasi: Decimal, _: Sequence[str]) -> Decimal | None:
    """100 inside the range; outside, against the nearest bound where that is above zero."""
    if target.dari <= realisasi <= target.sampai:
        return hitung("dalam_rentang", TERCAPAI, realisasi, target.dari, target.sampai)
    if realisasi < target.dari:
        return _naik(target.dari, realisasi)
    return _turun(target.sampai, realisasi)


def _jenjang(target: str, realisasi: str, jenjang: Sequence[str]) -> Decimal | None:
    """The rank of the level reached over the rank of the level promised; the worst level has rank
    1.
    """
    ladder = "; ".join(jenjang)
    rank = {level: Decimal(n) for n, level in enumerate(jenjang, start=1)}
    own, promised = (
        hitung("peringkat", rank[level], level, ladder) for level in (realisasi, target)
    )
    return persen(own, promised)


def _terbalik(target: Decimal, realisasi: Decimal) -> Decimal | None:
    """Target over realisasi; nothing left of what should fall, or less, is a target fully met."""
    if target <= 0:
        return None
    if realisasi <= 0:
        return hitung("habis", TERCAPAI, TERCAPAI, realisasi, target)
    return persen(target, realisasi)


_RUMUS = {
    "R/T": lambda target, realisasi, _: _naik(target, realisasi),
    "(2T-R)/T": lambda target, realisasi, _: _turun(target, realisasi),
    "T/R": lambda target, realisasi, _: _terbalik(target, realisasi),
    "rentang": _rentang,
    "jenjang": _jenjang,
    "ya-tidak": lambda target, realisasi, _: hitung(
        "sama", TERCAPAI if realisasi == target else Decimal(0), realisasi, target
    ),
}


def keterangan(
    target: Ukuran | None, realisasi: object, nilai: Decimal | None, met: bool | None
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


def _without_ratio(target: Ukuran, realisasi: object, met: bool | None) -> str:
    if met is None:
        return TARGET_NOL if realisasi else NOL
    reason = RENTANG_DI_BAWAH_NOL if isinstance(target, RentangNilai) else DI_BAWAH_NOL
    return f"{reason}, {'tetapi target tercapai' if met else 'dan target belum tercapai'}"


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


def tercapai(
    indikator: Mapping[str, object], target: Ukuran | None, realisasi: object, nilai: Decimal | None
) -> bool | None:
    """Whether the target was met: its bound was kept, or the capaian is 100 or more before cap and
    floor.

    Where the target lies below zero, which gives no capaian, the direction that is good decides;
    None where nothing does.
    """
    if nilai is None and not _below_zero(target, realisasi):
        return None
    if isinstance(target, Batas):
        return target.dipenuhi(realisasi)
    if nilai is not None:
        return nilai >= TERCAPAI
    if isinstance(target, RentangNilai):
        return False
    return realisasi >= target if indikator["polaritas"] == "naik" else realisasi <= target


def _below_zero(target: Ukuran | None, realisasi: object) -> bool:
    """Whether there is no ratio because what should divide lies below zero; of a range, because
    its nearest bound is not above zero.
    """
    if not isinstance(realisasi, Decimal):
        return False
    if isinstance(target, RentangNilai):
        return (target.dari if realisasi < target.dari else target.sampai) <= 0
    return isinstance(target, Decimal) and target < 0


def capaian_indikator(
    indikator: pd.DataFrame,
    kinerja: pd.DataFrame,
    cara: CaraCapaian,
    skala: Skala,
) -> pd.DataFrame:
    """One row per indicator, in the order of their codes.

    Columns: those of `indikator`, target, realisasi (unit of the indicator), capaian_persen (within
    the bounds of `cara`), predikat (None where there is no capaian, but the agency's word for it
    where nothing was reported), keterangan (why there is no capaian) and tercapai (True, False,
    None where nothing decides).
    """
    measured = kinerja.set_index("indikator")
    rows = []
    for row in berurut(indikator.to_dict("records"), _kode):
        target, realisasi = (
            measured.at[row["kode"], "target"],
            measured.at[row["kode"], "realisasi"],
        )
        exact = nilai_capaian(row, target, realisasi, cara)
        value = _within_bounds(exact, row, target, realisasi, cara)
        met = tercapai(row, target, realisasi, exact)
        why_not = keterangan(target, realisasi, value, met)
        rows.append(
            row
            | {
                "target": target,
                "realisasi": realisasi,
                "capaian_persen": value,
                "predikat": predikat(value, skala) or _without_data(why_not, cara),
                "keterangan": why_not,
                "tercapai": met,
            }
        )
    return pd.DataFrame(rows, dtype=object)


def _within_bounds(
    value: Decimal | None,
    row: Mapping[str, object],
    target: Ukuran | None,
    realisasi: object,
    cara: CaraCapaian,
) -> Decimal | None:
    """The capaian within the bounds; by T/R a realisasi of zero or less stands at the cap, which
    its neighbours reach.
    """
    if value is not None and cara.batas is not None and _used_up(row, target, realisasi, cara):
        return hitung("habis", cara.batas, cara.batas, realisasi, value)
    return dibatasi(value, cara.batas, cara.batas_bawah)


def _used_up(
    row: Mapping[str, object], target: Ukuran | None, realisasi: object, cara: CaraCapaian
) -> bool:
    """Whether nothing is left of what should fall, by T/R; a target of zero asks for no less."""
    inverted = rumus_untuk(row, cara.rumus).rumus == "T/R"
    return inverted and target > 0 and realisasi <= 0


def _without_data(why_not: str, cara: CaraCapaian) -> str | None:
    return cara.sebutan_tanpa_data or None if why_not == BELUM_DILAPORKAN else None


def _kode(row: Mapping[str, object]) -> str:
    return row["kode"]


def capaian_sasaran(
    sasaran: pd.DataFrame, per_indikator: pd.DataFrame, skala: Skala, cara: str = "sederhana"
) -> pd.DataFrame:
    """One row per sasaran: the mean of its computable indicators, `sederhana` or `terbobot`.

    Columns: kode, uraian, capaian_persen, predikat and the counts of a CapaianOpd.
    """
    rows = []
    for row in berurut(sasaran.to_dict("records"), _kode):
        rows.append(row | _mean(per_indikator[per_indikator.sasaran == row["kode"]], skala, cara))
    return pd.DataFrame(rows, dtype=object)


def capaian_opd(per_indikator: pd.DataFrame, skala: Skala, cara: str = "sederhana") -> CapaianOpd:
    """The agency as a whole: the mean over all computable indicators, not over sasaran."""
    return CapaianOpd(**_mean(per_indikator, skala, cara))


def _mean(rows: pd.DataFrame, skala: Skala, cara: str) -> dict[str, object]:
    values = rows["capaian_persen"]
    silent = rows["keterangan"] == BELUM_DILAPORKAN
    mean = rata_rata(values, rows["bobot"] if cara == "terbobot" else None)
    return {
        "banyak_indikator": banyak(rows["kode"]),
        "banyak_terhitung": banyak(v for v in values if v is not None),
        "capaian_persen": mean,
        "predikat": predikat(mean, skala),
        "banyak_tercapai": banyak(_judged(rows, True)),
        "banyak_belum": banyak(_judged(rows, False)),
        "banyak_belum_dilaporkan": banyak(rows.loc[silent, "kode"]),
        "banyak_tidak_terhitung": banyak(rows.loc[rows["tercapai"].isna() & ~silent, "kode"]),
    }


def _judged(rows: pd.DataFrame, met: bool) -> list[object]:
    """What stands for each indicator with that verdict: its capaian, or its realisasi where there
    is none.
    """
    return [
        row["realisasi"] if row["capaian_persen"] is None else row["capaian_persen"]
        for row in rows.to_dict("records")
        if row["tercapai"] is met
    ]
