"""Cells of an analyst: where one stands, in words, and the pictures that it brings along."""

from __future__ import annotations

import re
from html import unescape

from nbformat import NotebookNode

from lkipnb.errors import ChapterError, quote
from lkipnb.report import notebooks
from lkipnb.schemas.markdown import markdown

_IMG = re.compile(r'<img src="([^"]*)"')
_REMOTE = re.compile(r"\w+:|//")
_UNREADABLE = "#harmful-link"  # what the parser of Markdown writes for `file:` and its kin
_KINDS = ("image/png", "image/jpeg", "image/gif", "image/webp")


def judul(chapter: NotebookNode) -> str:
    """The first heading of a chapter, by which a reader knows it; empty where it has none."""
    lines = (line for cell in chapter.cells for line in _prose(cell).splitlines())
    return next((line.lstrip("# ").strip() for line in lines if line.startswith("#")), "")


def _prose(cell: NotebookNode) -> str:
    return str(cell.source) if cell.cell_type == "markdown" else ""


def periksa(chapter: NotebookNode) -> None:
    """Raises ChapterError for the first shown cell that failed or asks for a picture that does not
    come along: its chapter, its number, its first line, and what to do.
    """
    for number, cell in enumerate(chapter.cells, start=1):
        wrong = _failure(cell) or _picture(cell)
        if wrong:
            raise ChapterError(f"{_place(chapter, number, cell)} {wrong}")


def _failure(cell: NotebookNode) -> str:
    """What a failed cell says; nothing of any other."""
    for output in notebooks.outputs(cell):
        if output.output_type == "error":
            return (
                f"gagal: {output.ename}: {output.evalue}."
                " Perbaiki dan jalankan lagi, atau beri sel itu tanda “remove-output”."
            )
    return ""


def _picture(cell: NotebookNode) -> str:
    """Which picture of a Markdown cell is not in the notebook, and how it gets there."""
    if "![" not in _prose(cell) or "remove-cell" in cell.metadata.get("tags", []):
        return ""
    for address in _IMG.findall(markdown(bersisipan(cell))):
        if not address.startswith("data:"):
            return (
                f"meminta gambar {_kind(address)}, yang tidak ikut dalam laporan."
                " Simpan gambarnya dan seret ke dalam sel itu, sehingga menjadi lampiran sel."
            )
    return ""


def _place(chapter: NotebookNode, number: int, cell: NotebookNode) -> str:
    first = next((line for line in cell.source.splitlines() if line.strip()), "")
    named = judul(chapter)
    where = f"{quote(named)}, sel {number}" if named else f"Sel {number}"
    return f"{where} ({quote(first)})"


def _kind(address: str) -> str:
    """Where a picture would come from, in words."""
    if address == _UNREADABLE:
        return "dengan alamat yang tidak dapat disertakan"
    named = quote(unescape(address))
    return f"dari jaringan {named}" if _REMOTE.match(address) else f"dari berkas {named}"


def bersisipan(cell: NotebookNode) -> str:
    """The source of a Markdown cell, its attached pictures in it."""
    source = str(cell.source)
    for name, forms in cell.get("attachments", {}).items():
        kind = next((one for one in _KINDS if one in forms), None)
        if kind is not None:
            content = "".join(forms[kind].split())
            source = source.replace(f"(attachment:{name}", f"(data:{kind};base64,{content}")
    return source
