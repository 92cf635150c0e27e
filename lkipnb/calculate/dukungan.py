"""The budget behind an indicator or a sasaran: the lines that serve it, each counted once."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import pandas as pd

from lkipnb.calculate.serapan import garis, jumlah_baris
from lkipnb.calculate.urutan import berurut
from lkipnb.model import Realisasi


def pendukung(kode: str, indikator: pd.DataFrame, dukungan: pd.DataFrame) -> list[str]:
    """The budget codes that serve an indicator, or a sasaran directly or through its indicators, in
    order.
    """
    served = {kode, *indikator.loc[indikator.sasaran == kode, "kode"]}
    return berurut(dict.fromkeys(dukungan.loc[dukungan.kode.isin(served), "kode_rekening"]))


def serapan_pendukung(codes: Collection[str], anggaran: pd.DataFrame) -> Realisasi | None:
    """The sum over all lines without lines below them that stand under `codes`; None without a
    code.

    `anggaran` is the computed budget.  A line that stands under two of the codes counts once.
    """
    if not codes:
        return None
    above: Mapping[str, str | None] = dict(zip(anggaran.kode_rekening, anggaran.induk, strict=True))
    chosen = set(codes)
    lines = anggaran[anggaran.rinci.astype(bool)]
    return jumlah_baris(
        lines[[not chosen.isdisjoint(garis(code, above)) for code in lines.kode_rekening]]
    )
