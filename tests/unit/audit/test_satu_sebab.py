"""What one mistake breaks in many places is one finding."""

from __future__ import annotations

from dataclasses import replace

import pytest
from kecil import anggaran, buat, indikator, kinerja, temuan
from shipped import DATA

from lkipnb.audit import Temuan, muat, periksa
from lkipnb.audit.temuan import CATATAN

TREE = {
    "1.02.01": (600, 540),
    "1.02.01.2.01": (250, 230),
    "1.02.01.2.01.01": (150, 143),
    "1.02.01.2.01.02": (100, 87),
    "1.02.01.2.02": (350, 310),
    "1.02.01.2.02.01": (190, 171),
    "1.02.01.2.02.02": (160, 139),
}


def lines(spent: list[int] | None = None, codes: list[str] | None = None) -> list:
    pairs = zip(TREE, TREE.values(), spent or [used for _, used in TREE.values()], strict=True)
    named = zip(codes or list(TREE), pairs, strict=True)
    rows = [anggaran(code, pagu, used) for code, (_, (pagu, _), used) in named]
    return [row | {"uraian": f"Baris {at}"} for at, row in enumerate(rows, start=2)]


def judged(folder) -> list[Temuan]:
    """What is said of the budget lines, but for what is missing."""
    found = [one for one in temuan(folder) if one.berkas == "anggaran.csv"]
    return [one for one in found if one.tingkat != CATATAN and one.aturan != "tak-tampil"]


def test_the_tree_is_sound(tmp_path):
    assert judged(buat(tmp_path, anggaran=lines())) == []


def true_again(found: Temuan, spent: list[int]) -> list[bool]:
    """Of the proposal or each possibility whether it gives every line its true amount again."""
    truth = {
        (at, str(used))
        for at, (_, used) in enumerate(TREE.values(), start=2)
        if used != spent[at - 2]
    }
    offered = [found.perbaikan] if found.perbaikan else [one.perbaikan for one in found.pilihan]
    return [{(one.baris, one.terkoreksi) for one in each} == truth for each in offered]


def test_a_column_shifted_up_is_one_finding(tmp_path):
    spent = [230, 143, 87, 310, 171, 139, 139]
    (found,) = judged(buat(tmp_path, anggaran=lines(spent)))
    assert "realisasi_rp baris 2–8 naik satu baris" in found.sebab
    assert true_again(found, spent) == [True]


def test_a_column_shifted_down_is_one_finding_that_leaves_open_where_it_ends(tmp_path):
    spent = [540, 540, 230, 143, 87, 310, 171]
    found, *more = judged(buat(tmp_path, anggaran=lines(spent)))
    assert more == []
    assert "realisasi_rp baris 2–8 turun satu baris" in found.sebab
    assert true_again(found, spent) == [False, True]


def test_a_line_under_the_code_of_another_group_is_one_finding(tmp_path):
    codes = list(TREE)
    codes[3] = "1.02.01.2.02.03"
    (found,) = judged(buat(tmp_path, anggaran=lines(codes=codes)))
    assert "di bawah baris 3, yaitu 1.02.01.2.01" in found.saran
    assert "baris 5" in found.saran


def test_whole_columns_exchanged_are_one_finding():
    sound = muat("contoh", 2023, DATA)
    frame = sound.data.anggaran.rename(
        columns={"pagu_rp": "realisasi_rp", "realisasi_rp": "pagu_rp"}
    )
    tables = {**sound.data.tables, "anggaran": frame[sound.data.anggaran.columns]}
    found, _ = periksa(replace(sound, data=replace(sound.data, tables=tables)))
    own = [t for t in found if t.berkas == "anggaran.csv" and t.tingkat != CATATAN]
    assert [t.aturan for t in own] == ["realisasi-pagu"]
    assert "kolom pagu_rp dan realisasi_rp tertukar" in own[0].sebab


@pytest.mark.parametrize(("then", "told"), [("10", True), ("10.1", False)])
def test_a_jump_is_seen_against_the_history_too(tmp_path, then, told):
    folder = buat(
        tmp_path,
        indikator=[indikator(satuan="orang")],
        kinerja=[kinerja(realisasi="80")],
        riwayat=[{"indikator": "A1", "tahun": 2022, "target": 60, "realisasi": then}],
    )
    assert bool(temuan(folder, "lonjakan")) is told


def test_a_history_of_an_earlier_year_is_no_last_year(tmp_path):
    folder = buat(
        tmp_path,
        indikator=[indikator(satuan="orang")],
        kinerja=[kinerja(realisasi="80")],
        riwayat=[{"indikator": "A1", "tahun": 2021, "target": 60, "realisasi": 10}],
    )
    assert temuan(folder, "lonjakan") == []
