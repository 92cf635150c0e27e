"""Realisasi of the indicators of a sasaran beside the target."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

import pandas as pd

from lkipnb.calculate.persen import SERATUS
from lkipnb.model import CapaianIndikator, RentangNilai
from lkipnb.present.bahan import PALING_SEDIKIT, Bahan, rows_of, sumber
from lkipnb.present.format import daftar
from lkipnb.present.gambar.indikator import baris, batang, bernilai, kurang, terbanyak
from lkipnb.present.gambar.lukisan import Lukisan
from lkipnb.present.gambar.pilih import given
from lkipnb.present.gambar.tema import HANGAT, TEKS

if TYPE_CHECKING:
    import altair as alt

Rows = Sequence[CapaianIndikator]
BATAS_ATAS = "≤\N{NO-BREAK SPACE}"
TERPENDEK = 0.012  # of a whole bar: a realisasi of zero is seen too
TANDA = ((6, "white"), (2.5, TEKS))  # px and colour of a target, on white also where a bar is dark


def sajian(bahan: Bahan, sasaran: str) -> Lukisan | None:
    """Indicators that have a capaian; None where too few are measured."""
    own = rows_of(bahan.results.capaian, sasaran)
    measured = [row for row in own if row.capaian_persen is not None]
    if len(measured) < PALING_SEDIKIT:
        return None
    shown = terbanyak(measured, "capaian_persen")
    return Lukisan(
        f"Realisasi dan target {bahan.data.tahun}",
        _chart(shown),
        _alt(shown),
        sumber(bahan, "kinerja"),
        (_reading(shown), *kurang(measured, shown)),
    )


def _chart(rows: Rows) -> alt.LayerChart:
    """Each bar on a scale of its own, for the units differ; an upright line marks the target."""
    import altair as alt

    scaled = [_scaled(row) for row in rows]
    sheet = baris(rows, scaled)
    x, y = sheet.x("nilai", 0, 1), sheet.y()
    layers = [batang(sheet.data(scaled), HANGAT).encode(x=x, y=y)]
    goals = _goals(rows, sheet.tengah)
    if goals:
        marks = alt.Chart(pd.DataFrame(goals)).encode(x=x, y=y)
        layers += [
            marks.mark_tick(orient="vertical", size=22, thickness=thick, color=colour)
            for thick, colour in TANDA
        ]
    return sheet.lukis(*layers, bawah=0)


def _scaled(row: CapaianIndikator) -> dict[str, object]:
    """The bar as a share of the longer of target and realisasi; a level of a ladder shows
    its rank.
    """
    reached = bernilai(row.realisasi, row.satuan)
    wanted = bernilai(row.target, row.satuan)
    return {
        "nilai": max(TERPENDEK, _share(row)),
        "teks": f"{reached}; target {_bound(row)}{wanted}",
        "tercapai": bool(row.tercapai),
    }


def _share(row: CapaianIndikator) -> float:
    """The bar as a share of the whole; nothing of a whole of zero."""
    whole = _whole(row)
    if not whole:
        return 0.0
    if isinstance(row.realisasi, Decimal):
        return float(row.realisasi / whole)
    return float(given(row.capaian_persen) / whole)


def _bound(row: CapaianIndikator) -> str:
    """A sign before the target of an indicator that should be low, as far as it is a number."""
    low = row.polaritas == "turun" and isinstance(row.target, Decimal)
    if low:
        return BATAS_ATAS
    return ""


def _reading(rows: Rows) -> str:
    told = ["Garis tegak: target. Tiap indikator digambar dengan skalanya sendiri."]
    if any(map(_bound, rows)):
        told.append(f"{BATAS_ATAS.strip()}: makin rendah makin baik.")
    if not all(row.tercapai for row in rows):
        told.append("Batang jingga: target belum tercapai.")
    return " ".join(told)


def _whole(row: CapaianIndikator) -> Decimal:
    if not isinstance(row.realisasi, Decimal):
        return max(given(row.capaian_persen), SERATUS)
    return max(row.realisasi, *_bounds(row.target), Decimal(0))


def _goals(rows: Rows, middle: tuple[float, ...]) -> list[dict[str, float]]:
    """Where the target of each row stands; of a range both its bounds."""
    goals = []
    for row, y in zip(rows, middle, strict=True):
        goals += [{"y": y, "nilai": at} for at in _targets(row)]
    return goals


def _targets(row: CapaianIndikator) -> list[float]:
    whole = _whole(row)
    if not whole:
        return []
    if not isinstance(row.realisasi, Decimal):
        return [float(SERATUS / whole)]
    return [float(bound / whole) for bound in _bounds(row.target)]


def _bounds(target: object) -> list[Decimal]:
    if isinstance(target, RentangNilai):
        return [target.dari, target.sampai]
    if isinstance(target, Decimal):
        return [target]
    return []


def _alt(rows: Rows) -> str:
    met = [row.kode for row in rows if row.tercapai]
    verdict = f"Yang mencapai target: {daftar(met)}." if met else "Tidak ada yang mencapai target."
    return (
        f"Diagram batang realisasi dan target {len(rows)} indikator, tiap batang dengan skalanya"
        f" sendiri. {verdict}"
    )
