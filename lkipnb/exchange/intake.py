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
from lkipnb.errors import Fault
from lkipnb.exchange import akibat
from lkipnb.exchange.cells import by_cell, in_order, leaves, origins
from lkipnb.exchange.isian import YEAR
from lkipnb.exchange.replacing import put, restore
from lkipnb.exchange.ringkas import lepas, tolak
from lkipnb.exchange.staging import close_gaps, stage, stage_profile
from lkipnb.exchange.terisi import identitas
from lkipnb.exchange.terisi.catatan import kalimat
from lkipnb.exchange.terisi.formulir import Formulir, formulir, lembar
from lkipnb.exchange.terisi.pengganti import pengganti
from lkipnb.exchange.terisi.profil import Dikenal
from lkipnb.exchange.tertukar import tertukar
from lkipnb.exchange.tetap import Tetap, tertinggal, tetap
from lkipnb.load import impor, references
from lkipnb.load.dataset import load
from lkipnb.load.places import year_held, year_path
from lkipnb.load.profile import FILE as PROFILE_FILE
from lkipnb.model import Dataset
from lkipnb.rules import rules
from lkipnb.rules.skala import SENDIRI
from lkipnb.schemas import REFERENCE_FOLDER, Peraturan
from lkipnb.storage import place
from lkipnb.storage.refusal import explained
from lkipnb.storage.scratch import scratch


@dataclass(frozen=True)
class Imported:
    """What an import wrote: the year's folder, rows per table, and where the earlier data went.

    `kept` are tables that came from the earlier data because the form leaves them to another
    import; `replaced` those that were changed beside the form and are now as it says; `notes` tell
    what was read otherwise than it stands.
    """

    folder: Path
    rows: Mapping[str, int]
    backup: Path | None
    kept: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def import_form(path: Path, data: Path, now: datetime, *, apa_adanya: bool = False) -> Imported:
    """Write the tables of a form below `data`; the earlier data stay as a backup dated `now`.
    Columns that seem exchanged are a fault, unless the form is to be taken `apa_adanya`.

    Raises DataError with every kind of fault, by sheet and cell, and then writes nothing but the
    whole list of them beside the form; UsageError when
    the form names no agency or year; BusyError while another run has the year; StorageError when
    the disk refuses, and then the old data stand.
    """
    sheets = lembar(path)
    opd, tahun = identitas.dari(sheets, path.name)
    target = year_path(data, opd, tahun)
    form = formulir(path.name, sheets, _known(data, tahun))
    with year_held(data, opd, tahun, "import"), scratch() as folder, explained(folder):
        trial = folder / "data"
        _copy_references(data, trial)
        staged = trial / opd / str(tahun)
        stage(form, staged)
        stays = tetap(form, target, staged)
        faults = _misplaced(path, data, target) + _found(form, trial, opd, tahun, apa_adanya)
        if faults:
            raise tolak(_told(faults, form, stays), path)
        replaced = [name for name in tertinggal(form, target) if name not in stays.sambungan]
        rows = close_gaps(staged)
        known = origins(rows, form, staged, stays.mulai) | _origins_kept(target, stays.utuh)
        (staged / impor.FILE).write_bytes(impor.teks(known))
        counts = {name: len(found) for name, found in rows.items()}
        notes = [*form.rumus(), *kalimat(form.catatan()), *stays.catatan]
        saved = put(staged, target, now)
        lepas(path)
        kept = (*stays.utuh, *stays.sambungan)
        return Imported(target, counts, saved, kept, tuple(replaced), tuple(notes))


def undo(opd: str, tahun: int, data: Path, now: datetime) -> tuple[Path, Path]:
    """Put the data before the last import of a year back; gives the backup that they came from, and
    the one that what was undone is now.

    Raises UsageError when there is no backup, BusyError while another run has the year.
    """
    target = year_path(data, opd, tahun)
    with year_held(data, opd, tahun, "import"):
        return restore(target, now)


def _known(data: Path, tahun: int) -> Dikenal:
    """The scales and regulations that the profile of a year may name."""
    frame = references.texts(data)[0][Peraturan.table.name]
    regulations = dict(zip(frame["kode"], frame["nama"], strict=True))
    return Dikenal((*rules(tahun).skala, SENDIRI), regulations)


def _copy_references(data: Path, trial: Path) -> None:
    if (data / REFERENCE_FOLDER).is_dir():
        place.copy_folder(data / REFERENCE_FOLDER, trial / REFERENCE_FOLDER)


def _misplaced(path: Path, data: Path, target: Path) -> list[Fault]:
    """A form that stands in the folder of one year and names another."""
    folder = path.resolve().parent
    is_year = folder.parent.parent == data.resolve() and bool(YEAR.fullmatch(folder.name))
    if not is_year or folder == target.resolve():
        return []
    told = f"formulir ini berada di folder {folder.parent.name}/{folder.name}"
    what = f"{told}; betulkan opd dan tahunnya, atau pindahkan formulirnya"
    return [Fault(PROFILE_FILE, None, "tahun", f"{target.parent.name}/{target.name}", what)]


def _found(form: Formulir, trial: Path, opd: str, tahun: int, apa_adanya: bool) -> list[Fault]:
    """What reading, loading and checking the staged year find, each cause once."""
    faults = form.cacat()
    doubts = [] if apa_adanya else form.judul_bertukar()
    dataset, loaded = load(opd, tahun, trial)
    faults += akibat.loaded(loaded, akibat.buta(form, faults))
    if dataset is None:
        dataset = _beside_the_profile(form, trial, opd, tahun)
    dark = akibat.buta(form, faults)
    if not (apa_adanya or doubts):
        doubts = tertukar(dataset)
    return faults + doubts + akibat.checked(_checked(dataset, faults), dataset, dark)


def _beside_the_profile(form: Formulir, trial: Path, opd: str, tahun: int) -> Dataset:
    """The tables of a year whose own profile cannot be read, beside one that can."""
    stage_profile(trial / opd / str(tahun), pengganti(form.profil.nilai, tahun))
    dataset, _ = load(opd, tahun, trial)
    assert dataset is not None  # the profile in its place holds all that a profile needs
    return dataset


def _checked(dataset: Dataset, told: Collection[Fault]) -> list[Fault]:
    """What the checks find, without the fields of the profile that were told before."""
    fields = {fault.column for fault in told if fault.file == PROFILE_FILE}
    return [
        fault
        for fault in check.faults(dataset)
        if fault.file != PROFILE_FILE or fault.column not in fields
    ]


def _told(faults: Collection[Fault], form: Formulir, stays: Tetap) -> list[Fault]:
    """The faults by sheet and cell, in the order of the form; those of rows that are not of the
    form by their file.
    """
    ordered = sorted(faults, key=lambda fault: in_order(fault, form))
    single = [leaf for fault in ordered for leaf in leaves(fault)]
    told = [fault if stays.memuat(fault) else by_cell(fault, form) for fault in single]
    return list(dict.fromkeys(told))


def _origins_kept(target: Path, kept: Collection[str]) -> dict[str, impor.Catatan]:
    """Where the rows of the tables that stay came from."""
    earlier = impor.baca(target)
    return {file: told for file, told in earlier.items() if file.removesuffix(".csv") in kept}
