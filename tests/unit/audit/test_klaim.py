"""A claim that the report calls not the same is a finding, and no other claim is."""

from __future__ import annotations

import pytest
from kecil import OPD, TAHUN, buat, indikator, kinerja, klaim, temuan

import lkipnb
from lkipnb.audit import muat, nilai
from lkipnb.audit.temuan import CATATAN, GALAT
from lkipnb.errors import DataError
from lkipnb.schemas import Klaim

BUDGET = [
    {"kode_rekening": "1.02.01", "uraian": "Program", "pagu_rp": "100", "realisasi_rp": "98"},
    {"kode_rekening": "1.02.01.2.01", "uraian": "Satu", "pagu_rp": "60", "realisasi_rp": "58"},
    {"kode_rekening": "1.02.01.2.02", "uraian": "Dua", "pagu_rp": "40", "realisasi_rp": "40"},
]
SPENDING = [{"kelompok": "operasi", "penggunaan": "gaji", "pagu_rp": "100", "realisasi_rp": "98"}]
ONE = [indikator(bobot="10", maksimum="100", pengali="100")]
DONE = [kinerja(nilai_batas="3", sumber_batas="BPS, Berita Resmi Statistik")]
# Each measure with what it is.
RIGHT = {
    "indikator.bobot[kode=A1]": "10",
    "indikator.maksimum[kode=A1]": "100",
    "indikator.pengali[kode=A1]": "100",
    "kinerja.nilai_batas[indikator=A1]": "3",
    "kinerja.target[indikator=A1]": "60",
    "capaian.capaian_persen[kode=A1]": "83.33",
    "capaian.rata_rata": "83.3",
    "instansi.capaian_persen": "83",
    "anggaran.serapan": "98.00",
    "anggaran.pagu_rp": "100",
    "anggaran.banyak[tingkat=2]": "2",
    "belanja.serapan": "98",
    "belanja.realisasi_rp": "98",
}


def year(tmp_path, *claims):
    return buat(
        tmp_path, indikator=ONE, kinerja=DONE, anggaran=BUDGET, belanja=SPENDING, klaim=claims
    )


def judged(folder) -> set[str]:
    """The claims of which `check` says something about their value."""
    claims = muat(OPD, TAHUN, folder).baris(Klaim)
    names = {row.baris: row.kode for row in claims}
    found = [t for t in temuan(folder) if t.berkas == "klaim.csv" and t.kolom == "nilai"]
    return {names[t.baris] for t in found}


@pytest.mark.parametrize(
    ("change", "sampai"),
    [(0, ""), (1, ""), (-1, 1), (1, 5)],
    ids=["right", "wrong", "interval around it", "interval beside it"],
)
def test_the_table_of_claims_and_the_check_say_the_same(tmp_path, change, sampai):
    claims = []
    for ukuran, right in RIGHT.items():
        low = float(right) + change if change else right
        high = float(right) + sampai if sampai else ""
        claims.append(klaim(ukuran, low, high))
    folder = year(tmp_path, *claims)
    table = lkipnb.open(OPD, TAHUN, data=folder).hasil.klaim
    assert judged(folder) == set(table.kode[table.cocok == False])  # noqa: E712
    assert judged(folder) == (set(RIGHT) if change == 1 else set())


def test_a_measure_whose_cell_is_empty_is_noted(tmp_path):
    folder = buat(tmp_path, klaim=[klaim("kinerja.nilai_batas[indikator=A1]", "3")])
    (found,) = [t for t in temuan(folder) if t.berkas == "klaim.csv"]
    assert (found.tingkat, found.kolom) == (CATATAN, "ukuran")


def test_an_interval_from_high_to_low_is_refused(tmp_path):
    folder = year(tmp_path, klaim("anggaran.serapan", "99", "97"))
    (found,) = temuan(folder, "kontrak")
    assert found.kolom == "nilai_sampai"
    assert "97" in found.pesan
    with pytest.raises(DataError, match="tukar keduanya"):
        lkipnb.open(OPD, TAHUN, data=folder)


def test_an_interval_of_one_number_is_taken(tmp_path):
    assert not temuan(year(tmp_path, klaim("anggaran.serapan", "98", "98")), "kontrak")


def test_all_that_is_wrong_with_claims_is_told_at_once(tmp_path):
    folder = year(
        tmp_path,
        klaim("anggaran.serapan", "55"),
        klaim("anggaran.cerapan", "55"),
        klaim("anggaran.pagu_rp[tingkat=7]", "55"),
        klaim("belanja.serapan", "92.381"),
    )
    assert {(t.baris, t.kolom) for t in temuan(folder) if t.berkas == "klaim.csv"} == {
        (2, "nilai"),
        (3, "ukuran"),
        (4, "ukuran"),
        (5, "nilai"),
    }
    with pytest.raises(DataError) as refused:
        lkipnb.open(OPD, TAHUN, data=folder)
    assert {fault.row for fault in refused.value.faults} == {3, 4, 5}


@pytest.mark.parametrize(
    ("ukuran", "nilai", "satuan", "right"),
    [
        ("anggaran.serapan", "98", "rupiah", "persen"),
        ("anggaran.serapan", "98", "%", None),
        ("anggaran.serapan", "98", "angka", None),
        ("anggaran.pagu_rp", "100", "Rp", None),
        ("anggaran.pagu_rp", "100", "juta rupiah", "rupiah"),
        ("anggaran.banyak[tingkat=2]", "2", "rupiah", "cacah"),
        ("anggaran.banyak[tingkat=2]", "2", "kegiatan", None),
        ("kinerja.target[indikator=A1]", "60", "orang", "persen"),
        ("capaian.perubahan[kode=A1]", "-2", "persen", "poin persen"),
        ("capaian.perubahan[kode=A1]", "-2", "poin persen", None),
        ("capaian.pertumbuhan_persen[kode=A1]", "-3.8", "poin persen", "persen"),
        ("pegawai_kelamin.jumlah", "3", "rupiah", "cacah"),
        ("pegawai_kelamin.jumlah", "3", "jiwa", None),
    ],
)
def test_the_unit_of_a_claim_is_compared(tmp_path, ukuran, nilai, satuan, right):
    folder = buat(
        tmp_path,
        anggaran=BUDGET,
        pegawai_kelamin=[{"jenis_kelamin": "Laki-laki", "jumlah": "3"}],
        riwayat=[{"indikator": "A1", "tahun": "2022", "target": "55", "realisasi": "52"}],
        klaim=[klaim(ukuran, nilai, satuan=satuan)],
    )
    found = [(t.aturan, t.seharusnya) for t in temuan(folder) if t.berkas == "klaim.csv"]
    assert found == ([] if right is None else [("satuan-klaim", right)])


def test_a_figure_in_another_unit_is_told_with_both_units(tmp_path):
    folder = year(tmp_path, klaim("anggaran.sisa_rp", "5", satuan="juta rupiah"))
    (found,) = temuan(folder, "hitung-klaim")
    assert "angka 5 juta rupiah;" in found.pesan
    assert found.saran.startswith("tulis 2 rupiah")


def test_a_realisasi_typed_beside_the_indicators_that_give_it_is_compared(tmp_path):
    parts = [indikator(), indikator(kode="B1", nama="Cakupan sanitasi layak")]
    whole = indikator(kode="X1", nama="Indeks layak", turunan="rata-rata", turunan_dari="A1; B1")
    rows = [kinerja(), kinerja("B1", "60", "60"), kinerja("X1", "60", "57")]
    folder = buat(tmp_path, indikator=[*parts, whole], kinerja=rows)
    (found,) = [t for t in temuan(folder) if t.berkas == "kinerja.csv"]
    assert (found.aturan, found.tingkat, found.baris) == ("realisasi-turunan", GALAT, 4)
    assert (found.tercetak, found.seharusnya) == ("57", "55")
    rows[2] = kinerja("X1", "60", "55")
    assert not temuan(buat(tmp_path / "sama", indikator=[*parts, whole], kinerja=rows), "kontrak")
    assert not [t for t in temuan(tmp_path / "sama") if t.berkas == "kinerja.csv"]


def test_a_sum_of_computed_realisasi_is_compared_too(tmp_path):
    """The part is computed from its own parts, so no printed cell stands against the sum."""
    kinds = [
        indikator(pembilang="Rumah", penyebut="Rumah"),
        indikator(kode="X1", nama="Indeks layak", turunan="jumlah", turunan_dari="A1"),
    ]
    rows = [
        kinerja(realisasi="", nilai_pembilang="50", nilai_penyebut="100"),
        kinerja("X1", "60", "55"),
    ]
    found = temuan(buat(tmp_path, indikator=kinds, kinerja=rows))
    assert [(t.tingkat, t.kolom, t.seharusnya) for t in found if t.berkas == "kinerja.csv"] == [
        (GALAT, "realisasi", "50")
    ]


def test_a_group_whose_parts_have_a_group_without_a_sum_is_compared(tmp_path):
    lines = [
        {"kode_rekening": "1.02.01", "uraian": "P", "pagu_rp": "100", "realisasi_rp": "90"},
        {"kode_rekening": "1.02.01.2.01", "uraian": "K", "pagu_rp": "100"},
        {"kode_rekening": "1.02.01.2.01.01", "uraian": "S", "pagu_rp": "100", "realisasi_rp": "80"},
    ]
    folder = buat(tmp_path, anggaran=lines)
    found = [t for t in temuan(folder) if t.berkas == "anggaran.csv" and t.tingkat == GALAT]
    assert [(t.baris, t.kolom, t.seharusnya) for t in found] == [(2, "realisasi_rp", "80")]


def test_an_acceptance_without_a_reason_accepts_nothing(tmp_path):
    folder = year(tmp_path, klaim("belanja.serapan", "55"))
    (found,) = [t for t in temuan(folder) if t.berkas == "klaim.csv"]
    path = folder / OPD / str(TAHUN) / "penerimaan.csv"
    path.write_text(f"temuan,alasan,peran\n{found.id},,Kepala Bagian\n", encoding="utf-8")
    hasil = nilai(muat(OPD, TAHUN, folder))
    assert hasil.diterima == ()
    assert {t.berkas for t in hasil.temuan if t.tingkat == GALAT} >= {"penerimaan.csv"}
    path.write_text(f"temuan,alasan,peran\n{found.id},Begitu,Kepala\n", encoding="utf-8")
    assert [each.alasan for each in nilai(muat(OPD, TAHUN, folder)).diterima] == ["Begitu"]
