"""The files of a report from its executed chapters."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from nbformat import NotebookNode
from pydantic_core import to_json

from lkipnb.model import Dataset
from lkipnb.report import blok, notebooks
from lkipnb.report.cover import Cover
from lkipnb.report.document import Document
from lkipnb.report.formats import FORMATS, Format
from lkipnb.report.lampiran import terlampir
from lkipnb.report.lineage import file as lineage
from lkipnb.report.lineage.graph import graf
from lkipnb.report.manifest import digests, sha256
from lkipnb.report.pieces import Pieces, chapter_file
from lkipnb.report.sources import key
from lkipnb.workbook import Workbook

Progress = Callable[[str], None]
Executed = Mapping[Path, NotebookNode]
Impor = Mapping[str, Mapping[str, object]]


def of_chapters(lk: Workbook, executed: Executed, pieces: Pieces) -> dict[str, bytes]:
    """The chapters, their tables and the origins of their figures, by path."""
    files = {}
    for source, notebook in executed.items():
        content = notebooks.written(notebook).encode()
        files[chapter_file(source)] = content
        pieces.keep_chapter(source, content)
    for name, text in _tables(executed):
        files[f"tables/{name}.csv"] = text.encode()
    named = {source.stem: notebook for source, notebook in executed.items()}
    files[lineage.FILE] = graf(lk, named).encode()
    return files


@dataclass(frozen=True)
class Around:
    """What stands around the chapters: the cover, the year, and its data package."""

    front: Cover
    data: Dataset
    paket: Mapping[str, bytes]

    def document(self, executed: Executed) -> Document:
        """The whole report without the package."""
        return terlampir(assembled(executed, self.front, self.data.impor), self.data)

    def berdata(self, document: Document) -> Document:
        """The report with the package."""
        return replace(document, paket=self.paket)


def of_formats(
    executed: Executed,
    around: Around,
    formats: Sequence[str],
    pieces: Pieces,
    progress: Progress,
) -> dict[str, bytes]:
    """The report in each of the formats, by path; `progress` is told each before it is made."""
    document = around.document(executed)
    base = key(pieces.sources.program, sidik(document))
    held = digests(around.paket)
    keys = {
        ending: key(base, ending, held if form.berdata else {}) for ending, form in FORMATS.items()
    }
    files = {}
    for ending, form in FORMATS.items():
        if ending not in formats:
            pieces.carry(form.file, keys[ending])
    for ending in formats:
        form = FORMATS[ending]

        def make(ending: str = ending, form: Format = form) -> bytes:
            progress(ending)
            return form.make(around.berdata(document) if form.berdata else document)

        files[form.file] = pieces.made(form.file, keys[ending], make)
    return files


def sidik(document: object) -> str:
    """The SHA-256 of all that a document holds: a format is made of nothing else."""
    return sha256(to_json(document, bytes_mode="base64"))


def assembled(executed: Executed, front: Cover, impor: Impor) -> Document:
    """The chapters as one document behind its cover, which knows the cells of the form."""
    from lkipnb.report.exporters import LkipExporter, join

    joined = join(list(executed.values()))
    exporter = LkipExporter()  # type: ignore[no-untyped-call]
    document, _ = exporter.document(joined, {"lkip_cover": front})
    return replace(document, impor=impor)


def _tables(executed: Executed) -> Iterator[tuple[str, str]]:
    """Every numbered table as CSV, named by its number and key."""
    for notebook in executed.values():
        for forms in notebooks.shown(notebook):
            table = blok.dari(forms)
            if table is not None:
                yield table.berkas, table.csv
