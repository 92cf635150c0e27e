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
from lkipnb.model import NOT_APPLICABLE, CapaianOpd, RentangNilai, tingkat_jenjang
from lkipnb.rules import RumusCapaian, Skala, TargetNol, rumus_untuk

TERCAPAI = Decimal(100)
DIPENUHI = "dipenuhi"

BELUM_DILAPORKAN = "realisasi belum dilaporkan"
TIDAK_BERLAKU = "tidak berlaku tahun ini"
TARGET_NOL = "target nol, capaian tidak terhitung"
REALISASI_NOL = "realisasi nol, capaian tidak terhitung"
TANPA_TARGET = "target tidak ada"

Ukuran = Decimal | RentangNilai | str


@dataclass(frozen=True)
class CaraCapaian:
    """How an agency computes capaian: the formulas by name, and what a target of zero means."""

    rumus: Mapping[str, RumusCapaian]
    nol: TargetNol


def capaian(
    target: Ukuran, realisasi: Ukuran | None, rumus: RumusCapaian, jenjang: Sequence[str] = ()
) -> Decimal | None:
    """Capaian in percent, unrounded and uncapped; None when realisasi is missing or no ratio exists.

    `jenjang` are the levels of a ladder from low to high, for an indicator that has one.
    """
    if target is None or realisasi is None or realisasi is NOT_APPLICABLE:
        return None
    return _RUMUS[rumus.rumus](target, realisasi, jenjang)


def nilai_capaian(
    indikator: Mapping[str, object], target: Ukuran | None, realisasi: object, cara: CaraCapaian
) -> Decimal | None:
    """The capaian of one indicator against any target, uncapped; None when none can be computed."""
    value = capaian(target, realisasi, rumus_untuk(indikator, cara.rumus), tingkat_jenjang(indikator["jenjang"]))
    if value is None and cara.nol.cara == DIPENUHI and target == 0 and isinstance(realisasi, Decimal):
        met = realisasi >= 0 if indikator["polaritas"] == "naik" else realisasi <= 0
        return hitung("dipenuhi", TERCAPAI if met else Decimal(0), realisasi, indikator["polaritas"])
    return value


def _rentang(target: RentangNilai, realisasi: Decimal, _: Sequence[str]) -> Decimal | None:
    """100 inside the range; outside, against the nearest bound."""
    if realisasi < target.dari:
        return persen(realisasi, target.dari)
    if realisasi > target.sampai:
        return persen(2 * target.sampai - realisasi, target.sampai)
    return hitung("dalam_rentang", TERCAPAI, realisasi, target.dari, target.sampai)


def _jenjang(target: str, realisasi: str, jenjang: Sequence[str]) -> Decimal | None:
    """The rank of the level reached over the rank of the level promised; the lowest level has rank 1."""
    ladder = "; ".join(jenjang)
    rank = {level: Decimal(n) for n, level in enumerate(jenjang, start=1)}
    own, promised = (hitung("peringkat", rank[level], level, ladder) for level in (realisasi, target))
    return persen(own, promised)


_RUMUS = {
    "R/T": lambda target, realisasi, _: persen(realisasi, target),
    "(2T-R)/T": lambda target, realisasi, _: persen(2 * target - realisasi, target),
    "T/R": lambda target, realisasi, _: persen(target, realisasi) if target else None,
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
    return TARGET_NOL if not target else REALISASI_NOL


def dibatasi(nilai: Decimal | None, batas: Decimal | None) -> Decimal | None:
    """The capaian, at most `batas` where the agency caps it."""
    if nilai is None or batas is None or nilai <= batas:
        return nilai
    return hitung("paling_tinggi", batas, nilai, batas)


def capaian_indikator(
    indikator: pd.DataFrame,
    kinerja: pd.DataFrame,
    cara: CaraCapaian,
    skala: Skala,
    batas: Decimal | None = None,
) -> pd.DataFrame:
    """One row per indicator, in the order of their codes.

    Columns: those of `indikator`, target, realisasi (unit of the indicator), capaian_persen (at
    most `batas`), predikat (None where there is no capaian), keterangan and tercapai (capaian of
    100 or more).
    """
    measured = kinerja.set_index("indikator")
    rows = []
    for row in berurut(indikator.to_dict("records"), _kode):
        target, realisasi = measured.at[row["kode"], "target"], measured.at[row["kode"], "realisasi"]
        value = dibatasi(nilai_capaian(row, target, realisasi, cara), batas)
        rows.append(
            row
            | {
                "target": target,
                "realisasi": realisasi,
                "capaian_persen": value,
                "predikat": predikat(value, skala),
                "keterangan": keterangan(target, realisasi, value),
                "tercapai": value is not None and value >= TERCAPAI,
            }
        )
    return pd.DataFrame(rows, dtype=object)


def _kode(row: Mapping[str, object]) -> str:
    return row["kode"]


def capaian_sasaran(
    sasaran: pd.DataFrame, per_indikator: pd.DataFrame, skala: Skala, cara: str = "sederhana"
) -> pd.DataFrame:
    """One row per sasaran: the mean of its computable indicators, `sederhana` or `terbobot`.

    Columns: kode, uraian, banyak_indikator, banyak_terhitung, capaian_persen, predikat.
    """
    rows = []
    for row in berurut(sasaran.to_dict("records"), _kode):
        rows.append(row | _mean(per_indikator[per_indikator.sasaran == row["kode"]], skala, cara))
    return pd.DataFrame(rows, dtype=object)


def capaian_opd(per_indikator: pd.DataFrame, skala: Skala, cara: str = "sederhana") -> CapaianOpd:
    """The agency as a whole: the mean over all computable indicators, not over sasaran."""
    values = per_indikator["capaian_persen"]
    return CapaianOpd(
        **_mean(per_indikator, skala, cara),
        banyak_tercapai=banyak(v for v in values if v is not None and v >= TERCAPAI),
        banyak_belum=banyak(v for v in values if v is not None and v < TERCAPAI),
    )


def _mean(rows: pd.DataFrame, skala: Skala, cara: str) -> dict[str, object]:
    values = rows["capaian_persen"]
    mean = rata_rata(values, rows["bobot"] if cara == "terbobot" else None)
    return {
        "banyak_indikator": banyak(rows["kode"]),
        "banyak_terhitung": banyak(v for v in values if v is not None),
        "capaian_persen": mean,
        "predikat": predikat(mean, skala),
    }
