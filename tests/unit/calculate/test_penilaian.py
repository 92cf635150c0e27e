"""The self-review says what the report shows, and never the contrary."""

from kecil import OPD, TAHUN, buat, indikator, kinerja

import lkipnb
from lkipnb.calculate.penilaian import SEBAGIAN, TIDAK, YA, nilai_butir
from lkipnb.schemas import PROSE


def answers(folder):
    lk = lkipnb.open(OPD, TAHUN, data=folder)
    lists = {**lk.rules.reviu, **lk.rules.mutu}
    return {each.kode: each for each in nilai_butir(lists, lk.data, lk.hasil, lk.rules)}


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
