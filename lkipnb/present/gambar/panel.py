"""Small panels beside each other: the values of an indicator over the years in each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

import pandas as pd

from lkipnb.model import Perbandingan
from lkipnb.present.gambar.indikator import bernilai
from lkipnb.present.gambar.lembar import TEPI, px, rakit
from lkipnb.present.gambar.pilih import terendah
from lkipnb.present.gambar.tema import AKSEN, KECIL, LEBAR, REDUP, TEKS
from lkipnb.present.huruf import lebar, lipat

if TYPE_CHECKING:
    import altair as alt

Rows = Sequence[Perbandingan]
Point = dict[str, object]
Place = tuple[float, float | None]
LAJUR = (3, 2, 1)  # panels beside each other; fewer where the values of a panel need more room
ANTARA = 22  # px between two panels
GARIS_TINGGI, NILAI = 58, 18  # px: height of the lines, and of the words above and below them
JUDUL, BARIS, TAHUN = 10, 11.5, 14  # px: letters and lines of a title, height of the years
APIT, SELA = 6, 10  # px between two values, and from a point to the middle of its value


@dataclass(frozen=True)
class Panel:
    """A panel: the left end of its plot, its top, its width in px, and the lines of its title."""

    x: float
    y: float
    lebar: float
    judul: tuple[str, ...]

    @property
    def atas(self) -> float:
        """The top of the lines."""
        return self.y + BARIS * len(self.judul) + NILAI

    @property
    def bawah(self) -> float:
        """The foot of the panel, below its years."""
        return self.atas + GARIS_TINGGI + NILAI + TAHUN


def chart(rows: Rows, years: Sequence[int]) -> alt.LayerChart:
    """Each panel has its own scale and its own years; a year without data interrupts the line."""
    import altair as alt

    panels = tata(rows, years)
    width, height = LEBAR - 2 * TEPI, panels[-1].bawah
    placed = list(zip(rows, panels, strict=True))
    points = pd.DataFrame([point for row, panel in placed for point in _points(row, panel, years)])
    texts = pd.DataFrame([text for row, panel in placed for text in _texts(row, panel, years)])
    x = alt.X("x:Q", scale=px(width), axis=None)
    y = alt.Y("y:Q", scale=px(height), axis=None)
    base = alt.Chart(points).encode(x=x, y=y)
    words = alt.Chart(texts).encode(x=x, y=y, text="teks:N")
    ground = {
        "x": alt.X("kiri:Q", scale=px(width), axis=None),
        "x2": "kanan:Q",
        "y": alt.Y("atas:Q", scale=px(height), axis=None),
        "y2": "bawah:Q",
    }
    chart = alt.layer(
        base.mark_line(color=AKSEN, strokeWidth=2).encode(detail="panel:N", order="tahun:Q"),
        base.mark_circle(color=AKSEN, size=34, opacity=1),
        # White ground keeps a value readable where a line passes behind it.
        _only(words, "nilai").mark_rect(color="white", opacity=0.85).encode(**ground),
        _only(words, "nilai").mark_text(fontSize=KECIL, color=TEKS),
        _only(words, "tahun").mark_text(fontSize=KECIL, color=REDUP),
        _only(words, "judul").mark_text(fontSize=JUDUL, align="left", color=TEKS),
    )
    return rakit(chart, width, height, dict.fromkeys(("left", "right", "top", "bottom"), TEPI))


def _only(words: alt.Chart, peran: str) -> alt.Chart:
    """The texts of one role."""
    chosen: alt.Chart = words.transform_filter(f"datum.peran == '{peran}'")
    return chosen


def terbanyak(rows: Rows, years: Sequence[int]) -> Rows:
    """The indicators whose panels fit on a page, those with the lowest capaian."""
    across = _across(rows, years)
    titles = max(len(_title(row, _panel_width(across))) for row in rows)
    height = Panel(0, 0, 0, ("",) * titles).bawah + ANTARA / 2
    return terendah(rows, "capaian_persen", [height / across] * len(rows))


def tata(rows: Rows, years: Sequence[int]) -> list[Panel]:
    """The panels in rows; as many beside each other as leave room for the widest value at each
    year.
    """
    across = _across(rows, years)
    width = _panel_width(across)
    panels: list[Panel] = []
    top = 0.0
    for start in range(0, len(rows), across):
        titles = [_title(row, width) for row in rows[start : start + across]]
        most = max(map(len, titles))
        padded = [(*title, *[""] * (most - len(title))) for title in titles]
        panels += [Panel(n * (width + ANTARA), top, width, title) for n, title in enumerate(padded)]
        top = panels[-1].bawah + ANTARA / 2
    return panels


def _across(rows: Rows, years: Sequence[int]) -> int:
    fitting = [across for across in LAJUR if _fits(rows, years, across)]
    most = max(fitting, default=min(LAJUR))
    return min(len(rows), most)


def _title(row: Perbandingan, width: float) -> tuple[str, ...]:
    return lipat(f"{row.kode}  {row.nama}", width, JUDUL)


def _panel_width(across: int) -> float:
    return (LEBAR - 2 * TEPI - ANTARA * (across - 1)) / across


def _fits(rows: Rows, years: Sequence[int], across: int) -> bool:
    widest = max(lebar(text, KECIL) for row in rows for text in _values(row, years))
    return widest + APIT <= _panel_width(across) / len(years)


def _values(row: Perbandingan, years: Sequence[int]) -> list[str]:
    """What stands at each year; nothing where nothing is known."""
    values = [row.deret.get(year) for year in years]
    return ["" if value is None else bernilai(value, row.satuan) for value in values]


def _places(row: Perbandingan, panel: Panel, years: Sequence[int]) -> list[Place]:
    """Where the point of each year stands, in px; no height where there is no number."""
    numbers = [_number(row, year) for year in years]
    known = [value for value in numbers if value is not None]
    step = panel.lebar / len(years)
    places: list[Place] = []
    for n, value in enumerate(numbers):
        height = None if value is None else _height(value, min(known), max(known), panel)
        places.append((panel.x + step * (n + 0.5), height))
    return places


def _number(row: Perbandingan, year: int) -> Decimal | None:
    """The value of a year where it is a number."""
    value = row.deret.get(year)
    if isinstance(value, Decimal):
        return value
    return None


def _height(value: Decimal, low: Decimal, high: Decimal, panel: Panel) -> float:
    share = 0.5
    if high > low:
        share = float((value - low) / (high - low))
    return panel.atas + GARIS_TINGGI * (1 - share)


def _points(row: Perbandingan, panel: Panel, years: Sequence[int]) -> Iterator[Point]:
    for year, (x, y) in zip(years, _places(row, panel, years), strict=True):
        value = _number(row, year)
        number = None if value is None else float(value)
        yield {"panel": row.kode, "tahun": year, "nilai": number, "x": x, "y": y}


def _texts(row: Perbandingan, panel: Panel, years: Sequence[int]) -> Iterator[Point]:
    for n, line in enumerate(panel.judul):
        yield {"peran": "judul", "teks": line, "x": panel.x, "y": panel.y + BARIS * (n + 0.5)}
    places = _places(row, panel, years)
    told = zip(years, _values(row, years), places, _below(places), strict=True)
    for year, text, (x, y), is_below in told:
        yield {"peran": "tahun", "teks": str(year), "x": x, "y": panel.bawah - TAHUN / 2}
        if text:
            middle = _middle(y, is_below, panel)
            yield {"peran": "nilai", "teks": text, "x": x, "y": middle, **_ground(text, x, middle)}


def _middle(y: float | None, is_below: bool, panel: Panel) -> float:
    """The middle of a value: below or above its point; of one without a point that of the lines."""
    if y is None:
        return panel.atas + GARIS_TINGGI / 2
    if is_below:
        return y + SELA
    return y - SELA


def _ground(text: str, x: float, y: float) -> dict[str, float]:
    """The box of a value."""
    half = lebar(text, KECIL) / 2 + 1
    return {"kiri": x - half, "kanan": x + half, "atas": y - KECIL / 2, "bawah": y + KECIL / 2}


def _below(places: Sequence[Place]) -> list[bool]:
    """Whether the value of each point stands below it: where the line comes from above and goes up
    again.
    """
    heights = [y for _, y in places]
    falls = [_fall(one, other) for one, other in pairwise(heights)]
    pairs = zip([0, *falls], [*falls, 0], strict=True)
    return [before >= 0 >= after and before != after for before, after in pairs]


def _fall(one: float | None, other: float | None) -> int:
    """1 where the line goes down on the page, -1 where it goes up, 0 where it does neither."""
    if one is None or other is None:
        return 0
    return (other > one) - (other < one)
