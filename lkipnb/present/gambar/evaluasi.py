"""Pictures of the evaluation of one sasaran: target, progress to the Renstra, capaian against
absorption.

Each gives its data, the chart, and in words what it shows; without data there is no picture.
"""

from __future__ import annotations

from decimal import Decimal

import pandas as pd

from lkipnb.model import RentangNilai
from lkipnb.present.bahan import Bahan, di_ujung
from lkipnb.present.format import daftar, jutaan, nama_bersatuan, nilai_ringkas, persen
from lkipnb.present.gambar import sumbu
from lkipnb.present.gambar.lembar import Lembar, lembar
from lkipnb.present.gambar.pilih import Rows, terendah
from lkipnb.present.gambar.tema import AKSEN, HANGAT, MUDA, REDUP, SEDANG, TEKS
from lkipnb.rules.satuan import RUPIAH
from lkipnb.rules.satuan import satuan as unit_of

WIDEST = "capaian 100,00%; serapan 100,00%"  # words beside a row, for the room that its name has


def target_data(bahan: Bahan, sasaran: str) -> Rows:
    """Indicators of the sasaran that have a capaian."""
    return [row for row in _own(bahan.hasil.capaian, sasaran) if row["capaian_persen"] is not None]


def target_chart(rows: Rows):
    """Each bar on a scale of its own, for the units differ; an upright line marks the target."""
    import altair as alt

    scaled = [_scaled(row) for row in rows]
    sheet = _sheet(rows, scaled)
    frame = sheet.data(scaled)
    goals = pd.DataFrame(
        [
            {"y": y, "nilai": at}
            for row, y in zip(rows, sheet.tengah, strict=True)
            for at in _goals(row)
        ]
    )
    x, y = sheet.x("nilai", 0, 1), sheet.y()
    layers = [_bars(frame, HANGAT).encode(x=x, y=y)]
    if len(goals):
        layers.append(
            alt.Chart(goals)
            .mark_tick(orient="vertical", size=22, thickness=2.5, color=TEKS)
            .encode(x=x, y=y)
        )
    return sheet.lukis(*layers, bawah=0)


def target_alt(rows: Rows) -> str:
    met = [row["kode"] for row in rows if row["tercapai"]]
    verdict = f"Yang mencapai target: {daftar(met)}." if met else "Tidak ada yang mencapai target."
    return (
        f"Diagram batang realisasi dan target {len(rows)} indikator, tiap batang dengan skalanya"
        f" sendiri. {verdict}"
    )


def _scaled(row: dict) -> dict:
    """The bar as a share of the longer of target and realisasi; a level of a ladder shows
    its rank.
    """
    value = row["realisasi"] if isinstance(row["realisasi"], Decimal) else row["capaian_persen"]
    told = f"{words(row['realisasi'], row['satuan'])}; target {words(row['target'], row['satuan'])}"
    return {
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


def progress_data(bahan: Bahan, sasaran: str) -> Rows:
    """Indicators of the sasaran whose progress to the Renstra target is known."""
    return [
        row for row in _own(bahan.hasil.kemajuan, sasaran) if row["kemajuan_persen"] is not None
    ]


def progress_chart(rows: Rows):
    """Progress in percent of the target at the end of the Renstra; the dashed line is
    that target.
    """
    import altair as alt

    told = [_progress(row) for row in rows]
    sheet = _sheet(rows, told)
    frame = sheet.data(told)
    x, y = sheet.x("nilai", 0, max(100.0, *frame.nilai)), sheet.y()
    goal = (
        alt.Chart(pd.DataFrame({"nilai": [100.0]}))
        .mark_rule(color=TEKS, strokeDash=[4, 3])
        .encode(x=x)
    )
    return sheet.lukis(_bars(frame, SEDANG).encode(x=x, y=y), goal, bawah=0)


def _progress(row: dict) -> dict:
    return {
        "nilai": max(0.0, float(row["kemajuan_persen"])),
        "teks": (
            f"{persen(row['kemajuan_persen'])}; target {words(row['target_akhir'], row['satuan'])}"
        ),
        "tercapai": bool(row["tercapai"]),
    }


def progress_alt(rows: Rows) -> str:
    low, _ = di_ujung(rows, "kemajuan_persen")
    codes = daftar([row["kode"] for row in low])
    lowest = f" Terendah {persen(low[0]['kemajuan_persen'])}, {codes}." if low else ""
    reached = sum(bool(row["tercapai"]) for row in rows)
    return (
        f"Diagram batang kemajuan {len(rows)} indikator terhadap target akhir Renstra; {reached}"
        " sudah mencapainya." + lowest
    )


def efficiency_data(bahan: Bahan, sasaran: str) -> Rows:
    """Indicators of the sasaran with both capaian and absorption."""
    return [row for row in _own(bahan.hasil.efisiensi, sasaran) if row["a"] is not None]


def efficiency_chart(rows: Rows):
    """Capaian and absorption of each indicator as two dots on one line."""
    import altair as alt

    told = [_efficiency(row) for row in rows]
    sheet = _sheet(rows, told)
    frame = sheet.data(told)
    axis = _percent_axis(rows, sheet)
    told_axis = axis.axis("Capaian dan serapan (%)", kisi=True)
    reached, spent = (
        sheet.x(name, axis.dari, axis.sampai, told_axis) for name in ("capaian", "serapan")
    )
    link = (
        alt.Chart(frame)
        .mark_rule(strokeWidth=3, color=MUDA)
        .encode(x=reached, x2="serapan:Q", y=sheet.y())
    )
    diamonds = alt.Chart(frame).mark_point(
        shape="diamond", size=80, filled=True, opacity=1, color=MUDA, stroke=REDUP, strokeWidth=1
    )
    circles = alt.Chart(frame).mark_circle(size=60, opacity=1, color=AKSEN)
    return sheet.lukis(
        link, diamonds.encode(x=spent, y=sheet.y()), circles.encode(x=reached, y=sheet.y())
    )


def _efficiency(row: dict) -> dict:
    return {
        "capaian": float(row["capaian_persen"]),
        "serapan": float(row["serapan_persen"]),
        "teks": f"capaian {persen(row['capaian_persen'])}; serapan {persen(row['serapan_persen'])}",
    }


def _percent_axis(rows: Rows, sheet: Lembar) -> sumbu.Sumbu:
    """As wide as both percentages of the rows."""
    values = [float(row[name]) for row in rows for name in ("capaian_persen", "serapan_persen")]
    return sumbu.titik(values, sheet.plot)


def efficiency_notes(rows: Rows) -> tuple[str, ...]:
    axis = _percent_axis(rows, _sheet(rows, [_efficiency(row) for row in rows]))
    return (" ".join(("Lingkaran: capaian; belah ketupat: serapan.", *axis.catatan)),)


def efficiency_alt(rows: Rows) -> str:
    above = [row["kode"] for row in rows if row["a"] >= 0]
    return (
        f"Diagram titik capaian dan serapan {len(rows)} indikator. "
        f"Capaian sama dengan atau di atas serapan: {daftar(above) if above else 'tidak ada'}."
    )


def terbanyak(rows: Rows, ukuran: str) -> Rows:
    """As many rows as fit on a page, those with the lowest `ukuran`."""
    names = lembar([_label(row) for row in rows], [WIDEST] * len(rows))
    return terendah(rows, ukuran, names.tinggi_baris)


def _sheet(rows: Rows, told: Rows) -> Lembar:
    return lembar([_label(row) for row in rows], [one["teks"] for one in told])


def _bars(frame: pd.DataFrame, belum: str):
    """Bars of the column `tercapai`'s colour: dark where it is true, `belum` where not."""
    import altair as alt

    colour = alt.condition("datum.tercapai", alt.value(AKSEN), alt.value(belum))
    return (
        alt.Chart(frame)
        .mark_bar(orient="horizontal", height=14, cornerRadiusEnd=2)
        .encode(color=colour)
    )


def words(value: object, satuan: str) -> str:
    """A value beside its bar or dot, short."""
    rupiah = unit_of(satuan).kode == RUPIAH
    return jutaan(value) if rupiah and isinstance(value, Decimal) else nilai_ringkas(value, satuan)


def _own(frame: pd.DataFrame, sasaran: str) -> Rows:
    return frame[frame.sasaran == sasaran].to_dict("records")


def _label(row: dict) -> str:
    return f"{row['kode']}  {nama_bersatuan(row['nama'], row['satuan'])}"
