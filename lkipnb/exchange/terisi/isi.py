"""One cell of a table by the kind of its column: the text that goes into the table, and what is
told when that is another one than the cell shows.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from lkipnb.exchange.terisi import hari
from lkipnb.exchange.terisi.ejaan import bersih, pilih, satu_baris
from lkipnb.load.tampilan import TidakTerbaca
from lkipnb.present.format import tanggal
from lkipnb.schemas import Column, Kind

ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
YEARS = ("tahun", "mulai")
_QUARTER = re.compile(r"(?:triwulan|tw|trw|q)?[ .\-]*(?P<nomor>[1-4]|iv|i{1,3})", re.IGNORECASE)
_YEAR = re.compile(r"(?:tahun|th\.?|ta\.?)? *(?P<tahun>[0-9]{4})", re.IGNORECASE)
_THOUSANDS = re.compile(r"(?:Rp\.? *)?[0-9]{1,3}([.,])[0-9]{3}", re.IGNORECASE)
_AROUND_POINTS = re.compile(r" *\. *")


@dataclass(frozen=True)
class Mentah:
    """A cell as the sheet gives it: its text, or the day that it shows; `bilangan` when Excel holds
    a number that has no format of its own.
    """

    teks: str
    tanggal: date | None = None
    bilangan: bool = False


@dataclass(frozen=True)
class Terbaca:
    """The text for the table, and what to tell of the cell, if anything."""

    teks: str
    apa: str = ""


def baca(cell: Mentah, column: Column) -> Terbaca:
    """What a cell of `column` says.  Raises TidakTerbaca where it has no reading, or several."""
    if cell.tanggal is not None:
        return _day(cell.tanggal, column)
    return _READERS.get(column.kind, _number)(cell, column)


def _day(day: date, column: Column) -> Terbaca:
    shown = tanggal(day.isoformat())
    if column.name in YEARS:
        year = hari.tahun_dari(day)
        if year:
            return Terbaca(str(year), f"tanggal dibaca sebagai tahun {year}")
    if column.kind is Kind.TEXT:
        return Terbaca(shown, f"tanggal dibaca sebagai teks {shown}")
    meant = f"{day.day}.{day.month}" if column.kind is Kind.CODE else hari.maksud(day)
    raise TidakTerbaca(
        f"terbaca sebagai tanggal {shown}; maksudnya {meant}? ubah format sel menjadi Teks, lalu"
        " tulis ulang"
    )


def _text(cell: Mentah, column: Column) -> Terbaca:
    return Terbaca(bersih(cell.teks))


def _code(cell: Mentah, column: Column) -> Terbaca:
    return Terbaca(_AROUND_POINTS.sub(".", satu_baris(cell.teks)))


def _choice(cell: Mentah, column: Column) -> Terbaca:
    text = satu_baris(cell.teks)
    if text in column.choices or not text:
        return Terbaca(text)
    chosen = pilih(text, column.choices) or _quarter(text, column)
    if chosen:
        return Terbaca(chosen, f"“{text}” dibaca {chosen}")
    return Terbaca(text)


def _quarter(text: str, column: Column) -> str | None:
    """The quarter that `TW I` or `Triwulan 3` names, in a column of quarters."""
    match = _QUARTER.fullmatch(text)
    if match is None or "4" not in column.choices:
        return None
    told = match["nomor"].casefold()
    return ROMAN.get(told, told)


def _count(cell: Mentah, column: Column) -> Terbaca:
    text = _figure(cell)
    match = _YEAR.fullmatch(text)
    if column.name in YEARS and match:
        return Terbaca(match["tahun"])
    return _whole(text, cell)


def _money(cell: Mentah, column: Column) -> Terbaca:
    return _whole(_figure(cell), cell)


def _whole(text: str, cell: Mentah) -> Terbaca:
    """Rupiah have two decimals at most and counts have none, so three digits behind the only
    separator are thousands.
    """
    match = _THOUSANDS.fullmatch(text)
    if match is None or cell.bilangan or text.lstrip("Rp. ").startswith("0"):
        return Terbaca(text)
    whole = text.replace(match[1], "")
    digits = re.sub(r"[^0-9]", "", whole)
    return Terbaca(digits, f"“{text}” dibaca {digits}")


def _number(cell: Mentah, column: Column) -> Terbaca:
    return Terbaca(_figure(cell))


def _figure(cell: Mentah) -> str:
    """A number without the apostrophe that makes it a text in Excel."""
    return satu_baris(cell.teks).removeprefix("'")


_READERS: dict[Kind, Callable[[Mentah, Column], Terbaca]] = {
    Kind.TEXT: _text,
    Kind.CODE: _code,
    Kind.CHOICE: _choice,
    Kind.COUNT: _count,
    Kind.RUPIAH: _money,
}
