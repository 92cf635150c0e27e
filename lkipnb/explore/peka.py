"""The sensitivity of the agency's mean as a table, and in a sentence."""

from __future__ import annotations

from lkipnb.calculate.kepekaan import Berikut, Kepekaan, berikut, kepekaan
from lkipnb.present.bahan import Bahan
from lkipnb.present.format import KOSONG, angka, bertanda, persen
from lkipnb.present.kalimat import Kalimat
from lkipnb.present.tabel.kolom import Baris, Kolom, Row, Sajian, atau_kosong, isi


def baris(bahan: Bahan) -> tuple[Kepekaan, ...]:
    """The rows for the agency's own scale, mean and bounds."""
    way = bahan.data.profil.pengukuran
    bounds = (way.batas_capaian, way.batas_bawah)
    return kepekaan(bahan.results.capaian, bahan.skala, way.rata_rata, bounds)


def sajian(bahan: Bahan) -> Sajian:
    """What each indicator does to the mean, the one that moves it most first."""
    return Sajian(
        "Indikator yang paling menggerakkan rata-rata",
        [
            Kolom("kode", "Kode", 9, utuh=True),
            Kolom("nama", "Indikator", 27, kepala=True),
            Kolom("capaian_persen", "Capaian", 10, atau_kosong(persen), angka=True),
            Kolom("predikat", "Predikat", 12),
            Kolom("kurang_persen", "Ke predikat berikut", 12, angka=True, dari=_missing),
            Kolom("bagian_persen", "Bagian rata-rata", 10, atau_kosong(persen), angka=True),
            Kolom("rata_rata_persen", "Rata-rata bila tepat target", 10, atau_kosong(persen), True),
            Kolom("perubahan_persen", "Perubahan", 10, _signed, angka=True),
            Kolom("predikat_opd", "Predikat instansi", 12),
        ],
        [Baris(isi(row)) for row in baris(bahan)],
        catatan=("Selisih capaian dan rata-rata dalam poin persen.",),
    )


def _missing(row: Row) -> str:
    if row["kurang_persen"] is None:
        return KOSONG
    return persen(row["kurang_persen"])


def _signed(value: object) -> str:
    if value is None:
        return KOSONG
    return bertanda(value, persen(value))  # type: ignore[arg-type]


def jarak(bahan: Bahan) -> Kalimat:
    """How far the agency is from the next predicate."""
    whole = bahan.results.capaian_opd
    if whole.capaian_persen is None:
        return Kalimat("Belum ada capaian yang terhitung.")
    start = Kalimat("Rata-rata ", persen(whole.capaian_persen), f" ({whole.predikat}); ")
    return Kalimat(start, _distance(berikut(whole.capaian_persen, bahan.skala)))


def _distance(next_one: Berikut) -> Kalimat:
    if next_one.kurang_persen is None:
        return Kalimat("itu predikat tertinggi.")
    missing = angka(next_one.kurang_persen, 2)
    return Kalimat(missing, f" poin lagi ke predikat {next_one.predikat_berikut}.")
