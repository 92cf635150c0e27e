"""Capaian per indicator against the predicate scale: the picture of the report."""

from __future__ import annotations

import itertools

import pandas as pd

from lkipnb.present.bahan import Bahan, di_ujung
from lkipnb.present.format import angka, daftar, huruf_kecil, persen
from lkipnb.present.gambar import sumbu
from lkipnb.present.gambar.lembar import Lembar, lembar
from lkipnb.present.gambar.pilih import Rows, catatan, terendah
from lkipnb.present.gambar.tema import AKSEN, BIDANG, HANGAT, MUDA, TEKS

ROOM = 1.04  # the bands end at this multiple of the longest bar
TERPANJANG = 300  # percent; a longer bar is drawn to here, or the others would be too short to read


def data(bahan: Bahan) -> pd.DataFrame:
    """One row per indicator: its label, its bar (zero where there is no capaian), and the words
    beside it.
    """
    return pd.DataFrame(
        [
            {
                "kode": row["kode"],
                "label": _label(row),
                "nilai": min(float(row["capaian_persen"] or 0), TERPANJANG),
                "teks": _words(row),
                "tercapai": bool(row["tercapai"]),
            }
            for row in _shown(bahan)
        ]
    )


def _shown(bahan: Bahan) -> Rows:
    rows = bahan.hasil.capaian.to_dict("records")
    return terendah(rows, "capaian_persen", _sheet(rows).tinggi_baris)


def _sheet(rows: Rows) -> Lembar:
    return lembar([_label(row) for row in rows], [_words(row) for row in rows], tebal=True)


def _label(row: dict) -> str:
    return f"{row['kode']}  {row['nama']}"


def _words(row: dict) -> str:
    value = row["capaian_persen"]
    return row["keterangan"] if value is None else f"{persen(value)}  {row['predikat']}"


def chart(bahan: Bahan):
    """Bars on the bands of the scale; a line at 100, the target."""
    import altair as alt

    frame = data(bahan)
    sheet = _sheet(_shown(bahan))
    frame = sheet.data(frame.to_dict("records"))
    top = max(100.0, *frame.nilai)
    axis = _axis(bahan, sheet, list(frame.nilai), top)
    x = _x(sheet, axis)
    colour = alt.condition("datum.tercapai", alt.value(AKSEN), alt.value(HANGAT))
    bars = (
        alt.Chart(frame)
        .mark_bar(orient="horizontal", height=15, cornerRadiusEnd=2)
        .encode(x=x, y=sheet.y(), color=colour)
    )
    goal = (
        alt.Chart(pd.DataFrame({"nilai": [100.0]}))
        .mark_rule(color=TEKS, strokeDash=[4, 3])
        .encode(x=x)
    )
    return sheet.lukis(_bands(bahan, sheet, axis), goal, bars)


def _x(sheet: Lembar, axis: sumbu.Sumbu):
    return sheet.x("nilai", axis.dari, axis.sampai, axis.axis("Capaian (% target)", kisi=False))


def _axis(bahan: Bahan, sheet: Lembar, values: list[float], top: float) -> sumbu.Sumbu:
    """From zero, or the lowest bar below it, to the end of the bands; told are the target, zero,
    the ends and the
    lowest bound of the scale."""
    lowest = min(float(s.dari) for s in bahan.skala.selang if s.dari is not None)
    ends = [round(top)] if top > 100 else []
    below = [round(min(values))] if min(values) < 0 else []
    return sumbu.batang([*values, top * ROOM], [100.0, 0.0, *ends, *below, lowest], sheet.plot)


def _bands(bahan: Bahan, sheet: Lembar, axis: sumbu.Sumbu):
    import altair as alt

    bounds = list(dict.fromkeys(float(s.dari) for s in bahan.skala.selang if s.dari is not None))
    edges = [axis.sampai, *(bound for bound in bounds if bound < axis.sampai), axis.dari]
    # The shades go with the classes from the lowest up, whichever of the upper ones the axis
    # reaches.
    shades = BIDANG[: len(edges) - 1][::-1] if len(bounds) < len(BIDANG) else [MUDA] * len(edges)
    bands = pd.DataFrame(
        [
            {"nilai": low, "sampai": high, "warna": shades[n]}
            for n, (high, low) in enumerate(itertools.pairwise(edges))
        ]
    )
    return (
        alt.Chart(bands)
        .mark_rect()
        .encode(x=_x(sheet, axis), x2="sampai:Q", color=alt.Color("warna:N", scale=None))
    )


def alt(bahan: Bahan) -> str:
    """What the picture shows: how many reached the target, the highest and the lowest."""
    measured = [
        row for row in bahan.hasil.capaian.to_dict("records") if row["capaian_persen"] is not None
    ]
    if not measured:
        return "Diagram batang capaian indikator; belum ada capaian yang dapat dihitung."
    reached = [row["kode"] for row in measured if row["tercapai"]]
    sentences = [
        f"Diagram batang capaian {len(measured)} indikator terhadap skala predikat.",
        f"Yang mencapai target: {daftar(reached)}."
        if reached
        else "Tidak ada yang mencapai target.",
        *_extremes(measured),
        *_without_capaian(bahan),
    ]
    return " ".join(sentences)


def _extremes(measured: list[dict]) -> list[str]:
    low, high = di_ujung(measured, "capaian_persen")
    return [f"Tertinggi {_at(high)}; terendah {_at(low)}."] if low else []


def _at(rows: list[dict]) -> str:
    names = daftar([f"{row['kode']} {huruf_kecil(row['nama'])}" for row in rows])
    return f"{persen(rows[0]['capaian_persen'])}, {names}"


def _without_capaian(bahan: Bahan) -> list[str]:
    """The indicators without a bar, and why they have none."""
    silent = [
        row for row in bahan.hasil.capaian.to_dict("records") if row["capaian_persen"] is None
    ]
    told = [f"{row['kode']} ({row['keterangan']})" for row in silent]
    return [f"Tanpa batang: {'; '.join(told)}."] if told else []


def keterangan(bahan: Bahan) -> tuple[str, ...]:
    """How to read the picture, in words: colour is never the only sign."""
    bounds = daftar(
        list(
            dict.fromkeys(angka(s.dari) for s in reversed(bahan.skala.selang) if s.dari is not None)
        )
    )
    cut = any((row["capaian_persen"] or 0) > TERPANJANG for row in _shown(bahan))
    return (
        f"Garis putus-putus: target (100%). Bidang latar berganti pada batas predikat {bounds}%.",
        *((f"Batang yang melebihi {TERPANJANG}% dipotong di sana.",) if cut else ()),
        *catatan(len(bahan.hasil.capaian), len(_shown(bahan)), "indikator"),
    )
