"""What one year is computed from: the standard beside the realisasi, an earlier year, the words of
a formula.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import kecil
import pytest

from lkipnb.calculate.rumus import RUMUS
from lkipnb.calculate.setahun import DIBACA, capaian_setahun
from lkipnb.calculate.standar import terhadap_standar
from lkipnb.calculate.telusur import ARTI, ATURAN


def standard(lingkup: str, nilai: str) -> kecil.Row:
    return {"indikator": "A1", "lingkup": lingkup, "nilai": nilai, "sumber": "Dokumen"}


def test_a_realisasi_stands_beside_each_standard_by_the_formula_of_its_indicator(tmp_path):
    own = kecil.indikator(polaritas="turun")
    lk = kecil.buka(
        tmp_path,
        indikator=[own],
        kinerja=[kecil.kinerja(target="20", realisasi="15")],
        standar=[standard("nasional", "14"), standard("provinsi", "15")],
    )
    national, provincial = lk.results.standar
    assert (national.lingkup, national.memenuhi) == ("nasional", False)
    assert (provincial.persen, provincial.memenuhi) == (100, True)


def test_what_was_not_reported_meets_no_standard_and_says_so(tmp_path):
    lk = kecil.buka(
        tmp_path,
        kinerja=[kecil.kinerja(realisasi="")],
        standar=[standard("nasional", "14")],
    )
    (row,) = lk.results.standar
    assert (row.persen, row.memenuhi, row.keterangan) == (None, None, "realisasi belum dilaporkan")


def test_without_a_standard_there_is_no_row(tmp_path):
    lk = kecil.buka(tmp_path)
    assert terhadap_standar(lk.results.capaian, [], None) == ()


def test_an_earlier_year_is_measured_from_the_few_tables_that_are_read_of_it(tmp_path):
    """What `DIBACA` leaves out changes no capaian."""
    quarters = [
        {"indikator": "A1", "triwulan": number, "realisasi": "3"} for number in ("1", "2", "3", "4")
    ]
    lk = kecil.buka(
        tmp_path,
        indikator=[kecil.indikator(triwulan="jumlah")],
        kinerja=[kecil.kinerja(realisasi="")],
        triwulan=quarters,
        anggaran=[kecil.anggaran("1.06.01", 100, 60)],
        dukungan=[{"kode": "A1", "kode_rekening": "1.06.01"}],
    )
    kept = {name: frame for name, frame in lk.data.tables.items() if name in DIBACA}
    less = {name: frame.iloc[:0] for name, frame in lk.data.tables.items() if name not in DIBACA}
    alone = replace(lk.data, tables={**less, **kept})
    assert lk.results.capaian[0].realisasi == 12
    assert capaian_setahun(alone, lk.rules) == lk.results.capaian


@pytest.mark.parametrize("formula", sorted(RUMUS))
def test_every_step_of_a_formula_is_told_in_words_and_can_be_computed_again(formula):
    steps = RUMUS[formula].langkah
    assert steps.keys() <= ATURAN.keys()
    assert all(ARTI[name] for name in steps)


def test_a_cap_and_a_floor_are_computed_again_as_they_are_told():
    assert ATURAN["paling_tinggi"](Decimal(140), Decimal(120)) == 120
    assert ATURAN["paling_rendah"](Decimal(-3), Decimal(0)) == 0
    assert ARTI["paling_tinggi"] == "yang lebih kecil di antara"


def test_a_sasaran_is_followed_by_the_indicators_that_it_has_now(tmp_path):
    """What an earlier year knows of them, by their codes."""
    lk = kecil.buka(
        tmp_path,
        indikator=[kecil.indikator(), kecil.indikator(kode="A2")],
        kinerja=[kecil.kinerja(), kecil.kinerja("A2")],
        riwayat=[
            {"tahun": 2021, **kecil.kinerja("A1", "60", "30")},
            {"tahun": 2022, **kecil.kinerja("A1", "60", "45")},
            {"tahun": 2022, **kecil.kinerja("A2", "60", "60")},
        ],
    )
    past = lk.results.lampau_sasaran
    assert {year: rows[0].capaian_persen for year, rows in past.items()} == {
        2021: 50,
        2022: Decimal("87.5"),
    }
    assert past[2021][0].banyak_terhitung == 1
