"""The PDF: nothing that stands in a document is code of Typst, and its makers are bounded."""

from __future__ import annotations

import base64
import datetime
import io
import sys
import zlib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import nbformat
import pytest
from pypdf import PdfReader

from lkipnb.errors import ReportError
from lkipnb.present.tabel.kolom import Baris, Kolom, Sajian
from lkipnb.present.tabel.susun import susun
from lkipnb.report.child import jalankan
from lkipnb.report.document import Document
from lkipnb.report.exporters import LkipHTMLExporter, join, shown
from lkipnb.report.typeset import _compile, typeset, typst_source
from lkipnb.report.typst import MOST_ROWS_OF_A_PAGE


def chunk(kind: bytes, content: bytes) -> bytes:
    return (
        len(content).to_bytes(4, "big")
        + kind
        + content
        + zlib.crc32(kind + content).to_bytes(4, "big")
    )


# One red dot.
PNG = base64.b64encode(
    b"\x89PNG\r\n\x1a\n"
    + chunk(b"IHDR", bytes([0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0]))
    + chunk(b"IDAT", zlib.compress(b"\0\xff\0\0"))
    + chunk(b"IEND", b"")
).decode()

CODE = "#panic(read(sys.inputs))"
HOSTILE = [
    f'<div class="mentah" data-typst="{CODE}">x</div>',
    f'<table><tbody><tr><td data-typst:fill="red); {CODE}">x</td></tr></tbody></table>',
    (
        f'<table data-typst:fill="red); {CODE}"><tfoot><tr><th data-typst:fill="a);'
        f' {CODE}">x</th></tr></tfoot></table>'
    ),
    f'<p><span data-typst:text:fill="red); {CODE}">x</span></p>',
    f'<p><a href="#" data-typst:x="{CODE}">x</a><code data-typst="{CODE}">x</code></p>',
]


def made_of(*outputs: dict[str, str]) -> Document:
    cells = [nbformat.v4.new_markdown_cell("# BAB I Satu")]
    for output in outputs:
        cells.append(
            nbformat.v4.new_code_cell("x", outputs=[nbformat.v4.new_output("display_data", output)])
        )
    return LkipHTMLExporter().document(nbformat.v4.new_notebook(cells=cells), None)[0]


@pytest.mark.parametrize("html", HOSTILE)
def test_html_of_a_notebook_brings_no_code_of_typst(html, tmp_path):
    assert "panic" not in typst_source(made_of({"text/html": html}), tmp_path)


@pytest.mark.parametrize("html", HOSTILE)
def test_code_that_had_passed_the_gate_would_be_disarmed_by_the_filter(html, tmp_path):
    document = Document("Judul", None, (("bab", html),), (), (), ())
    assert "panic" not in typst_source(document, tmp_path)


def test_text_that_looks_like_code_is_set_as_text():
    text = f'{CODE} $x$ @preview *a* _b_ `c` <d> = e // f "g" \\'
    pdf = typeset(
        made_of({"text/html": f"<p>{text.replace('<', '&lt;')}</p>"}, {"text/plain": text})
    )
    printed = "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    assert printed.count("panic(read(sys.inputs)) $x$ @preview") == 2


@pytest.fixture
def asked() -> Iterator[tuple[str, list[str]]]:
    """A page server, and what it was asked for."""
    paths: list[str] = []

    class Page(BaseHTTPRequestHandler):
        def do_GET(self):
            paths.append(self.path)
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(b"<p>dari luar</p>")

        def log_message(self, *arguments):
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Page)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", paths
    server.shutdown()
    server.server_close()


def test_pandoc_fetches_nothing_that_a_document_names(asked, tmp_path):
    address, paths = asked
    html = f'<p>satu</p><iframe src="{address}/bingkai"></iframe>'
    document = Document("Judul", None, (("bab", html),), (), (), ())
    assert "dari luar" not in typst_source(document, tmp_path)
    assert paths == []


def test_a_picture_of_an_analyst_stands_in_the_document_and_the_pdf(tmp_path):
    document = made_of({"image/png": PNG, "text/plain": "<Figure>"})
    assert f'src="data:image/png;base64,{PNG}"' in document.sections[0][1]
    assert '#lukisan("sisipan-1.png"' in typst_source(document, tmp_path)
    assert typeset(document).startswith(b"%PDF")


def test_a_drawing_of_an_analyst_passes_the_gate():
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>x</script><path d="M0'
        ' 0"/></svg>'
    )
    html = shown(nbformat.v4.new_output("display_data", {"image/svg+xml": svg}))
    assert (
        html
        == '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0"></path></svg>'
    )


def typst(code: str, folder) -> bytes:
    source = folder / "uji.typ"
    source.write_text(code, encoding="utf-8")
    return _compile(source, datetime.date(2021, 1, 1))


@pytest.mark.parametrize(
    "code", ['#import "@preview/cetz:0.3.0"', '#read("../../etc/passwd")', '#read("/etc/passwd")']
)
def test_typst_has_no_packages_and_sees_its_folder_only(code, tmp_path):
    with pytest.raises(ReportError, match="PDF tidak dapat disusun"):
        typst(code, tmp_path)


def test_a_child_that_takes_too_long_is_stopped():
    with pytest.raises(ReportError, match="Pandoc dihentikan: belum selesai setelah 1 detik"):
        jalankan("Pandoc", [sys.executable, "-I", "-c", "while True: pass"], "", detik=1)


@pytest.mark.skipif(
    sys.platform != "linux", reason="only Linux holds a process to its address space"
)
def test_a_document_that_wants_too_much_memory_is_refused_in_a_sentence(tmp_path, monkeypatch):
    monkeypatch.setattr("lkipnb.report.child.MEMORY_MIB", 400)
    with pytest.raises(
        ReportError, match=r"Penyusun PDF gagal: memori yang diizinkan \(400 MiB\) tidak cukup"
    ):
        typst("#{ let a = range(40000000).map(x => str(x)) }", tmp_path)


def chapter_that_ends_with(rows: int) -> Document:
    kolom = [Kolom("a", "Hal", 50, kepala=True), Kolom("b", "Isi", 50)]
    table = susun("uji", "Tabel 3.1", Sajian("Uji", kolom, [Baris({"a": "x", "b": "y"})] * rows))
    cells = [
        nbformat.v4.new_markdown_cell("# BAB I Satu\n\n## A. Hal"),
        nbformat.v4.new_code_cell(
            "x", outputs=[nbformat.v4.new_output("display_data", table._repr_mimebundle_())]
        ),
    ]
    chapter = nbformat.v4.new_notebook(cells=cells, metadata={"lkip": {"peran": "bab"}})
    document, _ = LkipHTMLExporter().document(join([chapter]), {"lkip_cover": None})
    return document


@pytest.mark.parametrize(("rows", "measured"), [(8, True), (MOST_ROWS_OF_A_PAGE + 1, False)])
def test_a_table_that_no_page_holds_is_not_measured(tmp_path, rows, measured):
    """To lay two thousand rows out again and again took 3 GiB."""
    source = typst_source(chapter_that_ends_with(rows), tmp_path)
    body = source.partition("BAB I")[2]
    assert ("#penutup-bab[" in body) is measured
    assert ("#seutuhnya(" in body) is measured
