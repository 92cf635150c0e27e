"""Capaian of the indicators of a sasaran against absorption."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lkipnb.model import EfisiensiIndikator
from lkipnb.present.bahan import PALING_SEDIKIT, Bahan, rows_of, sumber
from lkipnb.present.format import daftar, persen
from lkipnb.present.gambar.indikator import baris, kurang, terbanyak
from lkipnb.present.gambar.lembar import Lembar
from lkipnb.present.gambar.lukisan import Lukisan
from lkipnb.present.gambar.pilih import given
from lkipnb.present.gambar.sumbu import Sumbu, titik
from lkipnb.present.gambar.tema import AKSEN, MUDA, REDUP

if TYPE_CHECKING:
    import altair as alt

Row = dict[str, object]
Rows = Sequence[EfisiensiIndikator]
UKURAN = ("capaian_persen", "serapan_persen")


def sajian(bahan: Bahan, sasaran: str) -> Lukisan | None:
    """Indicators with both; None where they are too few."""
    known = [row for row in rows_of(bahan.results.efisiensi, sasaran) if row.a is not None]
    if len(known) < PALING_SEDIKIT:
        return None
    shown = terbanyak(known, "capaian_persen")
    told = [_told(row) for row in shown]
    sheet = baris(shown, told)
    axis = _axis(shown, sheet)
    reading = " ".join(("Lingkaran: capaian; belah ketupat: serapan.", *axis.catatan))
    return Lukisan(
        "Capaian dan serapan",
        _chart(told, sheet, axis),
        _alt(shown),
        sumber(bahan, "kinerja"),
        (reading, *kurang(known, shown)),
    )


def _told(row: EfisiensiIndikator) -> Row:
    reached, spent = (getattr(row, name) for name in UKURAN)
    return {
        "capaian": float(reached),
        "serapan": float(spent),
        "teks": f"capaian {persen(reached)}; serapan {persen(spent)}",
    }


def _axis(rows: Rows, sheet: Lembar) -> Sumbu:
    """As wide as both percentages of the rows."""
    return titik([float(getattr(row, name)) for row in rows for name in UKURAN], sheet.plot)


def _chart(told: Sequence[Row], sheet: Lembar, axis: Sumbu) -> alt.LayerChart:
    """Capaian and absorption of each indicator as two dots on one line."""
    import altair as alt

    base = alt.Chart(sheet.data(told)).encode(y=sheet.y())
    told_axis = axis.axis("Capaian dan serapan (%)", kisi=True)
    reached, spent = (
        sheet.x(name, axis.dari, axis.sampai, told_axis) for name in ("capaian", "serapan")
    )
    link = base.mark_rule(strokeWidth=3, color=MUDA)
    diamonds = base.mark_point(
        shape="diamond", size=80, filled=True, opacity=1, color=MUDA, stroke=REDUP, strokeWidth=1
    )
    circles = base.mark_circle(size=60, opacity=1, color=AKSEN)
    return sheet.lukis(
        link.encode(x=reached, x2="serapan:Q"), diamonds.encode(x=spent), circles.encode(x=reached)
    )


def _alt(rows: Rows) -> str:
    above = [row.kode for row in rows if given(row.a) >= 0]
    told = daftar(above) if above else "tidak ada"
    return (
        f"Diagram titik capaian dan serapan {len(rows)} indikator."
        f" Capaian sama dengan atau di atas serapan: {told}."
    )
