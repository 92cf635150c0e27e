"""Capaian: how far each indicator, each sasaran and the agency came towards the target.

PermenPANRB 53/2014 gives no formula, no cap and no scale, so all three are rules that the agency
chooses (`lkipnb/rules/`).
"""

from __future__ import annotations

from decimal import Decimal

import pandas as pd

from lkipnb.calculate.persen import persen, rata_rata
from lkipnb.calculate.predikat import predikat
from lkipnb.model import NOT_APPLICABLE, CapaianOpd
from lkipnb.rules import RumusCapaian, Skala

TERCAPAI = Decimal(100)

BELUM_DILAPORKAN = "realisasi belum dilaporkan"
TIDAK_BERLAKU = "tidak berlaku tahun ini"
TARGET_NOL = "target nol, capaian tidak terhitung"


def capaian(target: Decimal, realisasi: Decimal | None, rumus: RumusCapaian) -> Decimal | None:
    """Capaian in percent, unrounded and uncapped; None when realisasi is missing or target is zero."""
    if rumus.rumus == "(2T-R)/T" and isinstance(realisasi, Decimal):
        return persen(2 * target - realisasi, target)
    return persen(realisasi, target)


def keterangan(target: Decimal, realisasi: object) -> str:
    """Why no capaian can be computed; empty when it can."""
    if realisasi is NOT_APPLICABLE:
        return TIDAK_BERLAKU
    if realisasi is None:
        return BELUM_DILAPORKAN
    return "" if target else TARGET_NOL


def capaian_indikator(
    indikator: pd.DataFrame, kinerja: pd.DataFrame, rumus: dict[str, RumusCapaian], skala: Skala
) -> pd.DataFrame:
    """One row per indicator, in the order of their codes.

    Columns: those of `indikator`, target, realisasi (unit of the indicator), capaian_persen,
    predikat (None where there is no capaian), keterangan and tercapai (capaian of 100 or more).
    """
    measured = kinerja.set_index("indikator")
    rows = []
    for row in indikator.to_dict("records"):
        target, realisasi = measured.at[row["kode"], "target"], measured.at[row["kode"], "realisasi"]
        value = capaian(target, realisasi, rumus[row["polaritas"]])
        rows.append(
            row
            | {
                "target": target,
                "realisasi": realisasi,
                "capaian_persen": value,
                "predikat": predikat(value, skala),
                "keterangan": keterangan(target, realisasi),
                "tercapai": value is not None and value >= TERCAPAI,
            }
        )
    frame = pd.DataFrame(rows, dtype=object)
    return frame.sort_values("kode", key=lambda codes: codes.map(urutan_kode)).reset_index(drop=True)


def capaian_sasaran(sasaran: pd.DataFrame, per_indikator: pd.DataFrame, skala: Skala) -> pd.DataFrame:
    """One row per sasaran: the simple mean of its computable indicators.

    Columns: kode, uraian, banyak_indikator, banyak_terhitung, capaian_persen, predikat.
    """
    rows = []
    for row in sasaran.to_dict("records"):
        values = per_indikator.loc[per_indikator.sasaran == row["kode"], "capaian_persen"]
        rows.append(row | _mean(values, skala))
    frame = pd.DataFrame(rows, dtype=object)
    return frame.sort_values("kode", key=lambda codes: codes.map(urutan_kode)).reset_index(drop=True)


def capaian_opd(per_indikator: pd.DataFrame, skala: Skala) -> CapaianOpd:
    """The agency as a whole: the simple mean over all computable indicators, not over sasaran."""
    values = per_indikator["capaian_persen"]
    return CapaianOpd(
        **_mean(values, skala),
        banyak_tercapai=(reached := sum(per_indikator["tercapai"])),
        banyak_belum=sum(v is not None for v in values) - reached,
    )


def _mean(values: pd.Series, skala: Skala) -> dict[str, object]:
    mean = rata_rata(values)
    return {
        "banyak_indikator": len(values),
        "banyak_terhitung": sum(v is not None for v in values),
        "capaian_persen": mean,
        "predikat": predikat(mean, skala),
    }


def urutan_kode(kode: str) -> tuple:
    """Sorts `IKU-10` after `IKU-9`: runs of digits count as numbers."""
    pieces, digits = [], ""
    for char in kode + "\0":
        if char.isdigit():
            digits += char
            continue
        if digits:
            pieces.append((0, int(digits), ""))
            digits = ""
        pieces.append((1, 0, char))
    return tuple(pieces)
