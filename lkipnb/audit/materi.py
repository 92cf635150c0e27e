"""What the rules of the audit look at: one year as printed or as corrected, and what cannot be
trusted in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import TypeVar, overload

import pandas as pd

from lkipnb.calculate import calculate
from lkipnb.calculate.rekening import Ruas, induk, ruas
from lkipnb.calculate.serapan import serapan_anggaran
from lkipnb.errors import Fault
from lkipnb.model import Dataset, Results
from lkipnb.rules import Rules
from lkipnb.rules.sumber import Lingkup, lingkup
from lkipnb.schemas import ALL_TABLES, Baris, Klaim
from lkipnb.schemas.ukuran import Ukuran, UkuranSalah, baca

Row = TypeVar("Row", bound=Baris)


@dataclass(frozen=True)
class Materi:
    """One year of one agency for the audit.

    `faults` are the breaches of contract; `lampau` the indicators of the years before; `prosa` the
    texts by their file; `narasi_dipakai` the pieces of the agency's prose that the chapters call by
    name.
    """

    data: Dataset
    rules: Rules
    faults: tuple[Fault, ...]
    lampau: Mapping[int, pd.DataFrame] = field(default_factory=dict)
    prosa: Mapping[str, str] | None = None
    narasi_dipakai: frozenset[str] = frozenset()

    @property
    def lalu(self) -> pd.DataFrame | None:
        """The indicators of the year before, if there is one."""
        return self.lampau.get(self.data.tahun - 1)

    @cached_property
    def hasil(self) -> Results | None:
        """All that follows from the data; None while they break a contract, but that of the claims,
        from which nothing follows.
        """
        if any(fault.file != Klaim.table.file for fault in self.faults):
            return None
        return calculate(self.data, self.rules, self.lampau)

    @property
    def tertulis(self) -> str:
        """How a figure came into the tables: printed in a source document, or written by hand."""
        return "tercetak" if self.data.profil.dokumen_sumber else "tertulis"

    def dapat(self, tabel: str) -> bool:
        """Whether a table can be read at all."""
        return tabel not in self.data.unreadable

    @overload
    def baris(self, tabel: type[Row]) -> tuple[Row, ...]: ...

    @overload
    def baris(self, tabel: str) -> list[dict]: ...

    def baris(self, tabel: type[Row] | str) -> tuple[Row, ...] | list[dict]:
        """The rows of a table, each with `baris`, its row in the file."""
        if not isinstance(tabel, str):
            return self.data.baris(tabel)
        frame = self.data.tables[tabel]
        return [
            row | {"baris": at}
            for at, row in zip(frame.index, frame.to_dict("records"), strict=True)
        ]

    def kunci(self, tabel: str, baris: int) -> str:
        """The row in words of its key: `kode_rekening=1.02; uraian=...` as far as needed to be the
        only one.
        """
        frame = self.data.tables[tabel]
        names = [
            *ALL_TABLES[tabel].key,
            *(c for c in frame.columns if c not in ALL_TABLES[tabel].key),
        ]
        row, chosen, told = frame.loc[baris], frame, []
        for name in names:
            if row[name] is None:
                continue
            told.append(f"{name}={row[name]}")
            chosen = chosen[chosen[name] == row[name]]
            if len(chosen) == 1 and len(told) >= len(ALL_TABLES[tabel].key):
                break
        return "; ".join(told)

    @cached_property
    def di_luar(self) -> frozenset[int]:
        """The budget lines without lines below them whose source of funds is not of the agency's
        own budget.
        """
        return frozenset(
            at for at in self.pohon.rinci() if self.lingkup(self.sumber_baris(at)) is Lingkup.LAIN
        )

    def lingkup(self, sumber: str | None) -> Lingkup:
        """What the name of a source of funds says of its scope."""
        return lingkup(sumber, self.data.profil.sumber_dana, self.rules.sumber_dana)

    def sumber_baris(self, baris: int) -> str | None:
        """The source of a line: its own, else that of the nearest line above it that names one."""
        source = self.data.anggaran.sumber_dana
        at: int | None = baris
        while at is not None and source[at] is None:
            at = self.pohon.di_atas[at]
        return None if at is None else source[at]

    @cached_property
    def pohon(self) -> Pohon:
        """The budget lines as a tree, whatever is wrong with them."""
        return Pohon.dari(self.baris("anggaran"), self.rules)


def klaim_terbaca(materi: Materi) -> Iterator[tuple[dict, Ukuran]]:
    """Every claim whose measure can be read, with it; the contract tells the others."""
    for row in materi.baris(Klaim.table.name):
        try:
            if row["ukuran"]:
                yield row, baca(row["ukuran"])
        except UkuranSalah:
            continue


def klaim_diperiksa(materi: Materi) -> Iterator[tuple[dict, Ukuran]]:
    """The claims that rules judge: those that the report calls not the same; all that can be read
    while there is no report.
    """
    for row, ukuran in klaim_terbaca(materi):
        if materi.hasil is None or materi.hasil.klaim.at[row["baris"], "cocok"] is False:
            yield row, ukuran


@dataclass(frozen=True)
class Pohon:
    """Budget lines by their row: the row above each, the rows right below it, and its level by
    code.
    """

    di_atas: Mapping[int, int | None]
    di_bawah: Mapping[int | None, tuple[int, ...]]
    tingkat: Mapping[int, int]
    label: Mapping[int, tuple[Ruas, str]]

    @classmethod
    def dari(cls, rows: list[dict], rules: Rules) -> Pohon:
        """A line stands below the longest code that begins its own; of a code that stands twice,
        below the first.
        """
        first: dict[Ruas, int] = {}
        own: dict[int, Ruas] = {}
        for row in rows:
            own[row["baris"]] = ruas(row["kode_rekening"] or "")
            first.setdefault(own[row["baris"]], row["baris"])
        above = {}
        for at, code in own.items():
            parent = induk(code, first)
            above[at] = None if parent is None else first[parent]
        below: dict[int | None, list[int]] = {}
        for at, parent in above.items():
            below.setdefault(parent, []).append(at)
        level = _levels(rows, rules)
        return cls(
            above,
            {at: tuple(lines) for at, lines in below.items()},
            {at: level.get(code, 0) for at, code in own.items()},
            {row["baris"]: (own[row["baris"]], row["uraian"] or "") for row in rows},
        )

    def kembar(self, baris: int) -> tuple[bool, bool]:
        """Whether the code, and whether the name of a line stands in a neighbouring line too."""
        near = [self.label[at] for at in (baris - 1, baris + 1) if at in self.label]
        code, name = self.label[baris]
        return any(code == c for c, _ in near), any(name == n for _, n in near)

    def terbawah(self, baris: int) -> set[int]:
        """The rows without rows below them that stand below a row; the row itself when it
        is one.
        """
        below = self.di_bawah.get(baris, ())
        return {leaf for part in below for leaf in self.terbawah(part)} or {baris}

    def di_bawah_semua(self, baris: int) -> set[int]:
        """The row and all that stand below it."""
        below = self.di_bawah.get(baris, ())
        return {baris}.union(*map(self.di_bawah_semua, below))

    def rinci(self) -> list[int]:
        """The rows without rows below them."""
        return [at for at in self.di_atas if at not in self.di_bawah]


def _levels(rows: list[dict], rules: Rules) -> dict[Ruas, int]:
    frame = pd.DataFrame([row for row in rows if row["kode_rekening"]], dtype=object)
    if frame.empty:
        return {}
    frame = frame.assign(
        pagu_rp=Decimal(0), realisasi_rp=None, pagu_murni_rp=None, fisik_persen=None
    )
    lines = serapan_anggaran(frame[~frame.kode_rekening.map(ruas).duplicated()], rules.anggaran)
    return {
        ruas(code): level for code, level in zip(lines.kode_rekening, lines.tingkat, strict=True)
    }
