"""Realisasi beside the national or regional standard, where one exists."""

from __future__ import annotations

import pandas as pd

from lkipnb.calculate.capaian import CaraCapaian, keterangan, nilai_capaian, tercapai

KOLOM = (
    "kode",
    "sasaran",
    "nama",
    "satuan",
    "realisasi",
    "lingkup",
    "standar",
    "sumber",
    "persen",
    "memenuhi",
    "keterangan",
)


def terhadap_standar(
    capaian: pd.DataFrame, standar: pd.DataFrame, cara: CaraCapaian
) -> pd.DataFrame:
    """One row per standard, with the columns `KOLOM`.

    `persen` is the realisasi against the standard by the formula of the indicator; `memenuhi` says
    whether it is met, None when nothing decides, and `keterangan` why not.
    """
    rows = []
    by_code = {row["kode"]: row for row in capaian.to_dict("records")}
    for given in standar.to_dict("records"):
        row = by_code[given["indikator"]]
        share = nilai_capaian(row, given["nilai"], row["realisasi"], cara)
        met = tercapai(row, given["nilai"], row["realisasi"], share)
        own = {name: row[name] for name in ("kode", "sasaran", "nama", "satuan", "realisasi")}
        rows.append(
            own
            | {
                "lingkup": given["lingkup"],
                "standar": given["nilai"],
                "sumber": given["sumber"],
                "persen": share,
                "memenuhi": met,
                "keterangan": keterangan(given["nilai"], row["realisasi"], share, met),
            }
        )
    return pd.DataFrame(rows, columns=KOLOM, dtype=object)
