"""An origin in words, as the page tells it below the report."""

from __future__ import annotations

import pytest

from lkipnb.report.lineage.words import kata

TARGET, REALISASI = 'sel("kinerja", "target", 2)', 'sel("kinerja", "realisasi", 2)'
SAID = "pada “Target dan realisasi indikator” baris 2"


@pytest.mark.parametrize(
    ("ungkapan", "told"),
    [
        (
            f'(((k("2") * {TARGET}) - {REALISASI}) / {TARGET}) * k("100")',
            f"(2 × target {SAID} − realisasi {SAID}) ÷ target {SAID} × 100",
        ),
        (f'(({TARGET} + k("0")) + k("0"))', f"target {SAID}"),
        (
            f"{TARGET} - ({REALISASI} - {TARGET})",
            f"target {SAID} − (realisasi {SAID} − target {SAID})",
        ),
        ("banyak()", "tidak satu pun"),
        (f'({TARGET} - k("0")) * {REALISASI} / {REALISASI} / k("1")', f"target {SAID}"),
        (
            f'({TARGET} + {REALISASI}) / k("2")',
            f"rata-rata 2 nilai (target {SAID}; realisasi {SAID})",
        ),
        (
            f'(({TARGET} * sel("indikator", "bobot", 2)) + ({REALISASI} *'
            ' sel("indikator", "bobot", 3))) / jumlah("indikator", "bobot", "2-3")',
            "rata-rata tertimbang 2 nilai menurut bobot pada “Indikator kinerja utama” baris 2–3"
            f" (target {SAID}; realisasi {SAID})",
        ),
        (
            f'({TARGET} + {REALISASI}) / k("3")',
            f"(target {SAID} + realisasi {SAID}) ÷ 3",
        ),
    ],
)
def test_parentheses_stand_only_where_the_meaning_needs_them(ungkapan, told):
    assert kata(ungkapan) == told
