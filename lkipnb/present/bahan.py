"""What everything shown is made from."""

from __future__ import annotations

from dataclasses import dataclass

from lkipnb.model import Dataset, Results
from lkipnb.present.block import Nomor
from lkipnb.rules import Rules, Skala


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
