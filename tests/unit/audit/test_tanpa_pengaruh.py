"""What is filled and has no effect is told, and what cannot be is a finding."""

from __future__ import annotations

import pytest
import yaml
from conftest import chapter_outputs
from kecil import OPD, TAHUN, buat, indikator, kinerja, temuan

import lkipnb
from lkipnb.audit.temuan import GALAT, PERINGATAN

PARTS = {"nilai_pembilang": "1", "nilai_penyebut": "2"}
SOURCE = {"sumber_batas": "BPS, Berita Resmi Statistik"}


@pytest.mark.parametrize(
    ("kind", "done", "told"),
    [
        ({"nilai_awal": "5"}, {}, ["nilai_awal"]),
        ({"nilai_awal": "5", "sifat_target": "tahunan"}, {}, ["nilai_awal"]),
        ({"nilai_awal": "5", "sifat_target": "akumulasi"}, {}, []),
        ({"pengali": "1000"}, {}, ["pengali"]),
        ({"pengali": "100"}, PARTS, []),
        ({"turunan_dari": "B1"}, {}, ["turunan_dari"]),
        ({}, {"nilai_batas": "3"} | SOURCE, ["nilai_batas"]),
        ({}, {"target": ">= 60", "nilai_batas": "3"} | SOURCE, ["nilai_batas"]),
        ({}, {"target": "> rata-rata nasional", "nilai_batas": "3"} | SOURCE, []),
        ({}, SOURCE, ["sumber_batas"]),
    ],
)
def test_a_cell_without_effect_is_told(tmp_path, kind, done, told):
    folder = buat(tmp_path, indikator=[indikator(**kind)], kinerja=[kinerja(**done)])
    assert [t.kolom for t in temuan(folder, "tak-tampil")] == told


@pytest.mark.parametrize(
    ("own", "told"),
    [({"batas_selang": "atas"}, True), ({"batas_selang": "bawah"}, True), ({}, False)],
)
def test_bounds_beside_a_scale_that_has_its_own_are_told(tmp_path, own, told):
    found = [t.kolom for t in temuan(buat(tmp_path, own), "tak-tampil")]
    assert found == (["pengukuran.batas_selang"] if told else [])


@pytest.mark.parametrize(
    ("begins", "done", "wrong"),
    [
        ("2025", {}, True),
        ("2024", {}, True),
        ("2023", {}, False),
        ("2024", {"realisasi": ""}, False),
        ("2024", {"realisasi": "n/a"}, False),
    ],
)
def test_no_realisasi_before_an_indicator_begins(tmp_path, begins, done, wrong):
    folder = buat(tmp_path, indikator=[indikator(mulai=begins)], kinerja=[kinerja(**done)])
    found = [(t.tingkat, t.kolom) for t in temuan(folder, "tanggal")]
    assert found == ([(GALAT, "mulai")] if wrong else [])


@pytest.mark.parametrize(
    ("signed", "level"),
    [
        ("2023-12-31", GALAT),
        ("2024-03-31", None),
        ("2024-04-01", PERINGATAN),
        ("2025-01-15", PERINGATAN),
    ],
)
def test_a_report_is_signed_in_the_first_three_months_of_the_next_year(tmp_path, signed, level):
    folder = buat(tmp_path)
    path = folder / OPD / str(TAHUN) / "profil.yaml"
    profile = yaml.safe_load(path.read_text(encoding="utf-8"))
    profile["penandatanganan"]["waktu"] = signed
    path.write_text(yaml.safe_dump(profile, allow_unicode=True), encoding="utf-8")
    found = [each.tingkat for each in temuan(folder, "tanggal")]
    assert found == ([level] if level else [])


@pytest.mark.parametrize(("year", "wrong"), [("2020", True), ("2021", False)])
def test_no_realisasi_of_a_year_before_it_begins(tmp_path, year, wrong):
    past = [{"indikator": "A1", "tahun": year, "target": "55", "realisasi": "52"}]
    folder = buat(tmp_path, indikator=[indikator(mulai="2021")], riwayat=past)
    assert bool(temuan(folder, "tanggal")) == wrong


@pytest.mark.parametrize(
    ("printed", "done", "told"),
    [
        ("Baik", "", True),
        ("Baik", "n/a", True),
        ("-", "", False),
        ("Belum dilaporkan", "", False),
        ("Tidak berlaku", "n/a", False),
    ],
)
def test_a_predicate_without_a_capaian_is_told(tmp_path, printed, done, told):
    rows = [kinerja(realisasi=done, predikat_tercetak=printed)]
    found = [(t.tingkat, t.kolom) for t in temuan(buat(tmp_path, kinerja=rows), "predikat-klaim")]
    assert found == ([(PERINGATAN, "predikat_tercetak")] if told else [])


def test_the_report_says_what_an_indicator_follows_from(tmp_path):
    kinds = [
        indikator(),
        indikator(kode="B1", nama="Cakupan sanitasi layak"),
        indikator(kode="X1", nama="Indeks layak", turunan="rata-rata", turunan_dari="A1; B1"),
    ]
    rows = [kinerja(), kinerja("B1"), kinerja("X1", realisasi="")]
    lk = lkipnb.open(OPD, TAHUN, bab="2", data=buat(tmp_path, indikator=kinds, kinerja=rows))
    assert "rata-rata realisasi A1 dan B1" in lk.tabel.indikator().html
    appendix = "".join(
        html for (chapter, _), html in chapter_outputs(lk).items() if chapter.startswith("90")
    )
    assert "Realisasi X1" in appendix
    assert "rata-rata realisasi A1 dan B1" in appendix


@pytest.mark.parametrize(
    ("floor", "said"), [({}, "menjadi -50,00"), ({"batas_bawah": 0}, "-50,00 persen (dibatasi")]
)
def test_an_impossible_capaian_is_told_as_the_report_shows_it(tmp_path, floor, said):
    kinds = [indikator(polaritas="turun")]
    folder = buat(tmp_path, floor, indikator=kinds, kinerja=[kinerja("A1", "10", "25")])
    (found,) = temuan(folder, "capaian-mustahil")
    assert said in found.pesan


def test_a_range_of_an_indicator_in_numbers_is_met_with_its_kind(tmp_path):
    folder = buat(tmp_path, kinerja=[kinerja("A1", "60-70", "65")])
    (found,) = temuan(folder, "kontrak")
    assert "isi kolom jenis dengan rentang" in found.pesan
    folder = buat(tmp_path / "lain", kinerja=[kinerja("A1", "enam puluh", "65")])
    assert "rentang" not in temuan(folder, "kontrak")[0].pesan


@pytest.mark.parametrize(
    ("classes", "cell", "word"),
    [
        ((("Tinggi", 60, 100), ("Rendah", "", 60)), (2, "sampai"), "pengukuran.batas_capaian"),
        ((("Tinggi", 60, ""), ("Rendah", 0, 60)), (3, "dari"), "pengukuran.batas_bawah"),
        ((("Tinggi", 60, ""), ("Rendah", "", 50)), (3, "sampai"), "celah"),
        ((("Rendah", "", 60), ("Tinggi", 50, "")), (2, "sampai"), "tumpang tindih"),
        (
            (("Tinggi", 60, "", "bawah"), ("Rendah", "", 60, "atas")),
            (3, "batas"),
            "termasuk keduanya",
        ),
    ],
)
def test_a_fault_of_a_scale_names_its_cell_and_the_way_out(tmp_path, classes, cell, word):
    names = ("predikat", "dari", "sampai", "batas")
    rows = [dict(zip(names, own, strict=False)) for own in classes]
    own = {"skala": "sendiri", "dasar_skala": "Keputusan kepala dinas"}
    folder = buat(tmp_path, own, skala=rows)
    with pytest.raises(lkipnb.errors.DataError) as refused:
        lkipnb.open(OPD, TAHUN, data=folder)
    (fault,) = refused.value.faults
    assert ((fault.row, fault.column), word in fault.expected) == (cell, True)
    (found,) = [t for t in temuan(folder) if t.berkas == "skala.csv"]
    assert ((found.baris, found.kolom), word in found.pesan + found.saran) == (cell, True)
