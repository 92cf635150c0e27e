"""The report of one agency and fiscal year: all of it, or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from lkipnb.audit import Hasil, dimuat, nilai
from lkipnb.audit.temuan import GALAT
from lkipnb.errors import BusyError
from lkipnb.load.inputs import digests as data_digests
from lkipnb.load.places import year_folder, year_shared
from lkipnb.report import chapters as bab
from lkipnb.report import files, placing, run
from lkipnb.report.cover import cover
from lkipnb.report.files import Executed, Progress
from lkipnb.report.manifest import inputs
from lkipnb.report.order import Order
from lkipnb.report.publishable import filled_prose, refuse_personal_data
from lkipnb.storage import lock
from lkipnb.storage.scratch import scratch
from lkipnb.workbook import Workbook, open_workbook


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


def steps(order: Order) -> int:
    """How many steps `build` tells: the check, each chapter, each format, the saving."""
    return len(bab.find(order.notebooks)) + len(order.formats) + 2


def build(order: Order, progress: Progress = lambda step: None) -> Report:
    """Make the report that is ordered.

    The same inputs give the same bytes; what a person put into that folder stays.  `progress` is
    told each step before it starts.  Raises DataError or UsageError before a chapter runs,
    BusyError while another run makes this report or changes the year, ChapterError when a chapter
    fails, StorageError when the disk refuses; in every case the previous report stands as it was.
    """
    target = order.target()
    with (
        lock.alone(target, placing.WORK),
        year_shared(order.data, order.opd, order.tahun, "report"),
    ):
        progress("periksa data")
        lk = open_workbook(order.opd, order.tahun, data=order.data)
        sources = bab.find(order.notebooks)
        bab.check(sources, order.parameters)
        with scratch() as folder, run.warm(order.data, folder) as kernel:
            # The kernel imports its libraries meanwhile.
            judged = _judged(order, lk)
            with placing.keeping_the_failed(folder, target):
                executed = kernel.run(sources, order.parameters, progress)
        made = _files(lk, judged, executed, order, progress)
        _refuse_changed_data(lk, order.data)
        progress("simpan")
        made_from = inputs(lk, judged, sources)
        placed = placing.put(target, made, made_from, order.unasked)
    return Report(target, placed.files, judged, placed.older, placed.changed)


def _judged(order: Order, lk: Workbook) -> Hasil:
    """What the audit finds.  Raises DataError for what may not be published."""
    filled = filled_prose(lk)
    judged = nilai(dimuat(lk.materi, order.notebooks))
    refuse_personal_data(lk, judged, filled)
    return judged


def _files(
    lk: Workbook, judged: Hasil, executed: Executed, order: Order, progress: Progress
) -> dict[str, bytes]:
    """Every file of the report by its path, but the manifest."""
    front = cover(lk.data, judged.banyak(GALAT))
    made = files.of_chapters(lk, executed)
    made.update(files.of_formats(lk, executed, front, list(order.formats), progress))
    return made


def _refuse_changed_data(lk: Workbook, data: Path) -> None:
    """A report of two states of the data must not be: each chapter reads them anew."""
    before = lk.data.sha256
    now = data_digests(year_folder(data, lk.data.opd, lk.data.tahun), data)
    names = sorted(now.keys() | before.keys())
    changed = [name for name in names if now.get(name) != before.get(name)]
    if changed:
        raise BusyError(f"Data berubah selagi laporan disusun ({', '.join(changed)}); susun lagi.")
