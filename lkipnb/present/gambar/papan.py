"""A board: a band of key figures above a row for each thing told, with a bullet on the scale, a
small line of years, and money.

A column stands only where a row has something for it; every place is in px of the sheet.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from lkipnb.present.gambar.tema import BARIS, KECIL, LEBAR, UKURAN
from lkipnb.present.huruf import lebar, lipat

Titik = tuple[float, float]
Larik = tuple[float, str]  # the foot of a line of text, and the text
ANTARA = 16  # px between two columns
NAMA, TREN = 196.0, 80.0  # px: the widths of names and of lines of years
KEPALA, KAKI = 20.0, 16.0  # px: the height of the headings, and of the axis
PITA, BESAR = 56.0, 21  # px: the height of the band of key figures, and of their letters
RUANG = 645.0  # px: what a page has beside its title and sentences
SELA, LEGA = 8.0, 36.0  # px: what is free in a row, at least and, of few rows, at most
APIT, JAUH = 14.0, 56.0  # px: between two key figures, at least and at most
BATANG, TIPIS, TREN_TINGGI = 11.0, 5.0, 22.0  # px: the heights of bullets, thin bars and lines
RAPAT = 11.0  # px from line to line of KECIL


@dataclass(frozen=True)
class Uang:
    """Money of a row: the lines that tell it, and its absorption in percent where that is known."""

    kata: tuple[str, ...]
    serapan: float | None


@dataclass(frozen=True)
class Baris:
    """A row: its name, capaian in percent, the words for it, the capaian by year, and its money.

    `utama` rows stand out, `tercapai` says whether the target was met.
    """

    nama: str
    nilai: float | None
    kata: str
    tercapai: bool = True
    deret: Mapping[int, Decimal | None] = field(default_factory=dict)
    uang: Uang | None = None
    utama: bool = False


@dataclass(frozen=True)
class Letak:
    """A row on the sheet: its top, its height and that of what it holds, its lines of text with
    their places, the tops of its bullet and of its thin bar, the pieces of its line of years.
    """

    baris: Baris
    y: float
    tinggi: float
    isi: float
    nama: tuple[Larik, ...]
    kata: tuple[Larik, ...]
    uang: tuple[Larik, ...]
    batang: float
    serapan: float
    tren: tuple[tuple[Titik, ...], ...] = ()

    @property
    def terpendek(self) -> float:
        """The least height of the row."""
        return self.isi + SELA

    @property
    def kini(self) -> Titik | None:
        """Where the line of years ends."""
        if not self.tren:
            return None
        return self.tren[-1][-1]


@dataclass(frozen=True)
class Papan:
    """Where everything stands.  `plot` is the left end and the width of the bullets; `tren` and
    `uang` are the left ends of the other columns, None where there is none; `tahun` the years of
    the lines.
    """

    letak: tuple[Letak, ...]
    plot: Titik
    tren: float | None
    uang: float | None
    lebar_uang: float
    tahun: tuple[int, ...]
    dari: float
    sampai: float

    @property
    def tinggi(self) -> float:
        last = self.letak[-1]
        return last.y + last.tinggi + KAKI

    def x(self, nilai: float) -> float:
        """The place of a capaian; one beyond the axis stands at its end."""
        left, width = self.plot
        inside = min(max(nilai, self.dari), self.sampai)
        return left + (inside - self.dari) / (self.sampai - self.dari) * width


def papan(rows: Sequence[Baris], tahun: int, dari: float, sampai: float) -> Papan:
    """The rows below each other, on an axis of capaian from `dari` to `sampai`."""
    years = _years(rows, tahun)
    money = _money(rows)
    right, uang, tren = float(LEBAR), None, None
    if money:
        uang = right - money
        right = uang - ANTARA
    if years:
        tren = right - TREN
        right = tren - ANTARA
    left = NAMA + ANTARA
    letak = tuple(_placed(rows, right - left, tren, years))
    return Papan(letak, (left, right - left), tren, uang, money, years, dari, sampai)


def pita(angka: Sequence[tuple[str, str]]) -> list[float]:
    """Where each key figure begins, with the words below it, so that none touches another."""
    widths = [max(lebar(big, BESAR, True), lebar(words, UKURAN)) for big, words in angka]
    free = (LEBAR - sum(widths)) / max(len(widths) - 1, 1)
    gap = max(APIT, min(JAUH, free))
    return [sum(widths[:n]) + n * gap for n in range(len(widths))]


def _money(rows: Sequence[Baris]) -> float:
    """The width of what is said of money; zero where nothing is."""
    lines = [line for row in rows if row.uang for line in row.uang.kata]
    return max((lebar(line, KECIL) for line in lines), default=0.0)


def _years(rows: Sequence[Baris], tahun: int) -> tuple[int, ...]:
    """From the first year that a line shows to this one; none where there is no line."""
    first = min((min(points) for row in rows if (points := _points(row, tahun))), default=None)
    if first is None:
        return ()
    return tuple(range(first, tahun + 1))


def _points(row: Baris, tahun: int) -> dict[int, float]:
    """The known values by year; none where only one is known, which is no line."""
    known = {year: float(value) for year, value in row.deret.items() if value is not None}
    if not known or row.nilai is None:
        return {}
    return {**known, tahun: row.nilai}


def _name(row: Baris) -> tuple[str, ...]:
    return lipat(row.nama, NAMA, UKURAN, row.utama)


def _words(row: Baris, plot: float) -> tuple[str, ...]:
    return lipat(row.kata, plot, UKURAN, row.nilai is not None)


def _height(row: Baris, plot: float) -> float:
    """As high as the highest of name, bullet and money."""
    bullet = len(_words(row, plot)) * BARIS + (BATANG + 4) * (row.nilai is not None)
    money = len(row.uang.kata) * RAPAT + TIPIS + 3 if row.uang else 0.0
    return max(len(_name(row)) * BARIS, bullet, money)


def _placed(
    rows: Sequence[Baris], plot: float, tren: float | None, years: Sequence[int]
) -> Iterator[Letak]:
    y = PITA + KEPALA
    left = RUANG - y - KAKI - sum(_height(row, plot) for row in rows)
    free = min(LEGA, max(SELA, left / len(rows)))
    for row in rows:
        filled = _height(row, plot)
        high = filled + free
        middle = y + high / 2
        words, money = _words(row, plot), row.uang.kata if row.uang else ()
        bullet = middle + (len(words) * BARIS - BATANG) / 2
        thin = middle + (len(money) * RAPAT - TIPIS) / 2 + 1
        yield Letak(
            row,
            y,
            high,
            filled,
            _lines(_name(row), middle - len(_name(row)) * BARIS / 2, BARIS),
            _lines(words, bullet - len(words) * BARIS - 1, BARIS),
            _lines(money, thin - len(money) * RAPAT - 2, RAPAT),
            bullet,
            thin,
            _pieces(row, tren, years, middle),
        )
        y += high


def _lines(texts: Sequence[str], top: float, step: float) -> tuple[Larik, ...]:
    """The texts below each other from `top`, each with the place of its foot."""
    return tuple((top + (n + 0.8) * step, text) for n, text in enumerate(texts))


def _pieces(
    row: Baris, tren: float | None, years: Sequence[int], middle: float
) -> tuple[tuple[Titik, ...], ...]:
    """The line of years, on its own scale, broken where a year is not known."""
    points = _points(row, years[-1]) if years else {}
    if tren is None or not points:
        return ()
    low, high = min(points.values()), max(points.values())
    step = (TREN - KECIL) / (len(years) - 1)
    pieces: list[list[Titik]] = [[]]
    for n, year in enumerate(years):
        if year in points:
            share = (points[year] - low) / (high - low) if high > low else 0.5
            pieces[-1].append((tren + n * step + 3, middle + TREN_TINGGI * (0.5 - share)))
        elif pieces[-1]:
            pieces.append([])
    return tuple(tuple(piece) for piece in pieces if piece)
