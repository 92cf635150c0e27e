"""Values that the arithmetic takes without a word and that are wrong all the same."""

from __future__ import annotations

import pytest
from conftest import OPD, ROOT, TAHUN
from shipped import copy

from lkipnb.audit import audit
from lkipnb.audit.temuan import GALAT, PERINGATAN


def told(data, aturan: str) -> list:
    return [found for found in audit(OPD, TAHUN, data.path).temuan if found.aturan == aturan]


def kinerja(data, kode: str, **cells: str) -> int:
    row = data.row_of("kinerja", "indikator", kode)
    for column, value in cells.items():
        data.set("kinerja", row, column, value)
    return row


def table(data, name: str, *rows: str) -> None:
    data.write(name, [row.split(",") for row in rows])


@pytest.mark.parametrize(
    ("targets", "polaritas", "meant"),
    [("15 12 10 8", "naik", "turun"), ("5 5 6 7", "turun", "naik")],
)
def test_a_plan_that_goes_the_other_way_asks_about_the_polarity(data, targets, polaritas, meant):
    row = data.row_of("indikator", "kode", "IKU-1")
    data.set("indikator", row, "polaritas", polaritas)
    years = enumerate(targets.split(), start=TAHUN - 2)
    table(data, "renstra", "indikator,tahun,target", *(f"IKU-1,{y},{t}" for y, t in years))
    (found,) = told(data, "arah-target")
    assert (found.tingkat, found.baris, found.seharusnya) == (PERINGATAN, row, meant)


@pytest.mark.parametrize("targets", ["5 6 7 8", "5 5 5", "15 12", "5 7 6"])
def test_a_plan_without_a_way_or_with_the_same_is_silent(data, targets):
    years = enumerate(targets.split(), start=TAHUN - 2)
    table(data, "renstra", "indikator,tahun,target", *(f"IKU-1,{y},{t}" for y, t in years))
    assert told(data, "arah-target") == []


@pytest.mark.parametrize(("target", "expected"), [("37", 1), ("15", 0), ("20", 0)])
def test_the_whole_sum_of_the_plan_is_no_target_of_one_year(data, target, expected):
    row = data.row_of("indikator", "kode", "IKU-1")
    data.set("indikator", row, "sifat_target", "akumulasi")
    table(data, "renstra", "indikator,tahun,target", f"IKU-1,{TAHUN - 1},22", f"IKU-1,{TAHUN},37")
    kinerja(data, "IKU-1", target=target)
    found = told(data, "target-akumulasi")
    assert [each.seharusnya for each in found] == ["15"] * expected


def test_a_year_of_the_history_that_stands_alone_is_asked_about(data):
    table(
        data,
        "riwayat",
        "indikator,tahun,target,realisasi",
        "IKU-1,2009,5,4",
        *(f"IKU-2,{year},5,4" for year in (2017, 2018, 2019)),
    )
    (found,) = told(data, "tahun-riwayat")
    assert (found.baris, found.seharusnya) == (2, "2019")


def test_a_whole_old_history_is_no_slip(data):
    rows = [f"{kode},{year},5,4" for kode in ("IKU-1", "IKU-2") for year in (2012, 2013)]
    table(data, "riwayat", "indikator,tahun,target,realisasi", *rows)
    assert told(data, "tahun-riwayat") == []


@pytest.mark.parametrize(("satuan", "expected"), [("menit", [GALAT]), ("persen", [])])
def test_what_is_counted_is_not_below_zero(data, satuan, expected):
    data.set("indikator", data.row_of("indikator", "kode", "IKU-1"), "satuan", satuan)
    kinerja(data, "IKU-1", realisasi="-8.5", nilai_pembilang="", nilai_penyebut="")
    assert [found.tingkat for found in told(data, "tanda-nilai")] == expected


def test_exchanged_parts_of_a_share_are_told_with_what_they_would_give(data):
    kinerja(
        data, "IKU-1", target="12.5", realisasi="", nilai_pembilang="198650", nilai_penyebut="23417"
    )
    (found,) = told(data, "bagian-tertukar")
    assert "848,32%" in found.pesan
    assert "11,79%" in found.sebab


@pytest.mark.parametrize(("pembilang", "expected"), [("120", 1), ("119", 0)])
def test_exchanged_parts_are_asked_about_from_one_and_a_half_times_the_target(
    data, pembilang, expected
):
    parts = {"nilai_pembilang": pembilang, "nilai_penyebut": "100"}
    kinerja(data, "IKU-1", target="80", realisasi="", **parts)
    assert len(told(data, "bagian-tertukar")) == expected


def test_a_share_a_little_above_the_whole_may_be_meant(data):
    kinerja(data, "IKU-1", target="95", realisasi="", nilai_pembilang="105", nilai_penyebut="100")
    assert told(data, "bagian-tertukar") == []


@pytest.mark.parametrize("aturan", ["satuan", "capaian-berlipat"])
def test_a_realisasi_from_its_parts_is_judged_too(data, aturan):
    parts = {"nilai_pembilang": "198650", "nilai_penyebut": "23417"}
    kinerja(data, "IKU-1", target="0.125", realisasi="", **parts)
    assert len(told(data, aturan)) == 1


def test_the_budget_before_its_change_is_told_once(data):
    assert told(data, "pagu-murni") == []
    last_line = len(data.rows("anggaran"))
    data.set("anggaran", last_line, "pagu_murni_rp", "1000")
    found = told(data, "pagu-murni")
    assert [(each.tingkat, each.berkas) for each in found] == [(GALAT, "belanja.csv")]
    assert "seluruh program" in found[0].pesan


def test_a_year_before_that_cannot_be_compared_is_told_with_its_first_fault(tmp_path):
    copy(ROOT / "data", tmp_path / "data")
    folder = tmp_path / "data" / "contoh" / "2022"
    (tmp_path / "lain.csv").write_text("kode\n", encoding="utf-8")
    (folder / "indikator.csv").unlink()
    (folder / "indikator.csv").symlink_to(tmp_path / "lain.csv")
    found = audit("contoh", 2023, tmp_path / "data").temuan
    (told,) = [each for each in found if each.aturan == "tahun-lampau"]
    assert (told.tingkat, told.berkas) == (GALAT, "2022/indikator.csv")
    assert "luar folder instansi" in told.sebab


@pytest.mark.parametrize(
    ("pembilang", "penyebut"), [("24", "50"), ("50", "42")], ids=["digits", "parts"]
)
def test_a_realisasi_that_other_parts_give_exactly_is_not_mended(data, pembilang, penyebut):
    parts = {"nilai_pembilang": pembilang, "nilai_penyebut": penyebut}
    kinerja(data, "IKU-1", target="80", realisasi="84", **parts)
    (found,) = told(data, "realisasi-bagian")
    assert "42 dibagi 50" in found.sebab
    assert not found.perbaikan
    kinerja(data, "IKU-1", realisasi="77", nilai_pembilang="42", nilai_penyebut="50")
    (plain,) = told(data, "realisasi-bagian")
    assert "tepat angka yang dilaporkan" not in plain.sebab
