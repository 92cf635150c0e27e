"""The organisation as a tree, in the order in which it is told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd


def urutan_pohon(unit: pd.DataFrame) -> list[dict]:
    """The units from the top down, each before the units below it, siblings by `urutan`.

    Each is its row with `kedalaman` (0 for the top) added.
    """
    return pohon(sorted(unit.to_dict("records"), key=lambda row: row["urutan"]))


def pohon(rows: Iterable[Mapping[str, object]]) -> list[dict]:
    """Rows with `kode` and `induk`, each before those below it, siblings as they come, whatever the
    depth.

    `kedalaman` (0 for the top) is added.  A row that is below itself does not appear; the contract
    refuses it.
    """
    below: dict[object, list[Mapping[str, object]]] = {}
    for row in rows:
        below.setdefault(row["induk"], []).append(row)
    told = []
    waiting = [(row, 0) for row in reversed(below.get(None, []))]
    while waiting:
        row, depth = waiting.pop()
        told.append({**row, "kedalaman": depth})
        waiting += [(part, depth + 1) for part in reversed(below.get(row["kode"], []))]
    return told


def beda_pendidikan(eselon: pd.DataFrame, golongan: pd.DataFrame) -> list[dict]:
    """Where two counts of the same staff disagree: pendidikan, menurut_eselon, menurut_golongan.

    `eselon` and `golongan` are the tables by echelon and by rank, one row per combination; a table
    that is not filled in disagrees with nothing.
    """
    if eselon.empty or golongan.empty:
        return []
    first = eselon.groupby("pendidikan", sort=False).jumlah.sum()
    second = golongan.groupby("pendidikan", sort=False).jumlah.sum()
    return [
        {
            "pendidikan": name,
            "menurut_eselon": first.get(name, 0),
            "menurut_golongan": second.get(name, 0),
        }
        for name in dict.fromkeys([*first.index, *second.index])
        if first.get(name, 0) != second.get(name, 0)
    ]
