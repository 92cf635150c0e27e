"""The sheet of a chart: everything has its place, whatever the texts and the values."""

from __future__ import annotations

import pytest
from baris import baris
from hypothesis import given
from hypothesis import strategies as st

from lkipnb.model import BarisAnggaran, Perbandingan
from lkipnb.present.gambar import panel, sumbu
from lkipnb.present.gambar.lembar import PLOT, TEPI, lembar
from lkipnb.present.gambar.pilih import berlainan, terendah
from lkipnb.present.gambar.tema import BARIS, KECIL, LEBAR, TERTINGGI, UKURAN
from lkipnb.present.huruf import lebar

PERCENT = st.floats(-200, 20_000, allow_subnormal=False)
NAMES = st.text(st.sampled_from("abcdefgW .,/"), min_size=1, max_size=140)


@given(st.lists(st.tuples(NAMES, NAMES), min_size=1, max_size=12))
def test_labels_marks_and_words_stand_beside_each_other_on_the_sheet(rows):
    sheet = lembar([name for name, _ in rows], [words for _, words in rows])
    assert sheet.kiri + sheet.plot + sheet.kanan + 2 * TEPI == pytest.approx(LEBAR)
    assert sheet.plot >= PLOT - 1
    for name, words, height in zip(sheet.label, sheet.kata, sheet.tinggi_baris, strict=True):
        assert all(lebar(line, UKURAN) <= sheet.kiri for line in name)
        assert all(lebar(line, UKURAN) <= sheet.kanan for line in words)
        assert height >= max(len(name), len(words)) * BARIS


def test_two_rows_of_one_name_have_a_row_each():
    sheet = lembar(["Belanja Barang dan Jasa"] * 7, ["98,43%"] * 7)
    assert len(set(sheet.tengah)) == 7


def test_lines_of_one_name_get_their_code():
    pairs = (("A", "1"), ("B", "2"), ("A", "3"))
    rows = [baris(BarisAnggaran, uraian=name, kode_rekening=kode) for name, kode in pairs]
    assert berlainan(rows) == ["A 1", "B", "A 3"]


def test_as_many_rows_as_fit_are_drawn_the_lowest_and_in_their_order():
    rows = [baris(BarisAnggaran, serapan_persen=value) for value in (90, None, 70, 80)]
    assert terendah(rows, "serapan_persen", [300] * 4, TERTINGGI) == rows[2:]
    assert terendah(rows, "serapan_persen", [100] * 4, TERTINGGI) == rows


@given(st.lists(PERCENT, min_size=1, max_size=8), st.floats(PLOT, 500))
def test_an_axis_of_points_holds_them_and_tells_values_that_do_not_touch(values, plot):
    axis = sumbu.titik(values, plot)
    assert axis.dari <= min(values) <= max(values) <= axis.sampai
    step = plot / (len(axis.tanda) - 1)
    assert step >= 40
    assert (axis.tanda[0], axis.tanda[-1]) == pytest.approx((axis.dari, axis.sampai))


def test_an_axis_of_points_is_as_wide_as_they_are():
    assert sumbu.titik([78.45, 100], 300) == sumbu.Sumbu(75, 100, (75, 80, 85, 90, 95, 100))
    assert sumbu.titik([99.95, 100], 300) == sumbu.Sumbu(99, 100, (99, 100))


def test_the_note_tells_where_the_axis_that_is_drawn_begins(lk):
    picture = lk.gambar.serapan_kegiatan()
    axes = [
        layer["encoding"]["x"]
        for layer in picture.spec["layer"]
        if "scale" in layer["encoding"].get("x", {})
    ]
    assert {axis["scale"]["domain"][0] for axis in axes} == {75}
    assert "Sumbu mulai dari 75%, bukan dari nol." in picture.catatan[0]


def test_an_axis_that_begins_at_zero_needs_no_note():
    assert sumbu.titik([3, 100], 300).catatan == ()


def test_bars_begin_at_zero_and_the_target_is_told_before_its_neighbours():
    axis = sumbu.batang([50, 104], [100.0, 0.0, 104.0], 200)
    assert (axis.dari, axis.sampai, axis.tanda) == (0, 104, (0, 100))


YEARS = range(2019, 2024)


def panel_rows(*units: str) -> list[Perbandingan]:
    from decimal import Decimal

    values = {year: Decimal(1_000_000_000 + year) for year in YEARS}
    return [
        baris(Perbandingan, kode=f"IK-{n}", nama="Nilai", satuan=unit, deret=values)
        for n, unit in enumerate(units)
    ]


def test_panels_stand_beside_each_other_only_where_their_values_have_room():
    narrow, wide = (
        panel.tata(panel_rows(*["rupiah"] * 4), YEARS),
        panel.tata(panel_rows(*["orang"] * 4), YEARS),
    )
    for panels, text in ((narrow, "Rp1,00 miliar"), (wide, "1.000.002.023")):
        assert panels[0].lebar / len(YEARS) >= lebar(text, KECIL)
        assert max(panel.x + panel.lebar for panel in panels) <= LEBAR
