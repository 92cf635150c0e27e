"""Tables of the evaluation of one sasaran, one for each of the analyses that need figures."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pandas as pd

from lkipnb.calculate.realisasi import QUARTERS
from lkipnb.calculate.serapan import AMOUNTS
from lkipnb.present.bahan import Bahan
from lkipnb.present.format import KOSONG, angka, berdampingan, persen, seperti
from lkipnb.present.tabel.anggaran import berkode, berlabel, jumlah_kolom
from lkipnb.present.tabel.indikator import (
    bernama,
    bernama_juta,
    besar,
    besar_atau_kosong,
    dalam_juta,
    lebar,
)
from lkipnb.present.tabel.kinerja import RATA_RATA
from lkipnb.present.tabel.susun import Baris, Kolom, atau_kosong

Isi = tuple[list[Kolom], list[Baris]]
PAIR = ("realisasi", "target")
KODE, SATUAN = Kolom("kode", "Kode", 9, utuh=True), Kolom("satuan", "Satuan", 0)


def target(bahan: Bahan, sasaran: str) -> Isi:
    """Target, realisasi, what is missing or beyond, and capaian, with the mean of the sasaran."""
    own = _own(bahan.hasil.perbandingan, sasaran)
    lasting = any(row["status_sejak"] not in (None, bahan.data.tahun) for row in own)
    since = [Kolom("sejak", "Tercapai / belum sejak", 13, dari=_since)] if lasting else []
    wide = lebar(own, 12)
    kolom = [
        KODE,
        Kolom("nama", "Indikator", (56 if since else 66) - 2 * wide, kepala=True, dari=bernama),
        Kolom("target", "Target", wide, angka=True, dari=besar("target")),
        Kolom("realisasi", "Realisasi", wide, angka=True, dari=besar("realisasi")),
        Kolom("capaian_persen", "Capaian", 11, atau_kosong(persen), angka=True),
        Kolom(
            "predikat",
            "Predikat",
            14,
            dari=lambda row: row["predikat"] or row.get("keterangan") or KOSONG,
        ),
        *since,
        SATUAN,
    ]
    mean = _own(bahan.hasil.capaian_sasaran, sasaran, "kode")[0]
    whole = {
        "nama": RATA_RATA,
        "capaian_persen": mean["capaian_persen"],
        "predikat": mean["predikat"],
    }
    return kolom, [*map(Baris, own), Baris(whole, peran="jumlah")]


def _since(row: dict) -> str:
    """`tercapai 2021`: since when the target has been met or missed; nothing in a row of means."""
    if row.get("status_sejak") is None:
        return KOSONG
    return f"{'tercapai' if row['tercapai'] else 'belum'} {row['status_sejak']}"


def triwulan(bahan: Bahan, sasaran: str) -> Isi:
    """Realisasi over target of each quarter, how they become a year, and the year."""
    ways = {row["kode"]: row["triwulan"] for row in _own(bahan.data.indikator, sasaran)}
    told = bahan.data.triwulan[
        bahan.data.triwulan.indikator.isin(code for code, way in ways.items() if way)
    ]
    cells = {(row["indikator"], row["triwulan"]): row for row in told.to_dict("records")}
    kolom = [
        KODE,
        Kolom("nama", "Indikator", 29, kepala=True, dari=bernama_juta),
        *(Kolom(f"t{q}", f"Triwulan {q}", 12, angka=True, dari=_quarter(q)) for q in QUARTERS),
        Kolom("triwulan", "Setahun", 14, dari=_year),
        SATUAN,
    ]
    rows = []
    for row in _own(bahan.hasil.capaian, sasaran):
        if row["kode"] in set(told.indikator):
            own = {q: cells.get((row["kode"], q)) for q in QUARTERS}
            plain = {f"t{q}": cell["realisasi"] if cell else None for q, cell in own.items()}
            rows.append(Baris(row | plain | {"per_triwulan": own}))
    return kolom, rows


def _quarter(quarter: str) -> Callable[[dict], str]:
    """`12 dari 15`: realisasi out of target."""

    def shown(row: dict) -> str:
        cell = row["per_triwulan"][quarter]
        if cell is None or cell["realisasi"] is None:
            return KOSONG
        told = [
            dalam_juta(cell[name], row["satuan"], tanda=False)
            for name in PAIR
            if cell[name] is not None
        ]
        return berdampingan(" dari ".join(told), *told) if len(told) > 1 else told[0]

    return shown


def _year(row: dict) -> str:
    whole = dalam_juta(row["realisasi"], row["satuan"])
    return seperti(f"{whole} ({row['triwulan']})", whole)


def tahun_lalu(bahan: Bahan, sasaran: str) -> Isi:
    """Realisasi of every year from the first that has data, the change since last year, and both
    capaian.
    """
    tahun = bahan.data.tahun
    years = range(min(bahan.hasil.lampau), tahun + 1)
    share = 42 // len(years)
    kolom = [
        Kolom("nama", "Indikator", 100 - share * len(years) - 29, kepala=True, dari=bernama_juta),
        *(
            Kolom(str(year), str(year), share, angka=True, payung="Realisasi", dari=_pada(year))
            for year in years
        ),
        Kolom("perubahan", "Perubahan", 11, angka=True, dari=_perubahan),
        Kolom("capaian_lalu", str(tahun - 1), 9, atau_kosong(persen), angka=True, payung="Capaian"),
        Kolom("capaian_persen", str(tahun), 9, atau_kosong(persen), angka=True, payung="Capaian"),
        SATUAN,
    ]
    rows = _own(bahan.hasil.perbandingan, sasaran)
    return kolom, [
        Baris(row | {str(year): value for year, value in row["deret"].items()}) for row in rows
    ]


def _pada(year: int) -> Callable[[dict], str]:
    """The realisasi of a year with its unit; a dash for a year that has none."""
    return lambda row: (
        KOSONG if row["deret"].get(year) is None else dalam_juta(row["deret"][year], row["satuan"])
    )


def _perubahan(row: dict) -> str:
    """The change with its sign; a dash where there is none to tell."""
    change = row["perubahan"]
    if change is None:
        return KOSONG
    told = dalam_juta(change, row["satuan"], tanda=False)
    return seperti("+" + told, told) if change > 0 else told


def renstra(bahan: Bahan, sasaran: str) -> Isi:
    """What has been reached of the target at the end of the Renstra; only indicators that
    have one.
    """
    rows = [row for row in _own(bahan.hasil.kemajuan, sasaran) if row["target_akhir"] is not None]
    wide = lebar(rows, 14)
    kolom = [
        KODE,
        Kolom("nama", "Indikator", 65 - 2 * wide, kepala=True, dari=bernama),
        Kolom("sifat", "Sifat target", 12),
        Kolom(
            "target_akhir",
            "Target akhir",
            14,
            angka=True,
            dari=besar("target_akhir"),
        ),
        Kolom(
            "sampai_kini",
            f"Sampai {bahan.data.tahun}",
            wide,
            angka=True,
            dari=besar_atau_kosong("sampai_kini"),
        ),
        Kolom("kemajuan_persen", "Kemajuan", 14, atau_kosong(persen), angka=True),
        Kolom("tahun_akhir", "Tahun akhir", 0),
        SATUAN,
    ]
    return kolom, [Baris(row) for row in rows]


def standar(bahan: Bahan, sasaran: str) -> Isi:
    """Realisasi beside each standard."""
    kolom = [
        KODE,
        Kolom("nama", "Indikator", 25, kepala=True, dari=bernama),
        Kolom("lingkup", "Standar", 10, lambda scope: scope.capitalize()),
        Kolom("standar", "Nilai standar", 11, angka=True, dari=besar("standar")),
        Kolom("realisasi", "Realisasi", 11, angka=True, dari=besar("realisasi")),
        Kolom("persen", "Terhadap standar", 11, atau_kosong(persen), angka=True),
        Kolom("sumber", "Sumber standar", 23),
        SATUAN,
    ]
    return kolom, [Baris(row) for row in _own(bahan.hasil.standar, sasaran)]


def efisiensi(bahan: Bahan, sasaran: str) -> Isi:
    """Capaian, absorption and the three customs of efficiency, per indicator that a programme
    serves and in all.
    """
    poin = atau_kosong(_points)
    kolom = [
        KODE,
        Kolom("nama", "Indikator", 35, kepala=True, dari=bernama),
        Kolom("capaian_persen", "Capaian", 10, atau_kosong(persen), angka=True),
        Kolom("serapan_persen", "Serapan", 10, atau_kosong(persen), angka=True),
        Kolom("a", "A: selisih (poin)", 9, poin, angka=True, payung="Efisiensi"),
        Kolom("b", "B: sisa anggaran", 9, atau_kosong(persen), angka=True, payung="Efisiensi"),
        Kolom("e", "E", 9, atau_kosong(persen), angka=True, payung="D: cara Kemenkeu"),
        Kolom("ne", "NE", 9, atau_kosong(persen), angka=True, payung="D: cara Kemenkeu"),
    ]
    whole = _own(bahan.hasil.efisiensi_sasaran, sasaran, "kode")[0] | {
        "kode": "",
        "nama": "Sasaran ini",
    }
    served = [row for row in _own(bahan.hasil.efisiensi, sasaran) if row["program"]]
    return kolom, [*map(Baris, served), Baris(whole, peran="jumlah")]


def _points(value: Decimal) -> str:
    """Percentage points with their sign."""
    told = angka(value, 2)
    return seperti("+" + told, told) if value > 0 else told


def program(bahan: Bahan, sasaran: str) -> Isi:
    """The programmes and activities that serve the sasaran, each line once in the total."""
    served = _own(bahan.hasil.efisiensi_sasaran, sasaran, "kode")[0]
    lines = bahan.hasil.anggaran_semua[
        bahan.hasil.anggaran_semua.kode_rekening.isin(served["program"])
    ]
    label = Kolom("uraian", "Program atau kegiatan", 0, kepala=True)
    kolom = berlabel(jumlah_kolom(lines, lengkap=False), label, berkode(lines, 15))
    total = {name: served[name] for name in AMOUNTS} | {"uraian": "Jumlah tanpa hitung ganda"}
    return kolom, [*(Baris(row) for row in lines.to_dict("records")), Baris(total, peran="jumlah")]


def _own(frame: pd.DataFrame, sasaran: str, column: str = "sasaran") -> list[dict]:
    return frame[frame[column] == sasaran].to_dict("records")
