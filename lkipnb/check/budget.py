"""The budget: nothing is spent that was not budgeted, and groups are those of the law."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from decimal import Decimal

from lkipnb.check.cells import fault_at
from lkipnb.errors import Fault
from lkipnb.model import Dataset
from lkipnb.rules import rules
from lkipnb.schemas import Anggaran, Belanja, BelanjaJenis, Pendapatan

Pagu = Anggaran | Belanja | BelanjaJenis
Berkelompok = Belanja | BelanjaJenis | Pendapatan


def realisasi_needs_pagu(data: Dataset) -> Iterator[Fault]:
    """What was spent stands beside what was budgeted for it."""
    rows: tuple[Pagu, ...] = (
        *data.baris(Belanja),
        *data.baris(BelanjaJenis),
        *data.baris(Anggaran),
    )
    for row in rows:
        spent = row.realisasi_rp
        if isinstance(spent, Decimal) and spent and not row.pagu_rp:
            yield fault_at(row, "realisasi_rp", "ada realisasi tanpa pagu")


def groups(data: Dataset) -> Iterator[Fault]:
    """Groups and kinds of spending and groups of income are those of the law in force in
    the year.
    """
    law = rules(data.tahun).anggaran
    for spent in data.baris(Belanja):
        yield from _of_the_law(data.tahun, spent, "kelompok", law.kelompok)
    for kind in data.baris(BelanjaJenis):
        yield from _of_the_law(data.tahun, kind, "kelompok", law.kelompok)
    for income in data.baris(Pendapatan):
        yield from _of_the_law(data.tahun, income, "kelompok", law.pendapatan)
    for kind in data.baris(BelanjaJenis):
        yield from _of_the_law(data.tahun, kind, "jenis", law.jenis.get(kind.kelompok, ()))


def _of_the_law(
    tahun: int, row: Berkelompok, column: str, known: Collection[str]
) -> Iterator[Fault]:
    """A value that another year's law names, or another group; one that no law names is told by the
    contract.
    """
    value = getattr(row, column)
    named_by_some_law = value in row.table[column].choices
    if known and named_by_some_law and value not in known:
        told = f"tahun {tahun} diharapkan salah satu dari: {', '.join(known)}"
        yield fault_at(row, column, told)
