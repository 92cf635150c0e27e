"""The file of an export, whatever it was saved as, as sheets."""

from __future__ import annotations

import zipfile
from pathlib import Path

from lkipnb.errors import DataError, Fault
from lkipnb.exchange.lra.excel import lembar_excel
from lkipnb.exchange.lra.laman import lembar_laman
from lkipnb.exchange.lra.lembar import Lembar
from lkipnb.exchange.lra.naskah import decoded, lembar_naskah
from lkipnb.exchange.lra.ods import lembar_ods
from lkipnb.exchange.lra.xls import lembar_xls
from lkipnb.load.berkas import MOST_BYTES, isi
from lkipnb.load.ditolak import SAVE_AS

TEXT_FILES = (".csv", ".txt", ".tsv")
ZIP = b"PK"
ODS_CONTENT = "content.xml"
OLD_EXCEL = bytes.fromhex("d0cf11e0a1b11ae1")
PDF = b"%PDF"
NO_TEXT = (ZIP, OLD_EXCEL, PDF)  # what files begin with that are no text
NO_TABLE = (
    "berkas PDF tidak memuat tabel yang dapat dipercaya; minta ekspor Excel atau CSV dari"
    " aplikasinya"
)
# What a file of another kind is named, and what to do about it.
ENDINGS = {
    ".xlsb": f"berkas .xlsb; {SAVE_AS}",
    ".fods": f"berkas .fods; {SAVE_AS}",
    ".numbers": f"berkas .numbers; {SAVE_AS}",
    ".json": "berkas JSON bukan tabel; minta ekspor Excel atau CSV dari aplikasinya",
    ".docx": "berkas Word; salin tabelnya ke Excel, simpan sebagai .xlsx, lalu ulangi",
}
XML_2003 = "urn:schemas-microsoft-com:office:spreadsheet"
OLD_XML = f"berkas XML Spreadsheet 2003, apa pun akhiran namanya; {SAVE_AS}"
_PAGE = ("<table", "<html", "<!doctype html")
_BEGINNING = 2000  # bytes that tell of what kind a file with tags is


def semua_lembar(path: Path) -> list[Lembar]:
    """The sheets of a file; a text is one sheet.  Raises DataError with what to do when the file is
    none that is read.
    """
    content = _content(path)
    refusal = _refusal(content, path.suffix.lower())
    if refusal:
        raise DataError([Fault(path.name, None, None, None, refusal)])
    if content.startswith(OLD_EXCEL):
        return lembar_xls(path)
    if content.startswith(ZIP):
        return lembar_ods(path) if _is_ods(path) else lembar_excel(path)
    if _is_page(content):
        return lembar_laman(decoded(content), path.name)
    if path.suffix.lower() in TEXT_FILES:
        return [lembar_naskah(content, path.name)]
    return lembar_excel(path)


def _content(path: Path) -> bytes:
    if not path.is_file():
        raise DataError([Fault(path.name, None, None, None, "berkas tidak ada")])
    content, faults = isi(path, path.name, MOST_BYTES)
    if faults:
        raise DataError(faults)
    return content


def _refusal(content: bytes, ending: str) -> str:
    if content.startswith(PDF):
        return NO_TABLE
    if _is_xml_2003(content):
        return OLD_XML
    return ENDINGS.get(ending, "")


def _is_ods(path: Path) -> bool:
    """Whether a package is one of LibreOffice, whatever its name says."""
    try:
        with zipfile.ZipFile(path) as package:
            return ODS_CONTENT in package.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return False


def _is_page(content: bytes) -> bool:
    """Whether a file is a web page, as some applications name .xls."""
    beginning = _tags(content)
    return beginning.startswith("<") and any(tag in beginning for tag in _PAGE)


def _is_xml_2003(content: bytes) -> bool:
    """Whether a file is a workbook of Excel 2003 as XML, whose tables look like those of a page; a
    page that Excel saved names no such workbook.
    """
    beginning = _tags(content)
    return beginning.startswith("<") and "<workbook" in beginning and XML_2003 in beginning


def _tags(content: bytes) -> str:
    """How a file of tags begins, in small letters."""
    return decoded(content[:_BEGINNING]).lstrip("\ufeff \r\n\t").lower()
