"""The predicate scale that an agency uses: one of the named ones, or its own."""

from __future__ import annotations

from decimal import Decimal

import pandas as pd

from lkipnb.model import Pengukuran
from lkipnb.rules import Rules
from lkipnb.rules.bentuk import Berlaku, Skala

SENDIRI = "sendiri"


def skala_dipakai(pengukuran: Pengukuran, tabel: pd.DataFrame, rules: Rules) -> Skala:
    """The scale named in the profile; for `sendiri` the one of the table `skala` (predikat, dari, sampai).

    Raises KeyError for a name that does not exist, ValueError (pydantic) when the agency's own scale
    has a gap or an overlap, or does not say which document sets it.
    """
    if pengukuran.skala != SENDIRI:
        return rules.skala[pengukuran.skala]
    lowest = Decimal("-Infinity")
    rows = sorted(
        tabel.to_dict("records"), key=lambda row: lowest if row["dari"] is None else row["dari"], reverse=True
    )
    return Skala(
        nama="Skala instansi",
        dasar=pengukuran.dasar_skala,
        satuan="persen",
        berlaku=Berlaku(dari=rules.tahun, sampai=rules.tahun),
        termasuk=pengukuran.batas_selang,
        selang=[{name: row[name] for name in ("dari", "sampai", "predikat")} for row in rows],
    )
