"""What everything shown is made from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from lkipnb.calculate.serapan import tanpa_sumber_dana
from lkipnb.model import Dataset, Results
from lkipnb.present.block import Nomor
from lkipnb.rules import Rules, RumusCapaian, Skala, rumus_untuk
from lkipnb.rules.skala import skala_dipakai

if TYPE_CHECKING:
    from lkipnb.audit import Hasil

Row = dict[str, object]


@dataclass(frozen=True)
class Bahan:
    """The data, the rules in force, the results, and the numbers given to tables and pictures."""

    data: Dataset
    rules: Rules
    hasil: Results
    nomor: Nomor
    folder: Path

    @cached_property
    def pemeriksaan(self) -> tuple[Hasil, Hasil]:
        """The audit of the year as printed and as corrected."""
        from lkipnb.audit import audit

        opd, tahun = self.data.opd, self.data.tahun
        return audit(opd, tahun, self.folder, mentah=True), audit(opd, tahun, self.folder)

    @property
    def skala(self) -> Skala:
        """The predicate scale that the agency chose."""
        return skala_dipakai(self.data.profil.pengukuran, self.data.skala, self.rules)


def cakupan(bahan: Bahan) -> str:
    """What the lines of the own budget add up to, in words; `APBD` is said where there are other
    sources beside it.
    """
    name = bahan.rules.anggaran.cakupan
    return name if bahan.hasil.anggaran_lain.empty else f"{name} APBD"


def efisiensi_terhitung(bahan: Bahan) -> bool:
    """Whether the efficiency of any indicator or sasaran can be reckoned."""
    hasil = bahan.hasil
    return bool(hasil.efisiensi.a.notna().any() or hasil.efisiensi_sasaran.a.notna().any())


def rumus_dipakai(bahan: Bahan) -> list[RumusCapaian]:
    """The formulas of capaian that the agency's indicators use, in the order of the rules."""
    used = {
        id(rumus_untuk(row, bahan.rules.capaian)) for row in bahan.data.indikator.to_dict("records")
    }
    return [rule for rule in bahan.rules.capaian.values() if id(rule) in used]


# A table or picture of one sasaran with fewer rows, or points of a line, says nothing that the
# sentences beside it do not say.
PALING_SEDIKIT = 3


def nomor_sasaran(bahan: Bahan) -> dict[str, int]:
    """The number under which the report tells each sasaran, by its code."""
    return {kode: number for number, kode in enumerate(bahan.hasil.capaian_sasaran.kode, start=1)}


def ujung(
    rows: Sequence[Mapping[str, object]], ukuran: str
) -> tuple[Mapping | None, Mapping | None]:
    """The rows with the lowest and the highest value; two Nones where nothing stands out from the
    rest.
    """
    lows, highs = di_ujung(rows, ukuran)
    return (lows[0], highs[0]) if lows else (None, None)


def di_ujung(rows: Sequence[Mapping[str, object]], ukuran: str) -> tuple[list, list]:
    """All rows with the lowest value, and all with the highest; none where all are alike."""
    known = [row for row in rows if row[ukuran] is not None]
    values = {row[ukuran] for row in known}
    if len(values) < 2:
        return [], []
    low, high = min(values), max(values)
    return [row for row in known if row[ukuran] == low], [
        row for row in known if row[ukuran] == high
    ]


def has_rows(bahan: Bahan, tabel: str) -> bool:
    """Whether the named table of the data has been filled in."""
    return not bahan.data.tables[tabel].empty


def rows(frame: pd.DataFrame) -> list[Row]:
    return frame.to_dict("records")


def rows_of(frame: pd.DataFrame, sasaran: str) -> list[Row]:
    """The rows that belong to a sasaran, in their order."""
    return rows(frame[frame.sasaran == sasaran])


def row_of(frame: pd.DataFrame, kode: str) -> Row:
    """The row of a code that the frame has once."""
    return rows(frame[frame.kode == kode])[0]


def sumber(bahan: Bahan, tabel: str) -> str:
    """The source of a table of the data as the profile names it; empty where it names none."""
    return bahan.data.profil.sumber.get(tabel, "")


def bersumber_banyak(bahan: Bahan) -> bool:
    """Whether the budget has parts by source of funds: a table of one row says no more than a
    sentence.
    """
    silent = tanpa_sumber_dana(bahan.hasil.anggaran)
    return len(bahan.hasil.sumber_dana) + (silent is not None) > 1
