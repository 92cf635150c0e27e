"""The one way to open an Excel file: its sheets with their cells, and what is said of its formulas.

Nothing in the file is run: formulas count by the value that Excel stored.  What the file claims of
its own size is not believed.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

from lkipnb.load.bagian import Daftar, PembacaBuku, PembacaRujukan, PembacaTeks, terurai
from lkipnb.load.ditolak import BROKEN, Ditolak
from lkipnb.load.gaya import Gaya, PembacaGaya
from lkipnb.load.hari import hari
from lkipnb.load.paket import Paket, periksa
from lkipnb.load.sel import Sel
from lkipnb.load.tata import Mentah, PembacaTata, Tata

MOST_ROWS = 20_000
LEADS_OUT = "rumusnya memanggil berkas, program, atau alamat lain; tulis hasilnya saja"
TOO_MANY_ROWS = f"terlalu banyak baris; paling banyak {MOST_ROWS}"
NO_DAY = "#VALUE!"  # what Excel shows for a number that its calendar does not have
_FOLDER = "xl"
_INTEGER = re.compile(r"-?[0-9]{1,400}")
_FRACTION = re.compile(r"-?[0-9]{0,400}(?:\.[0-9]{0,400})?(?:[eE][+-]?[0-9]{1,4})?")

Rows = list[list[str]]
Bagian = TypeVar("Bagian")


@dataclass(frozen=True)
class Buku:
    """What all sheets of a file share."""

    teks: list[str] = field(default_factory=list)
    gaya: dict[str, Gaya] = field(default_factory=dict)
    is_1904: bool = False

    def sel(self, row: int, told: Mentah) -> Sel:
        """A cell with its value.  Raises what the parts of a broken file raise."""
        column, style, kind, content = told
        look = self.gaya[style]
        value = self._value(kind, content, look)
        is_error = kind == "e" or value == NO_DAY
        return Sel(value, row, column, look, is_error)

    def _value(self, kind: str, content: str, look: Gaya) -> object:
        if not content:
            return None
        if kind == "s":
            return self.teks[_ordinal(content)]
        if kind == "n":
            return self._number(content, look)
        if kind == "b":
            return content.strip() in ("1", "true")
        if kind == "d":
            return datetime.fromisoformat(content)
        return terurai(content)

    def _number(self, content: str, look: Gaya) -> object:
        number = _number(content)
        if not look.is_tanggal:
            return number
        try:
            if look.is_lama:
                return timedelta(days=number)
            return hari(number, is_1904=self.is_1904)
        except (OverflowError, ValueError):
            return NO_DAY


def _number(content: str) -> int | float:
    bare = content.strip()
    if _INTEGER.fullmatch(bare):
        return int(bare)
    if not _FRACTION.fullmatch(bare):
        raise ValueError(bare)
    return float(bare)


def _ordinal(content: str) -> int:
    number = int(content)
    if number < 0:
        raise ValueError(content)
    return number


@dataclass(frozen=True)
class Halaman:
    """A sheet with its layout."""

    nama: str
    tampak: bool
    tata: Tata
    buku: Buku

    def baris(self) -> Iterator[tuple[int, list[Sel]]]:
        """The rows that hold anything, by their number from 1, each with the cells that do.

        Raises Ditolak where a cell is not of the file.
        """
        try:
            for number, cells in self.tata.isi.items():
                if cells:
                    yield number, [self.buku.sel(number, cell) for cell in cells]
        except (ValueError, LookupError) as error:
            raise Ditolak(BROKEN) from error


def buka_excel(path: Path, *, longgar: bool = False) -> list[Halaman]:
    """The sheets with cells, in their order.

    Raises Ditolak when the file is too large, encrypted, broken, or has macros or links; `longgar`
    lets the last two pass.
    """
    package = periksa(path, longgar=longgar)
    listed = _of(package, PembacaBuku, PembacaBuku())
    targets = _part(package, f"{_FOLDER}/_rels/workbook.xml.rels", PembacaRujukan).sasaran
    looks = _of(package, PembacaGaya, PembacaGaya()).gaya or [Gaya()]
    book = Buku(
        teks=_of(package, PembacaTeks, PembacaTeks()).teks,
        gaya={str(number): look for number, look in enumerate(looks)},
        is_1904=listed.is_1904,
    )
    names = {told.nama.lower() for told in listed.daftar}
    if not listed.daftar or "" in names or len(names) < len(listed.daftar):
        raise Ditolak(BROKEN)
    return list(_sheets(package, listed.daftar, targets, book))


def _sheets(
    package: Paket, listed: list[Daftar], targets: dict[str, str], book: Buku
) -> Iterator[Halaman]:
    for told in listed:
        if told.rujukan not in targets:
            raise Ditolak(BROKEN)
        part = _path(targets[told.rujukan])
        if part not in package.nama:
            raise Ditolak(BROKEN)
        reader = package.bagian.get(part)
        # A chart or a dialog has no cells.
        if isinstance(reader, PembacaTata):
            yield Halaman(told.nama, told.tampak, reader.tata, book)


def _path(target: str) -> str:
    """The name of a part from how the workbook refers to it."""
    return posixpath.normpath(posixpath.join("/", _FOLDER, target)).lstrip("/")


def _of(package: Paket, kind: type[Bagian], default: Bagian) -> Bagian:
    """The first part of a kind."""
    found = (part for part in package.bagian.values() if isinstance(part, kind))
    return next(found, default)


def _part(package: Paket, name: str, kind: type[Bagian]) -> Bagian:
    part = package.bagian.get(name)
    if not isinstance(part, kind):
        raise Ditolak(BROKEN)
    return part


def catatan_rumus(title: str, layout: Tata) -> str:
    """Which cells of a sheet were read by the value that Excel stored for their formula."""
    rest = layout.banyak_rumus - len(layout.rumus)
    more = f" dan {rest} yang lain" if rest else ""
    return f"lembar {title} sel {', '.join(layout.rumus)}{more}"
