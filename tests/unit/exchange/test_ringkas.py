"""Many refusals of one kind are told once, and none is lost."""

from __future__ import annotations

from lkipnb.errors import Fault
from lkipnb.exchange.ringkas import lepas, ringkas, tolak


def fault(row: int, expected: str = "diharapkan angka") -> Fault:
    return Fault("anggaran.csv", row, "pagu_rp", "x", expected)


def test_faults_of_one_kind_are_told_once_with_their_number_and_first_places():
    (told,) = ringkas([fault(row) for row in range(2, 8)])
    assert told.row == 2
    assert told.expected == "diharapkan angka (6 kali; juga baris 3, 4, 5, dan 2 lagi)"


def test_faults_that_differ_in_a_figure_or_a_quoted_word_are_of_one_kind():
    same = [fault(2, "jumlahnya 1.000, bukan “a”"), fault(3, "jumlahnya 2.000, bukan “b”")]
    assert len(ringkas(same)) == 1
    assert len(ringkas([fault(2), fault(3, "kosong")])) == 2


def test_cells_of_a_form_are_named_as_cells():
    faults = [
        Fault(f"lembar anggaran, sel C{row}", None, "pagu_rp", "x", "diharapkan angka")
        for row in (5, 6)
    ]
    (told,) = ringkas(faults)
    assert told.expected.endswith("(2 kali; juga sel C6)")


def test_the_whole_list_lies_beside_the_file_until_it_is_taken_away(tmp_path):
    file = tmp_path / "ekspor.xlsx"
    error = tolak([fault(row) for row in range(2, 8)], file)
    (beside,) = tmp_path.iterdir()
    assert len(beside.read_text(encoding="utf-8").splitlines()) == 6
    assert beside.name in str(error)
    lepas(file)
    assert list(tmp_path.iterdir()) == []


def test_single_faults_need_no_list(tmp_path):
    tolak([fault(2)], tmp_path / "ekspor.xlsx")
    assert list(tmp_path.iterdir()) == []


def test_a_list_is_never_written_through_a_link(tmp_path):
    target = tmp_path / "milik-lain.txt"
    target.write_text("utuh", encoding="utf-8")
    file = tmp_path / "ekspor.xlsx"
    tolak([fault(2), fault(3)], file)
    (beside,) = [path for path in tmp_path.iterdir() if path != target]
    beside.unlink()
    beside.symlink_to(target)
    tolak([fault(2), fault(3)], file)
    assert target.read_text(encoding="utf-8") == "utuh"
