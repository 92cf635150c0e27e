"""Faults without those that only follow from others: what could not be read is neither empty, nor
wrong beside other cells, nor missing where other sheets refer to it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from lkipnb.check.contracts import of_table
from lkipnb.errors import Fault
from lkipnb.exchange.terisi.acuan import ALSO
from lkipnb.exchange.terisi.formulir import Formulir
from lkipnb.model import Dataset
from lkipnb.schemas import YEAR_TABLES, Koreksi, Table


@dataclass
class Buta:
    """What could not be read, by the file of its table: whole tables, columns, and cells by row."""

    tabel: set[str] = field(default_factory=set)
    kolom: set[tuple[str, str]] = field(default_factory=set)
    sel: set[tuple[str, int, str]] = field(default_factory=set)

    def baris(self) -> set[tuple[str, int]]:
        return {(file, row) for file, row, _ in self.sel}

    def memuat(self, fault: Fault) -> bool:
        """Whether a fault judges what could not be read."""
        names = (fault.column or "").split(", ")
        if fault.file in self.tabel:
            return True
        if any((fault.file, name) in self.kolom for name in names):
            return True
        return any((fault.file, fault.row, name) in self.sel for name in names)


def buta(form: Formulir, unread: Iterable[Fault]) -> Buta:
    """What `unread` and the sheets of a form leave in the dark."""
    found = Buta()
    found.tabel.update(f"{name}.csv" for name in form.susunan.ditolak)
    found.tabel.update(_lacking(form))
    for read in form.tabel.values():
        found.kolom.update((read.table.file, name) for name in read.buta)
        found.sel.update((read.table.file, row, name) for row, name in read.gelap)
    for fault in unread:
        if fault.row is not None and fault.column is not None:
            found.sel.add((fault.file, fault.row, fault.column))
    return found


def _lacking(form: Formulir) -> Iterator[str]:
    """The files of tables that every year needs and the form does not have."""
    for name, table in YEAR_TABLES.items():
        if not table.optional and name not in form.tabel:
            yield table.file


def loaded(faults: Iterable[Fault], dark: Buta) -> list[Fault]:
    """What loading found, without entries of koreksi that meet cells which could not be read."""
    kept = [fault for fault in faults if not dark.memuat(fault)]
    is_dark = bool(dark.tabel or dark.kolom or dark.sel)
    return [fault for fault in kept if not (is_dark and fault.file == Koreksi.table.file)]


def checked(faults: Collection[Fault], data: Dataset, dark: Buta) -> list[Fault]:
    """What the checks found, without what follows from the dark."""
    own = set(_of_single_tables(data))
    dim = _tables_in_doubt(dark)
    rows = dark.baris()
    kept = []
    for fault in faults:
        follows = (fault.file, fault.row) in rows or fault.file in dim
        if not dark.memuat(fault) and (fault in own or not follows):
            kept.append(fault)
    return kept


def _of_single_tables(data: Dataset) -> Iterable[Fault]:
    """What a table shows by itself, cell by cell."""
    for name, table in YEAR_TABLES.items():
        yield from of_table(data.tables[name], table)


def _tables_in_doubt(dark: Buta) -> set[str]:
    """The tables whose codes, or those that they refer to or are referred to by, are not all
    known.
    """
    unknown = {table.name for table in YEAR_TABLES.values() if _lacks_codes(table, dark)}
    doubtful = set(unknown)
    for one, other in _links():
        if one in unknown or other in unknown:
            doubtful |= {one, other}
    return {f"{name}.csv" for name in doubtful}


def _lacks_codes(table: Table, dark: Buta) -> bool:
    if table.file in dark.tabel:
        return True
    codes = {*table.key, *(column.name for column in table.columns if column.refers_to)}
    columns = {name for file, name in dark.kolom if file == table.file}
    columns |= {name for file, _, name in dark.sel if file == table.file}
    return bool(codes & columns)


def _links() -> set[tuple[str, str]]:
    """Pairs of tables of which one refers to the other."""
    links: set[tuple[str, str]] = set()
    for table in YEAR_TABLES.values():
        targets = [column.refers_to for column in table.columns if column.refers_to]
        for (name, _), more in ALSO.items():
            if name == table.name:
                targets += more
        links.update((table.name, target.partition(".")[0]) for target in targets)
    return links
