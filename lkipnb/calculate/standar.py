"""Realisasi beside the national or regional standard, where one exists."""

from __future__ import annotations

import pandas as pd

from lkipnb.calculate.capaian import TERCAPAI, CaraCapaian, nilai_capaian


def terhadap_standar(capaian: pd.DataFrame, standar: pd.DataFrame, cara: CaraCapaian) -> pd.DataFrame:
    """One row per standard: kode, sasaran, nama, satuan, lingkup, standar, sumber, realisasi, persen, memenuhi.

    `persen` is the realisasi against the standard by the formula of the indicator; `memenuhi` says whether it
    reaches 100, None when it cannot be computed.
    """
    rows = []
    by_code = {row["kode"]: row for row in capaian.to_dict("records")}
    for given in standar.to_dict("records"):
        row = by_code[given["indikator"]]
        share = nilai_capaian(row, given["nilai"], row["realisasi"], cara)
        own = {name: row[name] for name in ("kode", "sasaran", "nama", "satuan", "realisasi")}
        rows.append(
            own
            | {
                "lingkup": given["lingkup"],
                "standar": given["nilai"],
                "sumber": given["sumber"],
                "persen": share,
                "memenuhi": None if share is None else share >= TERCAPAI,
            }
        )
    columns = ["kode", "sasaran", "nama", "satuan", "realisasi", "lingkup", "standar", "sumber", "persen", "memenuhi"]
    return pd.DataFrame(rows, columns=columns, dtype=object)
