"""Pictures of the budget: pagu and realisasi per programme, absorption per line."""

from __future__ import annotations

import pandas as pd

from lkipnb.calculate.jenjang import terbawah
from lkipnb.calculate.persen import persen as rasio
from lkipnb.present.bahan import Bahan, cakupan, di_ujung
from lkipnb.present.format import daftar, huruf_kecil, jutaan, persen
from lkipnb.present.gambar import sumbu
from lkipnb.present.gambar.lembar import Lembar, lembar
from lkipnb.present.gambar.pilih import Rows, berlainan, catatan, terendah
from lkipnb.present.gambar.tema import AKSEN, HANGAT, MUDA, TEKS


def program(bahan: Bahan):
    """Pagu behind, realisasi before it; the amounts and the absorption stand beside the bar."""
    import altair as alt

    rows = _shown_programmes(bahan)
    sheet = _programme_sheet(rows)
    frame = sheet.data(
        {"pagu": float(r["pagu_rp"]), "realisasi": float(r["realisasi_rp"] or 0)} for r in rows
    )
    longest = float(max(frame.pagu.max(), frame.realisasi.max()))
    bars = (
        alt.Chart(frame)
        .mark_bar(orient="horizontal", height=height, color=colour)
        .encode(x=sheet.x(name, 0, longest), y=sheet.y())
        for name, height, colour in (("pagu", 20, MUDA), ("realisasi", 9, AKSEN))
    )
    return sheet.lukis(*bars, bawah=0)


def programmes(bahan: Bahan) -> Rows:
    return bahan.hasil.anggaran[bahan.hasil.anggaran.tingkat == 1].to_dict("records")


def _shown_programmes(bahan: Bahan) -> Rows:
    rows = programmes(bahan)
    return terendah(rows, "serapan_persen", _programme_sheet(rows).tinggi_baris)


def _programme_sheet(rows: Rows) -> Lembar:
    """The names without the word that begins each of them."""
    short = [row | {"uraian": row["uraian"].removeprefix("Program ")} for row in rows]
    return lembar(
        berlainan(short), [f"pagu {jutaan(row['pagu_rp'])}\n{_spent(row)}" for row in rows]
    )


def program_keterangan(bahan: Bahan) -> tuple[str, ...]:
    whole, shown = len(programmes(bahan)), len(_shown_programmes(bahan))
    return ("Batang muda: pagu; batang tua: realisasi.", *catatan(whole, shown, "program"))


def _spent(row: dict) -> str:
    if row["realisasi_rp"] is None and row["serapan_persen"] is not None:
        return f"serapan {persen(row['serapan_persen'])}, jumlahnya tidak diketahui"
    if row["realisasi_rp"] is None:
        return "realisasi belum dilaporkan"
    return f"realisasi {jutaan(row['realisasi_rp'])} ({persen(row['serapan_persen'])})"


def program_alt(bahan: Bahan) -> str:
    lines = programmes(bahan)
    most = max(lines, key=lambda row: row["pagu_rp"])
    share = rasio(most["pagu_rp"], bahan.hasil.anggaran_jumlah.pagu_rp)
    return (
        f"Diagram batang pagu dan realisasi {len(lines)} program. Pagu terbesar"
        f" {jutaan(most['pagu_rp'])} ({persen(share)} dari {cakupan(bahan)}) pada {most['uraian']}."
        f" Serapan seluruhnya {persen(bahan.hasil.anggaran_jumlah.serapan_persen)}."
    )


def serapan(bahan: Bahan):
    """Absorption of each line without lines below it, lowest first; the dashed line is
    the whole.
    """
    import altair as alt

    rows = _shown_lines(bahan)
    sheet = _sheet(rows)
    axis = _axis(bahan, rows, sheet)
    whole = bahan.hasil.anggaran_jumlah.serapan_persen
    frame = sheet.data(
        {
            "nilai": float(row["serapan_persen"]),
            "rendah": whole is not None and row["serapan_persen"] < whole,
        }
        for row in rows
    )
    x = sheet.x("nilai", axis.dari, axis.sampai, axis.axis("Serapan (% pagu)", kisi=True))
    colour = alt.condition("datum.rendah", alt.value(HANGAT), alt.value(AKSEN))
    layers = [
        alt.Chart(frame).mark_circle(size=70, opacity=1).encode(x=x, y=sheet.y(), color=colour)
    ]
    if whole is not None:
        rule = alt.Chart(pd.DataFrame({"nilai": [float(whole)]})).mark_rule(
            color=TEKS, strokeDash=[4, 3]
        )
        layers.insert(0, rule.encode(x=x))
    return sheet.lukis(*layers)


def _sheet(rows: Rows) -> Lembar:
    return lembar(berlainan(rows), [persen(row["serapan_persen"]) for row in rows])


def _axis(bahan: Bahan, rows: Rows, sheet: Lembar) -> sumbu.Sumbu:
    """As wide as the points and the line of the whole."""
    whole = bahan.hasil.anggaran_jumlah.serapan_persen
    values = [float(row["serapan_persen"]) for row in rows]
    return sumbu.titik(values if whole is None else [*values, float(whole)], sheet.plot)


def known_lines(bahan: Bahan) -> Rows:
    """The lines that are told one by one and whose absorption is known, lowest first."""
    rows = terbawah(bahan.hasil.anggaran, bahan.rules.anggaran).to_dict("records")
    known = [row for row in rows if row["serapan_persen"] is not None]
    return sorted(known, key=lambda row: row["serapan_persen"])


def _shown_lines(bahan: Bahan) -> Rows:
    known = known_lines(bahan)
    return terendah(known, "serapan_persen", _sheet(known).tinggi_baris)


def serapan_keterangan(bahan: Bahan) -> tuple[str, ...]:
    rows = _shown_lines(bahan)
    axis = _axis(bahan, rows, _sheet(rows))
    return (
        " ".join((f"Garis putus-putus: serapan {cakupan(bahan)}.", *axis.catatan)),
        *catatan(len(known_lines(bahan)), len(rows), "baris"),
    )


def serapan_alt(bahan: Bahan) -> str:
    known = known_lines(bahan)
    told = f"Diagram titik serapan {len(known)} {known[0]['jenjang']}, dari yang terendah."
    return " ".join((told, *_lowest(known), *_below(bahan, known)))


def _lowest(known: Rows) -> list[str]:
    low, _ = di_ujung(known, "serapan_persen")
    if not low:
        return []
    names = daftar([huruf_kecil(row["uraian"]) for row in low])
    return [f"Terendah {persen(low[0]['serapan_persen'])} pada {names}."]


def _below(bahan: Bahan, known: Rows) -> list[str]:
    """How many stand below the whole; nothing while the whole is not known."""
    whole = bahan.hasil.anggaran_jumlah.serapan_persen
    if whole is None:
        return []
    below = sum(row["serapan_persen"] < whole for row in known)
    return [f"{below or 'Tidak ada'} di bawah serapan keseluruhan {persen(whole)}."]
