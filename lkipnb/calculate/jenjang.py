"""Which lines of a budget a report tells one by one."""

from __future__ import annotations

import pandas as pd

from lkipnb.rules import SusunanAnggaran


def terbawah(anggaran: pd.DataFrame, susunan: SusunanAnggaran) -> pd.DataFrame:
    """The lines of `serapan_anggaran` that the law names and below which it names no other.

    A budget may go on below them into kinds of spending (Belanja Barang dan Jasa, once for every
    sub kegiatan); those have no name of their own to tell them by.
    """
    named = anggaran[anggaran.tingkat.between(1, len(susunan.tingkat))]
    if named.empty:
        return anggaran[anggaran.rinci.astype(bool)]
    return named[~named.kode_rekening.isin(set(named.induk))]
