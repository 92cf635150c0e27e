"""Pagu and realisasi of each programme."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from lkipnb.model import BagianAnggaran, BarisAnggaran
from lkipnb.present.bahan import (
    PALING_SEDIKIT,
    Bahan,
    cakupan,
    has_rows,
    sumber,
)
from lkipnb.present.format import jutaan, persen
from lkipnb.present.gambar.lembar import Lembar, lembar
from lkipnb.present.gambar.lukisan import Lukisan
from lkipnb.present.gambar.pilih import berlainan, catatan, given, terendah
from lkipnb.present.gambar.tema import AKSEN, MUDA

if TYPE_CHECKING:
    import altair as alt

Rows = Sequence[BarisAnggaran]


def sajian(bahan: Bahan) -> Lukisan | None:
    """None where there are too few programmes."""
    programmes = bahan.results.anggaran.program
    if not has_rows(bahan, "anggaran") or len(programmes) < PALING_SEDIKIT:
        return None
    shown = terendah(programmes, "serapan_persen", _sheet(programmes).tinggi_baris)
    return Lukisan(
        f"Pagu dan realisasi per program, {bahan.data.tahun}",
        _chart(shown),
        _alt(bahan),
        sumber(bahan, "anggaran"),
        (
            "Batang muda: pagu; batang tua: realisasi.",
            *catatan(len(programmes), len(shown), "program", "serapannya"),
        ),
    )


def _chart(shown: Rows) -> alt.LayerChart:
    """Pagu behind, realisasi before it; the amounts and the absorption stand beside the bar."""
    import altair as alt

    sheet = _sheet(shown)
    frame = sheet.data(_amounts(row) for row in shown)
    longest = float(max(frame.pagu.max(), frame.realisasi.max()))
    bars = (
        alt.Chart(frame)
        .mark_bar(orient="horizontal", height=height, color=colour)
        .encode(x=sheet.x(name, 0, longest), y=sheet.y())
        for name, height, colour in (("pagu", 20, MUDA), ("realisasi", 9, AKSEN))
    )
    return sheet.lukis(*bars, bawah=0)


def _amounts(row: BarisAnggaran) -> dict[str, float]:
    return {"pagu": float(given(row.pagu_rp)), "realisasi": float(row.realisasi_rp or 0)}


def _sheet(programmes: Rows) -> Lembar:
    """The names without the word that begins each of them."""
    short = [replace(row, uraian=row.uraian.removeprefix("Program ")) for row in programmes]
    told = [f"pagu {jutaan(row.pagu_rp)}\n{_spent(row)}" for row in programmes]
    return lembar(berlainan(short), told)


def _spent(row: BarisAnggaran) -> str:
    if row.realisasi_rp is not None:
        return f"realisasi {jutaan(row.realisasi_rp)} ({persen(row.serapan_persen)})"
    if row.serapan_persen is not None:
        return f"serapan {persen(row.serapan_persen)}, jumlahnya tidak diketahui"
    return "realisasi belum dilaporkan"


def _alt(bahan: Bahan) -> str:
    budget = bahan.results.anggaran
    return (
        f"Diagram batang pagu dan realisasi {len(budget.program)} program. Pagu terbesar"
        f" {_largest(budget, cakupan(bahan))}. Serapan seluruhnya"
        f" {persen(budget.jumlah.serapan_persen)}."
    )


def _largest(budget: BagianAnggaran, whole: str) -> str:
    most = budget.program_terbesar
    assert most is not None  # there are programmes, or there is no picture
    share = persen(most.bagian_persen)
    return f"{jutaan(most.pagu_rp)} ({share} dari {whole}) pada {most.uraian}"
