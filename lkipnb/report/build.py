"""The report of one agency and fiscal year: all of it, or nothing."""

from __future__ import annotations

from pathlib import Path

from lkipnb.audit import Hasil, dimuat, nilai
from lkipnb.audit.keluaran import ringkas
from lkipnb.audit.temuan import GALAT, TINGKAT
from lkipnb.errors import BusyError
from lkipnb.load.places import year_shared
from lkipnb.report import chapters as bab
from lkipnb.report import files, ledger, placing, run
from lkipnb.report.cover import cover
from lkipnb.report.files import Around, Executed, Progress
from lkipnb.report.ledger import Ledger
from lkipnb.report.made import Report
from lkipnb.report.manifest import inputs
from lkipnb.report.order import Order
from lkipnb.report.paket import paket
from lkipnb.report.pieces import Pieces
from lkipnb.report.publishable import filled_prose, refuse_personal_data
from lkipnb.report.sources import Sources, loaded, program, sources
from lkipnb.storage import lock
from lkipnb.storage.refusal import explained
from lkipnb.storage.scratch import scratch
from lkipnb.workbook import Workbook, open_workbook


def steps(order: Order) -> int:
    """How many steps `build` tells at most: the check, each chapter, each format, the saving."""
    return len(bab.find(order.notebooks)) + len(order.formats) + 2


def build(
    order: Order, progress: Progress = lambda step: None, known: Ledger | None = None
) -> Report:
    """Make the report that is ordered.

    The same inputs give the same bytes; what a person put into that folder stays.  With what is
    `known` of the report before, only what has other sources is made again, and this report is
    remembered.  `progress` is told each step before it starts.  Raises DataError or UsageError
    before a chapter runs, BusyError while another run makes this report or changes the year,
    ChapterError when a chapter fails, StorageError when the disk refuses; in every case the
    previous report stands as it was.
    """
    target = order.target()
    with (
        lock.alone(target, placing.WORK),
        year_shared(order.data, order.opd, order.tahun, "report"),
    ):
        progress("periksa data")
        pieces = Pieces(known or Ledger(target), _sources(order))
        lk = open_workbook(order.opd, order.tahun, data=order.data)
        chapters = bab.find(order.notebooks)
        bab.check(chapters, order.parameters)
        judged, executed = _run(order, lk, chapters, pieces, progress)
        made_from = inputs(lk, judged, chapters)
        around = Around(cover(lk.data, judged.banyak(GALAT)), lk.data, paket(lk, made_from))
        made = files.of_chapters(lk, executed, pieces)
        made.update(files.of_formats(executed, around, order.formats, pieces, progress))
        _refuse_changed_sources(pieces.sources, order)
        progress("simpan")
        placed = placing.put(target, made, made_from, order.unasked)
        report = Report(
            target,
            tuple(placed.files),
            {tingkat: judged.banyak(tingkat) for tingkat in TINGKAT},
            ringkas(judged),
            placed.older,
            placed.changed,
            pieces.pesan,
        )
        if known is not None:
            _remember(report, placed, pieces)
    return report


def _run(
    order: Order, lk: Workbook, chapters: list[Path], pieces: Pieces, progress: Progress
) -> tuple[Hasil, Executed]:
    """What the audit finds, and every chapter: run, or as it stands."""
    executed = pieces.standing(chapters)
    missing = [source for source in chapters if source not in executed]
    if not missing:
        return _judged(order, lk), executed
    with scratch() as folder, run.warm(order.data, folder) as kernel:
        # The kernel imports its libraries meanwhile.
        judged = _judged(order, lk)
        with placing.keeping_the_failed(folder, order.target()):
            for source in missing:
                executed |= kernel.run([source], order.parameters, progress)
                pieces.ran(source, kernel.seen())
    return judged, {source: executed[source] for source in chapters}


def _judged(order: Order, lk: Workbook) -> Hasil:
    """What the audit finds.  Raises DataError for what may not be published."""
    filled = filled_prose(lk)
    judged = nilai(dimuat(lk.materi, order.notebooks))
    refuse_personal_data(lk, judged, filled)
    return judged


def _sources(order: Order) -> Sources:
    with explained(order.data):
        return sources(order)


def _refuse_changed_sources(before: Sources, order: Order) -> None:
    """A report of two states of the data must not be: each chapter reads them anew."""
    changed = before.changed(_sources(order))
    if changed:
        raise BusyError(f"Data berubah selagi laporan disusun ({', '.join(changed)}); susun lagi.")


def _remember(report: Report, placed: placing.Placed, pieces: Pieces) -> None:
    """Write down what was made, unless the program is no longer the one that made it."""
    now = pieces.sources
    if not now.program == loaded() == program():
        return
    files = {name: piece.sidik for name, piece in pieces.kept.items()}
    known = Ledger(
        report.folder,
        program=now.program,
        kunci="" if pieces.each_time else now.whole,
        potongan=pieces.kept,
        berkas={**files, **placed.files},
        lebih_lama=report.older,
        temuan=report.temuan,
        ringkasan=report.ringkasan,
    )
    ledger.write(known)
