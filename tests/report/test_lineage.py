"""Every figure of a report has a source, and its origin computed again gives the figure."""

from __future__ import annotations

import json
import re
from decimal import Decimal

import lxml.html
import pytest
from conftest import OPD, TAHUN
from shipped import DATA

import lkipnb
from lkipnb.cli import main
from lkipnb.report.lineage.cells import Sumber

YEARS = [(OPD, TAHUN), ("contoh", 2023)]
FIGURE = re.compile(r"Rp[\d.,]+|\d[\d.,]*%")
# Tables whose right-aligned cells may be row numbers; their first column is that number.
NUMBERED = {
    "perjanjian-kinerja",
    "capaian-sasaran",
    "perjanjian-kinerja-lampiran",
    "perjanjian-program",
}


@pytest.fixture(scope="module", params=YEARS, ids=lambda year: f"{year[0]}-{year[1]}")
def made(request, laporan):
    opd, tahun = request.param
    folder = laporan(opd, tahun)
    graph = json.loads((folder / "lineage.json").read_text(encoding="utf-8"))
    page = lxml.html.fromstring((folder / "lkip.html").read_text(encoding="utf-8"))
    return lkipnb.open(opd, tahun, data=DATA), graph, page, folder.parents[1]


def test_every_origin_gives_its_figure_again(made):
    lk, graph, _, _ = made
    sources = Sumber(lk)
    assert len(graph["angka"]) > 300
    for figure in graph["angka"]:
        again = sources.hitung(figure["ungkapan"])
        if isinstance(again, str):
            assert again == figure["nilai"]
        elif "/" in figure["nilai"]:
            assert f"{again.dari}/{again.sampai}" == figure["nilai"]
        else:
            assert Decimal(again) == Decimal(figure["nilai"]), figure


def test_every_cell_of_the_graph_is_a_cell_of_data(made):
    lk, graph, _, _ = made
    for cell in graph["sel"].values():
        shared = cell["berkas"].startswith("referensi/")
        lines = (
            (DATA / ("." if shared else lk.data.opd) / cell["berkas"])
            .read_text("utf-8")
            .splitlines()
        )
        if cell["berkas"].endswith(".yaml"):
            assert any(line.strip().startswith(cell["kolom"].split(".")[-1]) for line in lines)
            continue
        assert cell["kolom"] in lines[0].split(",")
        assert cell["baris"] <= len(lines)


def test_every_figure_in_a_table_has_a_source(made):
    for td in made[2].xpath("//figure[@class='tabel']//td[contains(@style, 'right')]"):
        key = td.xpath("ancestor::figure/@id")[0].removeprefix("tabel-")
        numbers_its_rows = key in NUMBERED and td.getparent().index(td) == 0
        if re.search(r"\d", td.text_content()) and not numbers_its_rows:
            assert td.find("data") is not None, (key, td.text_content())


def test_every_amount_and_percentage_in_prose_has_a_source(made):
    for prose in made[2].xpath("//main//div[contains(@class, 'narasi')]"):
        copy = lxml.html.fromstring(lxml.html.tostring(prose))
        for figure in copy.xpath(".//data"):
            figure.drop_tree()
        left = [text for text in FIGURE.findall(copy.text_content()) if text != "100%"]
        assert left == [], copy.text_content()[:300]


def test_a_source_is_a_link_to_words_and_needs_no_script(made):
    page = made[2]
    origins = {
        element.get("id"): element.text_content() for element in page.xpath("//section//li[@id]")
    }
    figures = page.xpath("//data")
    assert len(figures) > 400
    for figure in figures:
        (link,) = figure
        target = link.get("href").removeprefix("#")
        assert link.get("aria-describedby") == target
        assert len(origins[target]) > 5
    assert not page.xpath("//script")
    assert not page.xpath("//@data-asal")


def test_a_mended_cell_names_its_correction(made):
    lk, graph, _, _ = made
    if lk.data.opd == OPD:
        assert graph["sel"]["belanja.realisasi_rp@3"] == {
            "berkas": "2020/belanja.csv",
            "baris": 3,
            "kolom": "realisasi_rp",
            "nilai": "4644989985",
            "tercetak": "6265251035",
            "koreksi": "C17",
        }


def test_trace_lists_the_figure_and_its_cells(made, capsys):
    lk, _, _, out = made
    shown = {OPD: "98,60", "contoh": "98,81"}[lk.data.opd]
    assert main(["trace", str(lk.data.tahun), shown, "--opd", lk.data.opd, "--out", str(out)]) == 0
    told = capsys.readouterr().out
    assert f"{shown}%" in told
    assert "belanja.csv baris 2 kolom realisasi_rp = " in told
    if lk.data.opd == OPD:
        assert "= 4.644.989.985; tercetak 6265251035, koreksi C17" in told
    assert (
        main(["trace", str(lk.data.tahun), "123.456.789", "--opd", lk.data.opd, "--out", str(out)])
        == 2
    )
    assert main(["trace", "1999", shown, "--opd", lk.data.opd, "--out", str(out)]) == 2
