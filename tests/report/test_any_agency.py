"""An agency of another field, from an Excel form to a report, in the steps of the README."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path

import lxml.html
import openpyxl
import pytest
from shipped import DATA

from lkipnb.exchange import scaffold
from lkipnb.exchange.intake import import_form
from lkipnb.report.build import build
from lkipnb.report.order import Order

ROOT = Path(__file__).parents[2]
PROFILE = {
    "opd": "dinas-contoh",
    "tahun": "2019",
    "nama": "Dinas Contoh",
    "urusan": "kesehatan",
    "kepala.nama": "(nama kepala dinas)",
    "kepala.nip": "(NIP)",
    "penandatanganan.waktu": "2020-02-27",
    "pemberitahuan": "Data rekaan untuk contoh",
}


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    """A form with another profile, no prose and one realisasi missing, imported and reported."""
    folder = tmp_path_factory.mktemp("agency")
    data = folder / "data"
    shutil.copytree(DATA, data)
    form = folder / "formulir.xlsx"
    scaffold.export("dinsos-flores-timur", 2020, data, form)
    book = openpyxl.load_workbook(form)
    for row in book["profil"].iter_rows(min_row=2):
        row[1].value = PROFILE.get(row[0].value, row[1].value)
    for row in book["narasi"].iter_rows(min_row=2):
        row[1].value = None
    book["kinerja"]["D4"] = None
    book.save(form)
    import_form(form, data, datetime(2020, 2, 27))
    places = {"data": data, "notebooks": ROOT / "notebooks", "out": folder / "reports"}
    report = build(Order("dinas-contoh", 2019, formats=["html"], **places))
    return lxml.html.fromstring((report.folder / "lkip.html").read_text(encoding="utf-8"))


def test_the_report_speaks_of_the_agency_of_the_form(page):
    text = page.text_content()
    assert "Dinas Contoh" in text
    assert "27 Februari 2020" in text
    assert "(nama kepala dinas)" in text


def test_lists_of_social_affairs_stay_out(page):
    assert not page.xpath("//figure[@id='tabel-pmks' or @id='tabel-psks']")
    assert "penyandang masalah kesejahteraan sosial (PMKS) dan" not in page.text_content()


def test_what_is_missing_is_said_to_be_missing(page):
    text = " ".join(page.text_content().split())
    assert "Isu strategis dan permasalahan utama belum diisi" in text
    assert "capaian tidak dihitung karena realisasi belum dilaporkan" in text


def test_invented_data_are_marked(page):
    told = page.xpath("//p[@class='pemberitahuan']")[0].text_content()
    assert told == "KONSEP: 3 kesalahan belum diselesaikan · Data rekaan untuk contoh"
