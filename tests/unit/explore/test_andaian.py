"""What if: the answer follows from the data by the calculators of the report, and the data stay
as they are.
"""

from __future__ import annotations

from decimal import Decimal

import pytest
from kecil import anggaran, buka, indikator, kinerja

import lkipnb
from lkipnb.errors import DataError, UsageError
from lkipnb.explore import Andai, Andaian, bagaimana_jika, terapkan


def andaian(*cells, opd="kecil", tahun=2023) -> Andaian:
    return Andaian("Uji", opd, tahun, cells)


def realisasi(kode: str, nilai: str) -> Andai:
    return Andai("kinerja", f"indikator={kode}", "realisasi", nilai)


def test_another_realisasi_changes_the_agency_and_not_the_data(lk):
    before = lk.data.kinerja.copy()
    results = bagaimana_jika(lk, "IKU-4", Decimal(100))
    assert f"{results.capaian_opd.capaian_persen:.2f}" == "74.46"
    assert results.capaian_opd.predikat == "Cukup Berhasil"
    assert lk.data.kinerja.equals(before)
    assert lk.hasil.capaian_opd.predikat == "Kurang Berhasil"


def test_a_realisasi_that_follows_from_its_parts_can_be_asked_too():
    contoh = lkipnb.open("contoh", 2023)
    results = bagaimana_jika(contoh, "IK-02", Decimal(46))
    assert results.capaian.set_index("kode").capaian_persen["IK-02"] == 50
    assert contoh.hasil.capaian.set_index("kode").capaian_persen["IK-02"] > 100


def test_a_realisasi_that_follows_from_other_indicators_can_be_asked_too(tmp_path):
    derived = indikator(kode="A2", turunan="rata-rata", turunan_dari="A1")
    lk = buka(
        tmp_path,
        indikator=[indikator(), derived],
        kinerja=[kinerja("A1", 100, 50), kinerja("A2", 100, "")],
    )
    then = terapkan(lk, andaian(realisasi("A2", "80")))
    assert [row.capaian_persen for row in then.results.capaian] == [50, 80]


def test_what_is_assumed_gives_the_figures_of_a_year_that_has_it(tmp_path):
    """The same inputs, typed into the tables, give the same report."""
    cells = (
        realisasi("A1", "58"),
        Andai("anggaran", "kode_rekening=1.01.01", "realisasi_rp", "7"),
        Andai("profil", "", "pengukuran.batas_capaian", "95"),
    )
    lines = [anggaran("1.01", 10, 5), anggaran("1.01.01", 10, 5)]
    lk = buka(tmp_path / "a", anggaran=lines)
    typed = buka(
        tmp_path / "b",
        {"batas_capaian": 95},
        kinerja=[kinerja("A1", 60, 58)],
        anggaran=[anggaran("1.01", 10, 7), anggaran("1.01.01", 10, 7)],
    )
    then = terapkan(lk, andaian(*cells))
    assert then.results.capaian_opd == typed.results.capaian_opd
    assert then.results.anggaran.jumlah == typed.results.anggaran.jumlah
    assert then.tabel.capaian_iku().csv == typed.tabel.capaian_iku().csv
    assert then.tabel.anggaran().csv == typed.tabel.anggaran().csv


def test_a_scenario_without_changes_gives_the_figures_of_the_report(lk):
    same = terapkan(lk, Andaian("", "dinsos-flores-timur", 2020))
    assert same.results.capaian == lk.results.capaian
    assert same.results.anggaran == lk.results.anggaran
    assert same.results.capaian_opd == lk.results.capaian_opd


def test_another_scale_gives_other_predicates(lk):
    other = Andai("profil", "", "pengukuran.skala", "permendagri-91-76-66-51")
    then = terapkan(lk, Andaian("", "dinsos-flores-timur", 2020, (other,)))
    assert then.results.capaian_opd.predikat == "Sedang"


def test_an_amount_that_is_a_sum_cannot_be_assumed(tmp_path):
    lk = buka(tmp_path, anggaran=[anggaran("1.01", 10, 5), anggaran("1.01.01", 10, 5)])
    with pytest.raises(DataError, match="jumlah dari baris di bawahnya"):
        terapkan(lk, andaian(Andai("anggaran", "kode_rekening=1.01", "realisasi_rp", "7")))


def test_what_breaks_a_contract_is_refused(lk):
    unknown = Andai("profil", "", "pengukuran.skala", "tidak-ada")
    with pytest.raises(DataError, match="ordinal-90-80-70-60"):
        terapkan(lk, Andaian("", "dinsos-flores-timur", 2020, (unknown,)))


def test_a_scenario_of_another_year_is_refused(lk):
    with pytest.raises(UsageError, match="dibuat untuk contoh tahun 2023"):
        terapkan(lk, Andaian("Uji", "contoh", 2023))


def test_a_cell_is_assumed_once():
    once = andaian(realisasi("A1", "1")).dengan(realisasi("A1", "2"))
    assert once.andai == (realisasi("A1", "2"),)
    assert once.tanpa(realisasi("A1", "")).andai == ()
