"""Codes that refer to another sheet, spelled as that sheet spells them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from lkipnb.exchange.terisi.ejaan import pilih
from lkipnb.exchange.terisi.tabel import Tabel
from lkipnb.schemas import Dukungan, Indikator

# What refers to codes in a way that no column states by itself.
ALSO = {
    (Dukungan.table.name, "kode"): ("indikator.kode", "sasaran.kode"),
    (Indikator.table.name, "turunan_dari"): ("indikator.kode",),
}
LISTED = ("turunan_dari",)
_SEPARATOR = ";"


def samakan(tables: Mapping[str, Tabel]) -> None:
    """Give each code that differs from a known one only in letter case, spaces and dashes its known
    spelling, and tell it.
    """
    for table in tables.values():
        for column, targets in rujukan(table):
            known = {code for target in targets for code in _codes(tables, target)}
            _spell(table, column, known)


def rujukan(table: Tabel) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The columns of a sheet that refer to others, each with the `table.column` that it names."""
    for column in table.table.columns:
        targets = ALSO.get((table.table.name, column.name), ())
        if column.refers_to:
            targets = (column.refers_to,)
        if targets and column.name in table.kepala.kolom:
            yield column.name, targets


def _codes(tables: Mapping[str, Tabel], target: str) -> list[str]:
    name, _, column = target.partition(".")
    if name not in tables:
        return []
    return [record.get(column, "") for record in tables[name].records.values()]


def _spell(table: Tabel, column: str, known: set[str]) -> None:
    for number, record in table.records.items():
        told = record[column]
        meant = _list(told, known) if column in LISTED else _one(told, known)
        if meant != told:
            record[column] = meant
            table.catat(f"sel {table.sel(number, column)}", f"“{told}” dibaca {meant}")


def _one(code: str, known: Iterable[str]) -> str:
    if not code or code in known:
        return code
    return pilih(code, known) or code


def _list(codes: str, known: Iterable[str]) -> str:
    parts = [part.strip() for part in codes.split(_SEPARATOR)]
    meant = [_one(part, known) for part in parts]
    if meant == parts:
        return codes
    return f"{_SEPARATOR} ".join(meant)
