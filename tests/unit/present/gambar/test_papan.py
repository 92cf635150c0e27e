"""The year at a glance: rows that fit, lines without years that are not known, no empty column."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import lxml.etree
import pytest
from kecil import anggaran, buka, indikator, kinerja

from lkipnb.present.gambar.papan import RUANG, Baris, Uang, papan, pita
from lkipnb.present.gambar.tema import LEBAR, UKURAN
from lkipnb.present.huruf import lebar

YEAR = 2023
MONEY = Uang(("pagu Rp11,27 miliar", "realisasi Rp11,02 miliar (97,79%)"), 97.79)


def row(nama: str = "Meningkatnya mutu", nilai: float | None = 90.0, **more) -> Baris:
    return Baris(nama, nilai, f"{nilai}  Baik", **more)


def board(*rows: Baris):
    return papan(rows, YEAR, 0.0, 120.0)


def known(**years: float) -> dict[int, Decimal | None]:
    return {int(year[1:]): Decimal(str(value)) for year, value in years.items()}


def test_without_years_and_money_the_bullets_take_the_whole_width():
    made = board(row())
    assert (made.tren, made.uang, made.tahun) == (None, None, ())
    assert sum(made.plot) == LEBAR


def test_each_column_keeps_its_own_room():
    made = board(row(deret=known(y2021=80), uang=MONEY))
    assert sum(made.plot) < made.tren < made.uang
    assert made.uang + made.lebar_uang == pytest.approx(LEBAR)
    assert made.plot[1] > 100


def test_a_line_breaks_where_a_year_is_not_known():
    made = board(row(deret={2019: Decimal(70), 2020: None, 2021: Decimal(80), 2022: Decimal(85)}))
    first, rest = made.letak[0].tren
    assert (len(first), len(rest)) == (1, 3)
    assert made.letak[0].kini == rest[-1]
    assert made.tahun == (2019, 2020, 2021, 2022, 2023)


def test_one_year_alone_is_no_line():
    made = board(row(deret={2022: None}))
    assert made.letak[0].tren == ()
    assert board(row(nilai=None, deret=known(y2022=80))).letak[0].tren == ()


def test_a_higher_value_stands_higher():
    (line,) = board(row(nilai=95.0, deret=known(y2021=80, y2022=70))).letak[0].tren
    heights = [y for _, y in line]
    assert heights[1] > heights[0] > heights[2]


def test_a_capaian_beyond_the_axis_stands_at_its_end():
    made = board(row())
    assert made.x(500) == made.x(120) == sum(made.plot)
    assert made.x(-9) == made.x(0) == made.plot[0]


@pytest.mark.parametrize("many", [1, 3, 12])
def test_rows_stand_below_each_other_and_twelve_fit_on_a_page(many):
    long = "Meningkatnya kesejahteraan sosial penyandang masalah kesejahteraan sosial"
    made = board(*(row(f"{n}. {long}", uang=MONEY) for n in range(many)))
    for above, below in pairwise(made.letak):
        assert above.y + above.tinggi == pytest.approx(below.y)
    texts = [(place, line) for place in made.letak for line in (*place.nama, *place.kata)]
    assert all(place.y < y < place.y + place.tinggi for place, (y, _) in texts)
    assert made.tinggi <= RUANG


def test_key_figures_do_not_touch():
    figures = [
        ("69,25%", "rata-rata capaian (Kurang Berhasil)"),
        ("3 dari 9", "indikator mencapai target"),
        ("Rp6,35 miliar", "anggaran"),
        ("98,60%", "anggaran terserap"),
    ]
    starts = pita(figures)
    ends = [x + lebar(words, UKURAN) for x, (_, words) in zip(starts, figures, strict=True)]
    assert all(end + 10 < start for end, start in zip(ends, starts[1:], strict=False))
    assert ends[-1] <= LEBAR


# The picture itself, of small agencies of every kind.


def words(lk) -> list[str]:
    svg = lxml.etree.fromstring(lk.gambar.setahun().svg)
    return ["".join(text.itertext()) for text in svg.iter("{*}text")]


def sasaran(many: int):
    goals = [{"kode": f"S{n}", "uraian": f"Meningkatnya mutu {n}"} for n in range(1, many + 1)]
    own = [indikator(kode=f"A{n}", sasaran=f"S{n}") for n in range(1, many + 1)]
    reached = [kinerja(f"A{n}", realisasi=40 + n) for n in range(1, many + 1)]
    return {"sasaran": goals, "indikator": own, "kinerja": reached}


def test_twelve_sasaran_are_twelve_rows(tmp_path):
    told = words(buka(tmp_path, **sasaran(12)))
    assert [text for text in told if text.startswith(("1. ", "12. "))] == [
        "1. Meningkatnya mutu 1",
        "12. Meningkatnya mutu 12",
    ]
    assert "Anggaran" not in told


def test_a_single_sasaran_is_told_with_its_indicators(tmp_path):
    picture = buka(tmp_path).gambar.setahun()
    assert picture.judul == "Capaian tiap indikator, 2023"
    told = words(buka(tmp_path / "lagi"))
    assert {"Meningkatnya mutu pelayanan publik", "Cakupan air minum layak"} <= set(told)


def test_what_is_not_known_has_no_heading_and_no_ink(tmp_path):
    history = [{"tahun": "2022", "indikator": "A1", "target": "60", "realisasi": "48"}]
    lines = [anggaran("1.01.01", 1000, 900)]
    served = [{"kode": "S1", "kode_rekening": "1.01.01"}]
    rows = sasaran(2)
    bare = words(buka(tmp_path / "a", **rows))
    full = words(buka(tmp_path / "b", **rows, riwayat=history, anggaran=lines, dukungan=served))
    assert {"2022–2023", "Anggaran"} & set(bare) == set()
    assert {"2022–2023", "Anggaran", "pagu Rp1.000", "realisasi Rp900 (90,00%)"} <= set(full)


def test_nothing_is_drawn_where_nothing_has_a_capaian(tmp_path):
    assert buka(tmp_path, kinerja=[kinerja(realisasi="")]).gambar.setahun() is None


def test_the_alt_text_tells_every_row(tmp_path):
    alt = buka(tmp_path, **sasaran(2)).gambar.setahun().alt
    assert "rata-rata capaian" in alt
    assert "1. Meningkatnya mutu 1: 68,33%" in alt
    assert "2. Meningkatnya mutu 2: 70,00%" in alt
