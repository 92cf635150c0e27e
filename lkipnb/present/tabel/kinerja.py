"""Tables of BAB III.A-C: capaian per indicator and per sasaran, and the scale."""

from __future__ import annotations

from lkipnb.present.bahan import Bahan
from lkipnb.present.format import KOSONG, angka, persen
from lkipnb.present.tabel.indikator import bernama, besar, lebar
from lkipnb.present.tabel.perencanaan import judul_sasaran
from lkipnb.present.tabel.susun import Baris, Kolom, atau_kosong
from lkipnb.rules import Skala

RATA_RATA = "Rata-rata"
BELUM_TERHITUNG = (
    ("banyak_belum_dilaporkan", "Belum dilaporkan"),
    ("banyak_tidak_terhitung", "Tidak terhitung"),
)


def capaian_iku(bahan: Bahan) -> tuple[list[Kolom], list[Baris]]:
    """Target, realisasi, capaian and predicate of every indicator, with the mean of each sasaran
    and of all.
    """
    wide = lebar(bahan.hasil.capaian.to_dict("records"), 13)
    kolom = [
        Kolom("kode", "Kode", 10, utuh=True),
        Kolom("nama", "Indikator", 61 - 2 * wide, kepala=True, dari=bernama),
        Kolom("target", "Target", wide, angka=True, dari=besar("target")),
        Kolom("realisasi", "Realisasi", wide, angka=True, dari=besar("realisasi")),
        Kolom("capaian_persen", "Capaian", 12, atau_kosong(persen), angka=True),
        Kolom(
            "predikat",
            "Predikat",
            17,
            dari=lambda row: row["predikat"] or row.get("keterangan") or KOSONG,
        ),
        Kolom("satuan", "Satuan", 0),
    ]
    rows = []
    for sasaran in bahan.hasil.capaian_sasaran.to_dict("records"):
        group = judul_sasaran(bahan)[sasaran["kode"]]
        own = bahan.hasil.capaian[bahan.hasil.capaian.sasaran == sasaran["kode"]]
        rows += [Baris(row, group) for row in own.to_dict("records")]
        rows.append(Baris({"nama": f"{RATA_RATA} sasaran"} | _mean(sasaran), group, "jumlah"))
    whole = {
        "capaian_persen": bahan.hasil.capaian_opd.capaian_persen,
        "predikat": bahan.hasil.capaian_opd.predikat,
    }
    return kolom, [
        *rows,
        Baris(
            {"nama": f"{RATA_RATA} {bahan.hasil.capaian_opd.banyak_terhitung} indikator"} | whole,
            "Seluruh indikator",
            "jumlah",
        ),
    ]


def _mean(row: dict) -> dict:
    return {name: row[name] for name in ("capaian_persen", "predikat")}


def capaian_sasaran(bahan: Bahan) -> tuple[list[Kolom], list[Baris]]:
    """The mean of each sasaran; where something was not reported or has no capaian, how many of
    each.
    """
    counts = [
        (name, title) for name, title in BELUM_TERHITUNG if any(bahan.hasil.capaian_sasaran[name])
    ]
    kolom = [
        Kolom("nomor", "No.", 6, angka, angka=True),
        Kolom("uraian", "Sasaran strategis", 42 - 11 * len(counts), kepala=True),
        Kolom("banyak_indikator", "Indikator", 12, angka, angka=True),
        Kolom("banyak_tercapai", "Mencapai target", 12, angka, angka=True),
        *(Kolom(name, title, 11, angka, angka=True) for name, title in counts),
        Kolom("capaian_persen", "Rata-rata capaian", 13, atau_kosong(persen), angka=True),
        Kolom("predikat", "Predikat", 15, atau_kosong(str)),
    ]
    rows = []
    for number, row in enumerate(bahan.hasil.capaian_sasaran.to_dict("records"), start=1):
        rows.append(Baris(row | {"nomor": number}))
    return kolom, rows


def skala(bahan: Bahan) -> tuple[list[Kolom], list[Baris]]:
    """The intervals of the scale in words, from high to low."""
    kolom = [Kolom("selang", "Capaian", 55, kepala=True), Kolom("predikat", "Predikat", 45)]
    return kolom, [
        Baris({"selang": selang_berkata(n, bahan.skala), "predikat": s.predikat})
        for n, s in enumerate(bahan.skala.selang)
    ]


def selang_berkata(n: int, skala: Skala) -> str:
    """`80% sampai kurang dari 90%`: the n-th interval of the scale, with the bounds that belong to
    it.
    """
    selang = skala.selang[n]
    low = None if selang.dari is None else f"{angka(selang.dari)}%"
    high = None if selang.sampai is None else f"{angka(selang.sampai)}%"
    if selang.tepat:
        return f"tepat {low}"
    if high is None:
        return f"{low} atau lebih" if skala.memuat_bawah(n) else f"lebih dari {low}"
    if low is None:
        return f"{high} atau kurang" if skala.memuat_atas(n) else f"kurang dari {high}"
    start = low if skala.memuat_bawah(n) else f"lebih dari {low}"
    end = high if skala.memuat_atas(n) else f"kurang dari {high}"
    return f"{start} sampai {end}"
