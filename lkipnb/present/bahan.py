"""What everything shown is made from."""

from __future__ import annotations

from dataclasses import dataclass

from lkipnb.model import Dataset, Results
from lkipnb.present.block import Nomor
from lkipnb.rules import Rules, RumusCapaian, Skala, rumus_untuk


@dataclass(frozen=True)
class Bahan:
    """The data, the rules in force, the results, and the numbers given to tables and pictures."""

    data: Dataset
    rules: Rules
    hasil: Results
    nomor: Nomor

    @property
    def skala(self) -> Skala:
        """The predicate scale that the agency chose."""
        return self.rules.skala[self.data.profil.pengukuran.skala]


def rumus_dipakai(bahan: Bahan) -> list[RumusCapaian]:
    """The formulas of capaian that the agency's indicators use, in the order of the rules."""
    used = {id(rumus_untuk(row, bahan.rules.capaian)) for row in bahan.data.indikator.to_dict("records")}
    return [rule for rule in bahan.rules.capaian.values() if id(rule) in used]
