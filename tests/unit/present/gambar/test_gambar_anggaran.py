"""The pictures of the budget: which lines are drawn, and what is said of those that are not."""

from __future__ import annotations

from kecil import anggaran, buka

from lkipnb.present.gambar.semua import DaftarGambar


def drawn(picture, column: str) -> list[float]:
    """The values of a column of what is drawn, from the top of the sheet down."""
    wanted = {column, "y"}
    rows = [
        row for rows in picture.spec["datasets"].values() for row in rows if wanted <= row.keys()
    ]
    return [row[column] for row in sorted(rows, key=lambda row: row["y"])]


def lines(*spent: object) -> list:
    """Programmes with a pagu of 100 each."""
    return [anggaran(f"1.02.{n:02}", 100, value) for n, value in enumerate(spent, start=1)]


def test_two_programmes_make_no_picture_and_three_do(tmp_path):
    assert buka(tmp_path / "a", anggaran=lines(50, 60)).gambar.anggaran_program() is None
    assert buka(tmp_path / "b", anggaran=lines(50, 60, 70)).gambar.anggaran_program()


def test_each_programme_has_a_bar_of_its_pagu_and_one_of_its_realisasi(tmp_path):
    picture = buka(tmp_path, anggaran=lines(50, 60, "")).gambar.anggaran_program()
    assert drawn(picture, "pagu") == [100, 100, 100]
    assert drawn(picture, "realisasi") == [50, 60, 0]
    assert picture.catatan == ("Batang muda: pagu; batang tua: realisasi.",)


def test_of_more_programmes_than_fit_on_a_page_the_lowest_absorption_is_drawn(tmp_path):
    spent = [100 - n for n in range(40)]
    picture = buka(tmp_path, anggaran=lines(*spent)).gambar.anggaran_program()
    shown = drawn(picture, "realisasi")
    assert 3 <= len(shown) < 40
    assert shown == spent[-len(shown) :]
    assert (
        f"Digambar {len(shown)} dari 40 program, yaitu yang serapannya terendah." in picture.catatan
    )


def test_the_largest_programme_and_its_share_are_told_in_words(tmp_path):
    budget = [*lines(50, 60), anggaran("1.02.03", 300, 300)]
    told = buka(tmp_path, anggaran=budget).gambar.anggaran_program().alt
    assert "Pagu terbesar Rp300 (60,00% dari seluruh belanja) pada Baris 1.02.03." in told
    assert "Serapan seluruhnya 82,00%." in told


def test_lines_are_drawn_from_the_lowest_absorption_up(tmp_path):
    picture = buka(tmp_path, anggaran=lines(70, 50, 60)).gambar.serapan_kegiatan()
    assert drawn(picture, "nilai") == [50, 60, 70]
    assert "Terendah 50,00% pada baris 1.02.02." in picture.alt


def test_a_line_below_the_whole_is_marked_and_one_on_it_is_not(tmp_path):
    picture = buka(tmp_path, anggaran=lines(50, 60, 70)).gambar.serapan_kegiatan()
    marked = {
        row["nilai"]: row["rendah"]
        for rows in picture.spec["datasets"].values()
        for row in rows
        if "rendah" in row
    }
    assert marked == {50: True, 60: False, 70: False}
    assert "1 di bawah serapan keseluruhan 60,00%." in picture.alt


def test_each_line_is_drawn_from_the_whole_to_its_own_absorption(tmp_path):
    picture = buka(tmp_path, anggaran=lines(50, 60, 70)).gambar.serapan_kegiatan()
    assert drawn(picture, "semua") == [60, 60, 60]
    marks = {layer["mark"]["type"] for layer in picture.spec["layer"]}
    assert {"rule", "circle"} <= marks


def test_up_to_fifteen_lines_all_are_drawn_and_of_more_those_below_the_whole(tmp_path):
    """Of sixteen lines twelve are spent in full."""
    fifteen = buka(tmp_path / "a", anggaran=lines(*[100] * 12, 10, 20, 30)).gambar
    sixteen = buka(tmp_path / "b", anggaran=lines(*[100] * 13, 10, 20, 30)).gambar
    assert len(drawn(fifteen.serapan_kegiatan(), "rendah")) == 15
    assert drawn(sixteen.serapan_kegiatan(), "rendah") == [True] * 3


def test_a_line_whose_absorption_is_not_known_is_not_drawn(tmp_path):
    picture = buka(tmp_path, anggaran=lines(50, 60, 70, "")).gambar.serapan_kegiatan()
    assert len(drawn(picture, "rendah")) == 3
    assert buka(tmp_path / "b", anggaran=lines(50, 60, "")).gambar.serapan_kegiatan() is None


def test_a_picture_that_is_not_declared_is_no_picture(lk):
    assert isinstance(lk.gambar, DaftarGambar)
    assert not hasattr(lk.gambar, "tidak_ada")
