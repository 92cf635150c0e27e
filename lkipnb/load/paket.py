"""The package that an Excel file is, judged before any library opens it.

An XLSX file is a ZIP of XML parts.  Each part is walked over once without being kept: so time and
memory are bounded whatever the file claims about itself, a broken part is found, and the sheets
tell what their values do
not: hidden rows, merged cells, formulas without a value, cells beyond what is read.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers import expat

from lkipnb.storage.refusal import reason

MOST_BYTES = 20_000_000
MOST_BYTES_UNPACKED = 150_000_000
MOST_ELEMENTS = 2_000_000
MOST_DEPTH = 60
MOST_ROWS = 20_000
MOST_COLUMNS = 60
EXCEL_ROWS = 1_048_576
CHUNK = 1 << 16

_ENCRYPTED = bytes.fromhex("d0cf11e0a1b11ae1")
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/"
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_NUMBER = re.compile(r"[0-9]{1,8}")
_SAVE_AGAIN = "buka di Excel, simpan, lalu ulangi"
BROKEN = f"berkas rusak atau bukan berkas Excel (.xlsx); {_SAVE_AGAIN}"
TOO_MUCH = "lembarnya terlalu besar; hapus baris dan kolom kosong berformat di sekitar data"


class Ditolak(Exception):
    """The file is not read; the text says why."""


@dataclass
class Tata:
    """What the XML of a sheet tells besides its values.  Cells are named as Excel does."""

    tersembunyi: set[int] = field(default_factory=set)
    gabungan: list[str] = field(default_factory=list)
    tanpa_nilai: set[str] = field(default_factory=set)
    di_luar: str = ""


@dataclass(frozen=True)
class Paket:
    """The layout of each sheet by the name of its part, and how many sheets the workbook lists."""

    tata: Mapping[str, Tata]
    banyak: int


def periksa(path: Path) -> Paket:
    """What the package holds.  Raises Ditolak when it is not to be opened."""
    _outside(path)
    try:
        with zipfile.ZipFile(path) as package:
            _members(package)
            walk = _Walk()
            parts = [
                item for item in package.infolist() if item.filename.endswith((".xml", ".rels"))
            ]
            layouts = {item.filename: walk.part(package, item) for item in parts}
            return Paket({name: layout for name, layout in layouts.items() if layout}, walk.listed)
    except (zipfile.BadZipFile, zlib.error, expat.ExpatError, EOFError, OSError) as error:
        raise Ditolak(BROKEN) from error
    except (NotImplementedError, RuntimeError, ValueError, LookupError) as error:
        # An unknown compression, a password, an encoding that is none.
        raise Ditolak(BROKEN) from error


def _outside(path: Path) -> None:
    """What shows without opening the package."""
    try:
        if not path.is_file():
            raise Ditolak("berkas tidak ada")
        if path.stat().st_size > MOST_BYTES:
            raise Ditolak(f"berkas terlalu besar; paling banyak {MOST_BYTES // 1_000_000} MB")
        with path.open("rb") as file:
            if file.read(len(_ENCRYPTED)) == _ENCRYPTED:
                raise Ditolak(
                    "berkas memakai kata sandi atau berbentuk .xls lama; simpan sebagai .xlsx tanpa"
                    " kata sandi"
                )
    except OSError as error:
        raise Ditolak(reason(error, path.name)) from error


def _members(package: zipfile.ZipFile) -> None:
    """What the table of contents of the package forbids."""
    items = package.infolist()
    names = {item.filename for item in items}
    if len(names) < len(items):
        raise Ditolak(BROKEN)
    if "xl/workbook.xml" not in names:
        raise Ditolak("bukan berkas Excel (.xlsx)")
    if any(name.endswith("vbaProject.bin") or name.startswith("xl/macrosheets/") for name in names):
        raise Ditolak("berkas memuat makro; simpan sebagai .xlsx tanpa makro")
    if any(name.startswith("xl/externalLinks/") for name in names):
        raise Ditolak(
            "berkas merujuk ke berkas lain; putuskan tautannya (Data › Edit Links › Break Link)"
        )
    if sum(item.file_size for item in items) > MOST_BYTES_UNPACKED:
        raise Ditolak(TOO_MUCH)


class _Walk:
    """A walk over the elements of all parts, which are counted together."""

    def __init__(self) -> None:
        self.elements = self.listed = 0

    def part(self, package: zipfile.ZipFile, item: zipfile.ZipInfo) -> Tata | None:
        """The layout of a part that is a sheet, None of any other."""
        parser = expat.ParserCreate(namespace_separator="|")
        parser.StartDoctypeDeclHandler = _no_doctype
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler = self._text
        self.depth, self.sheet = 0, None
        with package.open(item) as content:
            while block := content.read(CHUNK):
                parser.Parse(block)
            parser.Parse(b"", True)
        return self.sheet.tata if self.sheet else None

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.elements += 1
        self.depth += 1
        if self.elements > MOST_ELEMENTS or self.depth > MOST_DEPTH:
            raise Ditolak(TOO_MUCH)
        space, _, tag = name.rpartition("|")
        if self.depth == 1:
            if space.startswith(_STRICT):
                raise Ditolak(
                    "disimpan sebagai “Strict Open XML”; simpan sebagai “Excel Workbook (.xlsx)”"
                    " biasa"
                )
            self.sheet = _Sheet() if tag == "worksheet" else None
        if self.sheet:
            self.sheet.start(tag, attributes)
        elif tag == "sheet" and space == _MAIN:
            self.listed += 1

    def _text(self, _: str) -> None:
        if self.sheet and self.sheet.inside_value:
            self.sheet.value = True

    def _end(self, name: str) -> None:
        self.depth -= 1
        if self.sheet:
            self.sheet.end(name.rpartition("|")[2])


def _no_doctype(*_: object) -> None:
    raise Ditolak(BROKEN)


class _Sheet:
    """The rows and cells of one sheet as they come by; Excel writes them from top to bottom and
    left to right.
    """

    def __init__(self) -> None:
        self.tata = Tata()
        self.row = self.column = 0
        self.cell = ""
        self.formula = self.value = self.inside_value = self.is_text = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "row":
            self._row(attributes)
        elif tag == "c":
            self._cell(attributes.get("r"))
            # A formula that shows nothing has a text without a letter for its value.
            self.is_text = attributes.get("t") == "str"
        elif tag == "f":
            self.formula = True
        elif tag in ("v", "is"):
            self.inside_value = True
            self.value = self.value or self.is_text
        elif tag == "mergeCell":
            self.tata.gabungan.append(attributes.get("ref", "")[:40])

    def end(self, tag: str) -> None:
        if tag in ("v", "is"):
            self.inside_value = False
        if tag != "c":
            return
        if self.formula and not self.value:
            self.tata.tanpa_nilai.add(self.cell)
        if (self.formula or self.value) and self.column > MOST_COLUMNS and not self.tata.di_luar:
            self.tata.di_luar = self.cell

    def _row(self, attributes: dict[str, str]) -> None:
        told = attributes.get("r", str(self.row + 1))
        number = int(told) if _NUMBER.fullmatch(told) else 0
        if number <= self.row:
            raise Ditolak(f"nomor baris tidak berurutan di baris {self.row + 1}; {_SAVE_AGAIN}")
        if number > EXCEL_ROWS:
            raise Ditolak(
                f"ada baris bernomor {number}, sedangkan Excel hanya sampai {EXCEL_ROWS};"
                f" {_SAVE_AGAIN}"
            )
        self.row, self.column = number, 0
        if attributes.get("hidden") in ("1", "true"):
            self.tata.tersembunyi.add(number)

    def _cell(self, reference: str | None) -> None:
        column = self.column + 1
        if reference is not None:
            match = _REFERENCE.fullmatch(reference)
            if (
                not match
                or int(match[2]) != self.row
                or (column := nomor_kolom(match[1])) <= self.column
            ):
                raise Ditolak(
                    f"alamat sel {reference[:20]} tidak cocok dengan baris {self.row};"
                    f" {_SAVE_AGAIN}"
                )
        self.column = column
        self.cell = reference or f"{huruf_kolom(column)}{self.row}"
        self.formula = self.value = self.inside_value = False


def nomor_kolom(letters: str) -> int:
    """`A` is 1, `AA` 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def huruf_kolom(number: int) -> str:
    """1 is `A`, 27 `AA`."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
