"""The file of an export as a grid of texts, whatever it was saved as."""

from __future__ import annotations

import csv
from pathlib import Path

from lkipnb.errors import DataError, Fault
from lkipnb.load import xlsx
from lkipnb.load.xlsx import Rows

SEPARATORS = ",;\t|"
SAMPLE = 20  # lines that tell the separator
ENCODINGS = ("utf-8-sig", "cp1252")


def lembar(path: Path) -> dict[str, Rows]:
    """The rows of each sheet, row 1 first; a CSV is one sheet.  Raises DataError when the file cannot be trusted."""
    if path.suffix.lower() in (".csv", ".txt", ".tsv"):
        return {path.name: _csv(path)}
    sheets, faults = xlsx.sheets(path, longgar=True)
    if faults:
        raise DataError(faults)
    return sheets


def _csv(path: Path) -> Rows:
    if not path.is_file():
        raise DataError([Fault(path.name, None, None, None, "berkas tidak ada")])
    if path.stat().st_size > xlsx.MOST_BYTES:
        most = xlsx.MOST_BYTES // 1_000_000
        raise DataError([Fault(path.name, None, None, None, f"berkas terlalu besar; paling banyak {most} MB")])
    text = _decoded(path.read_bytes())
    lines = text.splitlines()[:SAMPLE]
    # The separator is the one that cuts most lines, and cuts them into the most pieces.
    separator = max(SEPARATORS, key=lambda mark: sum(len(row) - 1 for row in csv.reader(lines, delimiter=mark)))
    return [[cell.rstrip() for cell in row] for row in csv.reader(text.splitlines(), delimiter=separator)]


def _decoded(content: bytes) -> str:
    for encoding in ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("latin-1")
