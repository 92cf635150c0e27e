"""What the rows of an export are taken for: lines of the budget, totals, and the rest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from lkipnb.errors import Fault

Jumlah = Mapping[str, Decimal | None]  # amounts in rupiah and shares in percent by their column


@dataclass(frozen=True)
class Baris:
    """A line of the budget as the export has it: its row in the file, and how far its name stands
    in.

    `unit` is the code of the part of the agency that it stands under.  `berpersen` are the shares
    that stand with a percent sign, so they are no fractions.  `jenis` is what the law calls its
    code.
    """

    nomor: int
    kode: str
    uraian: str
    jumlah: Jumlah
    sumber_dana: str = ""
    menjorok: int = 0
    berpersen: frozenset[str] = frozenset()
    unit: str = ""
    jenis: str = ""
    nomor_urut: str = ""
    tingkat: str = ""


def sumber_bersama(lines: Iterable[Baris]) -> str:
    """The sources of lines that are added, each once: the rules know a name that says several; none
    where a line tells none.
    """
    sources = dict.fromkeys(line.sumber_dana for line in lines)
    if "" in sources:
        return ""
    return ", ".join(sources)


class Dilewati(NamedTuple):
    """A row that is no line, and its text."""

    nomor: int
    teks: str


class Tafsiran(NamedTuple):
    """A number that was mended in reading: its row, what stands there, its column."""

    nomor: int
    teks: str
    kolom: str


@dataclass(frozen=True)
class Isi:
    """What was read: lines, total lines, rows of the law that are no line of the table (bidang
    urusan, units, rekening), rows passed over, names that a row below goes on with, numbers that
    were mended in reading, and faults; `ditambahkan` are the rows that were added to a line above
    them, in a flat list or for another source of funds.
    """

    baris: tuple[Baris, ...]
    total: tuple[Baris, ...]
    saksi: tuple[Baris, ...]
    dilewati: tuple[Dilewati, ...]
    disambung: tuple[Dilewati, ...]
    ditafsirkan: tuple[Tafsiran, ...]
    faults: tuple[Fault, ...]
    ditambahkan: tuple[int, ...] = ()
