"""The unit that headings and statements give to amounts: rupiah, thousands or millions of them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal

from lkipnb.exchange.lra.lembar import terisi
from lkipnb.load.xlsx import Rows

_THOUSANDS = r"[.,]?000"
_CENTS = r"(?:[.,](?:00|-+))?(?![0-9]|[.,][0-9])"
_TIMES = r"(?:\bx|\brp|\bidr|\b(?:dalam|dlm))[. ]*(?:rp|idr)?[. ]*1"
_UNITS = (
    (1_000, rf"ribuan|ribu|thousands?|rp\.?[ '’]*000\b|\(000\)|{_TIMES}{_THOUSANDS}{_CENTS}"),
    (1_000_000, rf"jutaan|juta|millions?|{_TIMES}(?:{_THOUSANDS}){{2}}{_CENTS}"),
    (
        1_000_000_000,
        rf"miliaran|milyaran|miliar|milyar|billions?|{_TIMES}(?:{_THOUSANDS}){{3}}{_CENTS}",
    ),
)
_NO_COUNT = r"(?<![0-9] )(?<![a-z0-9])"  # `200 juta` is a sum of money, no unit
_PATTERNS = tuple(
    (factor, re.compile(rf"{_NO_COUNT}(?:{words})(?![a-z])|(?<=\()(?:{words})(?=\))"))
    for factor, words in _UNITS
)
_POWER = re.compile(r"10(?:³|\^3)(?![0-9])")
_BRACKETS = re.compile(r"\([^()]*\)")
_IN_UNITS = re.compile(
    r"\b(?:dalam|dlm) (?:satuan )?(?:ribuan|jutaan|miliaran|milyaran|ribu|juta|miliar|milyar)"
    r"(?: (?:rupiah|rp\.?))?\s*(?:$|[,;.])"
)
_OF_ROUNDING = re.compile(r"selisih|pembulatan|dibulatkan")
# What a statement of the unit says besides the unit.
_AROUND = re.compile(
    r"\b(catatan|keterangan|ket|angka|nilai|jumlah|semua|seluruh|disajikan|dinyatakan|ditulis"
    r"|dalam|dlm|kecuali|lain|lainnya|satuan|mata|uang|anggaran|pagu|realisasi|dan|rupiah|rp|idr|of|in|x|adalah)\b"
    r"|[^a-z0-9]",
)
ONLY_NAME = (
    "nama lembar “{}” menyebut satuan, tetapi judul dan kolomnya tidak; tulis satuannya pada judul"
    " kolom bila angkanya memang dalam satuan itu, atau ubah nama lembarnya"
)
MOST = Decimal(10) ** 14  # rupiah; no region has a budget of a hundred thousand billion
MUCH = Decimal(10) ** 12  # rupiah of one line, above which a unit must stand in the heading
UNDER = 3  # rows below a header that may go on with it: numbers of the columns, units
FEW = 6  # amounts of which it may be chance that all end in as many zeros as the unit has
ROUND = (
    "satuan “{}” bertentangan dengan angkanya, yang tampak sudah dalam rupiah penuh; hapus"
    " keterangan satuan itu bila angkanya rupiah penuh, atau tulis satuannya pada judul kolom bila"
    " memang demikian"
)


def pengali(stated: str, teks: Mapping[int, str], columns: Collection[int]) -> dict[int, int]:
    """By how much each column is to be multiplied: what its heading says, else what a line states
    of all; without the columns that are in rupiah.
    """
    of_all = _stated(stated)
    factors = {at: _factor(teks.get(at, "").lower()) for at in columns}
    chosen = {at: max(factor, of_all) for at, factor in factors.items()}
    return {at: factor for at, factor in chosen.items() if factor > 1}


def pernyataan(above: Rows, below: Sequence[Sequence[str]], teks: Mapping[int, str]) -> str:
    """The line that states the unit of all amounts; empty when none does."""
    cells = [*_cells(above), *_bracketed(below[:UNDER]), *_notes(below)]
    stated = [cell for cell in cells if cell not in teks.values() and _stated(cell) > 1]
    return max(stated, key=_stated, default="")


def hanya_pada_lembar(nama: str, factors: Mapping[int, int]) -> bool:
    """Whether only the name of the sheet tells a unit, which may be of another time."""
    return not factors and _factor(nama.lower()) > 1


def bertentangan(amounts: Sequence[Decimal], factor: int, stated: str, heading: str) -> bool:
    """Whether amounts are in full rupiah already, although a unit stands above them."""
    if factor == 1:
        return False
    known = [amount for amount in amounts if amount]
    largest = max(map(abs, known), default=Decimal(0)) * factor
    if largest >= MOST:
        return True
    if not stated or _factor(heading.lower()) > 1:
        return False
    is_round = len(known) >= FEW and all(amount % factor == 0 for amount in known)
    return largest >= MUCH or is_round


def _cells(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    for row in rows:
        yield from row


def _bracketed(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """The cells in brackets: `Rp 1.000` below a header is an amount, `(Rp x 1.000)` a unit."""
    for cell in _cells(rows):
        if cell.startswith("(") and cell.endswith(")"):
            yield cell


def _notes(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """The rows of one cell, as notes below a table are."""
    for row in rows:
        cells = terisi(row)
        if len(cells) == 1:
            yield cells[0]


def _stated(text: str) -> int:
    """The unit that a line states: as a whole, in brackets, or in the words “dalam ...”."""
    lowered = _POWER.sub("1.000", text.lower())
    parts = [lowered, *_BRACKETS.findall(lowered)]
    stated = [part for part in parts if _is_statement(part)]
    if _IN_UNITS.search(lowered) and not _OF_ROUNDING.search(lowered):
        stated.append(lowered)
    return max(map(_factor, stated), default=1)


def _is_statement(part: str) -> bool:
    """Whether nothing but a unit stands there."""
    left = part
    for _, pattern in _PATTERNS:
        left = pattern.sub(" ", left)
    return left != part and not _AROUND.sub("", left)


def _factor(lowered: str) -> int:
    """The unit that a text in small letters names; 1 for none."""
    lowered = _POWER.sub("1.000", lowered)
    return next((factor for factor, pattern in _PATTERNS if pattern.search(lowered)), 1)
