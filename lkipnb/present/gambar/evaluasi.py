"""Pictures of the evaluation of one sasaran: target, trend, progress to the Renstra, capaian against absorption.

Each gives its data, the chart, and in words what it shows; without data there is no picture.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pandas as pd

from lkipnb.model import RentangNilai
from lkipnb.present.bahan import Bahan
from lkipnb.present.format import daftar, jutaan, nama_bersatuan, nilai_ringkas, persen
from lkipnb.present.gambar.tema import AKSEN, CONFIG, GARIS, HANGAT, MUDA, NAMA, REDUP, TEKS, lipat, tinggi_baris
from lkipnb.rules.satuan import RUPIAH
from lkipnb.rules.satuan import satuan as unit_of

PLOT, ROW = 340, 40
COLUMNS, PANELS, PANEL_HEIGHT, BETWEEN = 3, 478, 84, 14
MOST_PANELS = 18
WORDS = 1.75  # the column of words ends at this multiple of the longest bar

Rows = Sequence[dict]


def target_data(bahan: Bahan, sasaran: str) -> Rows:
    """Indicators of the sasaran that have a capaian."""
    return [row for row in _own(bahan.hasil.capaian, sasaran) if row["capaian_persen"] is not None]


def target_chart(rows: Rows):
    """Each bar on a scale of its own, for the units differ; an upright line marks the target."""
    import altair as alt

    frame = pd.DataFrame([_scaled(row) for row in rows])
    goals = pd.DataFrame([{"label": _label(row), "nilai": at} for row in rows for at in _goals(row)])
    x, y = _x("nilai:Q", WORDS), _y()
    bars = (
        alt.Chart(frame)
        .mark_bar(height=14, cornerRadiusEnd=2)
        .encode(x=x, y=y, color=alt.condition("datum.tercapai", alt.value(AKSEN), alt.value(HANGAT)))
    )
    words = alt.Chart(frame.assign(nilai=1.04)).mark_text(align="left", dx=4).encode(x=x, y=y, text="teks:N")
    layers = [bars, words]
    if len(goals):
        layers.append(alt.Chart(goals).mark_tick(size=24, thickness=2.5, color=TEKS).encode(x=x, y=y))
    return alt.layer(*layers).properties(**_size(frame)).configure(**CONFIG)


def target_alt(rows: Rows) -> str:
    met = [row["kode"] for row in rows if row["tercapai"]]
    verdict = f"Yang mencapai target: {daftar(met)}." if met else "Tidak ada yang mencapai target."
    return f"Diagram batang realisasi dan target {len(rows)} indikator, tiap batang dengan skalanya sendiri. {verdict}"


def _scaled(row: dict) -> dict:
    """The bar as a share of the longer of target and realisasi; a level of a ladder shows its rank."""
    value = row["realisasi"] if isinstance(row["realisasi"], Decimal) else row["capaian_persen"]
    told = f"{_words(row['realisasi'], row['satuan'])}; target {_words(row['target'], row['satuan'])}"
    return {
        "label": _label(row),
        "nilai": max(0.0, float(value / _whole(row))) if _whole(row) else 0.0,
        "teks": told,
        "tercapai": bool(row["tercapai"]),
    }


def _whole(row: dict) -> Decimal:
    if not isinstance(row["realisasi"], Decimal):
        return max(row["capaian_persen"], Decimal(100))
    return max(row["realisasi"], *_bounds(row["target"]), Decimal(0))


def _goals(row: dict) -> list[float]:
    whole = _whole(row)
    if not whole:
        return []
    if not isinstance(row["realisasi"], Decimal):
        return [float(100 / whole)]
    return [float(bound / whole) for bound in _bounds(row["target"])]


def _bounds(target: object) -> list[Decimal]:
    if isinstance(target, RentangNilai):
        return [target.dari, target.sampai]
    return [target] if isinstance(target, Decimal) else []


def trend_data(bahan: Bahan, sasaran: str) -> Rows:
    """Indicators of the sasaran that have a number in at least two years."""
    rows = _own(bahan.hasil.perbandingan, sasaran)
    return [row for row in rows if sum(isinstance(v, Decimal) for v in row["deret"].values()) > 1]


def trend_chart(rows: Rows, years: Sequence[int]):
    """One small panel per indicator, each with its own scale; a year without data interrupts the line."""
    import altair as alt

    points = [
        {
            "label": lipat(f"{row['kode']}  {row['nama']}", 32, lines=2),
            "tahun": str(year),
            "nilai": float(value) if isinstance(value := row["deret"].get(year), Decimal) else None,
            "teks": "" if value is None else _words(value, row["satuan"]),
        }
        for row in rows
        for year in years
    ]
    labels = list(dict.fromkeys(point["label"] for point in points))
    base = alt.Chart(pd.DataFrame(points)).encode(
        x=alt.X("tahun:O", axis=alt.Axis(title=None, labelAngle=0, ticks=False), scale=alt.Scale(padding=0.4)),
        y=alt.Y("nilai:Q", axis=None, scale=alt.Scale(zero=False, padding=14)),
    )
    line = base.mark_line(color=AKSEN, strokeWidth=2)
    dots = base.mark_circle(color=AKSEN, size=34, opacity=1)
    words = base.mark_text(dy=-9, fontSize=9.5).encode(text="teks:N")
    across = min(COLUMNS, len(rows))
    width = (PANELS - BETWEEN * (across - 1)) / across
    panel = alt.layer(line, dots, words).properties(width=width, height=PANEL_HEIGHT)
    header = alt.Header(
        title=None, labelExpr="split(datum.label, '\\n')", labelAnchor="start", labelFontSize=10, labelColor=TEKS
    )
    return (
        panel.facet(facet=alt.Facet("label:N", sort=labels, header=header), columns=across, spacing=BETWEEN)
        .resolve_scale(y="independent")
        .configure(**CONFIG)
    )


def trend_alt(rows: Rows) -> str:
    told = [
        f"{row['kode']} {'naik' if row['perubahan'] > 0 else 'turun'}"
        for row in rows
        if row["perubahan"] is not None and row["perubahan"] != 0
    ]
    change = f" Dibandingkan tahun lalu: {daftar(told)}." if told else ""
    return f"Diagram garis realisasi {len(rows)} indikator dari tahun ke tahun.{change}"


def progress_data(bahan: Bahan, sasaran: str) -> Rows:
    """Indicators of the sasaran whose progress to the Renstra target is known."""
    return [row for row in _own(bahan.hasil.kemajuan, sasaran) if row["kemajuan_persen"] is not None]


def progress_chart(rows: Rows):
    """Progress in percent of the target at the end of the Renstra; the dashed line is that target."""
    import altair as alt

    frame = pd.DataFrame(
        [
            {
                "label": _label(row),
                "nilai": max(0.0, float(row["kemajuan_persen"])),
                "teks": f"{persen(row['kemajuan_persen'])}; target {_words(row['target_akhir'], row['satuan'])}",
                "tercapai": row["kemajuan_persen"] >= 100,
            }
            for row in rows
        ]
    )
    top = max(100.0, *frame.nilai)
    x, y = _x("nilai:Q", top * WORDS), _y()
    bars = (
        alt.Chart(frame)
        .mark_bar(height=14, cornerRadiusEnd=2)
        .encode(x=x, y=y, color=alt.condition("datum.tercapai", alt.value(AKSEN), alt.value("#4f949c")))
    )
    words = alt.Chart(frame.assign(nilai=top * 1.04)).mark_text(align="left", dx=4).encode(x=x, y=y, text="teks:N")
    goal = alt.Chart(pd.DataFrame({"nilai": [100.0]})).mark_rule(color=TEKS, strokeDash=[4, 3]).encode(x=x)
    return alt.layer(goal, bars, words).properties(**_size(frame)).configure(**CONFIG)


def progress_alt(rows: Rows) -> str:
    low = min(rows, key=lambda row: row["kemajuan_persen"])
    reached = sum(row["kemajuan_persen"] >= 100 for row in rows)
    return (
        f"Diagram batang kemajuan {len(rows)} indikator terhadap target akhir Renstra; {reached} sudah mencapainya. "
        f"Terendah {persen(low['kemajuan_persen'])}, {low['kode']}."
    )


def efficiency_data(bahan: Bahan, sasaran: str) -> Rows:
    """Indicators of the sasaran with both capaian and absorption."""
    return [row for row in _own(bahan.hasil.efisiensi, sasaran) if row["a"] is not None]


def efficiency_chart(rows: Rows):
    """Capaian and absorption of each indicator as two dots on one line."""
    import altair as alt

    frame = pd.DataFrame(
        [
            {
                "label": _label(row),
                "capaian": float(row["capaian_persen"]),
                "serapan": float(row["serapan_persen"]),
                "teks": f"capaian {persen(row['capaian_persen'])}; serapan {persen(row['serapan_persen'])}",
            }
            for row in rows
        ]
    )
    top = max(100.0, *frame.capaian, *frame.serapan)
    low = min(0.0, *frame.capaian)
    scale = alt.Scale(domain=[low, top * 1.85], nice=False)
    axis = alt.Axis(title="Persen", values=[0, 50, 100], labelOverlap=False, grid=False, domain=False)
    y = _y()
    link = alt.Chart(frame).mark_rule(strokeWidth=3, color=GARIS)
    link = link.encode(x=alt.X("capaian:Q", scale=scale, axis=axis), x2="serapan:Q", y=y)
    spent = alt.Chart(frame).mark_point(shape="diamond", size=70, filled=True, opacity=1, color=MUDA, stroke=REDUP)
    reached = alt.Chart(frame).mark_circle(size=80, opacity=1, color=AKSEN)
    words = alt.Chart(frame.assign(tepi=top * 1.05)).mark_text(align="left", dx=4)
    return (
        alt.layer(
            link,
            spent.encode(x=alt.X("serapan:Q", scale=scale), y=y),
            reached.encode(x=alt.X("capaian:Q", scale=scale), y=y),
            words.encode(x=alt.X("tepi:Q", scale=scale), y=y, text="teks:N"),
        )
        .properties(**_size(frame))
        .configure(**CONFIG)
    )


def efficiency_alt(rows: Rows) -> str:
    above = [row["kode"] for row in rows if row["a"] >= 0]
    return (
        f"Diagram titik capaian dan serapan {len(rows)} indikator. "
        f"Capaian sama dengan atau di atas serapan: {daftar(above) if above else 'tidak ada'}."
    )


def _size(frame: pd.DataFrame) -> dict[str, float]:
    return {"width": PLOT, "height": len(frame) * tinggi_baris(ROW, len(frame))}


def _words(value: object, satuan: str) -> str:
    """A value beside its bar or dot, short."""
    rupiah = unit_of(satuan).kode == RUPIAH
    return jutaan(value) if rupiah and isinstance(value, Decimal) else nilai_ringkas(value, satuan)


def _own(frame: pd.DataFrame, sasaran: str) -> Rows:
    return frame[frame.sasaran == sasaran].to_dict("records")


def _label(row: dict) -> str:
    return lipat(f"{row['kode']}  {nama_bersatuan(row['nama'], row['satuan'])}", 46)


def _x(field: str, top: float):
    import altair as alt

    return alt.X(field, axis=None, scale=alt.Scale(domain=[0, top], nice=False))


def _y():
    import altair as alt

    return alt.Y("label:N", sort=None, axis=alt.Axis(**NAMA))
