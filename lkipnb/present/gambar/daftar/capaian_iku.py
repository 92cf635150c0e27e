"""Capaian per indicator against the predicate scale: the picture of the report."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import pandas as pd

from lkipnb.model import CapaianIndikator
from lkipnb.present.bahan import PALING_SEDIKIT, Bahan, sumber
from lkipnb.present.format import angka, daftar, huruf_kecil, persen
from lkipnb.present.gambar.lembar import Lembar, lembar
from lkipnb.present.gambar.lukisan import Lukisan
from lkipnb.present.gambar.pilih import catatan, terendah
from lkipnb.present.gambar.sumbu import Sumbu, batang, garis
from lkipnb.present.gambar.tema import AKSEN, BIDANG, HANGAT, MUDA
from lkipnb.present.tabel.indikator import per_sasaran

if TYPE_CHECKING:
    import altair as alt

Rows = Sequence[CapaianIndikator]
ROOM = 1.04  # the bands end at this multiple of the longest bar
TERPANJANG = 300  # percent; a longer bar is drawn to here, or the others would be too short to read


def sajian(bahan: Bahan) -> Lukisan | None:
    """None where too few indicators have a capaian."""
    indicators = per_sasaran(bahan)
    measured = [row for row in indicators if row.capaian_persen is not None]
    if len(measured) < PALING_SEDIKIT:
        return None
    shown = terendah(indicators, "capaian_persen", _sheet(indicators).tinggi_baris)
    return Lukisan(
        f"Capaian indikator terhadap skala predikat, {bahan.data.tahun}",
        _chart(shown, _bounds(bahan)),
        _alt(bahan, indicators, measured),
        sumber(bahan, "kinerja"),
        _notes(bahan, indicators, shown),
    )


def data(shown: Rows) -> list[dict[str, object]]:
    """One row per indicator: its bar (zero where there is no capaian), and the words beside it."""
    return [
        {
            "kode": row.kode,
            "label": _label(row),
            "nilai": min(float(row.capaian_persen or 0), TERPANJANG),
            "teks": _words(row),
            "tercapai": bool(row.tercapai),
        }
        for row in shown
    ]


def _bounds(bahan: Bahan) -> list[float]:
    """The lower bounds of the scale, from high to low, each once."""
    known = [float(s.dari) for s in bahan.skala.selang if s.dari is not None]
    return list(dict.fromkeys(known))


def _sheet(shown: Rows) -> Lembar:
    return lembar([_label(row) for row in shown], [_words(row) for row in shown], tebal=True)


def _label(row: CapaianIndikator) -> str:
    return f"{row.kode}  {row.nama}"


def _words(row: CapaianIndikator) -> str:
    value = row.capaian_persen
    if value is None:
        return row.keterangan
    return f"{persen(value)}  {row.predikat}"


def _chart(shown: Rows, bounds: list[float]) -> alt.LayerChart:
    """Bars on the bands of the scale; a line at 100, the target."""
    import altair as alt

    sheet = _sheet(shown)
    frame = sheet.data(data(shown))
    axis = _axis(list(frame.nilai), min(bounds), sheet)
    x = sheet.x("nilai", axis.dari, axis.sampai, axis.axis("Capaian (% target)", kisi=False))
    colour = alt.condition("datum.tercapai", alt.value(AKSEN), alt.value(HANGAT))
    bars = alt.Chart(frame).mark_bar(orient="horizontal", height=10)
    bands = alt.Chart(pd.DataFrame(_bands(axis, bounds))).mark_rect()
    return sheet.lukis(
        bands.encode(x=x, x2="sampai:Q", color=alt.Color("warna:N", scale=None)),
        garis(100.0).encode(x=x),
        bars.encode(x=x, y=sheet.y(), color=colour),
    )


def _axis(values: list[float], lowest: float, sheet: Lembar) -> Sumbu:
    """From zero, or the lowest bar below it, to the end of the bands; told are the target, zero,
    the ends and the lowest bound of the scale.
    """
    top = max(100.0, *values)
    told = [100.0, 0.0]
    if top > 100:
        told.append(round(top))
    if min(values) < 0:
        told.append(round(min(values)))
    return batang([*values, top * ROOM], [*told, lowest], sheet.plot)


def _bands(axis: Sumbu, bounds: list[float]) -> list[dict[str, object]]:
    """The classes of the scale that the axis reaches, from the highest."""
    edges = [axis.sampai, *(bound for bound in bounds if bound < axis.sampai), axis.dari]
    shades = _shades(len(edges) - 1, len(bounds))
    return [
        {"nilai": low, "sampai": high, "warna": shade}
        for (high, low), shade in zip(pairwise(edges), shades, strict=True)
    ]


def _shades(bands: int, bounds: int) -> list[str]:
    """The shades go with the classes from the lowest up, whichever of the upper ones the axis
    reaches.
    """
    if bounds >= len(BIDANG):
        return [MUDA] * bands
    return list(BIDANG[:bands][::-1])


def _alt(bahan: Bahan, indicators: Rows, measured: Rows) -> str:
    """How many reached the target, the highest and the lowest, and which have no bar."""
    reached = [row.kode for row in measured if row.tercapai]
    verdict = f"Yang mencapai target: {daftar(reached)}."
    sentences = [
        f"Diagram batang capaian {len(measured)} indikator terhadap skala predikat.",
        verdict if reached else "Tidak ada yang mencapai target.",
        *_extremes(bahan, measured),
        *_without_capaian(indicators),
    ]
    return " ".join(sentences)


def _extremes(bahan: Bahan, measured: Rows) -> list[str]:
    ends = bahan.results.capaian_ujung
    if not ends.terendah:
        return []
    high, low = (_those_of(measured, codes) for codes in (ends.tertinggi, ends.terendah))
    return [f"Tertinggi {_at(high)}; terendah {_at(low)}."]


def _those_of(measured: Rows, wanted: Rows) -> Rows:
    codes = {row.kode for row in wanted}
    return [row for row in measured if row.kode in codes]


def _at(rows: Rows) -> str:
    """The capaian of the rows, which is the same, and their names."""
    names = daftar([f"{row.kode} {huruf_kecil(row.nama)}" for row in rows])
    return f"{persen(rows[0].capaian_persen)}, {names}"


def _without_capaian(indicators: Rows) -> list[str]:
    """The indicators without a bar, and why they have none."""
    silent = [row for row in indicators if row.capaian_persen is None]
    told = [f"{row.kode} ({row.keterangan})" for row in silent]
    if told:
        return [f"Tanpa batang: {'; '.join(told)}."]
    return []


def _notes(bahan: Bahan, indicators: Rows, shown: Rows) -> tuple[str, ...]:
    """How to read the picture, in words: colour is never the only sign."""
    low_to_high = [angka(s.dari) for s in reversed(bahan.skala.selang) if s.dari is not None]
    bounds = daftar(list(dict.fromkeys(low_to_high)))
    notes = [
        f"Garis putus-putus: target (100%). Bidang latar berganti pada batas predikat {bounds}%."
    ]
    if any((row.capaian_persen or 0) > TERPANJANG for row in shown):
        notes.append(f"Batang yang melebihi {TERPANJANG}% dipotong di sana.")
    return (*notes, *catatan(len(indicators), len(shown), "indikator", "capaiannya"))
