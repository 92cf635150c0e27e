"""Progress of the indicators of a sasaran to the target at the end of the Renstra."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lkipnb.calculate.ujung import di_ujung
from lkipnb.model import Kemajuan
from lkipnb.present.bahan import PALING_SEDIKIT, Bahan, rows_of, sumber
from lkipnb.present.format import daftar, persen
from lkipnb.present.gambar.indikator import baris, batang, bernilai, kurang, terbanyak
from lkipnb.present.gambar.lukisan import Lukisan
from lkipnb.present.gambar.pilih import given
from lkipnb.present.gambar.sumbu import garis
from lkipnb.present.gambar.tema import SEDANG

if TYPE_CHECKING:
    import altair as alt

Rows = Sequence[Kemajuan]


def sajian(bahan: Bahan, sasaran: str) -> Lukisan | None:
    """Indicators whose progress is known; None where they are too few."""
    own = rows_of(bahan.results.kemajuan, sasaran)
    known = [row for row in own if row.kemajuan_persen is not None]
    if len(known) < PALING_SEDIKIT:
        return None
    shown = terbanyak(known, "kemajuan_persen")
    return Lukisan(
        "Kemajuan terhadap target akhir Renstra",
        _chart(shown),
        _alt(shown),
        sumber(bahan, "kinerja"),
        ("Garis putus-putus: target akhir Renstra (100%).", *kurang(known, shown)),
    )


def _chart(rows: Rows) -> alt.LayerChart:
    """Progress in percent of the target; the dashed line is that target."""
    told = [_progress(row) for row in rows]
    sheet = baris(rows, told)
    frame = sheet.data(told)
    x, y = sheet.x("nilai", 0, max(100.0, *frame.nilai)), sheet.y()
    bars = batang(frame, SEDANG).encode(x=x, y=y)
    return sheet.lukis(bars, garis(100.0).encode(x=x), bawah=0)


def _progress(row: Kemajuan) -> dict[str, object]:
    goal = bernilai(row.target_akhir, row.satuan)
    return {
        "nilai": max(0.0, float(given(row.kemajuan_persen))),
        "teks": f"{persen(row.kemajuan_persen)}; target {goal}",
        "tercapai": bool(row.tercapai),
    }


def _alt(rows: Rows) -> str:
    low = di_ujung(rows, "kemajuan_persen").terendah
    codes = daftar([row.kode for row in low])
    lowest = f" Terendah {persen(low[0].kemajuan_persen)}, {codes}." if low else ""
    reached = sum(bool(row.tercapai) for row in rows)
    return (
        f"Diagram batang kemajuan {len(rows)} indikator terhadap target akhir Renstra; {reached}"
        f" sudah mencapainya.{lowest}"
    )
