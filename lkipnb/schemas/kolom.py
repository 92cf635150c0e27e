"""What a table is made of: a class for its rows, whose fields are the columns.

    class Sasaran(Baris, name="sasaran", title="Sasaran strategis", key=("kode",)):
        kode: str = code("Kode sasaran", example="S1")
        uraian: str = text("Rumusan sasaran", example="Meningkatnya ...")

The annotation is the type of a cell once read.  What may be empty is `| None`, and the choices of
a `choice` are those of its `Literal`.
"""

from __future__ import annotations

from dataclasses import Field, dataclass, field, fields
from enum import StrEnum
from types import UnionType
from typing import Any, ClassVar, Literal, Union, dataclass_transform, get_args, get_origin
from typing import get_type_hints as type_hints


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
    """A table of a fiscal year: the file `<name>.csv`, the class of its rows, its key and its
    columns.
    """

    name: str
    title: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    row: type
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


def _column(kind: Kind, meaning: str, **more: Any) -> Any:
    return field(metadata={"kind": kind, "meaning": meaning, **more})


def text(meaning: str, **more: Any) -> Any:
    return _column(Kind.TEXT, meaning, **more)


def code(meaning: str, **more: Any) -> Any:
    return _column(Kind.CODE, meaning, **more)


def choice(meaning: str, **more: Any) -> Any:
    return _column(Kind.CHOICE, meaning, **more)


def count(meaning: str, unit: str, **more: Any) -> Any:
    return _column(Kind.COUNT, meaning, unit=unit, minimum=0, **more)


def rupiah(meaning: str, **more: Any) -> Any:
    return _column(Kind.RUPIAH, meaning, unit="Rp", minimum=0, **more)


def percent(meaning: str, **more: Any) -> Any:
    return _column(Kind.PERCENT, meaning, unit="%", **more)


def measure(meaning: str, **more: Any) -> Any:
    return _column(Kind.MEASURE, meaning, unit="satuan indikator", **more)


def number(meaning: str, **more: Any) -> Any:
    return _column(Kind.NUMBER, meaning, **more)


@dataclass_transform(
    kw_only_default=True,
    frozen_default=True,
    field_specifiers=(text, code, choice, count, rupiah, percent, measure, number),
)
class _Typed:
    """Makes a frozen dataclass of each class below it, and a Table of each that has a name."""

    table: ClassVar[Table]

    def __init_subclass__(
        cls,
        *,
        name: str = "",
        title: str = "",
        key: tuple[str, ...] = (),
        optional: bool = False,
        folder: str = "",
    ) -> None:
        dataclass(frozen=True, kw_only=True)(cls)
        if name:
            columns = _columns(cls)
            cls.table = Table(name, title, key, columns, cls, optional, folder)


class Baris(_Typed):
    """A row of a table, typed; `baris` is its number in the file (the header is 1)."""

    baris: int


def _columns(row: type) -> tuple[Column, ...]:
    """The columns of a table, from the fields of its rows."""
    hints = type_hints(row)
    declared = (own for own in fields(row) if own.metadata)
    return tuple(_of_field(own, hints[own.name]) for own in declared)


def _of_field(own: Field[Any], hint: Any) -> Column:
    may_be = get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)
    choices = next((get_args(kind) for kind in may_be if get_origin(kind) is Literal), ())
    optional = type(None) in may_be
    return Column(own.name, optional=optional, choices=choices, **own.metadata)
