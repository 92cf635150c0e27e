"""The efficiency of a sasaran compares its capaian with the money of that capaian only."""

import pytest
from kecil import OPD, TAHUN, buat, indikator, kinerja

import lkipnb

BOTH = [indikator(), indikator(kode="A2", nama="Lain")]
LINES = [
    {"kode_rekening": code, "uraian": "Program", "pagu_rp": "100", "realisasi_rp": "90"}
    for code in ("1.02.01", "1.02.02")
]


def efisiensi(folder, realisasi, dukungan):
    linked = [{"kode": kode, "kode_rekening": code} for kode, code in dukungan.items()]
    rows = [kinerja(), kinerja("A2", realisasi=realisasi)]
    buat(folder, indikator=BOTH, kinerja=rows, anggaran=LINES, dukungan=linked)
    (row,) = lkipnb.open(OPD, TAHUN, data=folder).results.efisiensi_sasaran
    return row


@pytest.mark.parametrize(
    ("realisasi", "dukungan", "left"),
    [
        ("50", {"A1": "1.02.01", "A2": "1.02.02"}, ()),
        ("", {"A1": "1.02.01", "A2": "1.02.02"}, ("A2",)),
        ("n/a", {"A1": "1.02.01", "A2": "1.02.02"}, ("A2",)),
        ("", {"A1": "1.02.01"}, ()),
        ("", {"S1": "1.02.01"}, ("A2",)),
        ("n/a", {"S1": "1.02.01"}, ()),
    ],
)
def test_money_of_an_indicator_without_capaian_leaves_no_efficiency(
    tmp_path, realisasi, dukungan, left
):
    row = efisiensi(tmp_path, realisasi, dukungan)
    assert row.tanpa_capaian == left
    assert (row.a is None) == (row.ne is None) == bool(left)
