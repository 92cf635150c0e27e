"""An origin is told without the steps that change nothing."""

from __future__ import annotations

import pytest

from lkipnb.asal.penyederhanaan import sederhana, suku
from lkipnb.asal.ungkapan import Aturan, Operasi, Tetapan

A, B, NOTHING, ONE = Tetapan("7"), Tetapan("9"), Tetapan("0"), Tetapan("1")


@pytest.mark.parametrize(
    ("told", "plain"),
    [
        (Operasi("+", A, NOTHING), A),
        (Operasi("+", NOTHING, A), A),
        (Operasi("-", A, NOTHING), A),
        (Operasi("-", NOTHING, A), Operasi("-", NOTHING, A)),
        (Operasi("*", A, ONE), A),
        (Operasi("/", A, ONE), A),
        (Operasi("/", Operasi("*", A, B), B), A),
        (Operasi("/", Operasi("*", A, B), A), Operasi("/", Operasi("*", A, B), A)),
        (Operasi("+", Operasi("*", A, ONE), NOTHING), A),
        (Aturan("bulat", (Operasi("+", A, NOTHING),)), Aturan("bulat", (A,))),
    ],
)
def test_a_step_that_changes_nothing_is_left_out(told, plain):
    assert sederhana(told) == plain


def test_a_sum_is_taken_apart_from_left_to_right_and_nothing_else():
    product = Operasi("*", A, B)
    assert suku(Operasi("+", Operasi("+", A, B), product)) == [A, B, product]
    assert suku(Operasi("-", A, B)) == [Operasi("-", A, B)]
