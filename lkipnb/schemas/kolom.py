"""What a table is made of: its columns, their kind, unit and meaning."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a cell of a column holds."""

    TEXT = "teks"
    CODE = "kode"
    CHOICE = "pilihan"
    COUNT = "cacah"
    NUMBER = "angka"
    PERCENT = "persen"
    RUPIAH = "rupiah"
    MEASURE = "ukuran"


REFERENCE_FOLDER = "referensi"

NUMERIC = frozenset({Kind.COUNT, Kind.NUMBER, Kind.PERCENT, Kind.RUPIAH})


@dataclass(frozen=True)
class Column:
    """A column of a table.  `refers_to` names the `table.column` that must hold each value.

    A `tambahan` was added after files and forms were already in use: where it is missing, its cells
    are empty.
    """

    name: str
    kind: Kind
    meaning: str
    unit: str = ""
    optional: bool = False
    tambahan: bool = False
    choices: tuple[str, ...] = ()
    refers_to: str = ""
    minimum: int | None = None
    maximum: int | None = None
    example: str = ""

    @property
    def numeric(self) -> bool:
        return self.kind in NUMERIC


@dataclass(frozen=True)
class Table:
    """A table of a fiscal year: the file `<name>.csv`, its key and its columns."""

    name: str
    title: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    optional: bool = False
    folder: str = ""

    @property
    def file(self) -> str:
        """The name of the table's file as messages show it."""
        return f"{self.folder}/{self.name}.csv" if self.folder else f"{self.name}.csv"

    def __getitem__(self, column: str) -> Column:
        return next(c for c in self.columns if c.name == column)

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(c.name for c in self.columns)


def text(name: str, meaning: str, **more) -> Column:
    return Column(name, Kind.TEXT, meaning, **more)


def code(name: str, meaning: str, **more) -> Column:
    return Column(name, Kind.CODE, meaning, **more)


def choice(name: str, meaning: str, *choices: str, **more) -> Column:
    return Column(name, Kind.CHOICE, meaning, choices=choices, **more)


def count(name: str, meaning: str, unit: str, **more) -> Column:
    return Column(name, Kind.COUNT, meaning, unit=unit, minimum=0, **more)


def rupiah(name: str, meaning: str, **more) -> Column:
    return Column(name, Kind.RUPIAH, meaning, unit="Rp", **{"minimum": 0, **more})


def percent(name: str, meaning: str, **more) -> Column:
    return Column(name, Kind.PERCENT, meaning, unit="%", **more)


def measure(name: str, meaning: str, **more) -> Column:
    return Column(name, Kind.MEASURE, meaning, unit="satuan indikator", **more)


def number(name: str, meaning: str, **more) -> Column:
    return Column(name, Kind.NUMBER, meaning, **more)
