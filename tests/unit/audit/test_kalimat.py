"""What sentences of the agency say, against its tables."""

from __future__ import annotations

import pytest
from kecil import OPD, TAHUN, anggaran, buat, indikator, kinerja, temuan

from lkipnb.audit import muat
from lkipnb.audit.kalimat import kalimat

SASARAN = [
    {"kode": "S1", "uraian": "Meningkatnya mutu pelayanan publik"},
    {"kode": "S2", "uraian": "Meningkatnya akuntabilitas keuangan daerah"},
]
# Three indicators of S1 and two of S2; the targets of three of them are met.
DONE = {"A1": 60, "A2": 65, "A3": 50, "A4": 60, "A5": 41}


@pytest.fixture
def year(tmp_path):
    own = [
        indikator(kode=kode, sasaran="S1" if kode < "A4" else "S2", nama=f"Cakupan layanan {kode}")
        for kode in DONE
    ]
    rows = [
        anggaran("1.02.02", 300, 200, uraian="Program Penyuluhan Pertanian"),
        anggaran("1.02.02.2.01", 300, 200, uraian="Pelaksanaan Penyuluhan Kecamatan dan Desa"),
        anggaran("1.02.02.2.01.01", 100, 90),
        anggaran("1.02.02.2.01.02", 200, 110),
    ]
    measured = [kinerja(kode, 60, done) for kode, done in DONE.items()]
    return buat(tmp_path, sasaran=SASARAN, indikator=own, kinerja=measured, anggaran=rows)


def said(folder, sentence, rule):
    path = folder / OPD / str(TAHUN) / "narasi/simpulan.md"
    path.parent.mkdir(exist_ok=True)
    path.write_text(sentence + "\n", encoding="utf-8")
    return temuan(folder, rule)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Kinerja diukur dengan empat indikator.", True),
        ("Kinerja diukur dengan lima indikator.", False),
        ("Kinerja diukur dengan 5 (lima) indikator kinerja.", False),
        ("Kinerja diukur melalui 12 indikator kinerja utama.", True),
        ("Kinerja diukur dengan dua belas indikator.", True),
        ("Perjanjian ini memuat tiga sasaran.", True),
        ("Perjanjian ini memuat dua sasaran.", False),
        ("Sasaran S1 diukur dengan tiga indikator.", False),
        ("Sasaran S1 diukur dengan empat indikator.", True),
        ("Sasaran pertama didukung dua program.", False),
        ("Dinas melaksanakan dua program.", True),
        ("Dinas melaksanakan satu program dan satu kegiatan.", False),
        ("Dinas melaksanakan dua kegiatan.", False),  # sub kegiatan are called so too
        ("Dinas melaksanakan tiga sub kegiatan.", True),
        ("Dinas memiliki dua indikator yang perlu perhatian.", False),
        ("Dua indikator perlu perhatian.", False),
        ("Tiga dari lima indikator mencapai target.", False),
        ("Empat dari lima indikator mencapai target.", True),
        ("Tiga dari sembilan indikator mencapai target.", True),
        ("Dua dari lima indikator belum mencapai target.", False),
        ("Tiga dari lima indikator belum mencapai target.", True),
        ("Dua dari tiga indikator sasaran S1 mencapai target.", False),
        ("Seluruh indikator telah mencapai target.", True),
        ("Belum semua indikator mencapai target.", False),
        ("Tidak semua indikator mencapai target.", False),
        ("Semua indikator sasaran S2 mencapai target.", False),
        ("Kinerja diukur dengan {{ banyak_indikator }} indikator.", False),
    ],
)
def test_counts_in_words_and_digits(year, sentence, told):
    found = said(year, sentence, "banyak-narasi")
    assert bool(found) is told
    assert all(sentence in each.pesan for each in found)


def test_all_that_met_their_target_may_be_called_all(tmp_path):
    folder = buat(tmp_path, kinerja=[kinerja(realisasi=60)])
    assert not said(folder, "Seluruh indikator mencapai target.", "banyak-narasi")


@pytest.mark.parametrize(
    ("sentence", "right"),
    [
        ("Indikator A1 berpredikat Cukup Berhasil.", "Sangat Berhasil"),
        ("Cakupan layanan A1 termasuk kategori sangat berhasil.", None),
        ("Indikator A5 berpredikat Sangat Berhasil.", "Kurang Berhasil"),
        ("Indikator A1 dan A5 berpredikat Cukup Berhasil.", None),
        ("Indikator A1 berkategori Cukup Berhasil, semula berkategori Kurang Berhasil.", None),
        ("Capaian kinerja dinas berpredikat Tidak Berhasil.", "Sangat Berhasil"),
        ("Nilai SAKIP dinas berpredikat Tidak Berhasil atas capaian kinerja dinas.", None),
        ("Predikat Cukup Berhasil diberikan kepada desa.", None),
    ],
)
def test_a_predicate_follows_the_figures(year, sentence, right):
    found = said(year, sentence, "predikat-narasi")
    assert [each.seharusnya for each in found] == ([right] if right else [])


@pytest.mark.parametrize(
    ("sentence", "meant"),
    [
        ("Program Penyuluhan Pertanian berjalan.", None),
        ("Program Penyuluhan Pertanain berjalan.", "Program Penyuluhan Pertanian"),
        ("Dana Program Peternakan Rakyat habis.", None),
        ("Pelaksanaan Penyuluhan Kecamatan berjalan.", None),
        ("Sasaran “Meningkatnya mutu pelayanan publik” tercapai.", None),
        (
            "Sasaran “Meningkatnya mutu pelayanan publk” tercapai.",
            "Meningkatnya mutu pelayanan publik",
        ),
        ("“Cakupan layanan A9” naik.", None),
    ],
)
def test_names_stand_as_in_the_tables(year, sentence, meant):
    found = said(year, sentence, "nama-narasi")
    assert [each.seharusnya for each in found] == ([meant] if meant else [])


def test_the_name_of_the_head_is_spelled_as_in_the_profile(year):
    head = muat(OPD, TAHUN, year).data.profil.kepala.nama
    wrong = head.replace("a", "e", 1)
    assert not said(year, f"Laporan ditandatangani {head}.", "nama-narasi")
    (found,) = said(year, f"Laporan ditandatangani {wrong}.", "nama-narasi")
    assert found.seharusnya == head


def test_sentences_know_their_line(year):
    said(year, "Satu hal.\nDua hal\nbersambung. Tiga {{ a\n}} hal.\n\n- Butir\n- Butir lain", "")
    found = [(each.baris, each.isi) for each in kalimat(muat(OPD, TAHUN, year))]
    assert found == [
        (1, "Satu hal."),
        (2, "Dua hal bersambung."),
        (3, "Tiga … hal."),
        (6, "- Butir"),
        (7, "- Butir lain"),
    ]


def test_the_rows_of_a_table_in_prose_are_numbered_and_no_figures(year):
    table = "| No | Isu |\n|---|---|\n| 1 | Ruang |\n| 2 | Antrean 30 menit |"
    found = said(year, table, "angka-narasi")
    assert [each.tercetak for each in found] == ["30"]
