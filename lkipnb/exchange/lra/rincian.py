"""The rows below the header of an export, each read for itself and then taken for what it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import chain

from lkipnb.errors import Fault
from lkipnb.exchange.lra.angka import persen, rupiah
from lkipnb.exchange.lra.baris import Baris, Dilewati, Isi, Jumlah, Tafsiran
from lkipnb.exchange.lra.cacat import cacat
from lkipnb.exchange.lra.judul import Judul
from lkipnb.exchange.lra.kode import Potongan, gabung, pengganti, potongan
from lkipnb.exchange.lra.kolom import AMOUNTS, KODE, SHARES, SUMBER, URAIAN
from lkipnb.exchange.lra.lembar import kata, sel
from lkipnb.exchange.lra.nama import nama_di, sambung
from lkipnb.load.numbers import NotANumber
from lkipnb.load.xlsx import Rows

TOTAL = re.compile(r"^\s*(sub[\s-]*total|grand total|total|jumlah)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Nilai:
    """The amounts and shares of a row, those that were mended in reading, and the faults."""

    jumlah: Jumlah
    ditafsirkan: tuple[Tafsiran, ...]
    faults: tuple[Fault, ...]

    @property
    def ada(self) -> bool:
        """Whether the row holds an amount, be it one that cannot be read."""
        return bool(self.faults) or any(value is not None for value in self.jumlah.values())


@dataclass(frozen=True)
class Terurai:
    """A row as read: what a line of it would be, and all its words."""

    baris: Baris
    nilai: Nilai
    is_total: bool
    teks: str

    @property
    def dilewati(self) -> str:
        """What is told of a row that is no line: its words, or a code alone."""
        if self.nilai.ada:
            return ""
        if not self.baris.kode:
            return self.teks
        return "" if self.baris.uraian else self.baris.kode


def uraikan(rows: Rows, judul: Judul, where: str) -> Isi:
    """Everything below the header; a row with an amount that cannot be read is a fault."""
    read = list(_each(rows, judul, where))
    held = [row for row in read if not row.dilewati]
    passed = [Dilewati(row.baris.nomor, row.dilewati) for row in read if row.dilewati]
    lines, rest = sambung(_lines(held, is_total=False), passed)
    lines = _coded(lines)
    unread = chain.from_iterable(row.nilai.faults for row in held)
    mended = chain.from_iterable(row.nilai.ditafsirkan for row in held)
    return Isi(
        baris=tuple(lines),
        total=tuple(_lines(held, is_total=True)),
        dilewati=tuple(rest),
        ditafsirkan=tuple(mended),
        faults=(*unread, *cacat(lines, where)),
    )


def _lines(held: Sequence[Terurai], *, is_total: bool) -> list[Baris]:
    return [row.baris for row in held if row.is_total == is_total]


def _coded(lines: list[Baris]) -> list[Baris]:
    """The lines; where none has a code, each with a stand-in for it."""
    if any(line.kode for line in lines):
        return lines
    codes = pengganti(line.menjorok for line in lines)
    return [replace(line, kode=code) for line, code in zip(lines, codes, strict=True)]


def _each(rows: Rows, judul: Judul, where: str) -> Iterator[Terurai]:
    """Every row that is neither blank nor the header once more, as on each page of an export."""
    header = {kata(row) for row in rows[judul.baris : judul.data]}
    above: Potongan = ()
    for number, row in enumerate(rows[judul.data :], start=judul.data + 1):
        words = kata(row)
        if not words or words in header:
            continue
        is_total = _is_total(row, judul)
        pieces = () if is_total else potongan(_cells(row, judul, KODE), above)
        above = pieces or above
        nilai = _nilai(row, judul, number, where)
        line = _line(row, judul, number, gabung(pieces), nilai.jumlah)
        yield Terurai(line, nilai, is_total, words)


def _line(row: Sequence[str], judul: Judul, number: int, code: str, jumlah: Jumlah) -> Baris:
    name = nama_di(row, judul.letak(URAIAN))
    signed = [kind for kind in SHARES if _first(row, judul, kind).endswith("%")]
    return Baris(
        nomor=number,
        kode=code,
        uraian=name.teks,
        jumlah=jumlah,
        sumber_dana=_first(row, judul, SUMBER),
        menjorok=name.menjorok,
        berpersen=frozenset(signed),
    )


def _is_total(row: Sequence[str], judul: Judul) -> bool:
    name = nama_di(row, judul.letak(URAIAN)).teks
    return any(TOTAL.match(text) for text in (name, *_cells(row, judul, KODE)))


def _cells(row: Sequence[str], judul: Judul, kind: str) -> list[str]:
    return [sel(row, at) for at in judul.letak(kind)]


def _first(row: Sequence[str], judul: Judul, kind: str) -> str:
    """The first filled cell of the columns that hold `kind`."""
    return next(filter(None, _cells(row, judul, kind)), "")


def _nilai(row: Sequence[str], judul: Judul, number: int, where: str) -> Nilai:
    """A share that cannot be read is left out: it follows from the amounts."""
    jumlah: dict[str, Decimal | None] = dict.fromkeys((*AMOUNTS, *SHARES))
    mended = []
    faults = []
    for kind in AMOUNTS:
        text = _first(row, judul, kind)
        if not text:
            continue
        try:
            amount = rupiah(text)
        except NotANumber as error:
            faults.append(Fault(where, number, kind, text, str(error)))
            continue
        jumlah[kind] = amount.nilai
        if not amount.teratur:
            mended.append(Tafsiran(number, text, kind))
    for kind in SHARES:
        jumlah[kind] = _share(_first(row, judul, kind))
    return Nilai(jumlah, tuple(mended), tuple(faults))


def _share(text: str) -> Decimal | None:
    if not text:
        return None
    try:
        return persen(text)
    except NotANumber:
        return None
