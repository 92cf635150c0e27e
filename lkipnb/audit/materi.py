"""What the rules of the audit look at: one year as printed or as corrected, and what cannot be
trusted in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar, cast

from lkipnb.audit.kaitan import Sel
from lkipnb.audit.pohon import PohonAnggaran
from lkipnb.calculate import calculate, capaian_setahun
from lkipnb.calculate.realisasi import Pengukuran, ditetapkan
from lkipnb.errors import Fault
from lkipnb.model import CapaianIndikator, Dataset, KlaimTerhitung, Results
from lkipnb.rules import Rules
from lkipnb.rules.sumber import Lingkup, lingkup
from lkipnb.schemas import ALL_TABLES, Anggaran, Baris, Indikator, Kinerja, Klaim, Triwulan
from lkipnb.schemas.ukuran import Ukuran, UkuranSalah, baca

Row = TypeVar("Row", bound=Baris)


@dataclass(frozen=True)
class Materi:
    """One year of one agency for the audit.

    `faults` are the breaches of contract; `lampau` the indicators of the years before; `prosa` the
    texts by their file; `narasi_dipakai` the pieces of the agency's prose that the chapters call by
    name; `dihitung` the results, where they have been calculated already; `lampau_cacat` what is
    wrong with a year before, which is then not compared.
    """

    data: Dataset
    rules: Rules
    faults: tuple[Fault, ...]
    lampau: Mapping[int, tuple[CapaianIndikator, ...]] = field(default_factory=dict)
    prosa: Mapping[str, str] = field(default_factory=dict)
    narasi_dipakai: frozenset[str] = frozenset()
    dihitung: Results | None = field(default=None, repr=False, compare=False)
    lampau_cacat: Mapping[int, tuple[Fault, ...]] = field(default_factory=dict)
    _rows: dict[type[Baris], tuple[Baris, ...]] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )

    @property
    def lalu(self) -> tuple[CapaianIndikator, ...] | None:
        """The indicators of the year before, if there is one."""
        return self.lampau.get(self.data.tahun - 1)

    @cached_property
    def hasil(self) -> Results | None:
        """All that follows from the data; None while they break a contract, but that of the claims,
        from which nothing follows.
        """
        if any(fault.file != Klaim.table.file for fault in self.faults):
            return None
        return self.dihitung or calculate(self.data, self.rules, self.lampau)

    @cached_property
    def capaian(self) -> Mapping[str, CapaianIndikator]:
        """Each indicator with its capaian, by its code."""
        return {row.kode: row for row in capaian_setahun(self.data, self.rules)}

    @cached_property
    def _claims(self) -> Mapping[int, KlaimTerhitung]:
        claims = () if self.hasil is None else self.hasil.klaim
        return {claim.baris: claim for claim in claims}

    def vonis(self, baris: int) -> KlaimTerhitung | None:
        """What the report says of the claim in a row; None while there is no report."""
        return self._claims.get(baris)

    @property
    def tertulis(self) -> str:
        """How a figure came into the tables: printed in a source document, or written by hand."""
        return "tercetak" if self.data.profil.dokumen_sumber else "tertulis"

    def dapat(self, tabel: str) -> bool:
        """Whether a table can be read at all."""
        return tabel not in self.data.unreadable

    def baris(self, tabel: type[Row]) -> tuple[Row, ...]:
        """The rows of a table, typed: `materi.baris(Anggaran)`.

        In a year that breaks its contract a cell that must be filled may be None all the same.
        """
        if tabel not in self._rows:
            self._rows[tabel] = self.data.baris(tabel)
        return cast(tuple[Row, ...], self._rows[tabel])

    def tercetak(self, sel: Sel) -> str:
        """A cell as its file has it, before any correction; empty where there is none."""
        frame = self.data.printed.get(sel.tabel)
        if frame is None or sel.baris not in frame.index:
            return ""
        return str(frame.at[sel.baris, sel.kolom] or "")

    @cached_property
    def indikator(self) -> Mapping[str, Indikator]:
        """The indicators by their code."""
        return {row.kode: row for row in self.baris(Indikator)}

    @cached_property
    def terukur(self) -> tuple[tuple[Kinerja, Indikator], ...]:
        """The rows of `kinerja` with the realisasi that the report uses, from its parts where they
        are given, each with its indicator; without those that name none.
        """
        rows = self._dipakai()
        known = self.indikator
        return tuple((row, known[row.indikator]) for row in rows if row.indikator in known)

    def _dipakai(self) -> tuple[Kinerja, ...]:
        """As it was typed while a table that the realisasi follows from breaks its contract."""
        rows = self.baris(Kinerja)
        broken = {fault.file for fault in self.faults}
        if not broken.isdisjoint({"kinerja.csv", "indikator.csv", "triwulan.csv"}):
            return rows
        told = Pengukuran.dari(self.baris(Indikator), rows, self.baris(Triwulan))
        return ditetapkan(told)

    def kunci(self, tabel: str, baris: int) -> str:
        """The row in words of its key: `kode_rekening=1.02; uraian=...` as far as needed to be the
        only one.
        """
        table, frame = ALL_TABLES[tabel], self.data.tables[tabel]
        row, chosen = frame.loc[baris], frame
        told: list[str] = []
        for name in (*table.key, *(c for c in frame.columns if c not in table.key)):
            if row[name] is None:
                continue
            told.append(f"{name}={row[name]}")
            chosen = chosen[chosen[name] == row[name]]
            if len(chosen) == 1 and len(told) >= len(table.key):
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
        named = (source[at] for at in self.pohon.garis(baris) if source[at] is not None)
        return next(named, None)

    @cached_property
    def pohon(self) -> PohonAnggaran:
        """The budget lines as a tree, whatever is wrong with them."""
        return PohonAnggaran.dari(self.baris(Anggaran), self.rules)


def klaim_terbaca(materi: Materi) -> Iterator[tuple[Klaim, Ukuran]]:
    """Every claim whose measure can be read, with it; the contract tells the others."""
    for row in materi.baris(Klaim):
        try:
            if row.ukuran:
                yield row, baca(row.ukuran)
        except UkuranSalah:
            continue


def klaim_diperiksa(materi: Materi) -> Iterator[tuple[Klaim, Ukuran]]:
    """The claims that rules judge: those that the report calls not the same; all that can be read
    while there is no report.
    """
    for row, ukuran in klaim_terbaca(materi):
        verdict = materi.vonis(row.baris)
        if verdict is None or verdict.cocok is False:
            yield row, ukuran
