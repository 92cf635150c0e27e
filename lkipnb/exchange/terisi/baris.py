"""The rows below a header: which of them are data, and which are the form's own, blank, or sums."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto

from lkipnb.exchange.form import EXAMPLE, MEANING, example, meaning
from lkipnb.exchange.terisi.ejaan import sama, satu_baris
from lkipnb.exchange.terisi.kepala import Kepala
from lkipnb.load.buku import Lembar
from lkipnb.schemas import Column, Kind, Table

# What the form printed as an example before it prints what it prints now.
EARLIER_EXAMPLES = {("klaim", "ukuran"): ("anggaran.banyak_kegiatan",)}
FILLED_EXAMPLE = "baris contoh diisi; dipakai sebagai data"
HALF_EXAMPLE = (
    "baris contoh diubah, tetapi sel {sel} masih berisi contoh; ganti atau kosongkan isinya, atau"
    " kosongkan tanda “contoh” di awal baris bila memang data"
)
TOTAL = "baris jumlah; dilewati"
_SUM_WORDS = re.compile(r"(?:grand |sub ?)?(?:jumlah|total)(?:\b.*)?", re.IGNORECASE | re.DOTALL)
_COINCIDENT = (Kind.CODE, Kind.CHOICE)


class Jenis(Enum):
    """What a row is."""

    KOSONG = auto()
    MILIK_FORMULIR = auto()
    JUMLAH = auto()
    CONTOH_TERISI = auto()
    DATA = auto()


@dataclass(frozen=True)
class Baris:
    """A row with its cells of the table, by column."""

    nomor: int
    tanda: str
    sel: Mapping[str, str]


def baris(sheet: Lembar, head: Kepala, number: int) -> Baris:
    cells = {name: satu_baris(sheet.sel(number, at)) for name, at in head.kolom.items()}
    for name, at in head.kolom.items():
        if not cells[name] and sheet.berisi(number, at):
            cells[name] = "?"
    mark = sama(sheet.sel(number, head.tanda)) if head.tanda else ""
    return Baris(number, mark, cells)


def jenis(row: Baris, head: Kepala, table: Table) -> Jenis:
    """What a row is.  Nothing that a person typed is taken for the form's own."""
    filled = {name: text for name, text in row.sel.items() if text}
    if row.tanda == EXAMPLE and filled:
        return _marked_example(filled, table)
    if not filled:
        return Jenis.KOSONG
    if _is_of_the_form(row, head, filled, table):
        return Jenis.MILIK_FORMULIR
    if _is_sum(row, table):
        return Jenis.JUMLAH
    return Jenis.DATA


def _is_of_the_form(row: Baris, head: Kepala, filled: Mapping[str, str], table: Table) -> bool:
    """Whether a row explains its columns, or is the example of an old form, which marks nothing."""
    if row.tanda == MEANING or _is_meaning(filled, table):
        return True
    if head.tanda or row.nomor > head.baris + 2:
        return False
    return not _changed(filled, table)


def sisa_contoh(row: Baris, table: Table) -> list[str]:
    """The columns that still hold the example, of a row that was marked as one and changed; codes
    and choices may be the same by chance.
    """
    kinds = {column.name: column.kind for column in table.columns}
    return [
        name
        for name, text in row.sel.items()
        if text and kinds[name] not in _COINCIDENT and text in _examples(table[name], table)
    ]


def _marked_example(filled: Mapping[str, str], table: Table) -> Jenis:
    if _changed(filled, table):
        return Jenis.CONTOH_TERISI
    return Jenis.MILIK_FORMULIR


def _changed(filled: Mapping[str, str], table: Table) -> bool:
    """Whether any cell holds no example; a column may have got another heading since."""
    known = {text for column in table.columns for text in _examples(column, table)}
    return any(text not in known for text in filled.values())


def _examples(column: Column, table: Table) -> tuple[str, ...]:
    earlier = EARLIER_EXAMPLES.get((table.name, column.name), ())
    return satu_baris(column.example), satu_baris(example(column)), *earlier


def _is_meaning(filled: Mapping[str, str], table: Table) -> bool:
    """Whether most cells explain their column, as the second row of a form does."""
    same = [name for name, text in filled.items() if sama(text) == sama(meaning(table[name]))]
    return len(same) * 2 > len(filled)


def _is_sum(row: Baris, table: Table) -> bool:
    """Whether a row only adds up those above it: a word for a sum where a code or a word is
    wanted, and the rest of these empty; or nothing but amounts.
    """
    words = [column for column in table.columns if not _is_amount(column)]
    filled = list(filter(None, (row.sel.get(column.name) for column in words)))
    needed = [column.name for column in words if not column.optional]
    if not filled:
        return bool(needed) and _has_rupiah(table)
    is_complete = all(row.sel.get(name) for name in needed)
    return not is_complete and bool(_SUM_WORDS.fullmatch(filled[0]))


def _is_amount(column: Column) -> bool:
    return column.numeric or column.kind is Kind.MEASURE


def _has_rupiah(table: Table) -> bool:
    return any(column.kind is Kind.RUPIAH for column in table.columns)
