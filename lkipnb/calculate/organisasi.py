"""The organisation as a tree, in the order in which it is told."""

from __future__ import annotations

import pandas as pd


def urutan_pohon(unit: pd.DataFrame) -> list[dict]:
    """The units from the top down, each before the units below it, siblings by `urutan`.

    Each is its row with `kedalaman` (0 for the top) added.
    """
    below: dict[str | None, list[dict]] = {}
    for row in sorted(unit.to_dict("records"), key=lambda r: r["urutan"]):
        below.setdefault(row["induk"], []).append(row)
    return _walk(below, None, 0)


def _walk(below: dict[str | None, list[dict]], induk: str | None, kedalaman: int) -> list[dict]:
    told = []
    for row in below.get(induk, []):
        told.append(row | {"kedalaman": kedalaman})
        told += _walk(below, row["kode"], kedalaman + 1)
    return told


def beda_pendidikan(eselon: pd.DataFrame, golongan: pd.DataFrame) -> list[dict]:
    """Where two counts of the same staff disagree: pendidikan, menurut_eselon, menurut_golongan.

    `eselon` and `golongan` are the tables by echelon and by rank, one row per combination.
    """
    first = eselon.groupby("pendidikan", sort=False).jumlah.sum()
    second = golongan.groupby("pendidikan", sort=False).jumlah.sum()
    return [
        {"pendidikan": name, "menurut_eselon": first.get(name, 0), "menurut_golongan": second.get(name, 0)}
        for name in dict.fromkeys([*first.index, *second.index])
        if first.get(name, 0) != second.get(name, 0)
    ]
