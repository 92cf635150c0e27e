"""Progress towards the medium-term target of the Renstra.

An indicator with a yearly target is compared by its latest value, one that accumulates by the sum
since the first year of the Renstra; a missing year leaves a gap, never a zero.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

import pandas as pd

from lkipnb.calculate.capaian import CaraCapaian, keterangan, nilai_capaian, tercapai
from lkipnb.calculate.persen import jumlah

AKUMULASI = "akumulasi"
TANPA_TARGET = "target Renstra belum diisi"


def kemajuan(
    capaian: pd.DataFrame,
    renstra: pd.DataFrame,
    awal: int,
    tahun: int,
    lampau: Mapping[int, pd.DataFrame],
    cara: CaraCapaian,
) -> pd.DataFrame:
    """One row per indicator of `capaian` beside its medium-term target.

    Columns: kode, sasaran, nama, satuan, sifat (tahunan or akumulasi), tahun_akhir, target_akhir,
    nilai_awal (from which an accumulating indicator starts), sampai_kini (the latest value, or
    nilai_awal and the sum of the years `awal` to `tahun`), kemajuan_persen (by the formula of the
    indicator, uncapped), tercapai, target_kini (of the Renstra for this year), sejalan (it equals
    the target of this year; None unknown), hilang (years that the sum lacks), keterangan (why there
    is no progress to tell).
    """
    rows = []
    for row in capaian.to_dict("records"):
        plan = renstra[renstra.indikator == row["kode"]].sort_values("tahun")
        targets = {int(year): target for year, target in zip(plan.tahun, plan.target, strict=True)}
        value, missing = _so_far(row, awal, tahun, lampau)
        last = max(targets, default=None)
        goal = targets.get(last)
        progress = nilai_capaian(row, goal, value, cara)
        met = tercapai(row, goal, value, progress)
        own = {name: row[name] for name in ("kode", "sasaran", "nama", "satuan", "polaritas")}
        rows.append(
            own
            | {
                "sifat": row["sifat_target"] or "tahunan",
                "tahun_akhir": last,
                "target_akhir": goal,
                "sampai_kini": value,
                "kemajuan_persen": progress,
                "tercapai": met,
                "nilai_awal": _start(row),
                "target_kini": (now := targets.get(tahun)),
                "sejalan": None
                if now is None or row["sifat_target"] == AKUMULASI
                else now == row["target"],
                "hilang": tuple(missing),
                "keterangan": _why_not(goal, missing, value, progress, met),
            }
        )
    return pd.DataFrame(rows, dtype=object)


def _so_far(
    row: Mapping[str, object], awal: int, tahun: int, lampau: Mapping[int, pd.DataFrame]
) -> tuple[object, list[int]]:
    """The value that is compared, and the years that are missing from it."""
    if row["sifat_target"] != AKUMULASI:
        return row["realisasi"], []
    values = {year: _in_year(lampau.get(year), row["kode"]) for year in range(awal, tahun)} | {
        tahun: row["realisasi"]
    }
    missing = [year for year, value in values.items() if not isinstance(value, Decimal)]
    start = _start(row)
    return jumlah([*values.values()] if start is None else [start, *values.values()]), missing


def _start(row: Mapping[str, object]) -> Decimal | None:
    """Where an accumulating indicator stood before the first year of the Renstra, where
    it says so.
    """
    value = row.get("nilai_awal")
    return value if row["sifat_target"] == AKUMULASI and isinstance(value, Decimal) else None


def _in_year(frame: pd.DataFrame | None, kode: str) -> object:
    if frame is None:
        return None
    found: Sequence[object] = list(frame.loc[frame.kode == kode, "realisasi"])
    return found[0] if found else None


def _why_not(
    goal: object, missing: list[int], value: object, progress: Decimal | None, met: bool | None
) -> str:
    if goal is None:
        return TANPA_TARGET
    if missing:
        return f"realisasi tahun {', '.join(map(str, missing))} tidak ada"
    return keterangan(goal, value, progress, met)
