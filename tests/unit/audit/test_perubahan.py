"""A changed budget that reached only one level is one finding with two readings."""

from __future__ import annotations

import pytest
from kecil import anggaran, buat, temuan

from lkipnb.audit.perubahan import MOST_TOLD


def tree(first: int, second: int, spent: int = 90) -> list:
    """Two groups of 200 with two lines each; the pagu of one line of each is given."""
    return [
        anggaran("1.02.02", 400, 360),
        anggaran("1.02.02.2.01", 200, 180),
        anggaran("1.02.02.2.01.01", first, spent),
        anggaran("1.02.02.2.01.02", 100, 90),
        anggaran("1.02.02.2.02", 200, 180),
        anggaran("1.02.02.2.02.01", second, 90),
        anggaran("1.02.02.2.02.02", 100, 90),
    ]


def found(folder, rows):
    return temuan(buat(folder, anggaran=rows), "jumlah-anggaran")


def test_two_groups_whose_lines_were_changed_are_one_finding(tmp_path):
    (told,) = found(tmp_path, tree(137, 164))
    assert (told.baris, told.kolom) == (6, "pagu_rp")  # the larger difference leads
    assert "2 induk" in told.pesan
    assert "baris 6 200, rinciannya 264" in told.pesan
    assert "baris 3 200, rinciannya 237" in told.pesan
    assert not told.perbaikan
    assert not told.pilihan


def test_both_readings_are_told(tmp_path):
    (told,) = found(tmp_path, tree(137, 100))
    assert "satu induk" in told.pesan
    assert "belum ke induknya" in told.sebab
    assert "induknya benar" in told.sebab


def test_printed_percentages_are_evidence(tmp_path):
    rows = tree(137, 100)
    rows[2] = rows[2] | {"serapan_persen": "65.69"}
    rows[1] = rows[1] | {"serapan_persen": "90.00"}
    (told,) = found(tmp_path, rows)
    assert "belum ke induknya (1 dari 1 persentasenya cocok)" in told.sebab
    assert "belum diubah (1 dari 1 persentasenya cocok)" in told.sebab


def test_a_line_whose_percentage_fails_was_not_changed_in_order(tmp_path):
    rows = tree(137, 100)
    rows[2] = rows[2] | {"serapan_persen": "90.00"}
    assert not any("pagu perubahan" in each.sebab for each in found(tmp_path, rows))


@pytest.mark.parametrize("spent", [91, 90])
def test_a_group_whose_realisasi_differs_too_is_no_change_of_budget(tmp_path, spent):
    told = found(tmp_path, tree(137, 100, spent))
    assert any("pagu perubahan" in each.sebab for each in told) is (spent == 90)


@pytest.mark.parametrize(("spent", "told"), [(137, True), (138, False)])
def test_a_line_that_spends_beyond_its_pagu_is_wrong_itself(tmp_path, spent, told):
    rows = tree(137, 100, spent)
    rows[0] = anggaran("1.02.02", 400, spent + 270)
    rows[1] = anggaran("1.02.02.2.01", 200, spent + 90)
    assert any("pagu perubahan" in each.sebab for each in found(tmp_path, rows)) is told


def test_a_parent_that_its_own_parent_contradicts_too_is_stale(tmp_path):
    rows = tree(137, 100)
    rows[0] = anggaran("1.02.02", 437, 360)
    told = found(tmp_path, rows)
    cells = {(c.baris, c.terkoreksi) for each in told for c in each.perbaikan}
    assert cells == {(3, "237")}


def test_a_slip_of_the_hand_explains_better(tmp_path):
    rows = tree(100, 100)
    rows[2] = anggaran("1.02.02.2.01.01", 1000, 90)
    told = found(tmp_path, rows)
    assert [each.perbaikan[0].terkoreksi for each in told if each.perbaikan] == ["100"]


@pytest.mark.parametrize("groups", [MOST_TOLD, MOST_TOLD + 1])
def test_many_groups_are_counted_and_the_largest_named(tmp_path, groups):
    rows = [anggaran("1.02.02", 200 * groups, 180 * groups)]
    for n in range(1, groups + 1):
        rows += [
            anggaran(f"1.02.02.2.0{n}", 200, 180),
            anggaran(f"1.02.02.2.0{n}.01", 123 + n, 90),
            anggaran(f"1.02.02.2.0{n}.02", 100, 90),
        ]
    (told,) = found(tmp_path, rows)
    assert told.pesan.startswith(f"pagu {groups} induk")
    assert told.pesan.count("rinciannya 2") == MOST_TOLD
    assert told.pesan.endswith("dan 1 lagi") is (groups > MOST_TOLD)
