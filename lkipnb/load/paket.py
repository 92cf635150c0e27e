"""The package that an Excel file is, judged before any library opens it.

An XLSX file is a ZIP of XML parts.  Each part is walked over once: so time and memory are bounded
whatever the file claims about itself, a broken part is found, and the parts that hold the sheets,
their texts and their styles tell what stands in them.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol
from xml.parsers import expat

from lkipnb.load.bagian import PembacaBuku, PembacaRujukan, PembacaTeks
from lkipnb.load.berkas import MOST_BYTES
from lkipnb.load.ditolak import BROKEN, TOO_MUCH, Ditolak
from lkipnb.load.gaya import PembacaGaya
from lkipnb.load.tata import MAIN, PembacaTata
from lkipnb.storage.refusal import reason

MOST_BYTES_UNPACKED = 150_000_000
MOST_ELEMENTS = 2_000_000
MOST_DEPTH = 60
CHUNK = 1 << 16

_ENCRYPTED = bytes.fromhex("d0cf11e0a1b11ae1")
_STRICT = "http://purl.oclc.org/ooxml/"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships|Relationships"
_WORKBOOK = "xl/workbook.xml"
_TYPES = "[Content_Types].xml"
_CONTENT = "content.xml"
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


class Pembaca(Protocol):
    """Reads a part of a package as its elements come by, which are named `namespace|tag`."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None: ...

    def text(self, text: str) -> None: ...

    def end(self, name: str) -> None: ...


@dataclass(frozen=True)
class Paket:
    """The parts of a workbook that were read, by their names, and the names of all parts."""

    bagian: Mapping[str, Pembaca]
    nama: frozenset[str]


def periksa(path: Path, *, longgar: bool = False) -> Paket:
    """What the package holds.  Raises Ditolak when it is not to be opened.

    `longgar` lets macros and links to other files pass, for a caller that reads values alone.
    """
    return _opened(path, lambda items: _members(items, longgar), _reader)


def periksa_ods(path: Path, pembaca: Mapping[str, Callable[[], Pembaca]]) -> Paket:
    """What an .ods file holds; `pembaca` are the readers of its parts by their roots.  Raises
    Ditolak when it is not to be opened.
    """

    def reader(root: str) -> Pembaca | None:
        return pembaca[root]() if root in pembaca else None

    return _opened(path, _members_of_ods, reader)


def _opened(
    path: Path,
    judge: Callable[[Collection[zipfile.ZipInfo]], None],
    reader: Callable[[str], Pembaca | None],
) -> Paket:
    _outside(path)
    try:
        with zipfile.ZipFile(path) as package:
            judge(package.infolist())
            return _walked(package, reader)
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
    """What the table of contents of an XLSX package forbids."""
    names = _sound(items)
    if _WORKBOOK not in names:
        raise Ditolak("bukan berkas Excel (.xlsx)")
    if not longgar:
        _no_living_parts(names)
    if _TYPES not in names:
        raise Ditolak(BROKEN)


def _members_of_ods(items: Collection[zipfile.ZipInfo]) -> None:
    if _CONTENT not in _sound(items):
        raise Ditolak("bukan berkas .ods; simpan sebagai .xlsx, lalu ulangi")


def _sound(items: Collection[zipfile.ZipInfo]) -> set[str]:
    """The names of the parts, which are different, and together not too large."""
    names = {item.filename for item in items}
    if len(names) < len(items):
        raise Ditolak(BROKEN)
    if sum(item.file_size for item in items) > MOST_BYTES_UNPACKED:
        raise Ditolak(TOO_MUCH)
    return names


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


def _walked(package: zipfile.ZipFile, pembaca: Callable[[str], Pembaca | None]) -> Paket:
    walk = Telusur(pembaca)
    parts = {}
    for item in package.infolist():
        if item.filename.endswith(_PARTS):
            reader = walk.bagian(package, item)
            if reader is not None:
                parts[item.filename] = reader
    return Paket(parts, frozenset(package.namelist()))


def _reader(root: str) -> Pembaca | None:
    """The reader of a part, told by its root; None for one that is only walked over."""
    if root.startswith(_STRICT):
        raise Ditolak(
            "disimpan sebagai “Strict Open XML”; simpan sebagai “Excel Workbook (.xlsx)” biasa"
        )
    makers: Mapping[str, Callable[[], Pembaca]] = {
        MAIN + "worksheet": PembacaTata,
        MAIN + "workbook": PembacaBuku,
        MAIN + "sst": PembacaTeks,
        MAIN + "styleSheet": PembacaGaya,
        _RELATIONS: PembacaRujukan,
    }
    maker = makers.get(root)
    return maker() if maker else None


class Telusur:
    """A walk over the elements of all parts, which are counted together; `pembaca` gives the reader
    of a part.
    """

    def __init__(self, pembaca: Callable[[str], Pembaca | None]) -> None:
        self.pembaca = pembaca
        self.elements = 0
        self.depth = 0
        self.reader: Pembaca | None = None

    def bagian(self, package: zipfile.ZipFile, item: zipfile.ZipInfo) -> Pembaca | None:
        """What its reader read of a part; None for a part without one."""
        parser = expat.ParserCreate(namespace_separator="|")
        parser.StartDoctypeDeclHandler = _no_doctype
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.buffer_text = True
        self.depth = 0
        self.reader = None
        with package.open(item) as content:
            for block in iter(partial(content.read, CHUNK), b""):
                parser.Parse(block)
            parser.Parse(b"", True)
        return self.reader

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.elements += 1
        self.depth += 1
        if self.elements > MOST_ELEMENTS or self.depth > MOST_DEPTH:
            raise Ditolak(TOO_MUCH)
        if self.depth == 1:
            self.reader = self.pembaca(name)
        if self.reader:
            self.reader.start(name, attributes)

    def _text(self, text: str) -> None:
        if self.reader:
            self.reader.text(text)

    def _end(self, name: str) -> None:
        self.depth -= 1
        if self.reader:
            self.reader.end(name)


def _no_doctype(*_: object) -> None:
    raise Ditolak(BROKEN)
