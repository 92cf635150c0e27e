"""The sheet of a chart: rows with a label on the left, marks in the middle and words on the right.

Every place is reckoned in px from the widths of the texts, so nothing is cut, lies over something
else or leaves the sheet, whatever the data; two rows may have the same label.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any

import pandas as pd

from lkipnb.present.gambar.tema import BARIS, CONFIG, LEBAR, UKURAN
from lkipnb.present.huruf import lebar, lipat

if TYPE_CHECKING:
    import altair as alt

BIASA, TEBAL = 400, 600  # weights of letters
TEPI = 6  # px around the sheet
JARAK = 10  # px between a label, the marks and the words
# px: the widest columns of texts, and the narrowest plot
LABEL, KATA, PLOT = 0.48 * LEBAR, 0.36 * LEBAR, 180
# px: the least height of a row, and what is free above and below its text together
TERPENDEK, SELA = 24, 9
SUMBU = 38  # px below the rows for an axis with its title

Tempat = tuple[str, float]  # a line of text and the px from the top of the plot to its middle


@dataclass(frozen=True)
class Lembar:
    """Rows as high as their text.  `kiri` and `kanan` are the widths of the two columns of text,
    `batas` the
    upper edges of the rows and the lower edge of the last; all in px."""

    label: tuple[tuple[str, ...], ...]
    kata: tuple[tuple[str, ...], ...]
    kiri: float
    kanan: float
    batas: tuple[float, ...]
    tebal: bool = False

    @property
    def plot(self) -> float:
        """The width of the marks in px."""
        return LEBAR - 2 * TEPI - self.kiri - self.kanan

    @property
    def tinggi(self) -> float:
        return self.batas[-1]

    @property
    def tinggi_baris(self) -> tuple[float, ...]:
        return tuple(below - above for above, below in pairwise(self.batas))

    @property
    def tengah(self) -> tuple[float, ...]:
        """The middle of each row in px from the top."""
        return tuple((above + below) / 2 for above, below in pairwise(self.batas))

    def data(self, rows: Iterable[Mapping[str, object]]) -> pd.DataFrame:
        """A record for each row, with the place of its middle as `y`."""
        placed = zip(rows, self.tengah, strict=True)
        return pd.DataFrame([{**row, "y": y} for row, y in placed])

    def x(self, nama: str, dari: float, sampai: float, axis: alt.Axis | None = None) -> alt.X:
        """The column `nama` over the width of the plot, from the value `dari` to the value
        `sampai`.
        """
        import altair as alt

        scale = alt.Scale(domain=[dari, sampai], range=[0, self.plot], nice=False, zero=False)
        return alt.X(f"{nama}:Q", scale=scale, axis=axis)

    def y(self) -> alt.Y:
        import altair as alt

        return alt.Y("y:Q", scale=px(self.tinggi), axis=None)

    def lukis(self, *lapis: alt.Chart, bawah: float = SUMBU, atas: float = 0) -> alt.LayerChart:
        """The layers with the labels and the words; `bawah` and `atas` are px for an axis and a
        legend.
        """
        import altair as alt

        labels = self._texts(self.label, -JARAK, align="right", fontWeight=400)
        weight = TEBAL if self.tebal else BIASA
        words = self._texts(self.kata, self.plot + JARAK, align="left", fontWeight=weight)
        padding = {
            "left": TEPI + self.kiri,
            "right": TEPI + self.kanan,
            "top": TEPI + atas,
            "bottom": TEPI + bawah,
        }
        chart = alt.layer(*lapis, *labels, *words)
        return rakit(chart, self.plot, self.tinggi, padding)

    def _texts(self, texts: Sequence[Sequence[str]], x: float, **look: Any) -> list[alt.Chart]:
        """The texts of the rows at `x`; no layer where there are none."""
        import altair as alt

        lines: list[Tempat] = []
        for text, middle in zip(texts, self.tengah, strict=True):
            lines += _lines(text, middle)
        if not lines:
            return []
        frame = pd.DataFrame(lines, columns=["teks", "y"])
        mark = alt.Chart(frame).mark_text(**look)
        return [mark.encode(x=alt.value(x), y=self.y(), text="teks:N")]


def lembar(label: Sequence[str], kata: Sequence[str], *, tebal: bool = False) -> Lembar:
    """A sheet for rows with these labels and words; a line break in the words begins a new line.

    The columns are as wide as their texts, up to a bound beyond which the texts fold.
    """
    right = tuple(_folded(text, tebal) for text in kata)
    words = _column(right, tebal)
    room = min(LABEL, LEBAR - 2 * TEPI - words - JARAK - PLOT)
    left = tuple(lipat(text, room, UKURAN) for text in label)
    heights = [_height(*row) for row in zip(left, right, strict=True)]
    return Lembar(left, right, _column(left), words, (0.0, *accumulate(heights)), tebal)


def _height(label: Sequence[str], kata: Sequence[str]) -> float:
    lines = max(len(label), len(kata))
    return max(TERPENDEK, lines * BARIS + SELA)


def px(panjang: float) -> alt.Scale:
    """A scale on which a number is its place in px."""
    import altair as alt

    return alt.Scale(domain=[0, panjang], range=[0, panjang], nice=False, zero=False)


def rakit(chart: Any, lebar: float, tinggi: float, padding: Mapping[str, float]) -> alt.LayerChart:
    """The chart on a plot of these px with room around it; the drawing does not reckon with its
    texts again.
    """
    sized = chart.properties(width=lebar, height=tinggi, padding=dict(padding), autosize="none")
    made: alt.LayerChart = sized.configure(**CONFIG)
    return made


def _folded(text: str, tebal: bool) -> tuple[str, ...]:
    lines: list[str] = []
    for part in text.split("\n"):
        lines += lipat(part, KATA, UKURAN, tebal)
    return tuple(lines)


def _column(texts: Iterable[tuple[str, ...]], tebal: bool = False) -> float:
    widths = [lebar(line, UKURAN, tebal) for lines in texts for line in lines]
    widest = max(widths, default=0.0)
    if not widest:
        return 0.0
    return widest + JARAK


def _lines(text: Sequence[str], middle: float) -> Iterator[Tempat]:
    """The lines of a text around its middle."""
    first = middle - BARIS * (len(text) - 1) / 2
    for n, line in enumerate(text):
        if line:
            yield line, first + n * BARIS
