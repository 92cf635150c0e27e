"""The budget lines as a tree, whatever is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lkipnb.calculate.pohon import Pohon, di_atas
from lkipnb.calculate.rekening import Ruas, ruas
from lkipnb.calculate.susunan import tingkat
from lkipnb.rules import Rules
from lkipnb.schemas import Anggaran


@dataclass(frozen=True)
class PohonAnggaran(Pohon[int]):
    """Budget lines by their row in the file: what stands above and below each, its level by code,
    and its code and name.
    """

    tingkat: Mapping[int, int]
    label: Mapping[int, tuple[Ruas, str]]

    @classmethod
    def dari(cls, rows: Sequence[Anggaran], rules: Rules) -> PohonAnggaran:
        # A line that broke its contract may have no code.
        codes = {row.baris: ruas(row.kode_rekening or "") for row in rows}
        levels = _levels(rows, rules)
        above = di_atas(codes)
        return cls(
            above,
            cls.bercabang(above),
            {at: levels.get(code, 0) for at, code in codes.items()},
            {row.baris: (codes[row.baris], row.uraian or "") for row in rows},
        )

    def kembar(self, baris: int) -> tuple[bool, bool]:
        """Whether the code, and whether the name of a line stands in a neighbouring line too."""
        near = [self.label[at] for at in (baris - 1, baris + 1) if at in self.label]
        code, name = self.label[baris]
        return any(code == c for c, _ in near), any(name == n for _, n in near)


def _levels(rows: Sequence[Anggaran], rules: Rules) -> dict[Ruas, int]:
    """The level of each code."""
    codes = [ruas(row.kode_rekening) for row in rows if row.kode_rekening]
    return tingkat(codes, rules.anggaran)
