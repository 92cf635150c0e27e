"""Staff composition: echelon by education, and sex."""

from __future__ import annotations

import pandas as pd

from lkipnb.calculate.silang import JUMLAH
from lkipnb.present.bahan import Bahan
from lkipnb.present.format import angka, daftar, huruf_kecil
from lkipnb.present.gambar.tema import AKSEN, CONFIG, HANGAT, MUDA

WARNA = (HANGAT, "#e0b48f", MUDA, "#4f949c", AKSEN)


def susunan(bahan: Bahan):
    """One stacked bar per echelon and one for sex, with the counts written in."""
    import altair as alt

    eselon = _parts(bahan)
    order = list(dict.fromkeys(eselon.bagian))
    colour = alt.Color("bagian:N", sort=order, scale=alt.Scale(domain=order, range=list(WARNA[-len(order) :])))
    x = alt.X("jumlah:Q", stack=True, axis=alt.Axis(title="Pegawai (orang)", tickMinStep=1))
    y = alt.Y("baris:N", sort=None, axis=alt.Axis(title=None, ticks=False, domain=False, labelPadding=8))
    bars = alt.Chart(eselon).mark_bar(height=22).encode(x=x, y=y, color=colour, order="urutan:Q")
    words = (
        alt.Chart(eselon[eselon.jumlah > 0])
        .mark_text(fontWeight=600)
        .encode(
            x=alt.X("tengah:Q"),
            y=y,
            text="teks:N",
            color=alt.condition("datum.gelap", alt.value("white"), alt.value("#1d2730")),
        )
    )
    return alt.layer(bars, words).properties(width=470, height=34 * eselon.baris.nunique()).configure(**CONFIG)


def _parts(bahan: Bahan) -> pd.DataFrame:
    table = bahan.hasil.pegawai.eselon
    columns = [name for name in table.columns if name != JUMLAH]
    dark = set(WARNA[-len(columns) :]) & {AKSEN, HANGAT, "#4f949c"}
    rows = []
    for name in (name for name in table.index if name != JUMLAH):
        start = 0
        for n, part in enumerate(columns):
            size = int(table.at[name, part])
            rows.append(
                {
                    "baris": name,
                    "bagian": part,
                    "jumlah": size,
                    "urutan": n,
                    "teks": angka(size),
                    "tengah": start + size / 2,
                    "gelap": WARNA[-len(columns) :][n] in dark,
                }
            )
            start += size
    return pd.DataFrame(rows)


def alt(bahan: Bahan) -> str:
    table = bahan.hasil.pegawai.eselon
    rows = [f"{name} {angka(table.at[name, JUMLAH])} orang" for name in table.index if name != JUMLAH]
    sexes = [f"{angka(value)} {huruf_kecil(name)}" for name, value in bahan.hasil.pegawai.kelamin.items()]
    return (
        f"Diagram batang bertumpuk {angka(bahan.hasil.pegawai.jumlah)} pegawai menurut eselon dan pendidikan: "
        f"{daftar(rows)}. Menurut jenis kelamin: {daftar(sexes)}."
    )
