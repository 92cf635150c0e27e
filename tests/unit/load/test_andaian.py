"""An assumed cell is read as a cell of a file, knows that it was assumed, and stays in memory."""

from __future__ import annotations

from decimal import Decimal

import pytest
from kecil import anggaran, buka, indikator, kinerja

from lkipnb.asal import Sel
from lkipnb.load.andaian import Andai, diandaikan
from lkipnb.model import Batas

CELL = ("kinerja", "indikator=A1")


def test_an_assumed_number_is_read_in_indonesian_notation_and_knows_that_it_was_assumed(tmp_path):
    lk = buka(tmp_path)
    data, faults = diandaikan(lk.data, [Andai(*CELL, "realisasi", "55,5")])
    assert faults == []
    assert data.kinerja.realisasi.iloc[0] == Decimal("55.5")
    assert data.kinerja.realisasi.iloc[0].asal == Sel("andaian/kinerja", "realisasi", 2)
    assert lk.data.kinerja.realisasi.iloc[0] == 50


def test_a_target_may_be_a_bound_and_a_realisasi_may_be_emptied(tmp_path):
    cells = [Andai(*CELL, "target", "<= 40"), Andai(*CELL, "realisasi", "")]
    data, faults = diandaikan(buka(tmp_path).data, cells)
    assert faults == []
    assert isinstance(data.kinerja.target.iloc[0], Batas)
    assert data.kinerja.realisasi.iloc[0] is None


def test_the_way_of_measuring_may_be_assumed(tmp_path):
    data, faults = diandaikan(
        buka(tmp_path).data, [Andai("profil", "", "pengukuran.batas_capaian", "100")]
    )
    assert faults == []
    assert data.profil.pengukuran.batas_capaian == 100


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        (Andai(*CELL, "realisasi", "banyak"), "kinerja.csv, baris 2, kolom realisasi"),
        (Andai(*CELL, "indikator", "A2"), "diharapkan salah satu dari kolom"),
        (Andai("kinerja", "indikator=Z9", "realisasi", "1"), "tepat satu baris, cocok dengan 0"),
        (Andai("../rahasia", "a=b", "c", "1"), "tabel ini tidak ada"),
        (Andai("profil", "", "kepala.nama", "x"), "diharapkan salah satu dari: pengukuran.skala"),
        (Andai("profil", "", "pengukuran.batas_capaian", "-1"), "diharapkan lebih dari 0"),
        (Andai(*CELL, "target", "9" * 300), "terlalu panjang"),
    ],
)
def test_what_cannot_be_assumed_is_told_and_changes_nothing(tmp_path, cell, told):
    lk = buka(tmp_path)
    data, faults = diandaikan(lk.data, [cell])
    assert len(faults) == 1
    assert told in str(faults[0])
    assert data.kinerja.equals(lk.data.kinerja)
    assert data.profil == lk.data.profil


def test_all_faults_are_told_at_once(tmp_path):
    lk = buka(
        tmp_path,
        indikator=[indikator()],
        kinerja=[kinerja()],
        anggaran=[anggaran("1.01", 10, 5)],
    )
    cells = [
        Andai(*CELL, "realisasi", "x"),
        Andai("anggaran", "kode_rekening=1.01", "pagu_rp", "sepuluh"),
    ]
    assert len(diandaikan(lk.data, cells)[1]) == 2
