"""A filled form into `data/`: all of it, or nothing.

The tables are first written to a temporary folder, row for row as in Excel, and read and checked
there exactly as any other data; so each fault can be told by sheet and cell.
"""

from __future__ import annotations

import csv
import re
import shutil
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import yaml

from lkipnb import check
from lkipnb.errors import DataError, Fault, UsageError
from lkipnb.exchange.form import (
    EXAMPLE,
    IDENTITY,
    MARK,
    MEANING,
    PROFILE_SHEET,
    PROSE_SHEET,
    SOURCES,
    typed_fields,
)
from lkipnb.load import impor, xlsx
from lkipnb.load.dataset import load
from lkipnb.load.paket import huruf_kolom
from lkipnb.load.places import nama_sah, year_held, year_path
from lkipnb.load.profile import FILE as PROFILE_FILE
from lkipnb.load.prose import FOLDER as PROSE_FOLDER
from lkipnb.load.xlsx import Rows
from lkipnb.schemas import REFERENCE_FOLDER, YEAR_TABLES, Anggaran, Table
from lkipnb.storage import backup, place
from lkipnb.storage.refusal import explained
from lkipnb.storage.scratch import scratch

# What a form states anew: every table, the profile and the prose.
_STATED = re.compile(rf"[^/]+\.csv|{re.escape(PROFILE_FILE)}|{PROSE_FOLDER}/[^/]+\.md")
_PROSE_NAME = re.compile(r"[a-z0-9_]+")
_YEAR = re.compile(r"[0-9]{4}")
LISTS = ("dasar_hukum", "pembentukan", "sumber_dana.apbd", "sumber_dana.lain")
NUMBERS = (
    "periode.rpjmd.awal",
    "periode.rpjmd.akhir",
    "periode.renstra.awal",
    "periode.renstra.akhir",
    "dokumen_sumber.tahun",
)


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


def import_form(path: Path, data: Path, now: datetime) -> Imported:
    """Write the tables of a form below `data`; the earlier data stay as a backup dated `now`.

    Raises DataError with every fault, by sheet and cell, and then writes nothing; UsageError when
    the form names no agency or year; BusyError while another run has the year; StorageError when
    the disk refuses, and then the old data stand.
    """
    sheets, faults = xlsx.sheets(path)
    if faults:
        raise DataError(faults)
    opd, tahun = _identity(sheets, path)
    target = year_path(data, opd, tahun)
    with year_held(data, opd, tahun, "import"), scratch() as folder, explained(folder):
        trial = folder / "data"
        if (data / REFERENCE_FOLDER).is_dir():
            place.copy_folder(data / REFERENCE_FOLDER, trial / REFERENCE_FOLDER)
        staged = trial / opd / str(tahun)
        faults = _stage(sheets, staged, path)
        kept = _kept(sheets, target, staged)
        dataset, more = load(opd, tahun, trial)
        if dataset is not None:
            told = {(fault.file, fault.row, fault.column) for fault in more}
            more += [f for f in check.faults(dataset) if (f.file, f.row, f.column) not in told]
        if faults := faults + [_by_cell(fault, sheets, path) for fault in more]:
            raise DataError(faults)
        rows = {
            name: _without_blank_rows(staged / f"{name}.csv", table)
            for name, table in YEAR_TABLES.items()
        }
        earlier = {
            file: told
            for file, told in impor.baca(target).items()
            if file.removesuffix(".csv") in kept
        }
        (staged / impor.FILE).write_bytes(
            impor.teks(_origins(rows, sheets, staged, path, kept) | earlier)
        )
        counts = {name: len(found) for name, found in rows.items()}
        return Imported(target, counts, _put(staged, target, now), kept)


def _origins(
    rows: Mapping[str, list[int]],
    sheets: Mapping[str, Rows],
    staged: Path,
    path: Path,
    kept: Collection[str],
) -> dict[str, impor.Catatan]:
    """Where each record of each table stands in the form."""
    found = {}
    for name in (each for each in rows if rows[each] and each in sheets and each not in kept):
        file = YEAR_TABLES[name].file
        letters = {title: huruf_kolom(at) for at, title in enumerate(sheets[name][0], start=1)}
        found[file] = impor.catatan(
            (staged / file).read_bytes(), path.name, name, rows[name], letters
        )
    return found


def _identity(sheets: Mapping[str, Rows], path: Path) -> tuple[str, int]:
    told = {row[0]: row[1] for row in sheets.get(PROFILE_SHEET, []) if len(row) > 1}
    if not told.get("opd") or not _YEAR.fullmatch(told.get("tahun", "")):
        raise UsageError(
            f"{path.name}: lembar {PROFILE_SHEET} harus memuat opd, dan tahun dengan empat angka."
        )
    return told["opd"], int(told["tahun"])


def _stage(sheets: Mapping[str, Rows], folder: Path, path: Path) -> list[Fault]:
    """The form as files of a year, each record in the row that it has in Excel."""
    folder.mkdir(parents=True)
    faults = []
    for table in YEAR_TABLES.values():
        if table.name in sheets:
            rows, more = _records(sheets[table.name], table, path)
            faults += more
            with (folder / f"{table.name}.csv").open("w", encoding="utf-8", newline="") as file:
                csv.writer(file, lineterminator="\n").writerows(rows)
    profile, more = _profile(sheets.get(PROFILE_SHEET, []), f"{path.name}, lembar {PROFILE_SHEET}")
    (folder / PROFILE_FILE).write_text(profile, encoding="utf-8")
    faults += more
    faults += _stage_prose(
        sheets.get(PROSE_SHEET, []), folder / PROSE_FOLDER, f"{path.name}, lembar {PROSE_SHEET}"
    )
    known = {*YEAR_TABLES, PROFILE_SHEET, PROSE_SHEET}
    unknown = "lembar ini tidak dikenal; hapus atau ganti namanya"
    return faults + [
        Fault(f"{path.name}, lembar {name}", None, None, None, unknown)
        for name in sheets.keys() - known
    ]


def _kept(sheets: Mapping[str, Rows], target: Path, folder: Path) -> tuple[str, ...]:
    """The budget that an export filled stays while the form's own sheet is empty."""
    earlier = target / Anggaran.table.file
    if not earlier.is_file() or any(
        _is_data(row) for row in sheets.get(Anggaran.table.name, [])[1:]
    ):
        return ()
    # A link stays one, so that the reader of the trial judges where it leads.
    shutil.copy2(earlier, folder / Anggaran.table.file, follow_symlinks=False)
    return (Anggaran.table.name,)


def _is_data(row: list[str]) -> bool:
    return any(row) and row[0] not in (MEANING, EXAMPLE)


def _stage_prose(rows: Rows, folder: Path, where: str) -> list[Fault]:
    folder.mkdir()
    faults = []
    for number, row in enumerate(rows[1:], start=2):
        name, text = [*row, "", ""][:2]
        if name and not nama_sah(name, _PROSE_NAME):
            faults.append(
                Fault(where, number, "nama", name, "hanya huruf kecil, angka, dan garis bawah")
            )
        elif (folder / f"{name}.md").exists():
            faults.append(Fault(where, number, "nama", name, "tertulis dua kali"))
        elif name and text:
            (folder / f"{name}.md").write_text(text + "\n", encoding="utf-8")
    return faults


def _records(rows: Rows, table: Table, path: Path) -> tuple[Rows, list[Fault]]:
    """Header and records without the mark column; rows that are not data are blank.

    A row still marked as the example although its content was changed is a fault: what a planner
    typed is never dropped silently.
    """
    faults, kept = [], []
    example = [EXAMPLE, *(column.example for column in table.columns)]
    width = len(rows[0]) if rows else 0
    marked = bool(rows) and rows[0][:1] == [MARK]
    for number, row in enumerate(rows, start=1):
        padded = [*row, *[""] * (width - len(row))]
        if marked and number > 1 and padded[0] in (MEANING, EXAMPLE):
            if padded[0] == EXAMPLE and padded != example[:width]:
                faults.append(
                    Fault(
                        f"{path.name}, lembar {table.name}",
                        number,
                        None,
                        None,
                        f"baris contoh diubah; kosongkan kolom {MARK} bila baris ini data",
                    )
                )
            padded = [""] * width
        kept.append(padded[1:] if marked else padded)
    return kept, faults


def _profile(rows: Rows, where: str) -> tuple[str, list[Fault]]:
    """`profil.yaml` from the pairs of the sheet; a group of fields that are all empty is
    left out.
    """
    nested: dict = {}
    seen: set[str] = set()
    faults = []
    for number, row in enumerate(rows[1:], start=2):
        field, value = [*row, "", ""][:2]
        if reason := _no_field(field, seen):
            faults.append(Fault(where, number, "isian", field, reason))
            continue
        seen.add(field)
        if not field or field in IDENTITY or (not value and field not in LISTS):
            continue
        *above, last = field.split(".")
        at = nested
        for name in above:
            at = at.setdefault(name, {})
        at[last] = _typed(field, value)
    return yaml.safe_dump(nested, allow_unicode=True, sort_keys=False), faults


def _no_field(field: str, seen: Collection[str]) -> str | None:
    """Why the profile has no place for a field of this name."""
    source = field.removeprefix(f"{SOURCES}.")
    known = (
        field in IDENTITY or field in typed_fields() or (source != field and source in YEAR_TABLES)
    )
    if field and not known:
        return "isian ini tidak dikenal; lihat lembar profil pada formulir yang baru"
    return "tertulis dua kali" if field and field in seen else None


def _typed(field: str, value: str) -> object:
    if field in LISTS:
        return [part.strip() for part in value.split(";") if part.strip()]
    return int(value) if field in NUMBERS and _YEAR.fullmatch(value) else value


def _by_cell(fault: Fault, sheets: Mapping[str, Rows], path: Path) -> Fault:
    """The same fault, told by sheet and cell."""
    name = fault.file.removesuffix(".csv")
    if fault.file == PROFILE_FILE:
        typed = [row[0] for row in sheets.get(PROFILE_SHEET, [])]
        row = typed.index(fault.column) + 1 if fault.column in typed else None
        return replace(fault, file=f"{path.name}, lembar {PROFILE_SHEET}", row=row)
    if fault.file.startswith(f"{PROSE_FOLDER}/"):
        return replace(
            fault, file=f"{path.name}, lembar {PROSE_SHEET}, teks {Path(fault.file).stem}"
        )
    if name not in YEAR_TABLES:
        return fault
    if fault.column and fault.row and sheets.get(name) and fault.column in sheets[name][0]:
        from openpyxl.utils import get_column_letter

        letter = get_column_letter(sheets[name][0].index(fault.column) + 1)
        fault = replace(fault, column=f"{fault.column} (sel {letter}{fault.row})")
    return replace(fault, file=f"{path.name}, lembar {name}")


def _without_blank_rows(path: Path, table: Table) -> list[int]:
    """Close the gaps that the form's own rows left, and drop an optional table without rows.

    Gives the rows that the records had before.
    """
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        rows = {number: row for number, row in enumerate(csv.reader(file), start=1) if any(row)}
    if len(rows) < 2 and table.optional:
        path.unlink()
        return []
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows.values())
    return list(rows)[1:]


def _put(staged: Path, target: Path, now: datetime) -> Path | None:
    """The staged folder in the place of the old one; gives the backup, if there was anything."""
    files = {
        path.relative_to(staged).as_posix(): path.read_bytes()
        for path in staged.rglob("*")
        if path.is_file()
    }
    kept = {name: name for name in _of_a_person(target) if name not in files}
    saved = backup.save(target, now) if any(target.glob("*.csv")) else None
    place.put_folder(target, files, kept)
    return saved


def _of_a_person(target: Path) -> list[str]:
    """The files of a year that no form states: the forms themselves, papers, notes."""
    found = [path for path in sorted(target.rglob("*")) if path.is_symlink() or path.is_file()]
    names = [path.relative_to(target).as_posix() for path in found]
    return [name for name in names if not _STATED.fullmatch(name)]
