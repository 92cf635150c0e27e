"""Both sides of the comparisons of rules about signs, directions, lone years and parts."""

from __future__ import annotations

import pytest
from kecil import anggaran, buat, indikator, kinerja, klaim, temuan

COUNTED = [indikator(nama="Jumlah posyandu aktif", satuan="unit", triwulan="jumlah")]


def places(folder, rule: str) -> list[tuple]:
    return [(one.berkas, one.kolom) for one in temuan(folder, rule)]


@pytest.mark.parametrize(("value", "told"), [("0", False), ("-1", True), ("1", False)])
@pytest.mark.parametrize(
    ("table", "more", "column"),
    [
        ("kinerja", {}, "target"),
        ("kinerja", {}, "realisasi"),
        ("triwulan", {"triwulan": 1}, "realisasi"),
        ("renstra", {"tahun": 2023}, "target"),
        ("riwayat", {"tahun": 2022}, "realisasi"),
    ],
)
def test_nothing_that_is_counted_falls_below_zero(tmp_path, table, more, column, value, told):
    row = {"indikator": "A1", "target": 5, "realisasi": 5} | more | {column: value}
    row = row if table != "renstra" else {k: v for k, v in row.items() if k != "realisasi"}
    folder = buat(tmp_path, indikator=COUNTED, **{table: [row]})
    assert places(folder, "tanda-nilai") == ([(f"{table}.csv", column)] if told else [])


@pytest.mark.parametrize("column", ["nilai_pembilang", "nilai_penyebut"])
def test_no_part_of_what_is_counted_falls_below_zero(tmp_path, column):
    parts = {"nilai_pembilang": 5, "nilai_penyebut": 7} | {column: -5}
    folder = buat(tmp_path, indikator=COUNTED, kinerja=[kinerja(realisasi="", **parts)])
    assert ("kinerja.csv", column) in places(folder, "tanda-nilai")


@pytest.mark.parametrize(("targets", "told"), [((9, 8), False), ((9, 8, 7), True)])
def test_three_targets_are_a_direction(tmp_path, targets, told):
    plan = [{"indikator": "A1", "tahun": 2022 + n, "target": t} for n, t in enumerate(targets)]
    assert bool(temuan(buat(tmp_path, renstra=plan), "arah-target")) is told


def test_targets_are_read_by_year(tmp_path):
    plan = [{"indikator": "A1", "tahun": y, "target": y} for y in (2024, 2022, 2023)]
    assert temuan(buat(tmp_path, renstra=plan), "arah-target") == []
    falling = [{"indikator": "A1", "tahun": y, "target": 3000 - y} for y in (2023, 2022, 2024)]
    assert temuan(buat(tmp_path / "turun", renstra=falling), "arah-target")


@pytest.mark.parametrize(("year", "told"), [(2018, False), (2017, True), (2012, True)])
def test_a_lone_year_more_than_four_years_away_is_asked_about(tmp_path, year, told):
    """2023 is the year of the report: from 2018 four years are without a row, from 2017 five."""
    rows = [{"indikator": "A1", "tahun": year, "target": 1, "realisasi": 1}]
    assert bool(temuan(buat(tmp_path, riwayat=rows), "tahun-riwayat")) is told


def test_the_year_that_was_meant_is_named_where_there_is_one(tmp_path):
    years = (2012, 2018, 2019, 2020, 2021)
    rows = [{"indikator": "A1", "tahun": y, "target": 1, "realisasi": 1} for y in years]
    (found,) = temuan(buat(tmp_path, riwayat=rows), "tahun-riwayat")
    assert found.seharusnya == "2022"
    assert "5 tahun sesudahnya" in found.pesan
    (found,) = temuan(buat(tmp_path / "lagi", riwayat=rows[:4]), "tahun-riwayat")
    assert found.seharusnya == "2022"  # 2021 differs from 2012 by two digits
    (found,) = temuan(buat(tmp_path / "dua", riwayat=rows[:2]), "tahun-riwayat")
    assert found.seharusnya is None  # 2019 or 2022


def test_an_old_year_that_two_indicators_have_is_no_slip(tmp_path):
    rows = [
        {"indikator": kode, "tahun": 2012, "target": 1, "realisasi": 1} for kode in ("A1", "A2")
    ]
    two = [indikator(), indikator(kode="A2", nama="Cakupan listrik")]
    folder = buat(tmp_path, indikator=two, kinerja=[kinerja(), kinerja("A2")], riwayat=rows)
    assert temuan(folder, "tahun-riwayat") == []


@pytest.mark.parametrize(
    ("above", "below", "target", "told"),
    [
        (90, 60, 100, True),  # 150 percent of a target of 100
        (89, 60, 100, False),
        (60, 60, 40, False),  # all of it is no more than the whole
        (61, 60, 40, True),
        (90, 60, 101, False),  # a target above the whole was meant
        (61, 60, 68, False),  # near the target
    ],
)
def test_a_part_larger_than_its_whole_and_far_from_the_target(tmp_path, above, below, target, told):
    row = kinerja(target=target, realisasi="", nilai_pembilang=above, nilai_penyebut=below)
    assert bool(temuan(buat(tmp_path, kinerja=[row]), "bagian-tertukar")) is told


def murni(kode, pagu, before=""):
    return anggaran(kode, pagu, pagu, pagu_murni_rp=before)


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([murni("1.02", 300, 280), murni("1.02.01", 100, 90), murni("1.02.02", 200)], True),
        ([murni("1.02", 300, 290), murni("1.02.01", 100, 90), murni("1.02.02", 200)], False),
        ([murni("1.02", 300), murni("1.02.01", 100, 90), murni("1.02.02", 200)], False),
        ([murni("1.02", 300, 280), murni("1.02.01", 100, 90), murni("1.02.02", 200, 200)], False),
        ([murni("1.02", 301, 280), murni("1.02.01", 100, 90), murni("1.02.02", 200)], False),
    ],
)
def test_an_empty_budget_before_the_change_is_the_budget(tmp_path, rows, told):
    assert bool(temuan(buat(tmp_path, anggaran=rows), "pagu-murni")) is told


def test_lines_that_contradict_their_own_details_say_nothing_of_the_change(tmp_path):
    """The pagu of the middle line is not that of its details, which the sums tell."""
    rows = [
        murni("1.02", 300, 290),
        murni("1.02.01", 100, 90),
        murni("1.02.02", 200),
        murni("1.02.02.01", 150),
    ]
    assert temuan(buat(tmp_path, anggaran=rows), "pagu-murni") == []


@pytest.mark.parametrize(
    ("measure", "held"), [("anggaran.pagu_rp", True), ("kinerja.banyak", False)]
)
def test_only_claims_of_money_wait_for_the_budget(tmp_path, measure, held):
    rows = [anggaran("1.02", 999, 90), anggaran("1.02.01", 137, 90)]
    folder = buat(tmp_path, anggaran=rows, klaim=[klaim(measure, 77, satuan="rupiah")])
    told = [each for each in temuan(folder) if each.berkas == "klaim.csv"]
    assert told
    assert any("jangan ubah angka ini" in each.saran for each in told) is held
    if held:
        assert not any(each.perbaikan for each in told)
