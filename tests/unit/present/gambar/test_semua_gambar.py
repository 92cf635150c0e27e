"""The pictures: what they draw equals the results, and what they say can be heard."""

from __future__ import annotations

from decimal import Decimal

import lxml.etree
import pytest
from baris import baris
from hypothesis import given
from hypothesis import strategies as st

from lkipnb.calculate.organisasi import Cabang
from lkipnb.explore.semua import semua
from lkipnb.model import CapaianIndikator
from lkipnb.present.gambar.daftar import capaian_iku, serapan_kegiatan, target
from lkipnb.present.gambar.pohon import tata
from lkipnb.schemas import Unit


@pytest.fixture(scope="module")
def pictures(lk):
    made = {name: call() for name, call in semua(lk.gambar, lk.data.sasaran.kode).items()}
    return {name: block for name, block in made.items() if block is not None}


def test_every_picture_is_accessible_and_self_contained(pictures):
    for name, picture in pictures.items():
        svg = lxml.etree.fromstring(picture.svg)
        assert svg.get("role") == "img", name
        assert svg.get("aria-label") == picture.alt, name
        assert len(picture.alt) > 60, name
        assert not svg.xpath(
            "//*[local-name()='script' or local-name()='image' or local-name()='foreignObject']"
        )
        assert all(value.startswith("#") for value in svg.xpath("//@*[local-name()='href']")), name


def test_the_bars_are_the_results(lk):
    drawn = capaian_iku.data(lk.results.capaian)
    assert [bar["kode"] for bar in drawn] == [f"IKU-{n}" for n in range(1, 10)]
    assert [bar["nilai"] for bar in drawn] == pytest.approx(
        [float(v) for v in lk.hasil.capaian.capaian_persen]
    )
    assert drawn[0]["teks"] == "51,20%  Tidak Berhasil"


def test_the_alt_text_says_what_the_figures_say(lk):
    assert "Yang mencapai target: IKU-5, IKU-7, dan IKU-8." in lk.gambar.capaian_iku().alt
    assert "terendah 0,00%, IKU-6" in lk.gambar.capaian_iku().alt


def test_every_chart_is_valid_vega_lite(pictures):
    import altair

    charts = [picture for picture in pictures.values() if picture.spec]
    assert len(charts) > 4
    for picture in charts:
        altair.Chart.from_dict(dict(picture.spec), validate=True)


def test_two_pictures_share_no_id(pictures):
    ids = [
        i
        for picture in pictures.values()
        for i in lxml.etree.fromstring(picture.svg).xpath("//@id")
    ]
    assert len(ids) == len(set(ids))


@st.composite
def trees(draw):
    """Units as `urutan_pohon` gives them: a root, branches, and units stacked below up to three
    levels.
    """
    name = st.text(st.sampled_from("abcdefg <&"), min_size=1, max_size=60).map(
        lambda t: t.strip() or "x"
    )
    units = [branch("0", None, draw(name), 0)]
    for b in range(draw(st.integers(1, 12))):
        units.append(branch(f"b{b}", "0", draw(name), 1))
        for s in range(draw(st.integers(0, 5))):
            units.append(branch(f"b{b}s{s}", f"b{b}", draw(name), 2))
            if draw(st.booleans()):
                units.append(branch(f"b{b}s{s}d", f"b{b}s{s}", draw(name), 3))
    return units


def branch(kode, induk, nama, kedalaman):
    unit = baris(Unit, kode=kode, induk=induk, nama=nama, jabatan="Kepala")
    return Cabang(unit, kedalaman)


@given(trees())
def test_no_boxes_overlap_and_every_unit_hangs_from_another(units):
    sheet = tata(units)
    assert [box.kode for box in sheet.kotak] == [unit.isi.kode for unit in units]
    assert len(sheet.garis) == len(units) - 1
    for n, a in enumerate(sheet.kotak):
        assert a.x >= -0.01
        assert a.x + a.lebar <= sheet.lebar + 0.01
        for b in sheet.kotak[n + 1 :]:
            apart = (
                a.x + a.lebar <= b.x + 0.01
                or b.x + b.lebar <= a.x + 0.01
                or a.y + a.tinggi <= b.y
                or b.y + b.tinggi <= a.y
            )
            assert apart, (a, b)


def test_a_unit_name_is_text(data):
    import lkipnb

    data.set("unit", 3, "nama", "<script>&")
    lk = lkipnb.open("dinsos-flores-timur", 2020, data=data.path)
    svg = lk.gambar.bagan_organisasi().svg
    assert "&lt;script&gt;&amp;" in svg
    lxml.etree.fromstring(svg)


def test_programmes_of_one_name_keep_a_bar_each(data, monkeypatch):
    import lkipnb

    monkeypatch.setattr(serapan_kegiatan, "TERBANYAK", 28)

    names = {row[0]: n for n, row in enumerate(data.rows("anggaran"), start=1)}
    for kode in ("1 06 01 15", "1 06 01 16", "1 06 01 15 08", "1 06 01 16 02"):
        data.set("anggaran", names[kode], "uraian", "Program Pemberdayaan Sosial")
    lk = lkipnb.open("dinsos-flores-timur", 2020, data=data.path)
    svg = lk.gambar.anggaran_program().svg
    assert [svg.count(f">Pemberdayaan Sosial 1 06 01 {n}<") for n in (15, 16)] == [1, 1]
    assert [
        len(positions(lk.gambar.anggaran_program())),
        len(positions(lk.gambar.serapan_kegiatan())),
    ] == [7, 28]


def test_of_many_lines_only_those_below_the_whole_are_drawn(lk):
    picture = lk.gambar.serapan_kegiatan()
    drawn = [row for data in picture.spec["datasets"].values() for row in data if "rendah" in row]
    assert 0 < len(drawn) < 28
    assert all(row["rendah"] for row in drawn)
    assert f"{len(drawn)} dari 28" in picture.catatan[1]
    assert f"serapan {len(drawn)} dari 28 kegiatan" in picture.alt


def test_a_target_that_should_not_be_exceeded_is_told_as_a_bound():
    """Also a realisasi of zero, the best there is, has a bar."""
    told = {"realisasi": Decimal(0), "target": Decimal(10), "satuan": "persen", "tercapai": True}
    low, high = (
        target._scaled(baris(CapaianIndikator, polaritas=way, **told)) for way in ("turun", "naik")
    )
    assert (low["teks"], high["teks"]) == ("0%; target ≤\N{NO-BREAK SPACE}10%", "0%; target 10%")
    assert low["nilai"] > 0


def positions(picture):
    """The heights at which a picture of the budget has a row."""
    rows = [row for data in picture.spec["datasets"].values() for row in data]
    return {row["y"] for row in rows if row.keys() & {"pagu", "rendah"}}
