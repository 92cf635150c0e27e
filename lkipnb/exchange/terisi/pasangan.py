"""A sheet of names and their content, as the profile and the prose have."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lkipnb.exchange.form import Pairs
from lkipnb.exchange.terisi.ejaan import sama
from lkipnb.load.alamat import alamat_sel
from lkipnb.load.buku import Lembar

MOST_ABOVE = 5  # rows in which the header is looked for


@dataclass(frozen=True)
class Pasangan:
    """A name and its content, with the row, and the cell of the content.

    `tanggal` is the day that the content shows, `sebab` why it cannot be read and `tertulis` what
    stands there.
    """

    baris: int
    sel: str
    nama: str
    teks: str
    tanggal: date | None
    sebab: str
    tertulis: str | None


def pasangan(sheet: Lembar, layout: Pairs) -> Iterator[Pasangan]:
    """The pairs below the header of the sheet; without a header those of its first two columns."""
    header, columns = _header(sheet, layout)
    for number in range(header + 1, len(sheet.baris) + 1):
        name = sheet.sel(number, columns[0])
        place = (number, columns[1])
        yield Pasangan(
            number,
            alamat_sel(*place),
            name,
            sheet.sel(*place),
            sheet.tanggal.get(place),
            sheet.tak_terbaca.get(place, ""),
            sheet.tertulis.get(place),
        )


def _header(sheet: Lembar, layout: Pairs) -> tuple[int, tuple[int, int]]:
    wanted = layout.columns[:2]
    for number, cells in enumerate(sheet.baris[:MOST_ABOVE], start=1):
        headings = [sama(cell) for cell in cells]
        if all(name in headings for name in wanted):
            first, second = (headings.index(name) + 1 for name in wanted)
            return number, (first, second)
    return 0, (1, 2)
