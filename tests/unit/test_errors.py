"""What a message shows of a value that a stranger typed."""

from __future__ import annotations

import pytest

from lkipnb.audit import Hasil
from lkipnb.audit.keluaran import FORMAT, layar, sebagai
from lkipnb.audit.temuan import GALAT, Temuan
from lkipnb.errors import Fault, UsageError, on_one_line, quote


def test_a_fault_stands_on_one_line_whatever_a_heading_holds():
    fault = Fault("kinerja.csv", 1, None, None, "kolom a\nb\u2028c tidak dikenal")
    assert str(fault) == "kinerja.csv, baris 1; kolom a b c tidak dikenal"


def test_of_a_very_long_value_the_beginning_is_shown():
    shown = quote("5379014101850003 " + "x" * 200_000)
    assert shown.startswith("“53••")
    assert len(shown) == 82


HOSTILE = "a\x1b]0;jahat\x07\x9b31m\u202eb.csv"


def test_a_name_that_would_act_on_a_terminal_is_shown_without_what_acts():
    for told in (str(Fault(HOSTILE, 1, None, HOSTILE, "x")), str(UsageError(HOSTILE))):
        assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(told)
        assert "a�]0;jahat��31m�b.csv" in told


@pytest.mark.parametrize("form", FORMAT)
def test_a_finding_about_such_a_name_acts_in_no_form(form):
    found = Temuan("uji", GALAT, HOSTILE, None, HOSTILE, HOSTILE, None, HOSTILE, "", "")
    told = Hasil("contoh", 2023, False, (found,), (), ())
    for shown in (sebagai(form, told), layar(told, lebar=100)):
        assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(shown)


def test_no_name_forges_a_line_of_the_findings():
    forged = "a.md\nGALAT      00000000  b.csv"
    found = Temuan("uji", GALAT, forged, None, None, None, None, forged, forged, forged)
    lines = sebagai("text", Hasil("contoh", 2023, False, (found,), (), ())).split("\n")
    assert [line.split()[0] for line in lines] == ["GALAT", "a.md", "Sebab:", "Saran:", "contoh"]


def test_line_ends_in_a_value_become_one_blank_whatever_stands_around_them():
    assert on_one_line("satu  \n\t dua\n\n\ntiga") == "satu dua tiga"
    assert on_one_line(" " * 30_000 + "x") == " " * 30_000 + "x"
