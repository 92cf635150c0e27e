"""Capaian per indicator against the predicate scale: the picture of the report."""

from __future__ import annotations

import itertools
from decimal import Decimal

import pandas as pd

from lkipnb.present.bahan import Bahan
from lkipnb.present.format import daftar, huruf_kecil, persen
from lkipnb.present.gambar.pilih import TERBANYAK, catatan, terendah
from lkipnb.present.gambar.tema import AKSEN, BIDANG, CONFIG, HANGAT, MUDA, NAMA, TEKS, lipat, tinggi_baris

PLOT, TINGGI = 350, 44
ROOM, WORDS = 1.04, 1.68  # the bands end, and the column of words ends, at this multiple of the longest bar


def data(bahan: Bahan) -> pd.DataFrame:
    """One row per indicator: its label, its bar (zero where there is no capaian), and the words beside it."""
    rows = []
    for row in terendah(bahan.hasil.capaian.to_dict("records"), "capaian_persen"):
        value = row["capaian_persen"]
        beside = f"{persen(value)}  {row['predikat']}" if value is not None else row["keterangan"]
        rows.append(
            {
                "kode": row["kode"],
                "label": lipat(f"{row['kode']}  {row['nama']}", 46),
                "nilai": float(value or 0),
                "teks": beside,
                "tercapai": bool(row["tercapai"]),
            }
        )
    return pd.DataFrame(rows)


def chart(bahan: Bahan):
    """Bars on the bands of the scale; a line at 100, the target."""
    import altair as alt

    frame = data(bahan)
    top = max(100.0, *frame.nilai)
    x = alt.X("nilai:Q", scale=_scale(frame, top), axis=_axis(bahan, top))
    y = alt.Y("label:N", sort=None, axis=alt.Axis(**NAMA))
    bars = (
        alt.Chart(frame)
        .mark_bar(height=15, cornerRadiusEnd=2)
        .encode(x=x, y=y, color=alt.condition("datum.tercapai", alt.value(AKSEN), alt.value(HANGAT)))
    )
    words = (
        alt.Chart(frame.assign(nilai=top * ROOM))
        .mark_text(align="left", dx=7, fontWeight=600)
        .encode(x=x, y=y, text="teks:N")
    )
    goal = alt.Chart(pd.DataFrame({"nilai": [100.0]})).mark_rule(color=TEKS, strokeDash=[4, 3]).encode(x="nilai:Q")
    return (
        alt.layer(_bands(bahan, min(frame.nilai), top), goal, bars, words)
        .properties(width=PLOT, height=len(frame) * tinggi_baris(TINGGI, len(frame)))
        .configure(**CONFIG)
    )


def _scale(frame: pd.DataFrame, top: float):
    import altair as alt

    return alt.Scale(domain=[min(0.0, *frame.nilai), top * WORDS], nice=False)


def _axis(bahan: Bahan, top: float):
    import altair as alt

    ticks = _ticks(bahan, top)
    return alt.Axis(title="Capaian (% target)", values=ticks, grid=False, domain=False, labelExpr="datum.value + '%'")


def _bands(bahan: Bahan, lowest: float, top: float):
    import altair as alt

    bounds = [float(s.dari) for s in bahan.skala.selang if s.dari is not None]
    edges = [top * ROOM, *bounds, min(0.0, lowest)]
    shades = BIDANG[::-1] if len(edges) - 1 <= len(BIDANG) else [MUDA] * len(edges)
    bands = pd.DataFrame(
        [{"dari": low, "sampai": high, "warna": shades[n]} for n, (high, low) in enumerate(itertools.pairwise(edges))]
    )
    return alt.Chart(bands).mark_rect().encode(x="dari:Q", x2="sampai:Q", color=alt.Color("warna:N", scale=None))


def _ticks(bahan: Bahan, top: float) -> list[float]:
    """Zero, the lowest bound of the scale, the target, and the longest bar where it is well beyond."""
    lowest = min(float(s.dari) for s in bahan.skala.selang if s.dari is not None)
    return sorted({0.0, lowest, 100.0} | ({float(round(top))} if top > 115 else set()))


def alt(bahan: Bahan) -> str:
    """What the picture shows: how many reached the target, the highest and the lowest."""
    measured = [row for row in bahan.hasil.capaian.to_dict("records") if row["capaian_persen"] is not None]
    if not measured:
        return "Diagram batang capaian indikator; belum ada capaian yang dapat dihitung."
    low, high = (pick(measured, key=lambda row: row["capaian_persen"]) for pick in (min, max))
    reached = [row["kode"] for row in measured if row["tercapai"]]
    return (
        f"Diagram batang capaian {len(measured)} indikator terhadap skala predikat. "
        + (f"Yang mencapai target: {daftar(reached)}. " if reached else "Tidak ada yang mencapai target. ")
        + f"Tertinggi {persen(high['capaian_persen'])}, {high['kode']} {huruf_kecil(high['nama'])}; "
        + f"terendah {persen(low['capaian_persen'])}, {low['kode']} {huruf_kecil(low['nama'])}."
    )


def keterangan(bahan: Bahan) -> tuple[str, ...]:
    """How to read the picture, in words: colour is never the only sign."""
    bounds = daftar([f"{Decimal(s.dari).normalize():f}" for s in reversed(bahan.skala.selang) if s.dari is not None])
    whole = len(bahan.hasil.capaian)
    return (
        f"Garis putus-putus: target (100%). Bidang latar berganti pada batas predikat {bounds}%.",
        *catatan(whole, min(whole, TERBANYAK), "indikator"),
    )
