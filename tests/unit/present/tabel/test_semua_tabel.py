"""The tables: semantic HTML whose cells agree with their CSV and with the results."""

from __future__ import annotations

import csv
import io
import json
import shutil
from decimal import Decimal

import lxml.html
import pytest
from conftest import CASES
from shipped import DATA

import lkipnb
from lkipnb.asal import Angka, Sel
from lkipnb.explore.semua import semua
from lkipnb.present.format import angka
from lkipnb.present.tabel.data import JENIS, Tabel
from lkipnb.present.tabel.kolom import Baris, Kolom, Sajian
from lkipnb.present.tabel.susun import susun


def cells(table):
    return [
        [" ".join(cell.text_content().split()) for cell in tr]
        for tr in lxml.html.fromstring(table.html).iter("tr")
    ]


@pytest.fixture(scope="module")
def tables(lk):
    made = {name: call() for name, call in semua(lk.tabel, lk.data.sasaran.kode).items()}
    return {name: block for name, block in made.items() if block is not None}


def test_every_table_is_structure_only(tables):
    for name, table in tables.items():
        structure_only(name, table)


def structure_only(name, table):
    root = lxml.html.fromstring(table.html)
    assert root.tag == "figure"
    method, _, sasaran = name.replace("_", "-").partition(" ")
    assert root.get("id") == f"tabel-{method}" + (
        f"-sasaran-{sasaran.removeprefix('S')}" if sasaran else ""
    )
    assert {e.tag for e in root.iter()} <= {
        "figure",
        "caption",
        "span",
        "div",
        "table",
        "colgroup",
        "col",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "p",
        "br",
        "data",
    }
    assert all(th.get("scope") for th in root.iter("th"))
    widths = [
        float(col.get("style").removeprefix("width: ").rstrip("%")) for col in root.iter("col")
    ]
    assert sum(widths) == pytest.approx(100, abs=1)


def test_every_table_has_a_csv_with_a_row_for_each_of_its_rows(tables):
    for name, table in tables.items():
        rows = list(csv.reader(io.StringIO(table.csv)))
        shown = [
            tr
            for tr in lxml.html.fromstring(table.html).findall(".//tbody/tr")
            if tr.get("class") != "grup"
        ]
        assert len(rows) - 1 == len(shown), name


def test_target_and_capaian_are_shown_with_their_unit(lk):
    (row,) = [r for r in cells(lk.tabel.capaian_iku()) if r[0] == "IKU-5"]
    assert row[2:] == ["45%", "60%", "133,33%", "Sangat Berhasil"]


def test_the_csv_holds_plain_numbers(lk):
    rows = {r["kode"]: r for r in csv.DictReader(io.StringIO(lk.tabel.capaian_iku().csv))}
    wanted = {"target": "45", "realisasi": "60", "capaian_persen": "133.333333", "satuan": "persen"}
    assert {name: rows["IKU-5"][name] for name in wanted} == wanted


def test_the_budget_table_ends_with_the_total(lk):
    assert cells(lk.tabel.anggaran())[-1] == [
        "",
        "Jumlah belanja langsung",
        "4.679.201.102",
        "4.644.989.985",
        "34.211.117",
        "99,27%",
    ]
    amounts = [Decimal(r["pagu_rp"]) for r in csv.DictReader(io.StringIO(lk.tabel.program().csv))]
    assert sum(amounts[:-1]) == amounts[-1]


def test_none_is_a_dash_in_a_count_table(lk):
    assert cells(lk.tabel.pegawai_eselon())[2] == ["Eselon II", "–", "–", "–", "–", "–"]
    assert cells(lk.tabel.pegawai_eselon())[-1] == ["Jumlah", "2", "6", "16", "1", "25"]


def test_a_number_keeps_its_place_when_its_cell_runs_again(lk):
    assert lk.tabel.skala().nomor == lk.tabel.skala().nomor


HOSTILE = Sajian(
    "<b>Judul</b>",
    [Kolom("a", "A & <b>", 50), Kolom("b", "B", 50)],
    [
        Baris({"a": "<script>x</script>", "b": "**x** {{ y }}"}, grup="<i>g</i>"),
        Baris({"a": "=1+1", "b": "@x"}, grup="h"),
    ],
    "<u>sumber</u>",
    ("<s>catatan</s>",),
)


def test_cells_are_text_and_the_csv_runs_nothing():
    made = susun("uji", "Tabel 1.1", HOSTILE)
    root = lxml.html.fromstring(made.html)
    assert {e.tag for e in root.iter()}.isdisjoint({"script", "b", "i", "u", "s"})
    assert "**x** {{ y }}" in made.html
    assert made.csv.splitlines()[2] == "h,'=1+1,'@x"


def test_a_table_travels_as_data_and_comes_back_the_same(tables):
    for name, table in tables.items():
        sent = json.loads(json.dumps(table._repr_mimebundle_()[JENIS]))
        assert Tabel.model_validate(sent) == table, name


def test_rows_of_one_group_stand_together_and_keep_their_origins():
    """Also where the data do not hold them together."""
    kolom = [Kolom("nilai", "Nilai", 100, angka, angka=True)]
    cells = [(1, "g"), (2, "h"), (3, "g")]
    baris = [Baris({"nilai": Angka(n, Sel("t", "nilai", n))}, group) for n, group in cells]
    html = susun("uji", "Tabel 1.1", Sajian("Uji", kolom, baris)).html
    figures = lxml.html.fromstring(html).iter("data")
    found = [(figure.text, figure.get("data-asal")) for figure in figures]
    assert found == [(str(n), f'sel("t", "nilai", {n})') for n in (1, 3, 2)]


def test_an_indicator_of_yes_or_no_has_no_higher_and_lower():
    contoh = lkipnb.open("contoh", 2023)
    told = {row[0]: row[-1] for row in cells(contoh.tabel.indikator())}
    assert told["IK-14"].endswith("tercapai bila sama dengan targetnya")
    assert told["IK-01"].endswith("makin rendah makin baik")


def test_money_of_one_source_has_no_table_of_one_row(tmp_path):
    shutil.copytree(CASES / "kecamatan", tmp_path / "kecamatan")
    shutil.copytree(DATA / "referensi", tmp_path / "referensi")
    kecamatan = lkipnb.open("kecamatan", 2024, data=tmp_path)
    assert not kecamatan.tabel.sumber_dana()
    contoh = lkipnb.open("contoh", 2023)
    assert len(cells(contoh.tabel.sumber_dana())) > 2
