"""Every regulation that the rules of a report cite stands in its list."""

import re

import pytest
from kecil import isi
from shipped import DATA

import lkipnb
from lkipnb.present.rujukan import peraturan_dirujuk


@pytest.mark.parametrize(
    ("opd", "tahun", "cited"),
    [
        ("contoh", 2023, {"permendagri-90-2019", "pmk-22-2021", "permenpanrb-88-2021"}),
        ("dinsos-flores-timur", 2020, {"permendagri-13-2006", "permenpanrb-53-2014"}),
    ],
)
def test_a_source_of_a_rule_in_use_is_listed(opd, tahun, cited):
    listed = {row.kode for row in peraturan_dirujuk(lkipnb.open(opd, tahun, data=DATA))}
    assert cited <= listed


def test_a_regulation_that_was_replaced_says_by_what():
    rows = lkipnb.open("contoh", 2023, data=DATA).data.peraturan
    replaced = dict(zip(rows.kode, rows.diganti_oleh, strict=True))
    assert replaced["permendagri-54-2010"] == "permendagri-86-2017"
    assert {code for code in replaced.values() if code} <= set(rows.kode)


def test_a_report_cites_no_regulation_that_was_issued_after_its_year():
    for opd, tahun in (("dinsos-flores-timur", 2020), ("contoh", 2023)):
        lk = lkipnb.open(opd, tahun, data=DATA)
        text = " ".join(str(cell) for row in isi(lk.tabel.peraturan()) for cell in row)
        cited = {int(year) for year in re.findall(r"Nomor \S+ Tahun (20[0-9]{2})", text)}
        assert cited
        assert max(cited) <= tahun


def test_what_replaced_a_regulation_in_the_year_itself_is_told():
    lk = lkipnb.open("dinsos-flores-timur", 2020, data=DATA)
    newer = {row[0]: row[-1] for row in isi(lk.tabel.peraturan())}
    told = newer["Peraturan Menteri Dalam Negeri Nomor 13 Tahun 2006"]
    assert told == "Peraturan Menteri Dalam Negeri Nomor 77 Tahun 2020"


def test_criteria_that_were_issued_later_do_not_judge_an_earlier_report():
    assert not lkipnb.open("dinsos-flores-timur", 2020, data=DATA).tabel.mutu()
    assert lkipnb.open("contoh", 2021, data=DATA).tabel.mutu()
