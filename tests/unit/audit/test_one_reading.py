"""One command reads each year once, and checks the contracts once per state of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from types import SimpleNamespace

import pytest
from conftest import OPD, ROOT, TAHUN
from shipped import DATA

import lkipnb
from lkipnb import workbook
from lkipnb.audit import audit
from lkipnb.check import contracts
from lkipnb.cli import main
from lkipnb.load import dataset
from lkipnb.report import build

READ, CHECKED = "baca", "kontrak"


@pytest.fixture
def count(monkeypatch) -> Counter[str]:
    """How often a year is read from its files, and how often a contract is checked."""
    counted: Counter[str] = Counter()

    def counting(name: str, run: Callable) -> Callable:
        def wrapped(*args, **more):
            counted[name] += 1
            return run(*args, **more)

        return wrapped

    monkeypatch.setattr(dataset, "_printed", counting(READ, dataset._printed))
    monkeypatch.setattr(contracts, "faults", counting(CHECKED, contracts.faults))
    workbook._calculated.cache_clear()
    return counted


def test_a_check_reads_and_checks_the_year_once(count, capsys):
    main(["check", str(TAHUN), "--opd", OPD, "--data", str(DATA)])
    assert count == {READ: 1, CHECKED: 1}


def test_a_chapter_that_shows_the_findings_reads_once_and_checks_both_states(count):
    lk = lkipnb.open(OPD, TAHUN, data=DATA)
    assert lk.pemeriksaan
    assert count == {READ: 1, CHECKED: 2}


def test_a_year_without_corrections_is_checked_once_with_each_year_before_it(count):
    lk = lkipnb.open("contoh", 2023, data=DATA)
    assert lk.pemeriksaan
    assert count == {READ: 3, CHECKED: 3}


def test_a_report_judges_the_year_that_it_has_opened(count):
    order = SimpleNamespace(opd=OPD, tahun=TAHUN, data=DATA, notebooks=ROOT / "notebooks")
    assert build._judged(order, lkipnb.open(OPD, TAHUN, data=DATA)).temuan
    assert count == {READ: 1, CHECKED: 1}


@pytest.mark.parametrize("mentah", [True, False], ids=["as printed", "as corrected"])
@pytest.mark.parametrize(("opd", "tahun"), [(OPD, TAHUN), ("contoh", 2023)])
def test_what_was_loaded_already_is_judged_as_what_is_read_anew(opd, tahun, mentah):
    raw, mended = lkipnb.open(opd, tahun, data=DATA).pemeriksaan
    assert (raw if mentah else mended) == audit(opd, tahun, DATA, mentah=mentah)
