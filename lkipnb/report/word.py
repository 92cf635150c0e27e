"""The report as a Word document: the same semantic HTML, translated by pandoc into our styles.

Tables, captions, lists, signatures and sections are parts of a Word document made by
`word.xml.j2`, which escapes every text; pandoc makes the prose.
"""

from __future__ import annotations

import io
import re
import zipfile

from markupsafe import Markup, escape

from lkipnb.report import child
from lkipnb.report.assets import TEMPLATES
from lkipnb.report.document import Document
from lkipnb.report.opening import date
from lkipnb.report.tercetak import tercetak
from lkipnb.report.word_bagian import bagian_word
from lkipnb.storage.scratch import scratch

_PANDOC = (
    "--sandbox",
    "--from=html+native_divs-auto_identifiers",
    "--to=docx",
    f"--lua-filter={TEMPLATES / 'word.lua'}",
    f"--reference-doc={TEMPLATES / 'rujukan.docx'}",
)
_LIMITS = ("+RTS", f"-M{child.MEMORY_MIB}m", "-RTS")
_HEAD = "LKIP-KEPALA"
_LAST_SECTION = re.compile(r"<w:sectPr(?:(?!<w:sectPr).)*</w:sectPr>(?=\s*</w:body>)", re.DOTALL)
_SOURCE_OF_PICTURE = re.compile(r'descr="data:[^"]*"')
_TIMES = re.compile(r"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def word(document: Document) -> bytes:
    """The DOCX file; the same document gives the same bytes."""
    import pypandoc

    html, last = bagian_word(tercetak(document))
    with scratch() as folder:
        made = folder / "lkip.docx"
        command = [pypandoc.get_pandoc_path(), *_PANDOC, f"--output={made}", *_LIMITS]
        child.jalankan("Pandoc", command, html)
        return _finished(made.read_bytes(), document, last)


def _finished(content: bytes, document: Document, last: Markup) -> bytes:
    """The file with our running head, last section and date; no time of its making is left."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name.endswith(".xml"):
                part = _edited(name, part.decode(), document, last).encode()
            new.writestr(zipfile.ZipInfo(name), part, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _edited(name: str, text: str, document: Document, last: Markup) -> str:
    if name == "docProps/core.xml":
        return _properties(text, document)
    if name == "word/document.xml":
        text = _SOURCE_OF_PICTURE.sub('descr=""', text)
        return _LAST_SECTION.sub(lambda _: str(last), text)
    if name.startswith("word/header"):
        return text.replace(_HEAD, str(escape(_running_head(document))))
    return text


def _running_head(document: Document) -> str:
    notice = document.cover.kepala_halaman if document.cover else ""
    return " · ".join(filter(None, [notice, document.title]))


def _properties(text: str, document: Document) -> str:
    """Title, language and the date of signing."""
    dated = _TIMES.sub(rf"\g<1>{date(document)}T00:00:00Z", text)
    without = re.sub(r"<dc:(title|language)>.*?</dc:\1>|<dc:(title|language) ?/>", "", dated)
    title = escape(document.title)
    own = f"<dc:title>{title}</dc:title><dc:language>id-ID</dc:language>"
    return without.replace("</cp:coreProperties>", f"{own}</cp:coreProperties>")
