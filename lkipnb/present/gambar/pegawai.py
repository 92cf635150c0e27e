"""Staff composition: echelon by education, and sex."""

from __future__ import annotations

import pandas as pd

from lkipnb.calculate.silang import JUMLAH
from lkipnb.present.bahan import Bahan
from lkipnb.present.format import angka, daftar, huruf_kecil
from lkipnb.present.gambar.lembar import Lembar, lembar
from lkipnb.present.gambar.tema import AKSEN, HANGAT, MUDA, SEDANG, TEKS, UKURAN
from lkipnb.present.huruf import lebar

WARNA = (HANGAT, "#e0b48f", "#f0dfc9", "#cfe5e4", MUDA, SEDANG, "#2a7480", AKSEN)
GELAP = frozenset((HANGAT, SEDANG, "#2a7480", AKSEN))
KUNCI, BARIS, BAWAH = (
    34,
    18,
    12,
)  # px: a sign of the legend beside its word, a line of it, what is free below it
APIT = 3  # px on each side of a count within its part of a bar


def susunan(bahan: Bahan):
    """One stacked bar per echelon; a count stands in its part where it fits, the sum beside the
    bar.
    """
    import altair as alt

    table = bahan.hasil.pegawai.eselon
    names = [name for name in table.index if name != JUMLAH]
    kinds = [name for name in table.columns if name != JUMLAH]
    colours = _colours(len(kinds))
    sheet = lembar(names, [f"{angka(table.at[name, JUMLAH])} orang" for name in names])
    longest = max(1, *(int(table.at[name, JUMLAH]) for name in names))
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


def _colours(banyak: int) -> list[str]:
    """As far from each other as the palette allows."""
    step = (len(WARNA) - 1) / max(1, banyak - 1)
    return [WARNA[round(n * step) % len(WARNA)] for n in range(banyak)]


def _parts(
    table: pd.DataFrame, sheet: Lembar, colours: dict[str, str], longest: int
) -> pd.DataFrame:
    """A record for each part of a bar that is not empty."""
    rows = []
    for name, y in zip((name for name in table.index if name != JUMLAH), sheet.tengah, strict=True):
        start = 0
        for kind, colour in colours.items():
            size = int(table.at[name, kind])
            if size:
                rows.append(
                    _part(kind, colour, start, size, sheet.plot / longest) | {"baris": name, "y": y}
                )
            start += size
    columns = ["baris", "bagian", "dari", "sampai", "tengah", "teks", "muat", "gelap", "y"]
    return pd.DataFrame(rows, columns=columns).astype({"muat": bool})


def _part(kind: str, colour: str, start: int, size: int, px: float) -> dict:
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


def alt(bahan: Bahan) -> str:
    table = bahan.hasil.pegawai.eselon
    rows = [
        f"{name} {angka(table.at[name, JUMLAH])} orang" for name in table.index if name != JUMLAH
    ]
    sexes = [
        f"{angka(value)} {huruf_kecil(name)}" for name, value in bahan.hasil.pegawai.kelamin.items()
    ]
    return (
        f"Diagram batang bertumpuk {angka(bahan.hasil.pegawai.jumlah)} pegawai menurut eselon dan"
        f" pendidikan: {daftar(rows)}. Menurut jenis kelamin: {daftar(sexes)}."
    )
