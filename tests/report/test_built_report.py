"""The 2020 report as it is printed: what a planner would check before it is signed."""

from __future__ import annotations

import csv
import io
import itertools
import json
import re
from pathlib import Path

import lxml.html
import pypdf
import pypdfium2
import pytest
from shipped import DATA

from lkipnb.present.dokumen_sumber import bertempat

ROOT = Path(__file__).parents[2]
OPD, TAHUN = "dinsos-flores-timur", 2020


@pytest.fixture(scope="module")
def folder(laporan) -> Path:
    return laporan(OPD, TAHUN)


@pytest.fixture(scope="module")
def html(folder):
    return lxml.html.fromstring((folder / "lkip.html").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def pdf(folder):
    return pypdf.PdfReader(folder / "lkip.pdf")


@pytest.fixture(scope="module")
def pages(folder) -> list[str]:
    """The text of each page; how it stands there is measured in `test_pages.py`."""
    with pypdfium2.PdfDocument(folder / "lkip.pdf") as opened:
        return [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in opened]


def squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def test_a_report_holds_all_its_parts(folder):
    names = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}
    assert {
        "lkip.html",
        "lkip.pdf",
        "manifest.json",
        "notebooks/03_akuntabilitas_kinerja.ipynb",
        "tables/tabel-3-1-capaian-iku.csv",
    } <= names
    assert sum(name.startswith("tables/") for name in names) == 27


def test_the_manifest_names_inputs_rules_versions_and_no_machine(folder):
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["parameter"] == {"opd": OPD, "tahun": TAHUN}
    assert len(manifest["masukan"][f"{OPD}/{TAHUN}/anggaran.csv"]) == 64
    assert manifest["aturan"]["skala"]["dasar"]
    assert str(ROOT) not in json.dumps(manifest)


def test_the_nip_stands_in_the_signatures_and_nowhere_else(folder):
    html = lxml.html.fromstring((folder / "lkip.html").read_text(encoding="utf-8"))
    nip = re.compile(r"(?<![\d.])\d{8} ?\d{6} ?\d ?\d{3}(?!\d)")
    for path in folder.rglob("*"):
        if path.suffix in {".csv", ".json"}:
            assert not nip.search(path.read_text(encoding="utf-8")), path.name
    signatures = html.xpath("//section[@class='tanda-tangan']")
    assert any(nip.search(signature.text_content()) for signature in signatures)
    for signature in signatures:
        signature.getparent().remove(signature)
    assert not nip.search(html.text_content())


# HTML


def test_the_page_runs_nothing_and_loads_nothing(html, folder):
    assert not html.xpath("//script | //link | //iframe | //img[not(starts-with(@src, 'data:'))]")
    assert not [
        name
        for element in html.iter()
        if isinstance(element.tag, str)
        for name in element.attrib
        if name.startswith("on")
    ]
    assert not re.search(r"url\((?!data:|#)", (folder / "lkip.html").read_text(encoding="utf-8"))
    assert "default-src 'none'" in html.xpath("//meta[@http-equiv]/@content")[0]


def test_the_page_is_indonesian_with_landmarks_and_a_skip_link(html):
    assert html.get("lang") == "id"
    assert len(html.xpath("//main")) == len(html.xpath("//nav")) == 1
    assert html.xpath("//a[@class='lompat']/@href") == ["#isi"]
    assert html.xpath("//main/@id") == ["isi"]


def test_every_link_in_the_page_leads_somewhere(html):
    ids = html.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {href.removeprefix("#") for href in html.xpath("//a/@href")} <= set(ids)


def test_headings_go_down_one_level_at_a_time(html):
    levels = [
        int(e.tag[1]) for e in html.xpath("//main//*[self::h1 or self::h2 or self::h3 or self::h4]")
    ]
    assert levels[0] == 1
    assert all(b - a <= 1 for a, b in itertools.pairwise(levels))


def test_the_summary_tells_the_year_and_only_at_its_end_what_was_mended(html):
    told = [
        squeezed(p.text_content())
        for p in html.xpath("//section[.//h1[@id='ikhtisar-eksekutif']]//p[not(@class)]")
    ]
    mended = [re.search("koreksi|pertentangan|tidak sama", text) is not None for text in told]
    assert len(told) > 4
    assert mended == [False] * (len(told) - 1) + [True]


def test_every_table_has_a_caption_and_every_picture_an_alt_text(html):
    for figure in html.xpath("//figure"):
        (caption,) = figure.xpath("./figcaption | ./div/table/caption")
        assert re.match(r"(Tabel|Gambar) ([\dLR]\.)?\d+ ", squeezed(caption.text_content()))
    assert all(len(label) > 60 for label in html.xpath("//svg/@aria-label"))


def test_assembling_changes_no_number_that_the_notebooks_show(html):
    import nbformat

    shown = []
    for path in sorted((ROOT / "notebooks").glob("[0-9]*.ipynb")):
        for cell in nbformat.read(path, 4).cells:
            for output in cell.get("outputs", []):
                shown += re.findall(
                    r'class="nomor">([^<]+)<', output.get("data", {}).get("text/html", "")
                )
    assert shown == html.xpath("//figure//span[@class='nomor']/text()")


# PDF


def test_the_pdf_is_a4_tagged_and_says_what_it_is(pdf):
    xmp = pdf.xmp_metadata.stream.get_data().decode()
    assert re.search(r"pdfaid:part>3<", xmp)
    assert re.search(r"pdfaid:conformance>A<", xmp)
    assert re.search(r"pdfuaid:part>1<", xmp)
    assert pdf.trailer["/Root"]["/Lang"] in ("id", "id-ID")
    assert pdf.metadata.title == "LAKIP Dinas Sosial Kabupaten Flores Timur Tahun 2020"
    assert {tuple(round(float(v)) for v in page.mediabox[2:]) for page in pdf.pages} == {(595, 842)}


def test_pages_are_numbered_roman_then_arabic_from_the_first_chapter(pdf, pages):
    first = next(n for n, text in enumerate(pages) if text.splitlines()[1].startswith("BAB I "))
    assert pdf.page_labels[1:first] == ["ii", "iii", "iv", "v", "vi"]
    assert pdf.page_labels[first:] == [str(n) for n in range(1, len(pages) - first + 1)]


def test_the_contents_point_to_the_right_pages(pdf, pages):
    """Every line of the three lists: the page that carries that label carries that heading or
    caption.
    """
    listed = []
    for text in pages[2:5]:
        listed += re.findall(r"^(.+?) ?(?:\. ?){3,}\s*⁠?\s*(\d+|[ivx]+)$", text, re.M)
    assert len(listed) > 45
    for title, label in listed:
        page = squeezed(pages[pdf.page_labels.index(label)])
        assert squeezed(title).strip() in page, (title, label)


def test_the_bookmarks_are_the_headings(pdf):
    top = [squeezed(item.title) for item in pdf.outline if not isinstance(item, list)]
    assert top == [
        "Kata Pengantar",
        "Daftar Isi",
        "Daftar Tabel",
        "Daftar Gambar",
        "Ikhtisar Eksekutif",
        "Tahun Ini dalam Satu Halaman",
        "BAB I Pendahuluan",
        "BAB II Perencanaan Kinerja",
        "BAB III Akuntabilitas Kinerja",
        "BAB IV Penutup",
        "Lampiran",
        "Keandalan Data",
    ]


def test_a_long_table_repeats_its_header(pages):
    assert sum("Kode Program dan kegiatan Pagu (Rp)" in squeezed(text) for text in pages) >= 2


def test_every_figure_in_the_pdf_has_its_alt_text(folder, html):
    raw = (folder / "lkip.pdf").read_bytes()
    reader = pypdf.PdfReader(io.BytesIO(raw))
    alts = {
        obj.get("/Alt")
        for n in range(1, len(reader.xref[0]) + len(reader.xref_objStm) + 1)
        if isinstance(obj := reader.get_object(n), dict) and obj.get("/Alt")
    }
    assert set(html.xpath("//svg/@aria-label")) <= alts


# Both


def facts():
    """Every name and amount of the shipped tables, as the report must show it."""
    from lkipnb.load.dataset import load
    from lkipnb.present.format import angka, nilai, uang

    data, _ = load(OPD, TAHUN, DATA)
    yield from data.unit.nama
    yield from data.tugas.uraian.map(lambda text: text[1:])
    yield from data.aset.nama
    yield from data.pmks.nama
    yield from data.psks.nama
    yield from data.kerangka.uraian
    yield from data.sasaran.uraian
    yield from (v for name in ("nama", "pembilang", "penyebut") for v in data.indikator[name])
    yield from data.fakta.uraian
    yield from (nilai(v, u) for v, u in zip(data.fakta.nilai, data.fakta.satuan, strict=True))
    yield from data.analisis.uraian
    yield from data.anggaran.uraian
    yield from (uang(v) for name in ("pagu_rp", "realisasi_rp") for v in data.anggaran[name])
    yield from (uang(v) for name in ("pagu_rp", "realisasi_rp") for v in data.belanja[name])
    yield from (angka(v) for v in data.aset.jumlah)


def details():
    """Why each correction and each choice between two figures was made."""
    from lkipnb.load.dataset import load

    data, _ = load(OPD, TAHUN, DATA)
    return [bertempat(why) for why in (*data.koreksi.alasan, *data.kontradiksi.alasan)]


def bare(text: str) -> str:
    """Without spaces and hyphens, which line breaks add and take away."""
    return re.sub(r"[\s\u00ad\u2060\u2010\ufffe-]+", "", text)


def test_every_fact_of_the_tables_stands_in_the_page(html):
    page = squeezed(html.xpath("//body")[0].text_content())
    assert not [fact for fact in (*facts(), *details()) if squeezed(fact) not in page]


def test_every_fact_of_the_tables_stands_in_print(pages):
    printed = bare("".join(pages))
    assert not [fact for fact in facts() if bare(fact) not in printed]


def test_the_print_holds_the_digest_of_the_details_and_says_where_they_stand(pages):
    printed = bare("".join(pages))
    assert bare(details()[0]) not in printed
    assert bare("Tabel R.1 (versi HTML)") in printed
    assert bare("P01. Sebaran pendidikan pegawai") in printed


def test_the_csv_of_the_budget_is_the_budget(folder):
    rows = list(
        csv.DictReader(
            io.StringIO((folder / "tables/tabel-3-8-anggaran.csv").read_text(encoding="utf-8"))
        )
    )
    assert rows[-1]["pagu_rp"] == "4679201102"
    assert rows[-1]["realisasi_rp"] == "4644989985"
    assert len(rows) == 36
