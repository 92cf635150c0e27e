"""Corrections fit exactly, or are refused."""

import pandas as pd
import pytest

from lkipnb.load.corrections import apply

PRINTED = {
    "anggaran": pd.DataFrame(
        [["01", "A", "10"], ["01", "B", "20"], ["02", "C", ""]],
        columns=["kode", "uraian", "pagu_rp"],
        index=[2, 3, 4],
        dtype=object,
    )
}


def entry(kunci="kode=02", kolom="pagu_rp", tercetak=None, terkoreksi="30", tabel="anggaran"):
    return {
        "kode": "C01",
        "tabel": tabel,
        "kunci": kunci,
        "kolom": kolom,
        "tercetak": tercetak,
        "terkoreksi": terkoreksi,
        "alasan": "x",
        "bukti": "y",
    }


def mend(*entries):
    return apply(
        PRINTED,
        pd.DataFrame(entries, index=range(2, 2 + len(entries)), dtype=object),
        "koreksi.csv",
    )


def test_a_correction_replaces_the_printed_cell():
    mended, faults = mend(entry())
    assert not faults
    assert list(mended["anggaran"].pagu_rp) == ["10", "20", "30"]
    assert list(PRINTED["anggaran"].pagu_rp) == ["10", "20", ""]


def test_a_row_printed_once_too_often_is_dropped():
    mended, faults = mend(entry("kode=01; uraian=B", "*", None, "(hapus)"))
    assert not faults
    assert list(mended["anggaran"].index) == [2, 4]


def test_entries_match_what_was_printed_so_their_order_does_not_matter():
    first, second = (
        entry("kode=01; uraian=A", tercetak="10", terkoreksi="20"),
        entry("kode=01; uraian=B", tercetak="20", terkoreksi="10"),
    )
    for order in ((first, second), (second, first)):
        mended, faults = mend(*order)
        assert not faults
        assert list(mended["anggaran"].pagu_rp) == ["20", "10", ""]


@pytest.mark.parametrize(
    ("change", "column", "word"),
    [
        ({"tabel": "anggarn"}, "tabel", "diharapkan salah satu dari"),
        ({"kunci": "kode=99"}, "kunci", "cocok dengan 0"),
        ({"kunci": "kode=01"}, "kunci", "cocok dengan 2"),
        ({"kunci": "nama=01"}, "kunci", "diharapkan kolom=nilai"),
        ({"kunci": None}, "kunci", "diharapkan kolom=nilai"),
        ({"kolom": "pagu"}, "kolom", "salah satu dari"),
        ({"tercetak": "99"}, "tercetak", "sel itu berisi"),
        ({"kolom": "*"}, "terkoreksi", "(hapus)"),
    ],
)
def test_a_correction_that_matches_no_cell_is_refused_by_name(change, column, word):
    _, (fault,) = mend(entry() | change)
    assert (fault.file, fault.row, fault.column) == ("koreksi.csv", 2, column)
    assert word in fault.expected
