"""Where pictures stand: decided from where the marks and the pictures came to stand."""

from __future__ import annotations

from lkipnb.report.typst_child import ROOM, Letak


def mark(id: str, halaman: int, gambar: int | None = None, sisa: float = 100.0) -> dict:
    return {"id": id, "halaman": halaman, "gambar": gambar, "sisa": sisa}


def test_a_picture_on_the_page_of_its_mark_stands_there_and_another_floats():
    letak = Letak()
    assert letak.perbarui([mark("a", 3, 3), mark("b", 3, 4)])
    assert letak.masukan == {"di-sini": "a", "menunggu": ""}


def test_a_picture_that_standing_moves_off_its_page_floats_for_good():
    letak = Letak()
    for page in (3, 4, 3):
        letak.perbarui([mark("a", 3, page)])
    assert letak.di_sini == frozenset()
    assert not letak.perbarui([mark("a", 3, 3)])


def test_a_table_waits_for_a_picture_that_waits_where_little_room_is_left():
    waiting = mark("gambar", 3, 4)
    letak = Letak()
    letak.perbarui([waiting, mark("tabel", 3, sisa=ROOM - 1), mark("lain", 2, sisa=1)])
    assert letak.masukan["menunggu"] == "tabel"
    letak.perbarui([waiting, mark("tabel", 3, sisa=ROOM + 1)])
    assert letak.masukan["menunggu"] == ""


def test_nothing_changes_where_everything_stands_as_before():
    letak = Letak()
    assert not letak.perbarui([])
    letak.perbarui([mark("a", 3, 3)])
    assert not letak.perbarui([mark("a", 3, 3)])
