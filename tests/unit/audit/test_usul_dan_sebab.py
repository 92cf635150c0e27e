"""What the audit proposes, and the cause that it names, fits what a planner would do."""

from decimal import Decimal

import pytest
from conftest import OPD, TAHUN
from kecil import anggaran, buat, indikator, kinerja, klaim, temuan

from lkipnb.audit import audit
from lkipnb.audit.kaitan import hasil_tampil, pembulatan
from lkipnb.audit.temuan import CATATAN, GALAT, PERINGATAN

GROUP = {"kelompok": "operasi", "pagu_rp": "100000000", "realisasi_rp": "90000000"}
PROGRAM = {
    "kode_rekening": "1.02.01",
    "uraian": "Program Pelayanan",
    "pagu_rp": "100000000",
    "realisasi_rp": "90000000",
    "sumber_dana": "APBD",
}
VILLAGE = {
    "kode_rekening": "1.02.02",
    "uraian": "Program Pembangunan Desa",
    "pagu_rp": "38900000",
    "realisasi_rp": "38000000",
    "sumber_dana": "Dana Desa",
}


def test_a_plan_is_never_mended_to_fit_the_year(tmp_path):
    planned = [{"indikator": "A1", "tahun": "2023", "target": "87"}]
    buat(tmp_path, kinerja=[kinerja(target="85.5")], renstra=planned)
    (found,) = temuan(tmp_path, "target-renstra")
    assert found.tingkat == PERINGATAN
    assert found.perbaikan == ()
    assert "renstra.csv" not in found.saran
    assert "memberi 87, tertulis 85,5" in found.pesan


def test_a_total_that_holds_another_source_names_it(tmp_path):
    group = GROUP | {"pagu_rp": "138900000", "realisasi_rp": "128000000"}
    buat(tmp_path, belanja=[group], anggaran=[PROGRAM, VILLAGE])
    found = temuan(tmp_path, "total-belanja")
    assert {each.kolom for each in found} == {"pagu_rp", "realisasi_rp"}
    told = next(each for each in found if each.kolom == "pagu_rp")
    assert "selisihnya tepat baris bersumber Dana Desa, Rp38.900.000" in told.sebab


def test_a_total_that_differs_by_anything_else_names_no_source(tmp_path):
    group = GROUP | {"pagu_rp": "138900001"}
    buat(tmp_path, belanja=[group], anggaran=[PROGRAM, VILLAGE])
    (found,) = temuan(tmp_path, "total-belanja")
    assert "Dana Desa" not in found.sebab


def test_a_quotient_is_proposed_with_its_decimals(tmp_path):
    kind = indikator(pembilang="Terlayani", penyebut="Semua")
    row = kinerja(realisasi="87", nilai_pembilang="134", nilai_penyebut="145")
    buat(tmp_path, indikator=[kind], kinerja=[row])
    (found,) = temuan(tmp_path, "realisasi-bagian")
    assert found.tingkat == GALAT
    assert found.seharusnya == "92.41"
    assert "92,41" in found.pesan


@pytest.mark.parametrize(
    ("printed", "tingkat"), [("83.34", CATATAN), ("83.32", CATATAN), ("83.35", GALAT)]
)
def test_one_unit_of_the_last_decimal_is_a_note(tmp_path, printed, tingkat):
    claimed = [klaim("capaian.capaian_persen[kode=A1]", printed)]
    buat(tmp_path, klaim=claimed)
    (found,) = temuan(tmp_path, "capaian-klaim")
    assert found.tingkat == tingkat


def test_one_of_a_whole_number_is_no_rounding():
    assert not pembulatan(Decimal(25), Decimal(26))
    assert pembulatan(Decimal("111.12"), Decimal("111.1111"))
    assert not pembulatan(Decimal("111.13"), Decimal("111.1111"))


def test_a_quotient_that_is_whole_is_shown_whole():
    assert hasil_tampil(Decimal(92), Decimal(87)) == Decimal(92)
    assert str(hasil_tampil(Decimal(92), Decimal(87))) == "92"


def test_a_figure_of_tables_that_copy_no_document_is_written_and_not_printed(tmp_path):
    buat(tmp_path, klaim=[klaim("capaian.capaian_persen[kode=A1]", "90")])
    (found,) = temuan(tmp_path, "capaian-klaim")
    assert "tertulis 90" in found.pesan


def test_a_telephone_number_is_no_figure_and_no_other_figure_is_proposed(tmp_path):
    buat(tmp_path)
    prose = tmp_path / "kecil/2023/narasi"
    prose.mkdir()
    text = "Hubungi 0812-3456-7890. Dana Rp5 juta untuk 12 orang, 40%.\n"
    (prose / "simpulan.md").write_text(text, encoding="utf-8")
    found = {each.tercetak: each for each in temuan(tmp_path, "angka-narasi")}
    assert set(found) == {"Rp5 juta", "12", "40%"}
    assert {each.baris for each in found.values()} == {1}
    assert not any("{{" in each.saran for each in found.values())


def test_a_typed_figure_that_is_one_of_the_report_gets_its_name(data):
    prose = data.year / "narasi" / "simpulan.md"
    total = "Rp6.265.251.035"
    prose.write_text(f"Satu.\n\nAnggaran {total} atau 6,27 miliar.\n", encoding="utf-8")
    told = audit(OPD, TAHUN, data.path).temuan
    found = {each.tercetak: each for each in told if each.aturan == "angka-narasi"}
    assert found[total].baris == 3
    assert "| rupiah }}" in found[total].saran
    assert found[total].saran == found["6,27 miliar"].saran


@pytest.mark.parametrize(("sub", "advice"), [("100", "tulis 90"), ("80", "betulkan dahulu")])
def test_a_claim_of_money_is_held_back_while_the_budget_contradicts_itself(tmp_path, sub, advice):
    lines = [anggaran("1.02.01", "100", "90"), anggaran("1.02.01.01", sub, "90")]
    buat(tmp_path, klaim=[klaim("anggaran.serapan_persen[tingkat=1]", "12")], anggaran=lines)
    (told,) = [each for each in temuan(tmp_path) if each.berkas == "klaim.csv"]
    assert told.saran.startswith(advice)
    assert not (told.perbaikan and sub == "80")


def test_a_dash_for_a_measure_is_asked_about(tmp_path):
    buat(tmp_path, kinerja=[kinerja(realisasi="-")])
    found = [each for each in temuan(tmp_path) if each.kolom == "realisasi"]
    assert any("tulis 0 bila memang nol" in each.pesan for each in found)
