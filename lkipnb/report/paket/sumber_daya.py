"""One table of a data package: its rows as CSV, and what each column is."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

import pandas as pd

from lkipnb.model import NOT_APPLICABLE, Batas, Rasio
from lkipnb.rumus import aman

NOT_KNOWN = ""
TAK_BERLAKU = str(NOT_APPLICABLE)
BENAR = {True: "true", False: "false"}


@dataclass(frozen=True)
class Lajur:
    """A column: its name, what it means, its unit; `wajib` where no cell may be empty, `angka`
    where its cells are numbers as a rule, `menunjuk` the `table.column` that it names.
    """

    nama: str
    arti: str
    satuan: str = ""
    wajib: bool = False
    pilihan: tuple[str, ...] = ()
    menunjuk: str = ""
    angka: bool = False


@dataclass(frozen=True)
class SumberDaya:
    """A table of the package: the name of the resource, its title, its columns and rows by them."""

    nama: str
    judul: str
    lajur: Sequence[Lajur]
    bingkai: pd.DataFrame
    kunci: tuple[str, ...] = ()
    sumber: str = ""
    lain: Mapping[str, object] = field(default_factory=dict)

    @property
    def jalan(self) -> str:
        """The name of its file."""
        return f"{self.nama}.csv"

    @property
    def csv(self) -> bytes:
        """Numbers have a decimal point and all their decimals; a text that a spreadsheet would run
        gets a leading apostrophe.
        """
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        names = [column.nama for column in self.lajur]
        writer.writerow(names)
        for row in self.bingkai[names].itertuples(index=False):
            writer.writerow([_cell(value) for value in row])
        return out.getvalue().encode()

    def jenis(self, lajur: Lajur) -> str:
        """`number`, `boolean` or `string`, by what the cells of a column hold: a target may be a
        number, a bound or a ratio.
        """
        told = [value for value in self.bingkai[lajur.nama] if not _is_missing(value)]
        if not told:
            return "number" if lajur.angka else "string"
        if all(isinstance(value, bool) for value in told):
            return "boolean"
        return "number" if all(map(_is_number, told)) else "string"

    def penuh(self, nama: str) -> bool:
        """Whether every cell of a column says something."""
        return not any(_is_missing(value) for value in self.bingkai[nama])

    def isi(self, nama: str) -> set[str]:
        """What the cells of a column say, as the file writes it."""
        return {_cell(value) for value in self.bingkai[nama] if not _is_missing(value)}


def _is_missing(value: object) -> bool:
    return value is None or value is NOT_APPLICABLE


def _is_number(value: object) -> bool:
    if isinstance(value, bool | Batas | Rasio):
        return False
    return isinstance(value, Decimal | int)


def _cell(value: object) -> str:
    """A value as the file writes it: empty where it is not known, `n/a` where none can be."""
    if value is None:
        return NOT_KNOWN
    if isinstance(value, bool):
        return BENAR[bool(value)]
    if _is_number(value):
        return format(Decimal(str(value)), "f")
    if isinstance(value, tuple):
        return aman("; ".join(map(str, value)))
    return aman(str(value))
