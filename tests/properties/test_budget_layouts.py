"""One budget tree in random layouts is read as the same tree or refused, never as another."""

from __future__ import annotations

import random

import pytest
from budget_layouts import pohon, pohon_dari, tata, tulis

from lkipnb.errors import LkipError
from lkipnb.exchange.lra import Pilihan, baca
from lkipnb.exchange.lra.kolom import PAGU, REALISASI


@pytest.mark.parametrize("start", range(0, 200, 20))
def test_a_budget_in_any_layout_is_the_same_tree_or_refused(tmp_path, start):
    read = 0
    for seed in range(start, start + 20):
        rng = random.Random(seed)
        lines = pohon(rng)
        layout = tata(rng, lines)
        path = tulis(layout, tmp_path, seed, excel=rng.random() < 0.5)
        try:
            found = baca(path, Pilihan(tahun=layout.tahun, satuan=layout.satuan))
        except LkipError:
            continue
        if found.selisih:
            continue
        read += 1
        told = [(b.kode, b.uraian, b.jumlah[PAGU], b.jumlah[REALISASI]) for b in found.baris]
        assert told == pohon_dari(lines, layout), (seed, layout.ciri)
    assert read
