"""Data folders of one's own: no list needs to be brought, and what the folder says comes first."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path

import pytest
from conftest import ROOT
from shipped import DATA

import lkipnb
from lkipnb.cli import main
from lkipnb.exchange import scaffold
from lkipnb.exchange.intake import import_form
from lkipnb.load.places import data_folder, data_folder_to_fill, notebook_folder

OWN = "kode,nama,tentang,diganti_oleh\n"


@pytest.fixture
def bare(tmp_path) -> Path:
    """A data folder with a year of one agency and nothing else."""
    shutil.copytree(DATA / "contoh/2023", tmp_path / "data/contoh/2023")
    return tmp_path / "data"


def test_a_data_folder_needs_no_reference_lists(bare):
    lk = lkipnb.open("contoh", 2023, data=bare)
    assert "permenpanrb-53-2014" in set(lk.data.peraturan.kode)
    assert "bawaan/referensi/peraturan.csv" in lk.data.sha256


def test_regulations_of_the_folder_come_first_and_the_shipped_ones_follow(bare):
    (bare / "referensi").mkdir()
    own = (
        "perda-1-2020,Perda Contoh Nomor 1 Tahun 2020,Pembentukan,\nperpres-29-2014,Perpres"
        " 29/2014,SAKIP,\n"
    )
    (bare / "referensi/peraturan.csv").write_text(OWN + own, encoding="utf-8")
    lk = lkipnb.open("contoh", 2023, data=bare)
    names = dict(zip(lk.data.peraturan.kode, lk.data.peraturan.nama, strict=True))
    assert names["perda-1-2020"] == "Perda Contoh Nomor 1 Tahun 2020"
    assert names["perpres-29-2014"] == "Perpres 29/2014"
    assert "inpres-7-1999" in names
    assert lk.data.peraturan.index.is_unique
    assert {"referensi/peraturan.csv", "bawaan/referensi/peraturan.csv"} <= lk.data.sha256.keys()


def test_another_list_of_the_folder_stands_in_place_of_the_shipped_one(bare):
    (bare / "referensi").mkdir()
    (bare / "referensi/pmks.csv").write_text("nomor,nama\n1,Anak telantar\n", encoding="utf-8")
    assert list(lkipnb.open("contoh", 2023, data=bare).data.pmks.nama) == ["Anak telantar"]


def test_an_unknown_list_is_told(bare, capsys):
    (bare / "referensi").mkdir()
    (bare / "referensi/pmsk.csv").write_text("nomor,nama\n", encoding="utf-8")
    assert main(["check", "2023", "--opd", "contoh", "--data", str(bare)]) == 1
    assert "referensi/pmsk.csv; tabel ini tidak dikenal" in capsys.readouterr().out


def test_the_folder_with_an_agency_is_found_from_below_and_before_that_of_the_program(
    bare, monkeypatch
):
    inside = bare.parent / "kerja/lagi"
    inside.mkdir(parents=True)
    monkeypatch.chdir(inside)
    monkeypatch.delenv("LKIPNB_DATA", raising=False)
    assert data_folder() == bare


def test_new_and_import_fill_a_data_folder_that_is_not_there_yet(tmp_path, capsys):
    fresh = tmp_path / "belum/ada"
    assert main(["new", "dinkes-contoh", "2024", "--data", str(fresh)]) == 0
    assert (fresh / "dinkes-contoh/2024/formulir.xlsx").is_file()
    form = tmp_path / "kiriman.xlsx"
    scaffold.export("contoh", 2023, DATA, form)
    assert (
        import_form(form, data_folder_to_fill(tmp_path / "lain"), datetime(2026, 2, 27)).backup
        is None
    )
    check = ["check", "2023", "--opd", "contoh", "--data", str(tmp_path / "lain")]
    assert main(check) == 1
    assert "berkas lampiran/lambang.svg tidak ada" in capsys.readouterr().out
    # A form holds no pictures.
    added = "contoh/2023/lampiran"
    shutil.copytree(DATA / added, tmp_path / "lain" / added)
    assert main(check) == 0


def test_a_folder_of_notebooks_without_a_chapter_is_not_taken_for_the_chapters(
    tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "notebooks").mkdir()
    assert notebook_folder(tmp_path / "data") == ROOT / "notebooks"
    shutil.copy(ROOT / "notebooks/04_penutup.ipynb", tmp_path / "notebooks")
    assert notebook_folder(tmp_path / "data") == tmp_path / "notebooks"


def test_chapters_copied_out_overwrite_nothing(tmp_path, capsys):
    target = tmp_path / "bab"
    assert main(["notebooks", "--salin", str(target)]) == 0
    assert {p.name for p in target.iterdir()} == {
        p.name for p in (ROOT / "notebooks").glob("*.ipynb")
    }
    (target / "04_penutup.ipynb").write_text("ubahan saya")
    assert main(["notebooks", "--salin", str(target)]) == 2
    assert "tidak ada yang ditimpa" in capsys.readouterr().err
    assert (target / "04_penutup.ipynb").read_text() == "ubahan saya"
