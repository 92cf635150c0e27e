"""A frame of an analyst as a table of the report: numbered, listed, exported as CSV."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from numbers import Number
from typing import TYPE_CHECKING, Any

from lkipnb.errors import UsageError
from lkipnb.model import NOT_APPLICABLE
from lkipnb.present.format import KOSONG, angka, teks
from lkipnb.present.tabel.kolom import Baris, Kolom, Sajian

if TYPE_CHECKING:
    import pandas as pd

MOST_ROWS = 2_000  # what a report can hold; more belongs into a file beside it
LONGEST_KEY = 60
ROW_OF_FILE = "baris"  # the index of the frames of `lk.data`: no content of theirs
NUMBER_WIDTH = 14.0  # percent of a page; figures that need more get it


def kunci(judul: str) -> str:
    """The name of the table's place and file, made of its title: `sisa-anggaran`."""
    words = re.sub(r"[^a-z0-9]+", "-", judul.lower()).strip("-")
    return f"milik-{words}"[:LONGEST_KEY].strip("-")


def sajian(frame: pd.DataFrame, judul: str, sumber: str, satuan: str) -> Sajian:
    """The rows and columns of a frame as they stand; its index where that has a name.

    Figures are shown in Indonesian notation, those of a column with equally many decimals; one
    that comes from the data keeps its origin.  Raises UsageError without title or source, for
    columns of two levels or of one name, and for more rows than a report holds.
    """
    told = _told(frame, judul, sumber)
    rows = [_values(told.columns, row) for row in told.itertuples(index=False, name=None)]
    names = [str(name) for name in told.columns]
    return Sajian(
        judul.strip(),
        [_column(name, [row[name] for row in rows], len(names)) for name in names],
        [Baris(row) for row in rows],
        sumber.strip(),
        (f"Satuan: {satuan.strip()}.",) if satuan.strip() else (),
    )


def _told(frame: Any, judul: str, sumber: str) -> pd.DataFrame:
    """The frame with its named index as columns.  Raises UsageError for what is no table."""
    wrong = _wrong(frame, judul, sumber)
    if wrong:
        raise UsageError(f"lk.tampilkan: {wrong}.")
    named = any(name not in (None, ROW_OF_FILE) for name in frame.index.names)
    told: pd.DataFrame = frame.reset_index() if named else frame
    if len({str(name) for name in told.columns}) < len(told.columns):
        raise UsageError("lk.tampilkan: dua kolom bernama sama; beri tiap kolom nama sendiri.")
    return told


def _wrong(frame: Any, judul: str, sumber: str) -> str:
    """What keeps a frame from being a table of the report; nothing for a good one."""
    if not hasattr(frame, "itertuples"):
        return "diharapkan bingkai pandas (DataFrame); sebuah Series dijadikan oleh .to_frame()"
    faults = (
        (not judul.strip(), 'judul belum ada, misalnya judul="Sisa anggaran per program"'),
        (not sumber.strip(), 'sumber belum ada, misalnya sumber="Diolah dari anggaran.csv"'),
        (frame.columns.nlevels > 1, "kolom bertingkat; ratakan dahulu menjadi satu baris judul"),
        (not len(frame.columns), "bingkai tanpa kolom"),
        (len(frame) > MOST_ROWS, f"{_count(len(frame))} baris; paling banyak {_count(MOST_ROWS)}"),
    )
    return next((told for wrong, told in faults if wrong), "")


def _count(number: int) -> str:
    return angka(Decimal(number))


def _values(columns: Iterable[object], row: tuple[object, ...]) -> dict[str, object]:
    return {str(name): _value(value) for name, value in zip(columns, row, strict=True)}


def _value(value: Any) -> object:
    """A figure as a Decimal, a missing one as None; any other value as it is."""
    if value is None or value is NOT_APPLICABLE or isinstance(value, str | Decimal | bool):
        return value
    if value != value:  # NaN, NaT
        return None
    if isinstance(value, Number):
        return _figure(value)
    return value


def _figure(value: Any) -> object:
    """A number of Python or numpy; a truth of numpy as one of Python."""
    plain = value.item() if hasattr(value, "item") else value
    if isinstance(plain, bool):
        return plain
    return Decimal(str(plain))


def _column(name: str, values: list[object], beside: int) -> Kolom:
    figures = [value for value in values if isinstance(value, Decimal)]
    if not figures or any(isinstance(value, str) for value in values):
        return Kolom(name, name, max(100 / beside, NUMBER_WIDTH), _text)
    places = _places(figures)

    def shown(value: Any) -> str:
        return angka(value, places) if isinstance(value, Decimal) else _text(value)

    return Kolom(name, name, NUMBER_WIDTH, shown, angka=True)


def _places(figures: list[Decimal]) -> int:
    """The decimals of a column: none where all are whole, else two."""
    return 0 if all(value == value.to_integral_value() for value in figures) else 2


def _text(value: object) -> str:
    return KOSONG if value is None else str(teks(value))
