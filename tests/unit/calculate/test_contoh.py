"""The invented agency: every kind of indicator, five years, money that adds up to the rupiah."""

from __future__ import annotations

import shutil
from decimal import Decimal

import pytest
from conftest import DataFolder, chapter_outputs
from shipped import DATA

import lkipnb
from lkipnb.errors import DataError


@pytest.fixture(scope="module")
def contoh():
    return lkipnb.open("contoh", 2023, bab="3", data=DATA)


@pytest.fixture
def copied(tmp_path) -> DataFolder:
    shutil.copytree(DATA, tmp_path / "data")
    return tmp_path / "data"


def test_every_kind_of_indicator_is_there(contoh):
    assert set(contoh.data.indikator.jenis) == {"angka", "rentang", "jenjang", "ya-tidak", "rasio"}
    assert set(contoh.data.indikator.triwulan.dropna()) == {"jumlah", "terakhir", "rata-rata"}
    assert set(contoh.data.indikator.sifat_target.dropna()) == {"tahunan", "akumulasi"}
    assert {"rupiah", "persen", "indeks"} <= set(contoh.data.indikator.satuan)


@pytest.mark.parametrize("tahun", [2021, 2022, 2023])
def test_every_year_is_consistent(tahun):
    lk = lkipnb.open("contoh", tahun, data=DATA)
    claims = (lk.hasil.klaim, lk.hasil.klaim_anggaran, lk.hasil.klaim_kinerja)
    assert [
        row for frame in claims for row in frame.to_dict("records") if row["cocok"] is not True
    ] == []
    assert lk.hasil.anggaran_jumlah.pagu_rp == lk.hasil.belanja_jumlah.pagu_rp
    assert lk.hasil.anggaran_jumlah.realisasi_rp == lk.hasil.belanja_jumlah.realisasi_rp


def test_an_indicator_follows_from_its_parts_or_its_quarters(contoh):
    rows = contoh.hasil.capaian.set_index("kode")
    assert f"{rows.realisasi['IK-01']:.4f}" == "118.1525"
    assert rows.realisasi["IK-16"] == Decimal("81.25")
    assert rows.capaian_persen["IK-04"] == 100
    assert rows.capaian_persen["IK-09"] == -60


def test_five_years_stand_side_by_side_with_their_gaps(contoh):
    rows = contoh.hasil.perbandingan.set_index("kode")
    assert rows.deret["IK-03"][2019] == Decimal("24.1")
    assert rows.deret["IK-03"][2020] is None
    assert rows.deret["IK-10"][2022] is None
    assert (rows.catatan["IK-03"], rows.nama_lalu["IK-03"]) == (
        "berganti nama",
        "Persentase balita pendek",
    )
    assert rows.catatan["IK-16"] == "baru"
    assert list(contoh.hasil.dihapus.kode) == ["IK-15"]
    assert (rows.searah_sejak["IK-01"], rows.status_sejak["IK-11"]) == (2019, 2023)


def test_leaving_a_range_is_no_improvement(contoh):
    row = contoh.hasil.perbandingan.set_index("kode").loc["IK-08"]
    assert (row.perubahan, row.membaik) == (Decimal("9.1"), False)


def test_a_budget_line_that_serves_twice_counts_once(contoh):
    served = contoh.hasil.efisiensi_sasaran.set_index("kode").loc["S3"]
    # S3 and IK-13 name 1.02.01 and a kegiatan within it; IK-14 names one outside.
    lines = contoh.hasil.anggaran.set_index("kode_rekening").pagu_rp
    assert served.pagu_rp == lines["1.02.01"] + lines["1.02.02.2.03"]


def test_the_chapters_bear_every_gap_and_mark_the_data_as_invented(contoh):
    shown = "".join(chapter_outputs(contoh).values())
    assert "None" not in shown
    assert "nan" not in shown.split()
    assert "rekaan" in contoh.data.profil.pemberitahuan


def test_the_review_is_answered_by_the_data(contoh):
    table = contoh.tabel.reviu().html
    assert "Ya" in table
    assert "Perlu dinilai" in table
    assert "Tidak ada pertentangan terbuka" in table


@pytest.mark.parametrize(
    ("old", "new", "word"),
    [
        ("Cukup,70,85", "Cukup,71,85", "celah atau tumpang tindih"),
        ("Cukup,70,85", "Cukup,69,85", "celah atau tumpang tindih"),
        ("Sangat Kurang,,55", "Sangat Kurang,10,55", "di bawah 10 tidak ada predikat"),
    ],
)
def test_an_own_scale_with_a_gap_or_an_overlap_is_refused(copied, old, new, word):
    path = copied / "contoh/2023/skala.csv"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(DataError, match=word):
        lkipnb.open("contoh", 2023, data=copied)


def test_an_own_scale_needs_the_document_that_sets_it(copied):
    path = copied / "contoh/2023/profil.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("dasar_skala: Skala rekaan Dinas Kesehatan Kabupaten Contoh", "dasar_skala: x")
    )
    with pytest.raises(DataError, match="sebutkan dokumen yang menetapkan skala sendiri"):
        lkipnb.open("contoh", 2023, data=copied)
