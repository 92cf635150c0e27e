"""Charts that a selection links: bars of the budget by programme, and capaian by indicator."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from lkipnb.model import BarisAnggaran, CapaianIndikator
from lkipnb.present.format import persen, rupiah
from lkipnb.present.gambar.tema import AKSEN, HANGAT, MUDA

if TYPE_CHECKING:
    import altair as alt

PILIH = "pilih"  # the selection of a chart, and `kode` what it names
LEBAR = 640
PADAM = 0.35
SEJUTA = 1_000_000
# What Vega is asked for: Indonesian numbers, and pictures to save without the source.
SEMATAN: dict[str, Any] = {
    "actions": {"export": True, "source": False, "compiled": False, "editor": False},
    "i18n": {"SVG_ACTION": "Simpan sebagai SVG", "PNG_ACTION": "Simpan sebagai PNG"},
    "formatLocale": {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["Rp", ""]},
}


def batang_anggaran(lines: Sequence[BarisAnggaran]) -> alt.LayerChart:
    """Pagu behind, realisasi before it, in millions of rupiah; a click selects a line."""
    import altair as alt

    rows = [_amounts(line) for line in lines]
    chosen = alt.selection_point(name=PILIH, fields=["kode"])
    order = [row["uraian"] for row in rows]
    base = alt.Chart(_data(rows), width=LEBAR).encode(
        y=alt.Y("uraian:N", sort=order, title=None, axis=alt.Axis(labelLimit=260)),
        opacity=alt.condition(chosen, alt.value(1), alt.value(PADAM)),
        tooltip=_tooltip("uraian:Uraian", "pagu:Pagu", "realisasi:Realisasi", "serapan:Serapan"),
    )
    promised = base.mark_bar(color=MUDA, height=18).encode(
        x=alt.X("pagu_juta:Q", title="juta rupiah")
    )
    spent = base.mark_bar(color=AKSEN, height=8).encode(x="realisasi_juta:Q")
    layered: alt.LayerChart = (promised.add_params(chosen) + spent).properties(
        title="Pagu (muda) dan realisasi (tua)"
    )
    return layered


def batang_capaian(rows: Sequence[CapaianIndikator]) -> alt.LayerChart:
    """Capaian of each indicator beside the line of 100%; a click selects one."""
    import altair as alt

    told = [_reached(row) for row in rows]
    chosen = alt.selection_point(name=PILIH, fields=["kode"])
    bars = (
        alt.Chart(_data(told), width=LEBAR)
        .mark_bar(color=AKSEN)
        .encode(
            x=alt.X("capaian:Q", title="capaian, persen"),
            y=alt.Y("kode:N", sort=[row["kode"] for row in told], title=None),
            opacity=alt.condition(chosen, alt.value(1), alt.value(PADAM)),
            tooltip=_tooltip("kode:Kode", "nama:Indikator", "teks:Capaian", "predikat:Predikat"),
        )
        .add_params(chosen)
    )
    line = alt.Chart(_data([{"x": 100}])).mark_rule(color=HANGAT).encode(x="x:Q")
    layered: alt.LayerChart = (bars + line).properties(
        title="Capaian tiap indikator; garis: target"
    )
    return layered


def _data(rows: list[dict[str, Any]]) -> alt.Data:
    import altair as alt

    return alt.Data(values=rows)  # type: ignore[no-untyped-call]


def _tooltip(*fields: str) -> list[alt.Tooltip]:
    import altair as alt

    pairs = [field.split(":") for field in fields]
    return [alt.Tooltip(f"{name}:N", title=title) for name, title in pairs]


def _amounts(line: BarisAnggaran) -> dict[str, Any]:
    """A line for the picture: floats for the length of bars, exact texts for what is read."""
    return {
        "kode": line.kode_rekening,
        "uraian": line.uraian,
        "pagu_juta": float(line.pagu_rp or 0) / SEJUTA,
        "realisasi_juta": float(line.realisasi_rp or 0) / SEJUTA,
        "pagu": str(rupiah(line.pagu_rp)),
        "realisasi": str(rupiah(line.realisasi_rp)),
        "serapan": str(persen(line.serapan_persen)),
    }


def _reached(row: CapaianIndikator) -> dict[str, Any]:
    return {
        "kode": row.kode,
        "nama": row.nama,
        "capaian": None if row.capaian_persen is None else float(row.capaian_persen),
        "teks": str(persen(row.capaian_persen)),
        "predikat": row.predikat or row.keterangan,
    }
