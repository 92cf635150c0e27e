"""Documents bound behind a report: their pages as pictures, and nothing else of them."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import kecil
import pytest
from berkas import SHIELD, berlambang, jpeg, letakkan, pdf
from PIL import Image
from pypdf import PdfReader

from lkipnb.errors import ReportError
from lkipnb.load.places import shipped_chapters
from lkipnb.model import Dokumen
from lkipnb.report import pindaian_child
from lkipnb.report.build import build
from lkipnb.report.document import Document
from lkipnb.report.lampiran import terlampir
from lkipnb.report.order import Order
from lkipnb.report.pindaian import CHILD, halaman

BOUND = [
    {"urutan": 2, "judul": "Surat kedua", "berkas": "b.pdf"},
    {"urutan": 1, "judul": "Perjanjian <Kinerja>", "berkas": "a.pdf", "keterangan": "Pindaian"},
]
FOTO = {"berkas": "a.jpg", "tempat": "S1", "judul": "Kegiatan", "alt": "Bidang hijau tanpa orang"}


def added(folder):
    made = kecil.buat(folder, foto=[FOTO], lampiran=BOUND)
    letakkan(made, a_jpg=jpeg(), a_pdf=pdf(2), b_pdf=pdf(1), l_svg=SHIELD.format("").encode())
    return berlambang(made, "l.svg")


def test_each_document_has_a_title_page_and_a_line_in_the_contents(tmp_path):
    data = kecil.lkipnb.open(kecil.OPD, kecil.TAHUN, data=added(tmp_path)).data
    made = terlampir(Document("Laporan", None, (), (), (), ()), data)
    assert [entry.text for entry in made.isi] == [
        "Lampiran A. Perjanjian <Kinerja>",
        "Lampiran B. Surat kedua",
    ]
    first = made.sections[0][1]
    assert '<h1 id="dokumen-a">Lampiran A. Perjanjian &lt;Kinerja&gt;</h1>' in first
    assert 'alt="Perjanjian &lt;Kinerja&gt;, halaman 2 dari 2"' in first


def test_the_same_document_gives_the_same_pages():
    document = Dokumen(pdf(1), 1)
    (page,) = halaman(document, "a.pdf")
    assert (page.lebar, page.tinggi) == (1414, 2000)
    assert halaman(document, "a.pdf") == (page,)


def test_the_pages_are_drawn_by_a_child_which_keeps_grey_paper_grey():
    assert Path(pindaian_child.__file__) == CHILD
    (page,) = halaman(Dokumen(pdf(1), 1), "a.pdf")
    assert Image.open(io.BytesIO(page.isi)).mode == "L"


def test_a_document_that_cannot_be_drawn_stops_the_report_with_its_name():
    with pytest.raises(ReportError, match=r"Lampiran a\.pdf tidak dapat digambar"):
        halaman(Dokumen(b"%PDF-1.7\nhalo", 1), "a.pdf")


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tambahan")
    order = Order(
        kecil.OPD, kecil.TAHUN, added(folder), shipped_chapters(), folder / "out",
        ("html", "pdf", "docx"),
    )  # fmt: skip
    return build(order).folder


def test_the_pdf_binds_them_at_its_end_and_stays_what_it_says_it_is(built):
    reader = PdfReader(built / "lkip.pdf")
    titles = [entry.title for entry in reader.outline if not isinstance(entry, list)]
    assert titles[-2:] == ["Lampiran A. Perjanjian <Kinerja>", "Lampiran B. Surat kedua"]
    assert [len(page.images) for page in reader.pages[-5:]] == [0, 1, 1, 0, 1]
    told = reader.xmp_metadata.rdf_root.toxml()
    assert "pdfuaid:part" in told
    assert "pdfaid:part" in told
    raw = (built / "lkip.pdf").read_bytes()
    for gone in (b"JavaScript", b"app.alert", b"rahasia"):
        assert gone not in raw


def test_the_page_and_the_word_file_hold_arms_photograph_and_pages(built):
    html = (built / "lkip.html").read_text(encoding="utf-8")
    assert html.count('<img class="halaman') == 3
    assert html.count('<img class="foto"') == 1
    assert 'src="data:image/svg+xml;base64,' in html
    assert '<a href="#dokumen-a">' in html
    with zipfile.ZipFile(io.BytesIO((built / "lkip.docx").read_bytes())) as file:
        # The photograph, and one for all pages, which are empty.
        assert len([name for name in file.namelist() if name.endswith(".jpg")]) == 2
        body = file.read("word/document.xml").decode()
    assert 'descr="Lambang rekaan"' in body
    assert 'descr="Bidang hijau tanpa orang"' in body
