"""The findings as a sheet of Excel, each with a link to the cell of the form that it came from."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from lkipnb.audit.judging import Hasil
from lkipnb.audit.keluaran import ringkas, tempat
from lkipnb.audit.temuan import GALAT, PERINGATAN, Temuan
from lkipnb.tersembunyi import tampak

JUDUL = "Temuan pemeriksaan"
# Every cell is text; what looks like a formula or an address is none.
OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
KOLOM: Mapping[str, int] = {
    "Tingkat": 11,
    "Tempat": 34,
    "Temuan": 60,
    "Tercetak": 18,
    "Seharusnya": 18,
    "Sebab": 45,
    "Saran": 45,
    "Kode": 11,
}
LINK = 1  # the column of the place
HEAD_ROW = 2  # below the summary and an empty line
_CELL = re.compile(r"(?P<berkas>[^#/\\:]+\.xlsx), lembar (?P<lembar>.+), sel (?P<sel>[A-Z]+\d+)")
_BASE: dict[str, object] = {
    "text_wrap": True,
    "valign": "top",
    "border": 1,
    "border_color": "#b8c4c6",
}
_LOOKS: dict[str, dict[str, object]] = {
    GALAT: {"font_color": "#9c2f10", "bold": True},
    PERINGATAN: {"font_color": "#7a5b00"},
}


def as_xlsx(hasil: Hasil) -> bytes:
    """The file; its links lead to a form that lies in the same folder."""
    import xlsxwriter

    out = BytesIO()
    with xlsxwriter.Workbook(out, OPTIONS) as book:
        book.set_properties({"title": JUDUL})
        sheet = book.add_worksheet("Temuan")
        sheet.write_string(0, 0, tampak(ringkas(hasil)), book.add_format({"bold": True}))
        plain = book.add_format(_BASE)
        head = book.add_format(_BASE | {"bold": True, "bg_color": "#dfe9ea"})
        link = book.add_format(_BASE | {"font_color": "#0b5563", "underline": 1})
        levels = {level: book.add_format(_BASE | look) for level, look in _LOOKS.items()}
        for at, (name, width) in enumerate(KOLOM.items()):
            sheet.set_column(at, at, width)
            sheet.write_string(HEAD_ROW, at, name, head)
        for row, found in enumerate(hasil.temuan, start=HEAD_ROW + 1):
            for at, text in enumerate(_cells(found)):
                sheet.write_string(row, at, text, levels.get(text, plain))
            target = alamat(found.asal)
            if target:
                sheet.write_url(row, LINK, target, link, tampak(tempat(found)))
        sheet.freeze_panes(HEAD_ROW + 1, 0)
        sheet.autofilter(HEAD_ROW, 0, HEAD_ROW + len(hasil.temuan), len(KOLOM) - 1)
    return out.getvalue()


def _cells(found: Temuan) -> list[str]:
    told = (
        *(found.tingkat, tempat(found), found.pesan, found.tercetak, found.seharusnya),
        *(found.sebab, found.saran, found.id),
    )
    return [tampak(text or "") for text in told]


def alamat(asal: str) -> str:
    """The link to a cell of a form beside the file; empty where a finding came from no form."""
    match = _CELL.fullmatch(asal)
    if match is None:
        return ""
    sheet = match["lembar"].replace("'", "''")
    return f"external:{match['berkas']}#'{sheet}'!{match['sel']}"


def milik_sendiri(path: Path) -> bool:
    """Whether a file is one that this command has written, which it may replace."""
    try:
        with zipfile.ZipFile(path) as book:
            return JUDUL.encode() in book.read("docProps/core.xml")
    except (OSError, KeyError, zipfile.BadZipFile):
        return False
