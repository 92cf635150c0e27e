"""The file of an export as a grid of texts, whatever it was saved as."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from lkipnb.errors import DataError, Fault
from lkipnb.load import xlsx
from lkipnb.load.berkas import UTF_16, isi
from lkipnb.load.table import LONG_CELL, MOST_BYTES, melampaui
from lkipnb.load.xlsx import Rows

TEXT_FILES = (".csv", ".txt", ".tsv")
SEPARATORS = ",;\t|"
SAMPLE = 20_000  # characters that tell the separator
ENCODINGS = ("utf-8-sig", "cp1252")


def semua_lembar(path: Path) -> dict[str, Rows]:
    """The rows of each sheet, row 1 first; a CSV is one sheet.  Raises DataError when the file
    cannot be trusted.
    """
    if path.suffix.lower() in TEXT_FILES:
        return {path.name: _csv(path)}
    sheets, faults = xlsx.sheets(path, longgar=True)
    if faults:
        raise DataError(faults)
    return sheets


def sel(row: Sequence[str], at: int) -> str:
    """A cell without the spaces around it; empty beyond the end of the row."""
    return row[at].strip() if at < len(row) else ""


def terisi(row: Sequence[str]) -> list[str]:
    """The cells that hold anything, from left to right, without the spaces around them."""
    cells = (cell.strip() for cell in row)
    return [cell for cell in cells if cell]


def kata(row: Sequence[str]) -> str:
    """All words of a row, with one space between them."""
    return " ".join(" ".join(row).split())


def _csv(path: Path) -> Rows:
    if not path.is_file():
        raise DataError([Fault(path.name, None, None, None, "berkas tidak ada")])
    content, faults = isi(path, path.name, MOST_BYTES)
    if faults:
        raise DataError(faults)
    return _rows(_decoded(content), path.name)


def _rows(text: str, file: str) -> Rows:
    rows: Rows = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text)):
            rows.append([cell.rstrip() for cell in row])
            reason = melampaui(rows)
            if reason:
                raise DataError([Fault(file, len(rows), None, None, reason)])
    except csv.Error as error:
        raise DataError([Fault(file, len(rows) + 1, None, None, LONG_CELL)]) from error
    return rows


def _separator(text: str) -> str:
    """The one that stands most often in the first lines."""
    sample = text[:SAMPLE]
    return max(SEPARATORS, key=sample.count)


def _decoded(content: bytes) -> str:
    if content.startswith(UTF_16):
        return content.decode("utf-16", errors="replace")
    for encoding in ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("latin-1")
