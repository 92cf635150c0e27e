"""The lines of an export as a tree: each below the longest code that begins its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lkipnb.calculate.rekening import Ruas, induk, ruas
from lkipnb.exchange.lra.baris import Baris


@dataclass(frozen=True)
class Pohon:
    """The lines by code, and the codes right below each code; below None those at the top."""

    baris: Mapping[Ruas, Baris]
    bawahan: Mapping[Ruas | None, Sequence[Ruas]]

    @classmethod
    def dari(cls, lines: Sequence[Baris]) -> Pohon:
        codes = [ruas(line.kode) for line in lines]
        known = set(codes)
        below: dict[Ruas | None, list[Ruas]] = {}
        for code in codes:
            below.setdefault(induk(code, known), []).append(code)
        return cls(dict(zip(codes, lines, strict=True)), below)

    def di_bawah(self, code: Ruas | None) -> list[Baris]:
        """The lines right below a code."""
        return [self.baris[part] for part in self.bawahan.get(code, ())]

    @property
    def bertingkat(self) -> bool:
        """Whether any line stands below another."""
        return any(code is not None for code in self.bawahan)
