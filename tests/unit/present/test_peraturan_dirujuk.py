"""Every regulation that the rules of a report cite stands in its list."""

import pytest
from shipped import DATA

import lkipnb
from lkipnb.present.rujukan import peraturan_dirujuk


@pytest.mark.parametrize(
    ("opd", "tahun", "cited"),
    [
        ("contoh", 2023, {"permendagri-90-2019", "pmk-22-2021", "permenpanrb-88-2021"}),
        ("dinsos-flores-timur", 2020, {"permendagri-13-2006", "permenpanrb-88-2021"}),
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
