"""The self-review says what the report shows, and never the contrary."""

from kecil import OPD, TAHUN, buat, indikator, kinerja

import lkipnb
from lkipnb.calculate.penilaian import SEBAGIAN, TIDAK, YA, Terbuka, nilai_butir
from lkipnb.schemas import PROSE

NOTHING_OPEN = Terbuka()


def answers(folder, terbuka=NOTHING_OPEN):
    lk = lkipnb.open(OPD, TAHUN, data=folder)
    lists = {**lk.rules.reviu, **lk.rules.mutu}
    told = nilai_butir(lists, lk.data, lk.results, lk.rules, terbuka)
    return {each.kode: each for each in told}


def shown(folder, butir):
    """The answer as the appendix prints it."""
    lk = lkipnb.open(OPD, TAHUN, data=folder)
    listed = {row.sel[0].teks: row for row in lk.tabel.reviu().baris}
    return [cell.teks for cell in listed[butir].sel[2:]]


def test_an_error_that_stands_keeps_the_report_from_being_reliable(tmp_path):
    told = answers(buat(tmp_path), Terbuka(galat=2))["M5"]
    assert told.jawaban == SEBAGIAN
    assert told.alasan.startswith("2 kesalahan data yang belum diselesaikan")


def test_a_figure_typed_into_prose_keeps_the_report_from_being_reliable(tmp_path):
    prose = buat(tmp_path) / OPD / str(TAHUN) / "narasi"
    prose.mkdir()
    (prose / "simpulan.md").write_text("Terserap 96,51 persen.\n", encoding="utf-8")
    answer, reason = shown(tmp_path, "M5")
    assert answer == "Sebagian"
    assert reason == "1 angka diketik tangan dalam kalimat; lihat lampiran"


def test_without_a_typed_figure_the_report_is_reliable(tmp_path):
    assert shown(buat(tmp_path), "M5")[0] == "Ya"


BOTH = [indikator(), indikator(kode="A2", nama="Lain")]


def earlier(*codes):
    return [
        {"indikator": kode, "tahun": "2022", "target": "50", "realisasi": "40"} for kode in codes
    ]


def test_an_indicator_not_reported_this_year_is_not_compared_with_last_year(tmp_path):
    rows = [kinerja(), kinerja("A2", realisasi="")]
    told = answers(buat(tmp_path, indikator=BOTH, kinerja=rows, riwayat=earlier("A1", "A2")))["K4"]
    assert told.jawaban == SEBAGIAN
    assert told.alasan == "1 dari 2 indikator dibandingkan dengan tahun sebelumnya"


def test_a_standard_for_one_of_two_indicators_is_no_comparison_of_both(tmp_path):
    rows = [kinerja(), kinerja("A2")]
    standar = [{"indikator": "A1", "lingkup": "provinsi", "nilai": "60", "sumber": "Keputusan"}]
    tables = {"indikator": BOTH, "kinerja": rows, "riwayat": earlier("A1", "A2")}
    told = answers(buat(tmp_path, **tables, standar=standar))["S7"]
    assert told.jawaban == SEBAGIAN
    assert told.alasan == (
        "dari 2 indikator dibandingkan dengan tahun sebelumnya 2, Renstra 0, standar 1"
    )


def test_an_indicator_without_a_formula_is_not_said_to_have_one(tmp_path):
    kinds = [indikator(satuan="orang"), indikator(kode="A2", nama="Lain", pembilang="Terlayani")]
    rows = [kinerja(), kinerja("A2")]
    told = answers(buat(tmp_path, indikator=kinds, kinerja=rows))["S10"]
    assert told.jawaban == SEBAGIAN
    assert told.alasan.startswith("1 dari 2 indikator menyebut cara menghitungnya")


def test_none_with_a_formula_is_a_no(tmp_path):
    assert answers(buat(tmp_path))["S10"].jawaban == TIDAK


def test_a_chapter_that_is_not_filled_in_keeps_the_report_from_the_standard(tmp_path):
    told = answers(buat(tmp_path))["K1"]
    assert told.jawaban == SEBAGIAN
    for part in ("kedudukan", "isu strategis", "analisis", "anggaran", "simpulan"):
        assert part in told.alasan


def test_a_report_with_every_chapter_filled_in_follows_the_standard(tmp_path):
    group = {"kelompok": "operasi", "penggunaan": "Pelayanan", "pagu_rp": "100"}
    money = [group | {"realisasi_rp": "90"}]
    why = [{"indikator": "A1", "jenis": "solusi", "urutan": "1", "uraian": "Langkah"}]
    buat(tmp_path, belanja=money, analisis=why)
    prose = tmp_path / OPD / str(TAHUN) / "narasi"
    prose.mkdir()
    for name in PROSE:
        (prose / f"{name}.md").write_text("Isi.\n", encoding="utf-8")
    assert answers(tmp_path)["K1"].jawaban == YA
