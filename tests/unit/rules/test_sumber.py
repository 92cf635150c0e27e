"""Which money is the agency's own, by the name of its source."""

from __future__ import annotations

import pytest

from lkipnb.model import SumberDanaOpd
from lkipnb.rules import rules
from lkipnb.rules.sumber import Lingkup, lingkup

KNOWN = rules(2023).sumber_dana


@pytest.mark.parametrize(
    ("name", "scope"),
    [
        (None, Lingkup.APBD),
        ("DAK Fisik", Lingkup.APBD),
        ("Dana APBN", Lingkup.LAIN),
        ("APBD dan APBN", Lingkup.CAMPUR),
        # A word within a word says nothing.
        ("Dakwah", Lingkup.ASING),
        ("Modak", Lingkup.ASING),
        ("Sumbangan warga", Lingkup.ASING),
    ],
)
def test_a_source_is_known_by_the_words_of_its_name(name, scope):
    assert lingkup(name, SumberDanaOpd(), KNOWN) is scope


def test_what_the_agency_states_comes_before_the_words():
    stated = SumberDanaOpd(apbd=("Sumbangan warga",), lain=("dak fisik",))
    assert lingkup("sumbangan WARGA", stated, KNOWN) is Lingkup.APBD
    assert lingkup("DAK Fisik", stated, KNOWN) is Lingkup.LAIN
