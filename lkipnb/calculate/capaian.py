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
NOL = "target dan realisasi nol, capaian tidak terhitung"
REALISASI_NOL = "realisasi nol, capaian tidak terhitung"
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
    exists.

    `jenjang` are the levels of a ladder from low to high, for an indicator that has one.
    """
    if target is None or realisasi is None or realisasi is NOT_APPLICABLE:
        return None
    return _RUMUS[rumus.rumus](target, realisasi, jenjang)


def nilai_capaian(
    indikator: Mapping[str, object], target: Ukuran | None, realisasi: object, cara: CaraCapaian
) -> Decimal | None:
    """The capaian of one indicator against any target, uncapped; None when none can be computed."""
    value = capaian(
        target, realisasi, rumus_untuk(indikator, cara.rumus), tingkat_jenjang(indikator["jenjang"])
    )
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


def _rentang(target: RentangNilai, realisasi: Decimal, _: Sequence[str]) -> Decimal | None:
    """100 inside the range; outside, against the nearest bound."""
    if realisasi < target.dari:
        return persen(realisasi, target.dari)
    if realisasi > target.sampai:
        return persen(2 * target.sampai - realisasi, target.sampai)
    return hitung("dalam_rentang", TERCAPAI, realisasi, target.dari, target.sampai)


def _jenjang(target: str, realisasi: str, jenjang: Sequence[str]) -> Decimal | None:
    """The rank of the level reached over the rank of the level promised; the lowest level has rank
    1.
    """
    ladder = "; ".join(jenjang)
    rank = {level: Decimal(n) for n, level in enumerate(jenjang, start=1)}
    own, promised = (
        hitung("peringkat", rank[level], level, ladder) for level in (realisasi, target)
    )
    return persen(own, promised)


def _terbalik(target: Decimal, realisasi: Decimal) -> Decimal | None:
    """Target over realisasi; nothing left of what should fall is a target fully met."""
    if not realisasi and target > 0:
        return hitung("habis", TERCAPAI, TERCAPAI, realisasi, target)
    return persen(target, realisasi) if target else None


_RUMUS = {
    "R/T": lambda target, realisasi, _: persen(realisasi, target),
    "(2T-R)/T": lambda target, realisasi, _: persen(2 * target - realisasi, target),
    "T/R": lambda target, realisasi, _: _terbalik(target, realisasi),
    "rentang": _rentang,
    "jenjang": _jenjang,
    "ya-tidak": lambda target, realisasi, _: hitung(
        "sama", TERCAPAI if realisasi == target else Decimal(0), realisasi, target
    ),
}


def keterangan(target: Ukuran, realisasi: object, nilai: Decimal | None) -> str:
    """Why no capaian can be computed; empty when it can."""
    if realisasi is NOT_APPLICABLE:
        return TIDAK_BERLAKU
    if target is None:
        return TANPA_TARGET
    if realisasi is None:
        return BELUM_DILAPORKAN
    if nilai is not None:
        return ""
    if target:
        return REALISASI_NOL
    return TARGET_NOL if realisasi else NOL


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


def tercapai(target: Ukuran | None, realisasi: object, nilai: Decimal | None) -> bool | None:
    """Whether the target was met: its bound was kept, or the capaian is 100 or more; None without a
    capaian.
    """
    if nilai is None:
        return None
    if isinstance(target, Batas) and isinstance(realisasi, Decimal):
        return target.dipenuhi(realisasi)
    return nilai >= TERCAPAI


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
    None where there is no capaian).
    """
    measured = kinerja.set_index("indikator")
    rows = []
    for row in berurut(indikator.to_dict("records"), _kode):
        target, realisasi = (
            measured.at[row["kode"], "target"],
            measured.at[row["kode"], "realisasi"],
        )
        value = _within_bounds(nilai_capaian(row, target, realisasi, cara), row, realisasi, cara)
        why_not = keterangan(target, realisasi, value)
        rows.append(
            row
            | {
                "target": target,
                "realisasi": realisasi,
                "capaian_persen": value,
                "predikat": predikat(value, skala) or _without_data(why_not, cara),
                "keterangan": why_not,
                "tercapai": tercapai(target, realisasi, value),
            }
        )
    return pd.DataFrame(rows, dtype=object)


def _within_bounds(
    value: Decimal | None, row: Mapping[str, object], realisasi: object, cara: CaraCapaian
) -> Decimal | None:
    """The capaian within the bounds; by T/R a realisasi of zero stands at the cap, which its
    neighbours reach.
    """
    bounded = dibatasi(value, cara.batas, cara.batas_bawah)
    inverted = rumus_untuk(row, cara.rumus).rumus == "T/R" and value is not None and value > 0
    if inverted and cara.batas is not None and realisasi == 0:
        return hitung("habis", cara.batas, cara.batas, realisasi, value)
    return bounded


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
        "banyak_tercapai": banyak(_values(rows, rows["tercapai"].map(lambda met: met is True))),
        "banyak_belum": banyak(_values(rows, rows["tercapai"].map(lambda met: met is False))),
        "banyak_belum_dilaporkan": banyak(rows.loc[silent, "kode"]),
        "banyak_tidak_terhitung": banyak(rows.loc[rows["tercapai"].isna() & ~silent, "kode"]),
    }


def _values(rows: pd.DataFrame, chosen: pd.Series) -> pd.Series:
    return rows.loc[chosen.astype(bool), "capaian_persen"]
