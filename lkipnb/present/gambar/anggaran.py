"""Pictures of the budget: pagu and realisasi per programme, absorption per line."""

from __future__ import annotations

import pandas as pd

from lkipnb.calculate.jenjang import terbawah
from lkipnb.calculate.persen import persen as rasio
from lkipnb.present.bahan import Bahan
from lkipnb.present.format import huruf_kecil, jutaan, persen
from lkipnb.present.gambar.pilih import TERBANYAK, berlainan, catatan, terendah
from lkipnb.present.gambar.tema import AKSEN, CONFIG, HANGAT, MUDA, NAMA, TEKS

PLOT = 340
MOST_LINES = 36


def program(bahan: Bahan):
    """Pagu behind, realisasi before it; the amounts and the absorption stand beside the bar."""
    import altair as alt

    frame = _program(bahan)
    scale = alt.Scale(domain=[0, float(frame.pagu.max()) * 1.62], nice=False)
    x, spent_x = (alt.X(f"{name}:Q", axis=None, scale=scale) for name in ("pagu", "realisasi"))
    y = alt.Y("label:N", sort=None, axis=alt.Axis(**NAMA))
    pagu = alt.Chart(frame).mark_bar(height=20, color=MUDA).encode(x=x, y=y)
    spent = alt.Chart(frame).mark_bar(height=9, color=AKSEN).encode(x=spent_x, y=y)
    words = (
        alt.Chart(frame)
        .mark_text(align="left", dx=6, lineBreak="\n", lineHeight=12.5, baseline="middle", dy=-6)
        .encode(x=x, y=y, text="teks:N")
    )
    return alt.layer(pagu, spent, words).properties(width=PLOT, height=46 * len(frame)).configure(**CONFIG)


def _program(bahan: Bahan) -> pd.DataFrame:
    lines = terendah(_programmes(bahan), "serapan_persen")
    short = [row | {"uraian": row["uraian"].removeprefix("Program ")} for row in lines]
    return pd.DataFrame(
        [
            {
                "label": label,
                "pagu": float(row["pagu_rp"]),
                "realisasi": float(row["realisasi_rp"] or 0),
                "teks": f"pagu {jutaan(row['pagu_rp'])}\n{_spent(row)}",
            }
            for row, label in zip(lines, berlainan(short, 46, 3), strict=True)
        ]
    )


def _programmes(bahan: Bahan) -> list[dict]:
    return bahan.hasil.anggaran[bahan.hasil.anggaran.tingkat == 1].to_dict("records")


def program_keterangan(bahan: Bahan) -> tuple[str, ...]:
    whole = len(_programmes(bahan))
    return ("Batang muda: pagu; batang tua: realisasi.", *catatan(whole, min(whole, TERBANYAK), "program"))


def _spent(row: dict) -> str:
    if row["realisasi_rp"] is None:
        return "realisasi belum dilaporkan"
    return f"realisasi {jutaan(row['realisasi_rp'])} ({persen(row['serapan_persen'])})"


def program_alt(bahan: Bahan) -> str:
    lines = _programmes(bahan)
    if not lines:
        return "Diagram batang pagu dan realisasi program; anggaran belum diisi."
    most = max(lines, key=lambda row: row["pagu_rp"])
    share = rasio(most["pagu_rp"], bahan.hasil.anggaran_jumlah.pagu_rp)
    return (
        f"Diagram batang pagu dan realisasi {len(lines)} program. Pagu terbesar {jutaan(most['pagu_rp'])} "
        f"({persen(share)} dari {bahan.rules.anggaran.cakupan}) pada {most['uraian']}. Serapan seluruhnya "
        f"{persen(bahan.hasil.anggaran_jumlah.serapan_persen)}."
    )


def serapan(bahan: Bahan):
    """Absorption of each line without lines below it, lowest first; the dashed line is the whole."""
    import altair as alt

    frame = _serapan(bahan)
    low = min(frame.nilai.min() - 4, 90.0) if len(frame) else 90.0
    x = alt.X(
        "nilai:Q",
        scale=alt.Scale(domain=[low, 104], nice=False),
        axis=alt.Axis(
            title="Serapan (% pagu); sumbu tidak mulai dari nol", labelExpr="datum.value + '%'", values=_ticks(low)
        ),
    )
    y = alt.Y("label:N", sort=None, axis=alt.Axis(**NAMA))
    dots = (
        alt.Chart(frame)
        .mark_circle(size=70, opacity=1)
        .encode(x=x, y=y, color=alt.condition("datum.rendah", alt.value(HANGAT), alt.value(AKSEN)))
    )
    words = alt.Chart(frame).mark_text(align="right", dx=-8).encode(x=x, y=y, text="teks:N")
    layers = [dots, words]
    if (whole := bahan.hasil.anggaran_jumlah.serapan_persen) is not None:
        rule = alt.Chart(pd.DataFrame({"nilai": [float(whole)]})).mark_rule(color=TEKS, strokeDash=[4, 3])
        layers.insert(0, rule.encode(x="nilai:Q"))
    return alt.layer(*layers).properties(width=PLOT, height=21 * len(frame)).configure(**CONFIG)


def _ticks(low: float) -> list[int]:
    first = int(low // 5 + 1) * 5
    return list(range(first, 101, 5))


def _serapan(bahan: Bahan) -> pd.DataFrame:
    known = sorted(terendah(_known(bahan), "serapan_persen", MOST_LINES), key=lambda row: row["serapan_persen"])
    whole = bahan.hasil.anggaran_jumlah.serapan_persen
    return pd.DataFrame(
        [
            {
                "label": label,
                "nilai": float(row["serapan_persen"]),
                "teks": persen(row["serapan_persen"]),
                "rendah": whole is not None and row["serapan_persen"] < whole,
            }
            for row, label in zip(known, berlainan(known, 50), strict=True)
        ],
        columns=["label", "nilai", "teks", "rendah"],
    )


def _known(bahan: Bahan) -> list[dict]:
    """The lines that are told one by one and whose absorption is known."""
    lines = terbawah(bahan.hasil.anggaran, bahan.rules.anggaran).to_dict("records")
    return [row for row in lines if row["serapan_persen"] is not None]


def serapan_keterangan(bahan: Bahan) -> tuple[str, ...]:
    known = len(_known(bahan))
    return (
        f"Garis putus-putus: serapan {bahan.rules.anggaran.cakupan}.",
        *catatan(known, min(known, MOST_LINES), "baris"),
    )


def serapan_alt(bahan: Bahan) -> str:
    known = _known(bahan)
    if not known:
        return "Diagram titik serapan kegiatan; realisasi belum dilaporkan."
    low = min(known, key=lambda row: row["serapan_persen"])
    whole = bahan.hasil.anggaran_jumlah.serapan_persen
    below = sum(row["serapan_persen"] < whole for row in known) if whole is not None else 0
    return (
        f"Diagram titik serapan {len(known)} {known[0]['jenjang']}, dari yang terendah. "
        f"Terendah {persen(low['serapan_persen'])} pada "
        f"{huruf_kecil(low['uraian'])}; {below} di bawah serapan keseluruhan {persen(whole)}."
    )
