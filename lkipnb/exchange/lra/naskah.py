"""An export as text: CSV, TXT and TSV of any separator and encoding."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter

from lkipnb.errors import DataError, Fault
from lkipnb.exchange.lra.lembar import Lembar
from lkipnb.load.berkas import UTF_16
from lkipnb.load.table import LONG_CELL, melampaui
from lkipnb.load.xlsx import Rows

SEPARATORS = ",;\t|"
SAMPLE = 20_000  # characters that tell the separator
_GUTTER = re.compile(r"[^\s,;|] {2,}[^\s,;|]")  # between two columns of a print
LEAST_LINES = 3  # of a print
ENCODINGS = ("utf-8-sig", "cp1252")


def lembar_naskah(content: bytes, file: str) -> Lembar:
    """The one sheet that a text is.  Raises DataError when it is too large."""
    return Lembar(file, _rows(decoded(content), file), naskah=True)


def _rows(text: str, file: str) -> Rows:
    rows: Rows = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text)):
            rows.append([_on_one_line(cell) for cell in row])
            reason = melampaui(rows)
            if reason:
                raise DataError([Fault(file, len(rows), None, None, reason)])
    except csv.Error as error:
        raise DataError([Fault(file, len(rows) + 1, None, None, LONG_CELL)]) from error
    return rows


def _on_one_line(cell: str) -> str:
    return " ".join(cell.splitlines()).rstrip()


def _separator(text: str) -> str:
    """The one that cuts most of the first lines into equally many cells."""
    sample = text[:SAMPLE]
    return max(SEPARATORS, key=lambda separator: _regularity(sample, separator))


def _regularity(sample: str, separator: str) -> tuple[int, int]:
    """How many lines have the commonest number of cells, and that number."""
    try:
        rows = list(csv.reader(io.StringIO(sample, newline=""), delimiter=separator))
    except csv.Error:
        return (0, 0)
    widths = Counter(len(row) for row in rows if len(row) > 1)
    if not widths:
        return (0, 0)
    width, lines = max(widths.items(), key=lambda item: (item[1], item[0]))
    return (lines, width)


def is_lebar_tetap(rows: Rows) -> bool:
    """Whether spaces keep the columns of a text apart, as in a print."""
    lines = [" ".join(row) for row in rows]
    wide = [line for line in lines if len(_GUTTER.findall(line)) > 1]
    filled = [line for line in lines if line.strip()]
    return len(wide) >= LEAST_LINES and len(wide) * 2 > len(filled)


def decoded(content: bytes) -> str:
    """The text, whatever encoding it was saved in."""
    if content.startswith(UTF_16):
        return content.decode("utf-16", errors="replace")
    if b"\0" in content[1:200:2]:
        return content.decode("utf-16-le", errors="replace")
    for encoding in ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("latin-1")
