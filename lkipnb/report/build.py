"""The report of one agency and fiscal year: all of it, or nothing."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from lkipnb.errors import ChapterError, UsageError
from lkipnb.report import chapters as bab
from lkipnb.report import run
from lkipnb.report.lineage import graf
from lkipnb.report.manifest import manifest
from lkipnb.workbook import Workbook, open_workbook

FORMATS = ("html", "pdf")
Progress = Callable[[str], None]


@dataclass(frozen=True)
class Report:
    """A finished report: its folder and the files in it, by their path below the folder."""

    folder: Path
    files: tuple[str, ...]


def steps(notebooks: Path, formats: Sequence[str]) -> int:
    """How many steps `build` tells: the check, each chapter, each format, the saving."""
    return len(bab.find(notebooks)) + len(formats) + 2


def build(
    opd: str,
    tahun: int,
    *,
    data: Path,
    notebooks: Path,
    out: Path,
    formats: Sequence[str] = FORMATS,
    progress: Progress = lambda step: None,
) -> Report:
    """Make `out/<opd>/<tahun>/` from `data` and the chapters in `notebooks`.

    A pure function of its inputs: the same inputs give the same bytes.  `progress` is told each
    step before it starts.  Raises DataError or UsageError before anything runs, ChapterError when
    a chapter fails; in every case the previous report stands as it was.
    """
    progress("periksa data")
    lk = open_workbook(opd, tahun, data=data)
    sources = bab.find(notebooks)
    target = out / opd / str(tahun)
    with tempfile.TemporaryDirectory(prefix="lkipnb-") as name:
        scratch = Path(name)
        with _keeping_the_failed(scratch, target):
            executed = run.run(sources, {"opd": opd, "tahun": tahun}, data, scratch, progress)
    files = _files(lk, sources, executed, formats, progress)
    progress("simpan")
    _replace(target, files)
    return Report(target, tuple(files))


def _files(
    lk: Workbook, sources: list[Path], executed: list[NotebookNode], formats: Sequence[str], progress: Progress
) -> dict[str, bytes]:
    """Every file of the report by its path, the manifest last."""
    files = {
        f"notebooks/{source.name}": nbformat.writes(notebook).encode()
        for source, notebook in zip(sources, executed, strict=True)
    }
    files |= {f"tables/{name}.csv": text.encode() for name, text in _tables(executed)}
    pairs = [(source.stem, notebook) for source, notebook in zip(sources, executed, strict=True)]
    files["lineage.json"] = graf(lk, pairs).encode()
    for form in formats:
        progress(form)
        files[f"lkip.{form}"] = _export(form, lk, executed)
    files["manifest.json"] = manifest(lk, sources, files).encode()
    return files


def _export(form: str, lk: Workbook, executed: list[NotebookNode]) -> bytes:
    from lkipnb.report.cover import cover
    from lkipnb.report.exporters import LkipHTMLExporter, LkipPDFExporter, join

    exporter = {"html": LkipHTMLExporter, "pdf": LkipPDFExporter}[form]()
    made, _ = exporter.from_notebook_node(join(executed), {"lkip_cover": cover(lk.data)})
    return made.encode() if isinstance(made, str) else made


def _tables(executed: list[NotebookNode]) -> Iterator[tuple[str, str]]:
    """Every numbered table as CSV, named by its number and key."""
    for notebook in executed:
        for cell in notebook.cells:
            for output in cell.get("outputs", []):
                if "text/csv" in output.get("data", {}):
                    yield output.metadata["lkip"]["berkas"], output.data["text/csv"]


@contextmanager
def _keeping_the_failed(scratch: Path, target: Path) -> Iterator[None]:
    """On a failed chapter, keep its half-run notebook aside and say where."""
    try:
        yield
    except ChapterError as error:
        aside = target.with_name(f"{target.name}.gagal")
        shutil.rmtree(aside, ignore_errors=True)
        shutil.copytree(scratch, aside)
        raise ChapterError(f"{error}\nNotebook yang terhenti disimpan di {aside}.") from error


def _replace(target: Path, files: dict[str, bytes]) -> None:
    """Put the new report in the place of the old one in two renames; the old one stays if they fail."""
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    for name, content in files.items():
        path = fresh / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    old = fresh.with_name(fresh.name + ".lama")
    try:
        if target.exists():
            target.rename(old)
        fresh.rename(target)
    except OSError as error:
        if old.exists() and not target.exists():
            old.rename(target)
        shutil.rmtree(fresh, ignore_errors=True)
        raise UsageError(
            f"Laporan lama di {target} tidak dapat diganti; tutup berkas yang sedang dibuka, lalu ulangi."
        ) from error
    target.chmod(0o755)  # mkdtemp makes it private
    shutil.rmtree(old, ignore_errors=True)
    shutil.rmtree(target.with_name(f"{target.name}.gagal"), ignore_errors=True)
