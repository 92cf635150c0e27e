"""The PDF report: the same semantic HTML, translated by pandoc and set by Typst."""

from __future__ import annotations

import datetime
import json
import sys
from pathlib import Path

from lkipnb.errors import ReportError
from lkipnb.report import child
from lkipnb.report.assets import FONTS, TEMPLATES, text
from lkipnb.report.document import Document
from lkipnb.report.opening import date, opening
from lkipnb.report.printed import for_pandoc
from lkipnb.report.tercetak import tercetak
from lkipnb.report.typst import text as quoted
from lkipnb.storage.refusal import explained
from lkipnb.storage.scratch import scratch

TYPST = Path(__file__).with_name("typst_child.py")
STANDARDS = ["ua-1", "a-3a"]
# The sandbox keeps pandoc from reading files and from the network, whatever the document asks for.
_PANDOC = (
    "--sandbox",
    "--from=html+native_divs-auto_identifiers",
    "--to=typst",
    "--wrap=none",
    f"--lua-filter={TEMPLATES / 'lkip.lua'}",
)
_LIMITS = ("+RTS", f"-M{child.MEMORY_MIB}m", "-RTS")
# What pandoc's own Typst template would define.
_OF_PANDOC = "#let horizontalrule = line(length: 100%)\n"


PACKAGE = "paket-data"
# The data that the pages were made from, as PDF/A-3 calls them.
_RELATION = "data"
_KINDS = {
    ".json": "application/json",
    ".csv": "text/csv",
    ".md": "text/markdown",
    ".yaml": "application/yaml",
    ".svg": "image/svg+xml",
}


def typeset(document: Document) -> bytes:
    """The PDF: A4, PDF/A-3a and PDF/UA-1 as Typst checks them; the same document gives the same
    bytes.

    Raises ReportError when Typst refuses the document, a typeface is missing, or time or memory do
    not suffice.
    """
    with scratch() as folder, explained(folder):
        source = folder / "lkip.typ"
        source.write_text(typst_source(tercetak(document), folder), encoding="utf-8")
        return _compile(source, date(document))


def typst_source(document: Document, folder: Path) -> str:
    """The Typst source; pictures are written to `folder`."""
    import pypandoc

    command = [pypandoc.get_pandoc_path(), *_PANDOC, *_LIMITS]
    body = child.jalankan("Pandoc", command, for_pandoc(document, folder))
    parts = [text("lkip.typ"), _OF_PANDOC, opening(document, folder), _attached(document, folder)]
    return "\n".join([*parts, body, ""])


def _attached(document: Document, folder: Path) -> str:
    """Calls that attach the data package, whose files are written to `folder`."""
    place = folder / PACKAGE
    place.mkdir()
    calls = []
    for name, content in document.paket.items():
        (place / name).write_bytes(content)
        path, kind = quoted(f"{PACKAGE}/{name}"), quoted(_KINDS[Path(name).suffix])
        calls.append(
            f"#pdf.attach({path}, relationship: "
            f'"{_RELATION}", mime-type: {kind}, description: {quoted(name)})'
        )
    return "\n".join(calls)


def _compile(source: Path, date: datetime.date) -> bytes:
    """The PDF of a Typst source, set by a child that sees its folder only and no packages."""
    made = source.with_suffix(".pdf")
    job = _job(source, made, date)
    command = [sys.executable, "-I", str(TYPST)]
    answer = json.loads(child.jalankan("Penyusun PDF", command, json.dumps(job)))
    if "error" in answer:
        raise ReportError(f"PDF tidak dapat disusun: {answer['error']}")
    missing = [warning for warning in answer["warnings"] if "font" in warning]
    if missing:
        raise ReportError(f"Huruf untuk PDF tidak lengkap: {'; '.join(missing)}")
    return made.read_bytes()


def _job(source: Path, made: Path, date: datetime.date) -> dict[str, object]:
    """What typst_child.py is told."""
    midnight = datetime.datetime(date.year, date.month, date.day, tzinfo=datetime.UTC)
    packages = source.with_name("paket")
    packages.mkdir()
    return {
        "source": str(source),
        "root": str(source.parent),
        "fonts": [str(FONTS)],
        "standards": STANDARDS,
        "timestamp": int(midnight.timestamp()),
        "packages": str(packages),
        "output": str(made),
        "memory_mib": child.MEMORY_MIB,
    }
