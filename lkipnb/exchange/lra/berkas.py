"""The file of an export, whatever it was saved as, as sheets."""

from __future__ import annotations

from pathlib import Path

from lkipnb.errors import DataError, Fault
from lkipnb.exchange.lra.excel import lembar_excel
from lkipnb.exchange.lra.laman import lembar_laman
from lkipnb.exchange.lra.lembar import Lembar
from lkipnb.exchange.lra.naskah import decoded, lembar_naskah
from lkipnb.load.berkas import isi
from lkipnb.load.paket import MOST_BYTES as MOST_BYTES_OF_EXCEL
from lkipnb.load.table import MOST_BYTES

TEXT_FILES = (".csv", ".txt", ".tsv")
ZIP = b"PK"
OLD_EXCEL = bytes.fromhex("d0cf11e0a1b11ae1")
SAVE = "buka di Excel atau LibreOffice, simpan sebagai .xlsx, lalu ulangi"
# What a file of another kind begins with or is named, and what to do about it.
BEGINNINGS = (
    (
        b"%PDF",
        "berkas PDF tidak memuat tabel yang dapat dipercaya; minta ekspor Excel atau CSV dari"
        " aplikasinya",
    ),
    (OLD_EXCEL, f"berkas .xls lama atau berkata sandi; {SAVE}"),
)
ENDINGS = {
    ".ods": f"berkas .ods; {SAVE}",
    ".xlsb": f"berkas .xlsb; {SAVE}",
    ".json": "berkas JSON bukan tabel; minta ekspor Excel atau CSV dari aplikasinya",
    ".docx": "berkas Word; salin tabelnya ke Excel, simpan sebagai .xlsx, lalu ulangi",
}
_PAGE = ("<table", "<html", "<!doctype html")


def semua_lembar(path: Path) -> list[Lembar]:
    """The sheets of a file; a text is one sheet.  Raises DataError with what to do when the file is
    none that is read.
    """
    content = _content(path)
    refusal = _refusal(content, path.suffix.lower())
    if refusal:
        raise DataError([Fault(path.name, None, None, None, refusal)])
    if content.startswith(ZIP):
        return lembar_excel(path)
    if _is_page(content):
        return lembar_laman(decoded(content), path.name)
    if path.suffix.lower() in TEXT_FILES:
        return [lembar_naskah(content, path.name)]
    return lembar_excel(path)


def _content(path: Path) -> bytes:
    if not path.is_file():
        raise DataError([Fault(path.name, None, None, None, "berkas tidak ada")])
    most = MOST_BYTES if path.suffix.lower() in TEXT_FILES else MOST_BYTES_OF_EXCEL
    content, faults = isi(path, path.name, most)
    if faults:
        raise DataError(faults)
    return content


def _refusal(content: bytes, ending: str) -> str:
    for beginning, reason in BEGINNINGS:
        if content.startswith(beginning):
            return reason
    return ENDINGS.get(ending, "")


def _is_page(content: bytes) -> bool:
    """Whether a file is a web page, as some applications name .xls."""
    beginning = decoded(content[:2000]).lstrip("\ufeff \r\n\t").lower()
    return beginning.startswith("<") and any(tag in beginning for tag in _PAGE)
