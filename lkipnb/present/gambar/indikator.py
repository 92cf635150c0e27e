"""Pictures with a row for each indicator of a sasaran: which rows, their labels, their words."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Protocol, TypeVar

import pandas as pd

from lkipnb.present.format import jutaan, nama_bersatuan, nilai_ringkas
from lkipnb.present.gambar.lembar import Lembar, lembar
from lkipnb.present.gambar.pilih import catatan, terendah
from lkipnb.present.gambar.tema import AKSEN
from lkipnb.present.tabel.kolom import Row
from lkipnb.rules.satuan import RUPIAH
from lkipnb.rules.satuan import satuan as unit_of

if TYPE_CHECKING:
    import altair as alt


class Terukur(Protocol):
    """An indicator: its code, its name, its unit."""

    @property
    def kode(self) -> str: ...
    @property
    def nama(self) -> str: ...
    @property
    def satuan(self) -> str: ...


Bernama = TypeVar("Bernama", bound=Terukur)
WIDEST = "capaian 100,00%; serapan 100,00%"  # words beside a row, for the room that its name has


def terbanyak(rows: Sequence[Bernama], ukuran: str) -> list[Bernama]:
    """As many rows as fit on a page, those with the lowest `ukuran`."""
    names = lembar([label(row) for row in rows], [WIDEST] * len(rows))
    return terendah(rows, ukuran, names.tinggi_baris)


def kurang(semua: Sequence[object], digambar: Sequence[object]) -> tuple[str, ...]:
    """A note where fewer indicators are drawn than there are."""
    return catatan(len(semua), len(digambar), "indikator", "capaiannya")


def baris(rows: Sequence[Terukur], told: Sequence[Row]) -> Lembar:
    """The sheet of the rows; `told` holds as `teks` the words beside each."""
    words = [str(one["teks"]) for one in told]
    return lembar([label(row) for row in rows], words)


def batang(frame: pd.DataFrame, belum: str) -> alt.Chart:
    """Bars in the colour of the column `tercapai`: dark where it is true, `belum` where not."""
    import altair as alt

    colour = alt.condition("datum.tercapai", alt.value(AKSEN), alt.value(belum))
    bars = alt.Chart(frame).mark_bar(orient="horizontal", height=10)
    coloured: alt.Chart = bars.encode(color=colour)
    return coloured


def bernilai(value: object, satuan: str) -> str:
    """A value beside its bar or dot, short."""
    if unit_of(satuan).kode == RUPIAH and isinstance(value, Decimal):
        return jutaan(value)
    return nilai_ringkas(value, satuan)


def label(row: Terukur) -> str:
    return f"{row.kode}  {nama_bersatuan(row.nama, row.satuan)}"
