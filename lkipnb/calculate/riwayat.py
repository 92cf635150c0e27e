"""This year's indicators beside those of earlier years, followed by their code.

A year without data leaves a gap, never a zero; an indicator may be new, renamed or dropped.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import pandas as pd

from lkipnb.calculate.persen import selisih

BARU, BERGANTI_NAMA, TETAP_NAMA = "baru", "berganti nama", ""


def perbandingan(capaian: pd.DataFrame, tahun: int, lampau: Mapping[int, pd.DataFrame]) -> pd.DataFrame:
    """One row per indicator of `capaian`, the frame of this year; `lampau` are those of earlier years.

    Columns: those of `capaian`; realisasi_lalu, capaian_lalu (last year, None where there is none);
    perubahan (realisasi less that of last year, in the unit of the indicator; None unless both are
    numbers); membaik (True, False, None for unchanged or unknown); catatan (baru, berganti nama);
    nama_lalu; deret (realisasi by year, oldest first, None for a year without it).
    """
    rows = []
    years = sorted(lampau)
    for row in capaian.to_dict("records"):
        before = {year: _find(lampau[year], row["kode"]) for year in years}
        last = before.get(tahun - 1)
        change = selisih(row["realisasi"], last["realisasi"]) if last else None
        rows.append(
            row
            | {
                "realisasi_lalu": last["realisasi"] if last else None,
                "capaian_lalu": last["capaian_persen"] if last else None,
                "perubahan": change,
                "membaik": _better(change, row["polaritas"]),
                "catatan": _note(row, last, any(before.values()) or not years),
                "nama_lalu": last["nama"] if last else None,
                "deret": {year: found["realisasi"] if found else None for year, found in before.items()}
                | {tahun: row["realisasi"]},
            }
        )
    return pd.DataFrame(rows, dtype=object)


def dihapus(capaian: pd.DataFrame, lalu: pd.DataFrame | None) -> list[dict]:
    """The indicators of last year that this year no longer has."""
    if lalu is None:
        return []
    return [row for row in lalu.to_dict("records") if row["kode"] not in set(capaian.kode)]


def _find(frame: pd.DataFrame, kode: str) -> dict | None:
    found = frame[frame.kode == kode].to_dict("records")
    return found[0] if found else None


def _better(change: Decimal | None, polaritas: str) -> bool | None:
    if not change:
        return None
    return (change > 0) == (polaritas == "naik")


def _note(row: Mapping[str, object], last: Mapping[str, object] | None, seen: bool) -> str:
    if not seen:
        return BARU
    return BERGANTI_NAMA if last and last["nama"] != row["nama"] else TETAP_NAMA
