"""Axes in percent: where they begin and end, which values they tell, and the note when they do not
begin at zero.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

import pandas as pd

from lkipnb.present.format import angka
from lkipnb.present.gambar.tema import TEKS, UKURAN
from lkipnb.present.huruf import lebar

if TYPE_CHECKING:
    import altair as alt

# From value to value of an axis.
LANGKAH = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 2000, 5000)
TERBANYAK, TERSEMPIT = 6, 44  # steps of an axis of points, and px of each at least
APIT = 8  # px between two values of an axis


@dataclass(frozen=True)
class Sumbu:
    """From the value `dari` to the value `sampai`, with `tanda`, the values that are told."""

    dari: float
    sampai: float
    tanda: tuple[float, ...]

    @property
    def catatan(self) -> tuple[str, ...]:
        """What a reader has to know of the axis; nothing where it begins at zero or below."""
        if self.dari <= 0:
            return ()
        return (f"Sumbu mulai dari {_persen(self.dari)}, bukan dari nol.",)

    def axis(self, judul: str, *, kisi: bool) -> alt.Axis:
        """The axis with its title; `kisi` draws a line at each value."""
        import altair as alt

        values = list(dict.fromkeys(float(value) for value in self.tanda))
        labels = ", ".join(f"'{value:g}': '{_persen(value)}'" for value in values)
        label = f"{{{labels}}}[datum.value]"
        return alt.Axis(
            title=judul,
            values=values,
            grid=kisi,
            domain=False,
            labelExpr=label,
            labelOverlap=False,
            labelFlush=False,
        )


def garis(nilai: float) -> alt.Chart:
    """A dashed line across the rows at a value."""
    import altair as alt

    line = alt.Chart(pd.DataFrame({"nilai": [nilai]}))
    rule: alt.Chart = line.mark_rule(color=TEKS, strokeDash=[4, 3])
    return rule


def titik(nilai: Iterable[float], plot: float) -> Sumbu:
    """For points on `plot` px: as wide as the values, from one round value to another."""
    values = list(nilai)
    most = max(1, min(TERBANYAK, int(plot / TERSEMPIT)))
    first, last, count = _steps(min(values), max(values), most)
    told = [first + n * (last - first) / count for n in range(count + 1)]
    return Sumbu(first, last, tuple(told))


def _steps(low: float, high: float, most: int) -> tuple[int, int, int]:
    """Where an axis begins and ends, and in how many steps: `most`, or one where the values are
    further apart than any step.
    """
    for step in LANGKAH:
        first, last = _round(low, high, step)
        if last - first <= most * step:
            return first, last, round((last - first) / step)
    return math.floor(low), math.ceil(high), 1


def _round(low: float, high: float, step: int) -> tuple[int, int]:
    """The multiples of `step` around the values, one step apart at least."""
    first = math.floor(low / step) * step
    last = math.ceil(high / step) * step
    if first == last:
        first -= step
    return first, last


def batang(nilai: Iterable[float], tanda: Sequence[float], plot: float) -> Sumbu:
    """For bars: from zero, or the lowest value below it, to the highest; of `tanda`, the most
    wanted first, those
    that fit on `plot` px beside each other."""
    values = list(nilai)
    first, last = min(0.0, *values), max(values)
    shown: list[float] = []
    for value in tanda:
        if all(_apart(value, other, plot / (last - first)) for other in shown):
            shown.append(value)
    return Sumbu(first, last, tuple(sorted(shown)))


def _apart(one: float, other: float, px: float) -> bool:
    """Whether the words of two values do not touch when a unit is `px` long."""
    room = (lebar(_persen(one), UKURAN) + lebar(_persen(other), UKURAN)) / 2 + APIT
    return abs(one - other) * px >= room


def _persen(value: float) -> str:
    return f"{angka(Decimal(str(round(value, 1))).normalize())}%"
