"""Absorption of each line of the budget, lowest first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lkipnb.model import BarisAnggaran
from lkipnb.present.bahan import (
    PALING_SEDIKIT,
    Bahan,
    cakupan,
    has_rows,
    sumber,
)
from lkipnb.present.format import daftar, huruf_kecil, persen
from lkipnb.present.gambar.lembar import Lembar, lembar
from lkipnb.present.gambar.lukisan import Lukisan
from lkipnb.present.gambar.pilih import berlainan, catatan, given, terendah
from lkipnb.present.gambar.sumbu import Sumbu, garis, titik
from lkipnb.present.gambar.tema import AKSEN, HANGAT

if TYPE_CHECKING:
    from decimal import Decimal

    import altair as alt

Rows = Sequence[BarisAnggaran]
TERBANYAK = 15  # lines; of more only those below the whole are drawn


def sajian(bahan: Bahan) -> Lukisan | None:
    """The lines that are told one by one; None where the absorption of too few is known."""
    known = _known(bahan)
    if not has_rows(bahan, "anggaran") or len(known) < PALING_SEDIKIT:
        return None
    whole = bahan.results.anggaran.jumlah.serapan_persen
    shown = _shown(known, whole)
    sheet = _sheet(shown)
    axis = _axis(shown, whole, sheet)
    reading = " ".join((f"Garis putus-putus: serapan {cakupan(bahan)}.", *axis.catatan))
    return Lukisan(
        f"Serapan dari yang terendah, {bahan.data.tahun}",
        _chart(shown, whole, sheet, axis),
        _alt(bahan, known, shown),
        sumber(bahan, "anggaran"),
        (reading, *catatan(len(known), len(shown), "baris", "serapannya")),
    )


def _known(bahan: Bahan) -> Rows:
    """The lines without lines below them whose absorption is known, lowest first."""
    lines = bahan.results.anggaran.dirinci
    known = [row for row in lines if row.serapan_persen is not None]
    return sorted(known, key=_absorbed)


def _absorbed(row: BarisAnggaran) -> Decimal:
    return given(row.serapan_persen)


def _shown(known: Rows, whole: Decimal | None) -> Rows:
    """As many as fit on a page; of many lines those below the whole, for the rest lies close
    together.
    """
    below = [row for row in known if _is_low(row, whole)]
    many = len(known) > TERBANYAK and len(below) >= PALING_SEDIKIT
    chosen = below if many else known
    return terendah(chosen, "serapan_persen", _sheet(chosen).tinggi_baris)


def _sheet(shown: Rows) -> Lembar:
    return lembar(berlainan(shown), [persen(row.serapan_persen) for row in shown])


def _axis(shown: Rows, whole: Decimal | None, sheet: Lembar) -> Sumbu:
    """As wide as the points and the line of the whole."""
    values = [float(_absorbed(row)) for row in shown]
    if whole is not None:
        values.append(float(whole))
    return titik(values, sheet.plot)


def _chart(shown: Rows, whole: Decimal | None, sheet: Lembar, axis: Sumbu) -> alt.LayerChart:
    """A point for each line, at the end of a stem from the dashed line, which is the whole."""
    import altair as alt

    middle = None if whole is None else float(whole)
    told = [{"nilai": float(_absorbed(row)), "rendah": _is_low(row, whole)} for row in shown]
    frame = sheet.data({**row, "semua": middle} for row in told)
    title = axis.axis("Serapan (% pagu)", kisi=middle is None)
    x = sheet.x("nilai", axis.dari, axis.sampai, title)
    colour = alt.condition("datum.rendah", alt.value(HANGAT), alt.value(AKSEN))
    base = alt.Chart(frame).encode(x=x, y=sheet.y(), color=colour)
    points = base.mark_circle(size=70, opacity=1)
    if middle is None:
        return sheet.lukis(points)
    stems = base.mark_rule(strokeWidth=2, opacity=0.6).encode(x2="semua:Q")
    return sheet.lukis(stems, garis(middle).encode(x=x), points)


def _is_low(row: BarisAnggaran, whole: Decimal | None) -> bool:
    return whole is not None and _absorbed(row) < whole


def _alt(bahan: Bahan, known: Rows, shown: Rows) -> str:
    budget = bahan.results.anggaran
    drawn = f"{len(known)}" if len(shown) == len(known) else f"{len(shown)} dari {len(known)}"
    told = f"Diagram titik bertangkai serapan {drawn} {known[0].jenjang}, dari yang terendah."
    return " ".join(
        (
            told,
            *_lowest(budget.serapan_ujung.terendah),
            *_below(known, budget.jumlah.serapan_persen),
        )
    )


def _lowest(low: Rows) -> list[str]:
    if not low:
        return []
    names = daftar([huruf_kecil(row.uraian) for row in low])
    return [f"Terendah {persen(low[0].serapan_persen)} pada {names}."]


def _below(known: Rows, whole: Decimal | None) -> list[str]:
    """How many stand below the whole; nothing while the whole is not known."""
    if whole is None:
        return []
    below = sum(_is_low(row, whole) for row in known)
    return [f"{below or 'Tidak ada'} di bawah serapan keseluruhan {persen(whole)}."]
