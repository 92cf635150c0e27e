"""What everything shown is made from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from lkipnb.calculate.setahun import Setahun
from lkipnb.model import Dataset, Results
from lkipnb.model.bingkai import Hasil as Bingkai
from lkipnb.present.block import Nomor
from lkipnb.rules import Rules, RumusCapaian, Skala
from lkipnb.rules.skala import skala_dipakai
from lkipnb.schemas import SelangSkala

if TYPE_CHECKING:
    from lkipnb.audit import Hasil, Materi

# A table or picture of one sasaran with fewer rows, or points of a line, says nothing that the
# sentences beside it do not say.
PALING_SEDIKIT = 3


@dataclass(frozen=True)
class Bahan:
    """The data, the rules in force, the results, and the numbers given to tables and pictures.

    `hasil` shows the results as frames, for an analyst; the program reads the rows of `results`.
    """

    data: Dataset
    rules: Rules
    results: Results
    nomor: Nomor
    folder: Path
    # The indicators of the years before that have a folder.
    terdahulu: Mapping[int, Setahun] = field(default_factory=dict)

    @cached_property
    def materi(self) -> Materi:
        """The year for the audit, which reads and calculates nothing again."""
        from lkipnb.audit import Materi, dimuat

        return dimuat(Materi(self.data, self.rules, (), self.terdahulu, dihitung=self.results))

    @cached_property
    def hasil(self) -> Bingkai:
        return Bingkai(self.results)

    @cached_property
    def pemeriksaan(self) -> tuple[Hasil, Hasil]:
        """The audit of the year as printed and as corrected."""
        from lkipnb.audit import nilai_keduanya

        return nilai_keduanya(self.materi)

    @property
    def skala(self) -> Skala:
        """The predicate scale that the agency chose."""
        chosen, own = self.data.profil.pengukuran, self.data.baris(SelangSkala)
        return skala_dipakai(chosen, own, self.rules)


def cakupan(bahan: Bahan) -> str:
    """What the lines of the own budget add up to, in words; `APBD` is said where there are other
    sources beside it.
    """
    name = bahan.rules.anggaran.cakupan
    if bahan.results.anggaran_lain.baris:
        return f"{name} APBD"
    return name


def rumus_dipakai(bahan: Bahan) -> list[RumusCapaian]:
    """The formulas of capaian that the agency's indicators use, in the order of the rules."""
    return [bahan.rules.capaian[name] for name in bahan.results.rumus_dipakai]


def nomor_sasaran(bahan: Bahan) -> dict[str, int]:
    """The number under which the report tells each sasaran, by its code."""
    return {row.kode: row.nomor for row in bahan.results.capaian_sasaran}


class Bersasaran(Protocol):
    """A row that belongs to a sasaran."""

    @property
    def sasaran(self) -> str: ...


class Berkode(Protocol):
    """A row with a code of its own."""

    @property
    def kode(self) -> str: ...


Milik = TypeVar("Milik", bound=Bersasaran)
Satu = TypeVar("Satu", bound=Berkode)


def has_rows(bahan: Bahan, tabel: str) -> bool:
    """Whether the named table of the data has been filled in."""
    return not bahan.data.tables[tabel].empty


def rows_of(rows: Iterable[Milik], sasaran: str) -> list[Milik]:
    """The rows that belong to a sasaran, in their order."""
    return [row for row in rows if row.sasaran == sasaran]


def row_of(rows: Iterable[Satu], kode: str) -> Satu:
    """The row of a code that there is once."""
    return next(row for row in rows if row.kode == kode)


def sumber(bahan: Bahan, tabel: str) -> str:
    """The source of a table of the data as the profile names it; empty where it names none."""
    return bahan.data.profil.sumber.get(tabel, "")


def bersumber_banyak(bahan: Bahan) -> bool:
    """Whether the money has parts by source of funds: a table of one row says no more than a
    sentence.
    """
    named, silent = bahan.results.sumber_dana, bahan.results.anggaran.tanpa_sumber
    is_beside = any(source.lain for source in named)
    return is_beside or len(named) + (silent is not None) > 1
