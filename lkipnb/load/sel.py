"""A cell of Excel as the text that a person at the screen sees."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import NamedTuple

from lkipnb.load.gaya import Gaya
from lkipnb.load.tampilan import TidakTerbaca, teks

NO_VALUE = "rumus tanpa nilai tersimpan; buka di Excel, simpan, lalu ulangi"
AS_DATE = "terbaca sebagai tanggal; ubah format sel menjadi Teks lalu tulis ulang"
TRUTH = "berisi TRUE atau FALSE; tulis sebagai teks"
ERROR = "berisi kesalahan Excel"
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")  # how a date is told that passes as text


class Sel(NamedTuple):
    """A cell: its value, its place from 1, how it is shown, and whether it shows an error."""

    value: object
    row: int
    column: int
    gaya: Gaya
    is_kesalahan: bool = False


def isi_sel(cell: Sel, *, longgar: bool) -> str:
    """The text of a cell, stripped; empty for one that holds nothing.

    `longgar` keeps the spaces at its beginning, and lets a date or a truth value pass as text.
    Raises TidakTerbaca, saying why, for what is neither a text nor a number.
    """
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, str):
        return _text(value, cell, longgar)
    if longgar and isinstance(value, bool | datetime | date | time):
        return str(value)
    if isinstance(value, bool):
        raise TidakTerbaca(TRUTH)
    if isinstance(value, int | float):
        return teks(value, cell.gaya.bentuk)
    raise TidakTerbaca(AS_DATE)


def _text(value: str, cell: Sel, longgar: bool) -> str:
    if cell.is_kesalahan:
        raise TidakTerbaca(ERROR)
    return value.rstrip() if longgar else value.strip()
