"""The package that an Excel file is, judged before any library opens it.

An XLSX file is a ZIP of XML parts.  Each part is walked over once without being kept: so time and
memory are bounded whatever the file claims about itself, a broken part is found, and the sheets
tell their layout.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.parsers import expat

from lkipnb.load.ditolak import BROKEN, TOO_MUCH, Ditolak
from lkipnb.load.tata import PembacaTata, Tata
from lkipnb.storage.refusal import reason

MOST_BYTES = 20_000_000
MOST_BYTES_UNPACKED = 150_000_000
MOST_ELEMENTS = 2_000_000
MOST_DEPTH = 60
CHUNK = 1 << 16

_ENCRYPTED = bytes.fromhex("d0cf11e0a1b11ae1")
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/"
_WORKBOOK = "xl/workbook.xml"
_PARTS = (".xml", ".rels")
# What a library raises on a broken package; the last four on an unknown compression, a password,
# an encoding that is none.
_BREAKS = (
    zipfile.BadZipFile,
    zlib.error,
    expat.ExpatError,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    LookupError,
)


@dataclass(frozen=True)
class Paket:
    """The layout of each sheet by the name of its part, and how many sheets the workbook lists."""

    tata: Mapping[str, Tata]
    banyak: int


def periksa(path: Path, *, longgar: bool = False) -> Paket:
    """What the package holds.  Raises Ditolak when it is not to be opened.

    `longgar` lets macros and links to other files pass, for a caller that reads values alone.
    """
    _outside(path)
    try:
        with zipfile.ZipFile(path) as package:
            _members(package.infolist(), longgar)
            return _walked(package)
    except _BREAKS as error:
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


def _members(items: Collection[zipfile.ZipInfo], longgar: bool) -> None:
    """What the table of contents of the package forbids."""
    names = {item.filename for item in items}
    if len(names) < len(items):
        raise Ditolak(BROKEN)
    if _WORKBOOK not in names:
        raise Ditolak("bukan berkas Excel (.xlsx)")
    if not longgar:
        _no_living_parts(names)
    if sum(item.file_size for item in items) > MOST_BYTES_UNPACKED:
        raise Ditolak(TOO_MUCH)


def _no_living_parts(names: Collection[str]) -> None:
    """A form brings neither macros nor links to other files."""
    if any(map(_is_macro, names)):
        raise Ditolak("berkas memuat makro; simpan sebagai .xlsx tanpa makro")
    if any(name.startswith("xl/externalLinks/") for name in names):
        raise Ditolak(
            "berkas merujuk ke berkas lain; putuskan tautannya (Data › Edit Links › Break Link)"
        )


def _is_macro(name: str) -> bool:
    return name.endswith("vbaProject.bin") or name.startswith("xl/macrosheets/")


def _walked(package: zipfile.ZipFile) -> Paket:
    walk = _Walk()
    layouts = {}
    for item in package.infolist():
        if item.filename.endswith(_PARTS):
            layout = walk.part(package, item)
            if layout is not None:
                layouts[item.filename] = layout
    return Paket(layouts, walk.listed)


class _Walk:
    """A walk over the elements of all parts, which are counted together."""

    def __init__(self) -> None:
        self.elements = 0
        self.listed = 0
        self.depth = 0
        self.sheet: PembacaTata | None = None

    def part(self, package: zipfile.ZipFile, item: zipfile.ZipInfo) -> Tata | None:
        """The layout of a part that is a sheet, None of any other."""
        parser = expat.ParserCreate(namespace_separator="|")
        parser.StartDoctypeDeclHandler = _no_doctype
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        self.depth = 0
        self.sheet = None
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
            self._root(space, tag)
        if self.sheet:
            self.sheet.start(tag, attributes)
        elif tag == "sheet" and space == _MAIN:
            self.listed += 1

    def _root(self, space: str, tag: str) -> None:
        if space.startswith(_STRICT):
            raise Ditolak(
                "disimpan sebagai “Strict Open XML”; simpan sebagai “Excel Workbook (.xlsx)” biasa"
            )
        self.sheet = PembacaTata() if tag == "worksheet" else None

    def _text(self, text: str) -> None:
        if self.sheet:
            self.sheet.text(text)

    def _end(self, name: str) -> None:
        self.depth -= 1
        if self.sheet:
            self.sheet.end(name.rpartition("|")[2])


def _no_doctype(*_: object) -> None:
    raise Ditolak(BROKEN)
