"""What a message shows of a value that a stranger typed."""

from __future__ import annotations

from lkipnb.errors import Fault, quote


def test_a_fault_stands_on_one_line_whatever_a_heading_holds():
    fault = Fault("kinerja.csv", 1, None, None, "kolom a\nb\u2028c tidak dikenal")
    assert str(fault) == "kinerja.csv, baris 1; kolom a b c tidak dikenal"


def test_of_a_very_long_value_the_beginning_is_shown():
    shown = quote("5379014101850003 " + "x" * 200_000)
    assert shown.startswith("“53••")
    assert len(shown) == 82
