"""Where the header of a table of indicators stands, and what its columns are called."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lkipnb.exchange.kinerja.kolom import (
    ABAIKAN,
    INDIKATOR,
    NOMOR,
    SASARAN,
    SATUAN,
    VALUES,
    Judul,
    bernama,
    judul,
    macam,
)
from lkipnb.exchange.lra.judul import akhir_judul, baris_data, kata_di_atas
from lkipnb.exchange.lra.lembar import Lembar, sel, terisi
from lkipnb.load.xlsx import Rows

SEARCHED = 60  # rows among which the header is looked for
_CLOSED = (NOMOR, INDIKATOR, SASARAN, SATUAN)  # nothing but names of columns stands below these
_YEAR = re.compile(r"(?:tahun )?20[0-9]{2}", re.IGNORECASE)
_HAS_DIGITS = re.compile(r"[0-9]")
_AGO = re.compile(r"(?:tahun|thn\.?)? ?[nt] ?[-–+] ?[1-9]", re.IGNORECASE)
_QUARTER = re.compile(r"(?:tw|triwulan|trw)\W*[1-4]", re.IGNORECASE)


@dataclass(frozen=True)
class Kepala:
    """A header: its first row, the first row of data, and the heading of each column, from 0."""

    baris: int
    data: int
    judul: Mapping[int, Judul]

    @property
    def macam(self) -> set[str]:
        """What its columns hold."""
        return {told.isi for told in self.judul.values()} - {"", ABAIKAN}

    @property
    def lengkap(self) -> bool:
        """Whether it names an indicator and something that is told of it."""
        return INDIKATOR in self.macam and bool(self.macam & set(VALUES))


def cari(lembar: Lembar) -> Kepala | None:
    """The header that names most, the highest of several and of these the tallest; None when no
    row names two columns.
    """
    found = list(_candidates(lembar))
    return max(found, key=lambda head: (head.lengkap, len(head.macam), -head.baris), default=None)


def _candidates(lembar: Lembar) -> Iterator[Kepala]:
    for start in range(min(SEARCHED, len(lembar.rows))):
        end = akhir_judul(lembar.rows, start, _continues)
        if end == start or len(terisi(lembar.rows[start])) < 2:
            continue
        width = max(map(len, lembar.rows[start : end + SEARCHED]))
        told = {at: judul(kata_di_atas(lembar, start, end, at)) for at in range(width)}
        named = {at: each for at, each in told.items() if each.teks}
        head = Kepala(start, baris_data(lembar.rows, end), named)
        if len(head.macam) > 1:
            yield head


def _continues(rows: Rows, start: int, at: int) -> bool:
    """Whether a row is one more of the header: no figure but a year or a quarter stands in it, and
    nothing below the heading of names but the name of a column.
    """
    cells = terisi(rows[at])
    if not cells or not all(map(_is_heading, cells)):
        return False
    if at == start:
        return True
    return all(_may_stand(rows[start:at], place, rows[at]) for place in range(len(rows[at])))


def _is_heading(cell: str) -> bool:
    if any(pattern.search(cell) for pattern in (_YEAR, _QUARTER, _AGO)):
        return True
    is_named = cell[:1].isalpha() and bool(macam(cell))  # `Capaian (6/5 x 100%)`
    return is_named or not _HAS_DIGITS.search(cell)


def _may_stand(above: Rows, place: int, row: Sequence[str]) -> bool:
    cell = sel(row, place)
    heading = next(filter(None, (macam(sel(each, place)) for each in reversed(above))), "")
    return not cell or heading not in _CLOSED or bernama(cell)
