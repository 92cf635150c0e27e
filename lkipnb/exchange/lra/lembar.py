"""The file of an export as a grid of texts, whatever it was saved as."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from lkipnb.errors import DataError, Fault
from lkipnb.load import xlsx
from lkipnb.load.berkas import UTF_16, isi
from lkipnb.load.table import LONG_CELL, MOST_BYTES, melampaui
from lkipnb.load.xlsx import Rows

SEPARATORS = ",;\t|"
SAMPLE = 20_000  # characters that tell the separator
ENCODINGS = ("utf-8-sig", "cp1252")


def lembar(path: Path) -> dict[str, Rows]:
    """The rows of each sheet, row 1 first; a CSV is one sheet.  Raises DataError when the file
    cannot be trusted.
    """
    if path.suffix.lower() in (".csv", ".txt", ".tsv"):
        return {path.name: _csv(path)}
    sheets, faults = xlsx.sheets(path, longgar=True)
    if faults:
        raise DataError(faults)
    return sheets


def _csv(path: Path) -> Rows:
    if not path.is_file():
        raise DataError([Fault(path.name, None, None, None, "berkas tidak ada")])
    content, faults = isi(path, path.name, MOST_BYTES)
    if faults:
        raise DataError(faults)
    text = _decoded(content)
    # The separator is the one that cuts most lines, and cuts them into the most pieces.
    lines = text[:SAMPLE].splitlines()
    separator = max(SEPARATORS, key=lambda mark: sum(line.count(mark) for line in lines))
    rows: Rows = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            rows.append([cell.rstrip() for cell in row])
            if reason := melampaui(rows):
                raise DataError([Fault(path.name, len(rows), None, None, reason)])
    except csv.Error as error:
        raise DataError([Fault(path.name, len(rows) + 1, None, None, LONG_CELL)]) from error
    return rows


def _decoded(content: bytes) -> str:
    if content.startswith(UTF_16):
        return content.decode("utf-16", errors="replace")
    for encoding in ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("latin-1")
