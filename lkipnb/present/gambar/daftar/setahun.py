"""The year at a glance: each sasaran on the scale, over the years, and with its money."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from lkipnb.calculate.rumus import TERCAPAI
from lkipnb.model import CapaianIndikator, CapaianSasaran, Realisasi
from lkipnb.present.bahan import Bahan, row_of, sumber
from lkipnb.present.format import daftar, jutaan, persen
from lkipnb.present.gambar.lukisan import Lukisan
from lkipnb.present.gambar.papan import (
    BATANG,
    BESAR,
    KAKI,
    KEPALA,
    PITA,
    RUANG,
    TIPIS,
    Baris,
    Papan,
    Uang,
    papan,
    pita,
)
from lkipnb.present.gambar.pilih import catatan, terendah
from lkipnb.present.gambar.tema import (
    AKSEN,
    BIDANG,
    GARIS,
    HANGAT,
    HURUF,
    KECIL,
    LEBAR,
    MUDA,
    REDUP,
    SEDANG,
    TEKS,
    UKURAN,
)
from lkipnb.present.html import render
from lkipnb.present.kalimat.banyak import sebab_kosong
from lkipnb.present.rata_rata import sebutan
from lkipnb.present.tabel.indikator import per_sasaran

PALING_JAUH, PALING_RENDAH = 150.0, -50.0  # percent: where the axis ends at most
WARNA = {
    "tinta": TEKS,
    "redup": REDUP,
    "garis": GARIS,
    "baik": AKSEN,
    "kurang": HANGAT,
    "sedang": SEDANG,
    "muda": MUDA,
}


def sajian(bahan: Bahan) -> Lukisan | None:
    """A row for each sasaran; a single one is told with its indicators.  None where nothing has a
    capaian.
    """
    if bahan.results.capaian_opd.capaian_persen is None:
        return None
    head, rest = _rows(bahan)
    room = RUANG - PITA - KEPALA - KAKI
    heights = [place.terpendek for place in _board(bahan, [*head, *rest]).letak]
    at = len(head)
    shown = terendah(rest, "nilai", heights[at:], room - sum(heights[:at]))
    rows = [*head, *shown]
    board = _board(bahan, rows)
    what = "sasaran" if len(bahan.results.capaian_sasaran) > 1 else "indikator"
    title = f"Capaian{' dan anggaran' if board.uang else ''} tiap {what}"
    return Lukisan(
        f"{title}, {bahan.data.tahun}",
        _svg(board, bahan, what),
        " ".join([f"{title} terhadap target.", _key_figures(bahan), *map(_told, rows)]),
        sumber(bahan, "kinerja"),
        (*_notes(board, rows), *catatan(len(rest), len(shown), what, "capaiannya")),
    )


def _rows(bahan: Bahan) -> tuple[list[Baris], list[Baris]]:
    """What stands first, and what stands below it."""
    goals = bahan.results.capaian_sasaran
    if len(goals) > 1:
        return [], [_goal(bahan, row, f"{row.nomor}. {row.uraian}") for row in goals]
    own = [replace(_goal(bahan, row, row.uraian), utama=True) for row in goals]
    return own, [_indicator(bahan, row) for row in per_sasaran(bahan)]


def utama(bahan: Bahan) -> list[tuple[str, str]]:
    """The key figures, each with the words below it: of those that are known."""
    counts, money = bahan.results.capaian_opd, _of_all(bahan)
    judged = counts.banyak_tercapai + counts.banyak_belum
    figures = [(persen(counts.capaian_persen), f"{sebutan(bahan)} capaian ({counts.predikat})")]
    if judged:
        figures.append((f"{counts.banyak_tercapai:f} dari {judged:f}", "indikator mencapai target"))
    if money.pagu_rp:
        figures.append((jutaan(money.pagu_rp), "anggaran"))
    if money.pagu_rp and money.serapan_persen is not None:
        figures.append((persen(money.serapan_persen), "anggaran terserap"))
    return figures


def _goal(bahan: Bahan, row: CapaianSasaran, nama: str) -> Baris:
    value = row.capaian_persen
    words = str(sebab_kosong(row)) if value is None else f"{persen(value)}  {row.predikat}"
    past = bahan.results.lampau_sasaran
    return Baris(
        nama,
        _float(value),
        words,
        value is not None and value >= TERCAPAI,
        {year: row_of(rows, row.kode).capaian_persen for year, rows in past.items()},
        _money(row_of(bahan.results.efisiensi_sasaran, row.kode)),
    )


def _indicator(bahan: Bahan, row: CapaianIndikator) -> Baris:
    past = bahan.results.lampau
    series = {
        year: next((own.capaian_persen for own in rows if own.kode == row.kode), None)
        for year, rows in past.items()
    }
    value = row.capaian_persen
    words = row.keterangan if value is None else f"{persen(value)}  {row.predikat}"
    return Baris(row.nama, _float(value), words, bool(row.tercapai), series)


def _of_all(bahan: Bahan) -> Realisasi:
    """The whole spending; where only its lines are known, these."""
    whole = bahan.results.belanja_jumlah
    if whole.pagu_rp is None or whole.pagu_rp == 0:
        return bahan.results.anggaran.jumlah
    return whole


def _money(uang: Realisasi) -> Uang | None:
    if not uang.pagu_rp:
        return None
    lines = [f"pagu {jutaan(uang.pagu_rp)}"]
    if uang.realisasi_rp is not None and uang.serapan_persen is not None:
        lines.append(f"realisasi {jutaan(uang.realisasi_rp)} ({persen(uang.serapan_persen)})")
    return Uang(tuple(lines), _float(uang.serapan_persen))


def _float(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _board(bahan: Bahan, rows: Sequence[Baris]) -> Papan:
    return papan(rows, bahan.data.tahun, *_ends(rows))


def _ends(rows: Sequence[Baris]) -> tuple[float, float]:
    """From zero, or the lowest value below it, a little beyond the highest."""
    values = [row.nilai for row in rows if row.nilai is not None]
    lowest = max(min(0.0, *values), PALING_RENDAH)
    return lowest, min(max(110.0, *values) * 1.03, PALING_JAUH)


def _svg(board: Papan, bahan: Bahan, what: str) -> str:
    years, figures = board.tahun, utama(bahan)
    heads = {
        "nama": "Sasaran" if what == "sasaran" else "Sasaran dan indikatornya",
        "capaian": "Capaian terhadap target",
        "tren": f"{years[0]}–{years[-1]}" if years else "",
        "uang": "Anggaran",
    }
    return render(
        "papan.svg.j2",
        papan=board,
        utama=list(zip(pita(figures), figures, strict=True)),
        pita=PITA,
        besar=BESAR,
        kepala=heads,
        bidang=_bands(board, bahan),
        sumbu=[(0.0, "0%"), (100.0, "100%")],
        huruf=HURUF,
        lebar=LEBAR,
        ukuran=UKURAN,
        kecil=KECIL,
        batang=BATANG,
        tipis=TIPIS,
        **WARNA,
    )


def _bands(board: Papan, bahan: Bahan) -> list[tuple[float, float, str]]:
    """The classes of the scale from the lowest, as far as the axis reaches."""
    bounds = sorted({float(s.dari) for s in bahan.skala.selang if s.dari is not None})
    inside = [bound for bound in bounds if board.dari < bound < board.sampai]
    edges = [board.dari, *inside, board.sampai]
    shades = BIDANG if len(edges) - 1 <= len(BIDANG) else (BIDANG[2],) * len(edges)
    return [(low, high, shade) for (low, high), shade in zip(pairwise(edges), shades, strict=False)]


def _key_figures(bahan: Bahan) -> str:
    return f"{'; '.join(f'{words} {figure}' for figure, words in utama(bahan))}."


def _told(row: Baris) -> str:
    money = f"; {', '.join(row.uang.kata)}" if row.uang else ""
    known = {year: value for year, value in row.deret.items() if value is not None}
    before = [f"{year} {persen(value)}" for year, value in sorted(known.items())]
    past = f"; tahun lampau {daftar(before)}" if before else ""
    return f"{row.nama}: {' '.join(row.kata.split())}{past}{money}."


def _notes(board: Papan, rows: Sequence[Baris]) -> Iterator[str]:
    """How to read it; each only where there is something to read."""
    yield "Garis tegak: target (100%). Bidang latar: kelas predikat. Jingga: belum 100%."
    if any((row.nilai or 0) > board.sampai or (row.nilai or 0) < board.dari for row in rows):
        yield "Batang yang melewati tepi bidang dipotong di sana; angkanya di atasnya."
    if board.tahun:
        yield (
            "Garis tahun: rata-rata capaian indikator yang sudah ada pada tahun itu,"
            " tiap baris dengan skalanya sendiri."
        )
    if sum(row.uang is not None for row in rows) > 1:
        yield (
            "Anggaran sebuah sasaran ialah anggaran kegiatan yang menunjangnya; kegiatan yang"
            " menunjang beberapa sasaran terhitung pada masing-masing."
        )
