"""Money of other sources stands beside the agency's own budget, never in it."""

from __future__ import annotations

import shutil
from decimal import Decimal
from pathlib import Path

import pytest
from conftest import ROOT, chapter_outputs
from shipped import DATA

import lkipnb
from lkipnb.audit import audit
from lkipnb.errors import DataError
from lkipnb.model import SumberDanaOpd
from lkipnb.rules import rules
from lkipnb.rules.sumber import Lingkup, lingkup

OPD, TAHUN = "contoh", 2023
# A programme of APBN alone, and within an own kegiatan one sub kegiatan paid by the villages.
LAIN = (
    "1.02.05,Program Tugas Pembantuan Kesehatan,,4000000000,3900000000,97.50,,APBN\n"
    "1.02.05.2.01,Pencegahan Penyakit,,4000000000,3900000000,97.50,,\n"
    "1.02.05.2.01.01,Kampanye Hidup Sehat,,4000000000,3900000000,97.50,100,\n"
    "1.02.01.2.01.09,Musyawarah Desa Siaga,,50000000,40000000,80.00,100,Dana Desa\n"
)


@pytest.fixture
def year(tmp_path) -> Path:
    shutil.copytree(DATA, tmp_path / "data")
    return tmp_path / "data" / OPD / str(TAHUN)


def add(year: Path, lines: str = LAIN) -> lkipnb.Workbook:
    path = year / "anggaran.csv"
    path.write_text(path.read_text(encoding="utf-8") + lines, encoding="utf-8")
    return lkipnb.open(OPD, TAHUN, bab="3", data=year.parents[1])


@pytest.fixture
def both(year):
    return add(year)


@pytest.fixture(scope="module")
def own():
    return lkipnb.open(OPD, TAHUN, bab="3", data=DATA)


def test_other_money_changes_no_figure_of_the_own_budget(both, own):
    assert both.hasil.anggaran_jumlah == own.hasil.anggaran_jumlah
    assert both.hasil.anggaran.equals(own.hasil.anggaran)


def test_each_other_source_has_its_own_total_and_absorption(both):
    rows = both.hasil.sumber_dana.set_index("sumber_dana")
    assert list(rows.index[rows.lain.astype(bool)]) == ["Dana Desa", "APBN"]
    assert (rows.pagu_rp["APBN"], rows.serapan_persen["APBN"]) == (
        Decimal(4_000_000_000),
        Decimal("97.5"),
    )
    assert (rows.pagu_rp["Dana Desa"], rows.serapan_persen["Dana Desa"]) == (
        Decimal(50_000_000),
        Decimal(80),
    )


def test_the_whole_is_told_only_under_a_name_that_says_so(both, own):
    whole = own.hasil.anggaran_jumlah.pagu_rp + Decimal(4_050_000_000)
    assert both.hasil.anggaran_semua_jumlah.pagu_rp == whole
    shown = both.tabel.program()
    assert "Jumlah seluruh belanja APBD" in shown.html
    assert "Jumlah seluruh sumber dana" in shown.html
    last = [line for line in shown.csv.splitlines() if "Jumlah" in line][-1]
    assert last.startswith("Seluruh sumber dana,")
    assert f",{whole:f}," in last


def test_the_promise_of_the_head_is_the_own_budget(both, own):
    before = [line for line in own.tabel.perjanjian_program().csv.splitlines() if "Jumlah" in line]
    after = [line for line in both.tabel.perjanjian_program().csv.splitlines() if "Jumlah" in line]
    total = f",{own.hasil.anggaran_jumlah.pagu_murni_rp:f},"
    assert total in before[0]
    assert "APBD" in after[0]
    assert total in after[0]


def test_the_chapters_say_what_stands_outside_the_budget(both):
    shown = "".join(chapter_outputs(both).values())
    assert "Di luar APBD Dinas Kesehatan mengelola" in shown
    assert "Dana itu tidak termasuk seluruh belanja APBD" in shown
    assert "Seluruh belanja APBD membiayai" in shown
    assert "Anggaran itu berasal dari DAU, Pendapatan BLUD, DAK Fisik, dan DAK Nonfisik." in shown


def test_the_groups_of_spending_are_compared_with_the_own_lines(both, year):
    found = audit(OPD, TAHUN, year.parents[1]).temuan
    assert [t.pesan for t in found if t.aturan == "total-belanja"] == []


def test_a_line_has_the_source_of_the_line_above_it(both):
    lines = both.hasil.anggaran_semua.set_index("kode_rekening").sumber_dana
    assert lines["1.02.05.2.01.01"] == "APBN"


@pytest.mark.parametrize(
    ("nama", "tahun", "expected"),
    [
        (None, 2023, Lingkup.APBD),
        ("DAU", 2020, Lingkup.APBD),
        ("DAK Non Fisik", 2023, Lingkup.APBD),
        ("Pendapatan BLUD", 2023, Lingkup.APBD),
        ("APBN (Tugas Pembantuan)", 2023, Lingkup.LAIN),
        ("Dana Desa", 2023, Lingkup.LAIN),
        ("apbdes", 2023, Lingkup.LAIN),
        ("Dana Dekon", 2016, Lingkup.LAIN),
        ("APBD Provinsi", 2023, Lingkup.TANYA),
        ("APBD dan APBN", 2023, Lingkup.CAMPUR),
        ("Hibah Yayasan", 2023, Lingkup.ASING),
        ("DAUN", 2023, Lingkup.ASING),
    ],
)
def test_a_source_is_placed_by_its_name(nama, tahun, expected):
    assert lingkup(nama, SumberDanaOpd(), rules(tahun).sumber_dana) is expected


def test_what_the_profile_states_comes_first():
    stated = SumberDanaOpd(apbd=("APBD Provinsi",), lain=("Hibah Yayasan", "DAU"))
    known = rules(2023).sumber_dana
    assert lingkup("apbd provinsi", stated, known) is Lingkup.APBD
    assert lingkup("Hibah Yayasan", stated, known) is Lingkup.LAIN
    assert lingkup("DAU", stated, known) is Lingkup.LAIN


@pytest.mark.parametrize(
    ("nama", "tingkat"), [("APBD dan APBN", "galat"), ("APBD I", "peringatan"), ("X", "catatan")]
)
def test_a_source_that_cannot_be_placed_is_asked_about(year, nama, tingkat):
    add(year, f"1.02.01.2.01.09,Musyawarah,,50000000,40000000,80.00,100,{nama}\n")
    (found,) = [t for t in audit(OPD, TAHUN, year.parents[1]).temuan if t.aturan == "sumber-dana"]
    assert (found.tingkat, found.tercetak, found.kolom) == (tingkat, nama, "sumber_dana")


@pytest.fixture
def hospital(tmp_path) -> Path:
    """A hospital of 2016, when spending was direct and indirect, with its kinds of spending and its
    income.
    """
    shutil.copytree(DATA / "referensi", tmp_path / "data/referensi")
    shutil.copytree(ROOT / "tests/cases/rsj-jabar", tmp_path / "data/rsj-jabar")
    folder = tmp_path / "data/rsj-jabar/2016"
    (folder / "belanja_jenis.csv").write_text(
        "kelompok,jenis,pagu_murni_rp,pagu_rp,realisasi_rp\n"
        "tidak langsung,pegawai,50091826058,53986186770,51413862701\n"
        "langsung,pegawai,,5000000000,4900000000\n"
        "langsung,barang dan jasa,,32908396500,27105147178\n"
        "langsung,modal,,20000000000,18000000000\n",
        encoding="utf-8",
    )
    (folder / "pendapatan.csv").write_text(
        "kelompok,uraian,target_rp,realisasi_rp\n"
        "pendapatan asli daerah,Pelayanan Kesehatan Jiwa,15200000000,17167413793\n"
        "pendapatan asli daerah,Pemanfaatan kekayaan daerah,800000000,829342691\n",
        encoding="utf-8",
    )
    return folder


def test_kinds_of_spending_and_income_before_2021_stand_in_the_chapter(hospital):
    lk = lkipnb.open("rsj-jabar", 2016, bab="3", data=hospital.parents[1])
    assert f"{lk.hasil.pendapatan_jumlah.tercapai_persen:.2f}" == "112.48"
    shown = "".join(chapter_outputs(lk).values())
    for text in (
        "Belanja barang dan jasa",
        "Jumlah belanja langsung",
        "Pelayanan Kesehatan Jiwa",
        "112,94%",
    ):
        assert text in shown
    assert [
        t
        for t in audit("rsj-jabar", 2016, hospital.parents[1]).temuan
        if t.aturan == "jenis-belanja"
    ] == []


def test_kinds_that_do_not_add_up_to_their_group_are_found(hospital):
    path = hospital / "belanja_jenis.csv"
    path.write_text(
        path.read_text(encoding="utf-8").replace("18000000000", "17000000000"), encoding="utf-8"
    )
    found = [
        t
        for t in audit("rsj-jabar", 2016, hospital.parents[1]).temuan
        if t.aturan == "jenis-belanja"
    ]
    assert [(t.tingkat, t.berkas, t.kolom) for t in found] == [
        ("galat", "belanja.csv", "realisasi_rp")
    ]


@pytest.mark.parametrize(
    ("table", "old", "new", "word"),
    [
        ("belanja_jenis", "langsung,modal,", "modal,tanah,", "tidak langsung, langsung"),
        ("belanja_jenis", "langsung,modal,", "langsung,hibah,", "pegawai, barang dan jasa, modal"),
        ("pendapatan", "pendapatan asli daerah,Pem", "pendapatan transfer,Pem", "dana perimbangan"),
    ],
)
def test_kinds_of_another_law_are_refused(hospital, table, old, new, word):
    path = hospital / f"{table}.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(DataError, match=f"tahun 2016 diharapkan salah satu dari: .*{word}"):
        lkipnb.open("rsj-jabar", 2016, data=hospital.parents[1])
