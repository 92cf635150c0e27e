"""What everything shown is made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from lkipnb.calculate.riwayat import perbandingan
from lkipnb.model import Dataset, Results
from lkipnb.present.block import Nomor
from lkipnb.rules import Rules, RumusCapaian, Skala, rumus_untuk


@dataclass(frozen=True)
class Bahan:
    """The data, the rules in force, the results, and the numbers given to tables and pictures.

    `riwayat` are the results of the earlier years that have data, by year.
    """

    data: Dataset
    rules: Rules
    hasil: Results
    nomor: Nomor
    riwayat: Mapping[int, Results]

    @property
    def perbandingan(self) -> pd.DataFrame:
        """This year's indicators beside those of earlier years."""
        lampau = {year: results.capaian for year, results in self.riwayat.items()}
        return perbandingan(self.hasil.capaian, self.data.tahun, lampau)

    @property
    def skala(self) -> Skala:
        """The predicate scale that the agency chose."""
        return self.rules.skala[self.data.profil.pengukuran.skala]


def rumus_dipakai(bahan: Bahan) -> list[RumusCapaian]:
    """The formulas of capaian that the agency's indicators use, in the order of the rules."""
    used = {id(rumus_untuk(row, bahan.rules.capaian)) for row in bahan.data.indikator.to_dict("records")}
    return [rule for rule in bahan.rules.capaian.values() if id(rule) in used]
