"""Every number in a message is in Indonesian notation."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from conftest import OPD, TAHUN
from shipped import DATA

from lkipnb.audit import audit
from lkipnb.bilangan import sebut, tulis

# A run of five digits or a decimal point, where it is no code, id, correction or file.
FOREIGN = re.compile(r"(?<![\w.,/-])(?:\d{5,}|\d+\.\d{1,2}(?![.\d]))(?![\w/-])")
CODE = re.compile(r"(?:kode|strategi|program|rekening)\s+[\d.]+", re.IGNORECASE)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Decimal("6353928630.80"), "6.353.928.630,80"),
        (Decimal("98.6"), "98,6"),
        (Decimal("-3.27"), "-3,27"),
        (11639, "11.639"),
        (0, "0"),
        ("WTP", "WTP"),
        (None, "None"),
    ],
)
def test_a_number_is_told_as_it_is_written_here(value, shown):
    assert sebut(value) == shown


def test_half_goes_up():
    assert tulis(Decimal("0.125"), 2) == "0,13"


@pytest.mark.parametrize(("opd", "tahun", "mentah"), [(OPD, TAHUN, True), ("contoh", 2021, True)])
def test_no_finding_tells_a_number_in_another_notation(opd, tahun, mentah):
    for found in audit(opd, tahun, DATA, mentah=mentah).temuan:
        for text in (found.pesan, found.sebab, found.saran):
            assert not FOREIGN.search(CODE.sub("", re.sub(r"“[^”]*”", "", text))), text
