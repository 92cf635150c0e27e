"""The tables of a report that were pasted as text: Markdown, tabs, or columns with wide gaps.

Each table is a sheet named `tabel 1`, `tabel 2`.  Markup is taken off; nothing is rendered.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import mistune

from lkipnb.errors import DataError, Fault
from lkipnb.exchange.kinerja.kolom import macam
from lkipnb.exchange.lra.berkas import NO_TEXT
from lkipnb.exchange.lra.lembar import Lembar
from lkipnb.exchange.lra.naskah import decoded
from lkipnb.load.berkas import MOST_BYTES, isi
from lkipnb.load.table import MOST_COLUMNS, MOST_ROWS
from lkipnb.load.xlsx import Rows

LEAST_ROWS = 2  # of a table: a header and a row
NOT_TEXT = "bukan teks; masukkan berkas Excel dengan --kinerja"
NO_TABLE = (
    "tidak ada tabel; diharapkan tabel Markdown (|), kolom yang dipisah tab, atau kolom yang"
    " dipisah dua spasi atau lebih"
)
UNCLEAR = (
    "kolomnya tidak jelas: baris ini {} bagian, sedangkan judulnya {}; pisahkan kolomnya dengan"
    " tab atau |, juga yang kosong"
)
TOO_LARGE = f"tabel terlalu besar; paling banyak {MOST_ROWS} baris dan {MOST_COLUMNS} kolom"
_PIPES = re.compile(r"\s*\|.*\|\s*")
_RULE = re.compile(r"[\s|:+=\-]*")
_GAP = re.compile(r" {2,}")
_BREAK = re.compile(r"<br ?/?>", re.IGNORECASE)
Baris = tuple[int, str]  # the number of a line, and its text


def lembar_teks(path: Path) -> list[Lembar]:
    """The tables of a text in their order.  Raises DataError when it has none, or one whose columns
    are not clear.
    """
    content, faults = isi(path, path.name, MOST_BYTES)
    if content.startswith(NO_TEXT):
        faults = [Fault(path.name, None, None, None, NOT_TEXT)]
    if faults:
        raise DataError(faults)
    tables = list(_tables(decoded(content), path.name))
    if not tables:
        raise DataError([Fault(path.name, None, None, None, NO_TABLE)])
    if any(_is_too_large(rows) for rows in tables):
        raise DataError([Fault(path.name, None, None, None, TOO_LARGE)])
    return [Lembar(f"tabel {number}", rows) for number, rows in enumerate(tables, start=1)]


def _is_too_large(rows: Rows) -> bool:
    return len(rows) > MOST_ROWS or max(map(len, rows)) > MOST_COLUMNS


def _tables(text: str, file: str) -> Iterator[Rows]:
    """The Markdown tables of a text; without any, its blocks of lines."""
    marked = list(_markdown(text))
    if marked:
        yield from marked
        return
    for block in _blocks(text):
        rows = _rows(block, file)
        if len(rows) >= LEAST_ROWS:
            yield rows


def _markdown(text: str) -> Iterator[Rows]:
    parser = mistune.create_markdown(renderer=None, plugins=["table"])
    tokens = parser(text)
    assert not isinstance(tokens, str)  # without a renderer there are tokens
    for token in tokens:
        if token["type"] == "table":
            head, *body = token["children"]
            below = [row["children"] for part in body for row in part["children"]]
            yield [_cells(cells) for cells in (head["children"], *below)]


def _cells(cells: Iterable[Mapping[str, Any]]) -> list[str]:
    return [" ".join(_text(cell).split()) for cell in cells]


def _text(token: Mapping[str, Any]) -> str:
    """What a token shows, without its markup."""
    if "children" in token:
        return "".join(map(_text, token["children"]))
    if token["type"] in ("linebreak", "softbreak"):
        return " "
    return _BREAK.sub(" ", str(token.get("raw", "")))


def _blocks(text: str) -> Iterator[list[Baris]]:
    """Lines without a blank one between them."""
    block: list[Baris] = []
    for number, line in enumerate((*text.splitlines(), ""), start=1):
        if line.strip():
            block.append((number, line.rstrip()))
        elif block:
            yield block
            block = []


def _rows(block: Sequence[Baris], file: str) -> Rows:
    """The rows of a block, by the mark that all its lines share; none for a block of prose."""
    lines = [line for _, line in block]
    if all(map(_PIPES.fullmatch, lines)):
        kept = [line for line in lines if not _RULE.fullmatch(line)]
        return [_parted(line.strip().strip("|"), "|") for line in kept]
    if any("\t" in line for line in lines):
        return [_parted(line, "\t") for line in lines]
    return _by_gaps(block, file)


def _parted(line: str, mark: str) -> list[str]:
    return [cell.strip() for cell in line.split(mark)]


def _by_gaps(block: Sequence[Baris], file: str) -> Rows:
    """Columns with gaps of two spaces and more: equally many in each line, else those that the
    gutters of the whole block show.  Raises DataError where neither is so.
    """
    parts = {number: _GAP.split(line.strip()) for number, line in block}
    widest = max(map(len, parts.values()))
    if widest < LEAST_ROWS or len(parts) < LEAST_ROWS:
        return []
    if all(len(cells) == widest for cells in parts.values()):
        return list(parts.values())
    columns = _gutters([line for _, line in block])
    if len(columns) == widest:
        return [_cut(line, columns) for _, line in block]
    if not any(map(_names_columns, parts.values())):
        return []  # prose with wide spaces
    raise DataError([_unclear(parts, widest, file)])


def _cut(line: str, columns: Iterable[tuple[int, int]]) -> list[str]:
    return [line[start:end].strip() for start, end in columns]


def _unclear(parts: Mapping[int, Sequence[str]], widest: int, file: str) -> Fault:
    """The first line that has fewer cells than the widest."""
    number = next(number for number, cells in parts.items() if len(cells) < widest)
    return Fault(file, number, None, None, UNCLEAR.format(len(parts[number]), widest))


def _names_columns(cells: Sequence[str]) -> bool:
    """Whether a line is the header of a table of indicators."""
    return len({macam(cell) for cell in cells} - {""}) > 1


def _gutters(lines: Sequence[str]) -> list[tuple[int, int]]:
    """The spans of the columns: between them two places and more are blank in every line."""
    width = max(map(len, lines))
    filled = "".join(_mark(lines, at) for at in range(width))
    spans = re.finditer(r"x(?:x| (?! ))*", filled)
    return [span.span() for span in spans]


def _mark(lines: Sequence[str], at: int) -> str:
    """An x where any line has a letter at a place, else a space."""
    if any(line[at : at + 1].strip() for line in lines):
        return "x"
    return " "
