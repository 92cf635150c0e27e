"""Staff composition: echelon by education, and sex."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate
from typing import TYPE_CHECKING

import pandas as pd

from lkipnb.calculate.silang import JUMLAH
from lkipnb.model import TabelSilang
from lkipnb.present.bahan import PALING_SEDIKIT, Bahan, sumber
from lkipnb.present.format import angka, daftar, huruf_kecil
from lkipnb.present.gambar.lembar import Lembar, lembar
from lkipnb.present.gambar.lukisan import Lukisan
from lkipnb.present.gambar.tema import AKSEN, HANGAT, MUDA, SEDANG, TEKS, UKURAN
from lkipnb.present.huruf import lebar

if TYPE_CHECKING:
    import altair as alt

WARNA = (HANGAT, "#e0b48f", "#f0dfc9", "#cfe5e4", MUDA, SEDANG, "#2a7480", AKSEN)
GELAP = frozenset((HANGAT, SEDANG, "#2a7480", AKSEN))
# px: a sign of the legend beside its word, a line of it, what is free below it
KUNCI, BARIS, BAWAH = 34, 18, 12
APIT = 3  # px on each side of a count within its part of a bar


def sajian(bahan: Bahan) -> Lukisan | None:
    """None where there are too few echelons."""
    table = bahan.results.pegawai.eselon
    if len(_inner(table.nama_baris)) < PALING_SEDIKIT:
        return None
    return Lukisan(
        f"Pegawai menurut eselon dan pendidikan, {bahan.data.tahun}",
        _chart(table),
        _alt(bahan),
        sumber(bahan, "pegawai_eselon"),
    )


def _chart(table: TabelSilang) -> alt.LayerChart:
    """One stacked bar per echelon; a count stands in its part where it fits, the sum beside the
    bar.
    """
    import altair as alt

    names = _inner(table.nama_baris)
    kinds = _inner(table.nama_kolom)
    colours = _colours(len(kinds))
    sheet = lembar(names, [f"{angka(table.sel[name, JUMLAH])} orang" for name in names])
    longest = max(1, *(int(table.sel[name, JUMLAH]) for name in names))
    frame = _parts(table, sheet, dict(zip(kinds, colours, strict=True)), longest)
    columns = max(1, int(sheet.plot / (KUNCI + max(lebar(kind, UKURAN) for kind in kinds))))
    colour = alt.Color(
        "bagian:N",
        sort=kinds,
        scale=alt.Scale(domain=kinds, range=colours),
        legend=alt.Legend(columns=columns, offset=BAWAH),
    )
    parts = alt.Chart(frame).mark_bar(orient="horizontal", height=20)
    words = alt.Chart(frame[frame.muat]).mark_text(fontWeight=600)
    ink = alt.condition("datum.gelap", alt.value("white"), alt.value(TEKS))
    return sheet.lukis(
        parts.encode(x=sheet.x("dari", 0, longest), x2="sampai:Q", y=sheet.y(), color=colour),
        words.encode(x=sheet.x("tengah", 0, longest), y=sheet.y(), text="teks:N", color=ink),
        bawah=0,
        atas=BARIS * -(-len(kinds) // columns) + BAWAH,
    )


def _inner(names: Iterable[str]) -> list[str]:
    return [name for name in names if name != JUMLAH]


def _colours(banyak: int) -> list[str]:
    """As far from each other as the palette allows."""
    step = (len(WARNA) - 1) / max(1, banyak - 1)
    return [WARNA[round(n * step) % len(WARNA)] for n in range(banyak)]


def _parts(
    table: TabelSilang, sheet: Lembar, colours: dict[str, str], longest: int
) -> pd.DataFrame:
    """A record for each part of a bar that is not empty."""
    parts = []
    for name, y in zip(_inner(table.nama_baris), sheet.tengah, strict=True):
        counts = {kind: int(table.sel[name, kind]) for kind in colours}
        starts = accumulate(counts.values(), initial=0)
        for (kind, size), start in zip(counts.items(), starts, strict=False):
            if size:
                part = _part(kind, colours[kind], start, size, sheet.plot / longest)
                parts.append({**part, "baris": name, "y": y})
    columns = ["baris", "bagian", "dari", "sampai", "tengah", "teks", "muat", "gelap", "y"]
    return pd.DataFrame(parts, columns=columns).astype({"muat": bool})


def _part(kind: str, colour: str, start: int, size: int, px: float) -> dict[str, object]:
    """A part that begins at `start` orang; one of them is `px` long."""
    text = angka(size)
    return {
        "bagian": kind,
        "dari": start,
        "sampai": start + size,
        "tengah": start + size / 2,
        "teks": text,
        "muat": lebar(text, UKURAN, True) + 2 * APIT <= size * px,
        "gelap": colour in GELAP,
    }


def _alt(bahan: Bahan) -> str:
    table = bahan.results.pegawai.eselon
    bars = [f"{name} {angka(table.sel[name, JUMLAH])} orang" for name in _inner(table.nama_baris)]
    sexes = [
        f"{angka(value)} {huruf_kecil(name)}"
        for name, value in bahan.results.pegawai.kelamin.items()
    ]
    return (
        f"Diagram batang bertumpuk {angka(bahan.results.pegawai.jumlah)} pegawai menurut eselon dan"
        f" pendidikan: {daftar(bars)}. Menurut jenis kelamin: {daftar(sexes)}."
    )
