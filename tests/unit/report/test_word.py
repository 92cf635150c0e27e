"""The Word report: nothing lost, nothing from outside, and what Word needs to go on with it."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile

import nbformat
import pytest
from lxml import etree
from pypdf import PdfReader

from lkipnb.report.cover import Cover
from lkipnb.report.document import Document
from lkipnb.report.exporters import LkipHTMLExporter, join
from lkipnb.report.word import word

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DRAFT = "KONSEP: 2 kesalahan & <sisa>"
COVER = Cover(
    "Pemerintah Kabupaten", "Laporan Kinerja", "LKIP", 2023, "Dinas & Badan", "Kabupaten",
    "Jalan <Satu>", "", "Kota", "2024-02", konsep=DRAFT,
    rinci=True,
)  # fmt: skip


@pytest.fixture(scope="module")
def document(laporan) -> Document:
    chapters = sorted((laporan("contoh", 2023) / "notebooks").glob("*.ipynb"))
    joined = join([nbformat.read(path, as_version=4) for path in chapters])
    return LkipHTMLExporter().document(joined, {"lkip_cover": COVER})[0]


@pytest.fixture(scope="module")
def made(document: Document) -> bytes:
    return word(document)


@pytest.fixture(scope="module")
def parts(made: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(made)) as file:
        return {name: file.read(name) for name in file.namelist()}


@pytest.fixture(scope="module")
def body(parts):
    return etree.fromstring(parts["word/document.xml"])


def text_of(element) -> str:
    return " ".join("".join(element.itertext(f"{W}t")).split())


def test_every_numbered_table_is_there_with_a_head_that_repeats(document, body):
    titled = [
        table for table in body.iter(f"{W}tbl") if table.find(f"{W}tblPr/{W}tblCaption") is not None
    ]
    assert len(titled) == len(document.tabel)
    assert all(table.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None for table in titled)


def test_no_cell_of_a_table_is_lost(document, body):
    found = text_of(body)
    for table in document.blok.values():
        for row in table.baris:
            for _, cell in table.sel(row):
                assert " ".join(cell.teks.split()) in found


def test_contents_and_lists_and_captions_are_fields(body):
    codes = [code.text for code in body.iter(f"{W}instrText")]
    assert sum(code.strip().startswith("TOC") for code in codes) == 3
    assert any("SEQ Tabel" in code for code in codes)
    assert any("SEQ Gambar" in code for code in codes)


def test_every_link_within_leads_to_a_place(body):
    places = {mark.get(f"{W}name") for mark in body.iter(f"{W}bookmarkStart")}
    targets = {link.get(f"{W}anchor") for link in body.iter(f"{W}hyperlink")}
    assert targets - {None} <= places


def test_pictures_have_words_and_nothing_comes_from_outside(parts, body):
    pictures = list(body.iter("{*}docPr"))
    assert pictures
    assert all(picture.get("descr") for picture in pictures)
    relations = b"".join(part for name, part in parts.items() if name.endswith(".rels"))
    assert b'TargetMode="External"' not in relations


def test_a_draft_says_so_on_its_cover_and_on_every_page(parts, body):
    assert DRAFT in text_of(body)
    assert DRAFT in text_of(etree.fromstring(parts["word/header1.xml"]))


def test_pages_are_numbered_roman_then_arabic_from_one(body):
    numbers = list(body.iter(f"{W}pgNumType"))
    arabic = [number for number in numbers if number.get(f"{W}fmt") == "decimal"]
    assert numbers[0].get(f"{W}fmt") == "lowerRoman"
    assert [number.get(f"{W}start") for number in arabic] == ["1", *[None] * (len(arabic) - 1)]


def test_the_language_is_indonesian_and_no_time_of_making_is_left(parts):
    assert b'w:lang w:val="id-ID"' in parts["word/styles.xml"]
    assert set(re.findall(rb"\d{4}-\d\d-\d\dT", parts["docProps/core.xml"])) == {b"2024-02-01T"}


def test_another_program_opens_it_and_sets_its_pages(made, tmp_path):
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not on this machine")
    (tmp_path / "lkip.docx").write_bytes(made)
    profile = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run(
        [*command, str(tmp_path / "lkip.docx")], check=True, capture_output=True, timeout=120
    )
    assert 25 <= len(PdfReader(tmp_path / "lkip.pdf").pages) <= 60
