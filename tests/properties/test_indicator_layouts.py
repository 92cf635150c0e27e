"""Known indicators in random layouts are read as they are, or refused, never as others."""

from __future__ import annotations

import random
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from indicator_layouts import GROUPS, TAHUN, Tabel, harus, indikator, tabel

from lkipnb.errors import LkipError
from lkipnb.exchange.kinerja import Bacaan, Pilihan, baca
from lkipnb.exchange.kinerja.nilai import bilangan

# Layouts whose headings leave something open, so that a person is asked.
ASKED = {"perubahan"}


def understood(layout: Tabel) -> Bacaan | None:
    try:
        return baca(Path("tabel.xlsx"), [layout.lembar()], Pilihan(tahun=TAHUN))
    except LkipError:
        return None


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 10**6))
def test_indicators_in_any_layout_are_the_same_or_refused(seed):
    rng = random.Random(seed)
    lines = indikator(rng)
    layout = tabel(rng, lines)
    read = understood(layout)
    if read is None:
        return
    told = [(row.kata["sasaran"], row.nama, row.kata["satuan"]) for row in read.butir]
    assert told == [(line.sasaran, line.nama, line.satuan) for line in lines], layout.ciri
    for row, line in zip(read.butir, lines, strict=True):
        figures = {name: bilangan(text) for name, text in row.nilai.items()}
        assert figures == harus(line, layout), layout.ciri


def test_every_layout_that_leaves_nothing_open_is_read():
    seen: dict[str, bool] = dict.fromkeys(GROUPS, False)
    for seed in range(200):
        rng = random.Random(seed)
        layout = tabel(rng, indikator(rng))
        seen[layout.ciri[0]] |= understood(layout) is not None
    assert {name for name, was_read in seen.items() if not was_read} == ASKED
