"""A filled form into `data/`: all of it, or nothing.

The tables are first written to a temporary folder, row for row as in Excel, and read and checked
there exactly as any other data; so each fault can be told by sheet and cell.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from lkipnb import check
from lkipnb.errors import DataError, Fault, UsageError
from lkipnb.exchange.cells import by_cell, origins
from lkipnb.exchange.form import PROFILE_SHEET
from lkipnb.exchange.isian import YEAR, pair
from lkipnb.exchange.replacing import put
from lkipnb.exchange.staging import close_gaps, keep_budget, stage
from lkipnb.load import impor, xlsx
from lkipnb.load.dataset import load
from lkipnb.load.places import year_held, year_path
from lkipnb.load.xlsx import Rows
from lkipnb.schemas import REFERENCE_FOLDER
from lkipnb.storage import place
from lkipnb.storage.refusal import explained
from lkipnb.storage.scratch import scratch


@dataclass(frozen=True)
class Imported:
    """What an import wrote: the year's folder, rows per table, and where the earlier data went.

    `kept` are tables that came from the earlier data because the form leaves them to another
    import.
    """

    folder: Path
    rows: Mapping[str, int]
    backup: Path | None
    kept: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Form:
    """A form as read: its file, the agency and year that it names, its sheets."""

    file: str
    opd: str
    tahun: int
    sheets: Mapping[str, Rows]


def import_form(path: Path, data: Path, now: datetime) -> Imported:
    """Write the tables of a form below `data`; the earlier data stay as a backup dated `now`.

    Raises DataError with every fault, by sheet and cell, and then writes nothing; UsageError when
    the form names no agency or year; BusyError while another run has the year; StorageError when
    the disk refuses, and then the old data stand.
    """
    form = _read(path)
    target = year_path(data, form.opd, form.tahun)
    held = year_held(data, form.opd, form.tahun, "import")
    with held, scratch() as folder, explained(folder):
        trial = folder / "data"
        _copy_references(data, trial)
        staged = trial / form.opd / str(form.tahun)
        faults = stage(form.sheets, staged, form.file)
        kept = keep_budget(form.sheets, target, staged)
        faults += _found_on_trial(form, trial)
        if faults:
            raise DataError(faults)
        rows = close_gaps(staged)
        known = origins(rows, form.sheets, staged, form.file, kept) | _origins_kept(target, kept)
        (staged / impor.FILE).write_bytes(impor.teks(known))
        counts = {name: len(found) for name, found in rows.items()}
        return Imported(target, counts, put(staged, target, now), kept)


def _read(path: Path) -> _Form:
    sheets, faults = xlsx.sheets(path)
    if faults:
        raise DataError(faults)
    opd, tahun = _identity(sheets.get(PROFILE_SHEET, []), path.name)
    return _Form(path.name, opd, tahun, sheets)


def _identity(rows: Rows, file: str) -> tuple[str, int]:
    told = dict(pair(row) for row in rows if len(row) > 1)
    if not told.get("opd") or not YEAR.fullmatch(told.get("tahun", "")):
        raise UsageError(
            f"{file}: lembar {PROFILE_SHEET} harus memuat opd, dan tahun dengan empat angka."
        )
    return told["opd"], int(told["tahun"])


def _copy_references(data: Path, trial: Path) -> None:
    if (data / REFERENCE_FOLDER).is_dir():
        place.copy_folder(data / REFERENCE_FOLDER, trial / REFERENCE_FOLDER)


def _found_on_trial(form: _Form, trial: Path) -> list[Fault]:
    """What loading and checking the staged year finds, each cell once."""
    dataset, faults = load(form.opd, form.tahun, trial)
    told = {_cell(fault) for fault in faults}
    checked = [] if dataset is None else check.faults(dataset)
    faults += [fault for fault in checked if _cell(fault) not in told]
    return [by_cell(fault, form.sheets, form.file) for fault in faults]


def _cell(fault: Fault) -> tuple[str, int | None, str | None]:
    return fault.file, fault.row, fault.column


def _origins_kept(target: Path, kept: Collection[str]) -> dict[str, impor.Catatan]:
    """Where the rows of the tables that stay came from."""
    earlier = impor.baca(target)
    return {file: told for file, told in earlier.items() if file.removesuffix(".csv") in kept}
