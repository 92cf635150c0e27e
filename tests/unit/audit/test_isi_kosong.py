"""A year without what a report must hold is a draft that says what is missing."""

import shutil

import pytest
import yaml
from kecil import OPD, TAHUN, buat, indikator, kinerja, temuan
from shipped import DATA, ROOT

from lkipnb.audit import audit
from lkipnb.audit.temuan import CATATAN, GALAT, PERINGATAN
from lkipnb.schemas import PROSE

PROGRAM = {"kode_rekening": "1.02.01", "uraian": "Program Pelayanan", "pagu_rp": "100000000"}


def missing(folder, aturan="isi-wajib"):
    return {each.berkas: each for each in temuan(folder, aturan)}


def test_every_kind_of_missing_content_is_one_error(tmp_path):
    found = missing(buat(tmp_path, kinerja=[kinerja(realisasi="")]))
    assert set(found) == {"kinerja.csv", "belanja.csv", "narasi", "analisis.csv"}
    assert {each.tingkat for each in found.values()} == {GALAT}
    assert found["kinerja.csv"].pesan == "realisasi indikator belum diisi (1): A1"
    assert found["kinerja.csv"].baris == 2
    assert found["narasi"].pesan.startswith(f"narasi belum diisi ({len(PROSE)}): Kedudukan")


def test_what_is_filled_in_is_not_told(tmp_path):
    filled = [PROGRAM | {"realisasi_rp": "90000000"}]
    why = [{"indikator": "A1", "jenis": "hambatan", "urutan": "1", "uraian": "Sebab"}]
    buat(tmp_path, anggaran=filled, analisis=why)
    prose = tmp_path / OPD / str(TAHUN) / "narasi"
    prose.mkdir()
    for name in PROSE:
        (prose / f"{name}.md").write_text("Isi.\n", encoding="utf-8")
    assert missing(tmp_path) == {}


def test_a_budget_line_without_its_outcome_is_an_error(tmp_path):
    found = missing(buat(tmp_path, anggaran=[PROGRAM]))
    assert found["anggaran.csv"].pesan == "realisasi anggaran belum diisi (1): 1.02.01"
    assert "belanja.csv" not in found


def test_a_share_alone_is_an_outcome_too(tmp_path):
    found = missing(buat(tmp_path, anggaran=[PROGRAM | {"serapan_persen": "90"}]))
    assert "anggaran.csv" not in found


def test_not_applicable_is_not_missing(tmp_path):
    assert "kinerja.csv" not in missing(buat(tmp_path, kinerja=[kinerja(realisasi="n/a")]))


def test_what_strengthens_a_report_is_asked_for(tmp_path):
    found = missing(buat(tmp_path), "isi-pelengkap")
    assert {"unit.csv", "renstra.csv"} <= set(found)
    assert {each.tingkat for each in found.values()} == {PERINGATAN}


def test_an_acceptance_of_one_gap_does_not_cover_another(tmp_path):
    one = missing(buat(tmp_path / "a", kinerja=[kinerja(realisasi="")]))["kinerja.csv"]
    kinds = [indikator(), indikator(kode="A2", nama="Lain")]
    rows = [kinerja(realisasi=""), kinerja("A2", realisasi="")]
    two = missing(buat(tmp_path / "b", indikator=kinds, kinerja=rows))["kinerja.csv"]
    assert one.id != two.id


@pytest.mark.parametrize(("opd", "tahun"), [("dinsos-flores-timur", 2020), ("contoh", 2023)])
def test_a_shipped_year_lacks_nothing_that_is_not_accepted(opd, tahun):
    assert audit(opd, tahun, DATA).banyak(GALAT) == 0


def test_a_stand_in_for_a_name_is_told_once_with_its_fields(tmp_path):
    shutil.copytree(ROOT / "tests/cases/kecamatan", tmp_path / "kecamatan")
    shutil.copytree(DATA / "referensi", tmp_path / "referensi")
    found = audit("kecamatan", 2024, tmp_path).temuan
    (held,) = [each for each in found if each.aturan == "isian-sementara"]
    assert held.tingkat == GALAT
    assert "kepala.nama (nama camat)" in held.pesan
    assert "kepala.nip (NIP)" in held.pesan


def test_an_agreement_without_its_second_party_is_told(tmp_path):
    buat(tmp_path)
    path = tmp_path / OPD / str(TAHUN) / "profil.yaml"
    profile = yaml.safe_load(path.read_text(encoding="utf-8"))
    del profile["perjanjian"]
    path.write_text(yaml.safe_dump(profile), encoding="utf-8")
    (found,) = temuan(tmp_path, "isian-sementara")
    assert found.kolom == "perjanjian"


def test_main_data_without_a_source_are_named_by_their_field(tmp_path):
    group = {"kelompok": "operasi", "penggunaan": "Pelayanan", "pagu_rp": "100"}
    (found,) = temuan(buat(tmp_path, belanja=[group]), "isi-sumber")
    assert found.tingkat == CATATAN
    assert found.pesan == "sumber data utama belum diisi (2): sumber.kinerja, sumber.belanja"
