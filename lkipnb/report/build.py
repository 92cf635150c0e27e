"""The report of one agency and fiscal year: all of it, or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from lkipnb.audit import Hasil, audit
from lkipnb.audit.aturan.data_pribadi import ID as PERSONAL_DATA
from lkipnb.audit.aturan.data_pribadi import tersusun
from lkipnb.audit.materi import Materi
from lkipnb.audit.temuan import GALAT, Temuan
from lkipnb.errors import BusyError, ChapterError, DataError, Fault
from lkipnb.load.dataset import digests as data_digests
from lkipnb.load.places import year_folder, year_path, year_shared
from lkipnb.report import blok, earlier, run
from lkipnb.report import chapters as bab
from lkipnb.report.cover import Cover, cover
from lkipnb.report.document import Document
from lkipnb.report.formats import FORMATS
from lkipnb.report.lineage import file as lineage
from lkipnb.report.lineage.graph import graf
from lkipnb.report.manifest import FILE, digests, inputs, manifest, sidik
from lkipnb.schemas.markdown import teks
from lkipnb.storage import lock, place
from lkipnb.storage.refusal import explained
from lkipnb.storage.scratch import scratch
from lkipnb.workbook import Workbook, open_workbook

WORK = "lkipnb report"
WRITE_IT_OUT = "disusun dari potongan; hapus, atau tulis utuh agar dapat diterima dengan alasan"
Progress = Callable[[str], None]


@dataclass(frozen=True)
class Report:
    """A finished report: its folder and the files made for it, by their path below the folder.

    `older` are files of formats that were not asked for and that stay from other inputs; `changed`
    are files that a person had changed, by the name under which they are kept.  With open findings
    of level galat (`pemeriksaan`) the report is a draft, and says so on its cover and on every
    page.
    """

    folder: Path
    files: tuple[str, ...]
    pemeriksaan: Hasil
    older: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()

    @property
    def galat(self) -> int:
        """How many findings of level galat stand open."""
        return self.pemeriksaan.banyak(GALAT)


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
    formats: Sequence[str] = tuple(FORMATS),
    progress: Progress = lambda step: None,
) -> Report:
    """Make `out/<opd>/<tahun>/` from `data` and the chapters in `notebooks`.

    The same inputs give the same bytes; what a person put into that folder stays.  `progress` is
    told each step before it starts.  Raises DataError or UsageError before anything runs, BusyError
    while another run makes this report or changes the year, ChapterError when a chapter fails,
    StorageError when the disk refuses; in every case the previous report stands as it was.
    """
    target = year_path(out, opd, tahun)
    with lock.alone(target, WORK), year_shared(data, opd, tahun, "report"):
        progress("periksa data")
        lk = open_workbook(opd, tahun, data=data)
        printed = _try_prose(lk)
        sources = bab.find(notebooks)
        judged = audit(opd, tahun, data, notebooks=notebooks)
        _refuse_personal_data(judged, tersusun(_materi(lk), printed))
        with scratch() as folder, explained(folder), _keeping_the_failed(folder, target):
            executed = run.run(sources, {"opd": opd, "tahun": tahun}, data, folder, progress)
        files = _files(lk, judged, sources, executed, formats, progress)
        _refuse_changed_data(lk, data)
        progress("simpan")
        with _locked(target):
            unasked = [f"lkip.{form}" for form in FORMATS if form not in formats]
            made = _put(target, files, inputs(lk, judged, sources), unasked, judged)
            place.discard(_failed(target))
        return made


def _try_prose(lk: Workbook) -> dict[str, str]:
    """The words of every piece of the agency's prose, filled once, by its file.  Raises DataError
    with all that cannot be filled.
    """
    refused = lk.narasi_salah()
    if refused:
        raise DataError(refused)
    return {f"narasi/{name}.md": teks(lk.narasi(name).html) for name in lk.data.narasi}


def _materi(lk: Workbook) -> Materi:
    """The year as the rules of the audit see it, with the agency's prose alone."""
    prose = {f"narasi/{name}.md": text for name, text in lk.data.narasi.items()}
    return Materi(lk.data, lk.rules, (), prosa=prose)


def _files(
    lk: Workbook,
    judged: Hasil,
    sources: list[Path],
    executed: list[NotebookNode],
    formats: Sequence[str],
    progress: Progress,
) -> dict[str, bytes]:
    """Every file of the report by its path, but the manifest."""
    chapters = list(zip(sources, executed, strict=True))
    files = {}
    for source, notebook in chapters:
        files[f"notebooks/{source.name}"] = nbformat.writes(notebook).encode()
    for name, text in _tables(executed):
        files[f"tables/{name}.csv"] = text.encode()
    named = [(source.stem, notebook) for source, notebook in chapters]
    files[lineage.FILE] = graf(lk, named).encode()
    document = _assembled(executed, cover(lk.data, judged.banyak(GALAT)))
    for form in formats:
        progress(form)
        files[f"lkip.{form}"] = FORMATS[form](document)
    return files


def _assembled(executed: list[NotebookNode], front: Cover) -> Document:
    from lkipnb.report.exporters import LkipExporter, join

    document, _ = LkipExporter().document(join(executed), {"lkip_cover": front})
    return document


def _tables(executed: list[NotebookNode]) -> Iterator[tuple[str, str]]:
    """Every numbered table as CSV, named by its number and key."""
    for notebook in executed:
        for cell in notebook.cells:
            for output in cell.get("outputs", []):
                table = blok.dari(output.get("data", {}))
                if table is not None:
                    yield table.berkas, table.csv


def _refuse_personal_data(judged: Hasil, put_together: Iterable[Temuan]) -> None:
    """What names a person, or leads to one, is not published without a reason; what was put
    together in prose must be written out first.
    """
    faults = [_unaccepted(t) for t in judged.temuan if t.aturan == PERSONAL_DATA]
    for found in put_together:
        faults.append(Fault(found.berkas, None, None, None, f"{found.pesan}; {WRITE_IT_OUT}"))
    if faults:
        raise DataError(faults)


def _unaccepted(found: Temuan) -> Fault:
    how = f"{found.pesan}; {found.saran} di penerimaan.csv (kode {found.id})"
    return Fault(found.berkas, found.baris, found.kolom, None, how)


def _refuse_changed_data(lk: Workbook, data: Path) -> None:
    """A report of two states of the data must not be: each chapter reads them anew."""
    before = lk.data.sha256
    now = data_digests(year_folder(data, lk.data.opd, lk.data.tahun), data)
    names = sorted(now.keys() | before.keys())
    changed = [name for name in names if now.get(name) != before.get(name)]
    if changed:
        raise BusyError(f"Data berubah selagi laporan disusun ({', '.join(changed)}); susun lagi.")


def _put(
    target: Path,
    files: dict[str, bytes],
    made_from: dict[str, object],
    unasked: Sequence[str],
    judged: Hasil,
) -> Report:
    """The new report in the place of the old one, with what a person put there and the formats not
    asked for.
    """
    before = earlier.read(target)
    kept = before.kept(files.keys(), unasked)
    older = before.older(unasked, sidik(made_from))
    listed = digests(files) | {name: before.files[name] for name in unasked if name in before.files}
    whole = files | {FILE: manifest(made_from, listed, older).encode()}
    place.put_folder(target, whole, kept)
    changed = [name for name, old in kept.items() if name != old]
    return Report(target, tuple(whole), judged, tuple(older), tuple(changed))


@contextmanager
def _keeping_the_failed(folder: Path, target: Path) -> Iterator[None]:
    """On a failed chapter, keep its half-run notebook aside and say where."""
    try:
        yield
    except ChapterError as error:
        aside = _failed(target)
        ran = {path.name: path.read_bytes() for path in sorted(folder.glob("*.ipynb"))}
        with _locked(target):
            place.put_folder(aside, ran)
        raise ChapterError(f"{error}\nNotebook yang terhenti disimpan di {aside}.") from error


@contextmanager
def _locked(target: Path) -> Iterator[None]:
    """The lock of the folder of a report for all users, held while it is put in place."""
    with explained(target):
        target.parent.mkdir(parents=True, exist_ok=True)
    with lock.held(target, WORK):
        place.tidy(_failed(target))
        yield


def _failed(target: Path) -> Path:
    return target.with_name(f"{target.name}.gagal")
