"""Rows of the trial told as cells of the form that they came from."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path

from lkipnb.errors import Fault
from lkipnb.exchange.form import PROFILE_SHEET, PROSE_SHEET
from lkipnb.exchange.isian import required
from lkipnb.exchange.staging import place_of
from lkipnb.exchange.terisi.formulir import Formulir
from lkipnb.load import impor
from lkipnb.load.alamat import huruf_kolom
from lkipnb.load.profile import FILE as PROFILE_FILE
from lkipnb.load.prose import FOLDER as PROSE_FOLDER
from lkipnb.schemas import YEAR_TABLES

_TABLE_FILE = re.compile(rf"\b({'|'.join(YEAR_TABLES)})\.csv\b")


def by_cell(fault: Fault, form: Formulir) -> Fault:
    """The same fault, told by sheet and cell."""
    told = replace(fault, expected=_TABLE_FILE.sub(r"lembar \1", fault.expected))
    if fault.file == PROFILE_FILE:
        return _of_profile(told, form)
    if fault.file.startswith(f"{PROSE_FOLDER}/"):
        return _of_prose(told, form)
    return _of_table(told, form)


def in_order(fault: Fault, form: Formulir) -> tuple[int, int, int]:
    """Where a fault of the trial stands in the form: its sheet, row and column."""
    names = [PROFILE_FILE, *(table.file for table in YEAR_TABLES.values())]
    sheet = names.index(fault.file) if fault.file in names else len(names)
    read = form.tabel.get(fault.file.removesuffix(".csv"))
    column = read.kepala.kolom.get(fault.column or "", 0) if read else 0
    return sheet, fault.row or 0, column


def leaves(fault: Fault) -> list[Fault]:
    """A fault of a group of the profile as one for each of its fields that must be filled."""
    if fault.file != PROFILE_FILE or not fault.column:
        return [fault]
    inner = [name for name in sorted(required()) if name.startswith(f"{fault.column}.")]
    return [replace(fault, column=name) for name in inner] or [fault]


def origins(
    rows: Mapping[str, list[int]], form: Formulir, staged: Path, kept: Collection[str]
) -> dict[str, impor.Catatan]:
    """Where each record of each table stands in the form; `rows` are those of its records there."""
    found = {}
    for name, numbers in rows.items():
        if not numbers or name not in form.tabel or name in kept:
            continue
        table = YEAR_TABLES[name].file
        content = (staged / table).read_bytes()
        places = form.tabel[name].kepala.kolom
        letters = {column: huruf_kolom(at) for column, at in places.items()}
        sheet = form.judul(name)
        found[table] = impor.catatan(content, form.berkas, sheet, numbers, letters)
    return found


def _of_profile(fault: Fault, form: Formulir) -> Fault:
    place = place_of(form.berkas, form.judul(PROFILE_SHEET))
    cell = form.profil.sel.get(fault.column or "")
    if cell:
        place += f", sel {cell}"
    if fault.column:
        place += f", isian {fault.column}"
    row = None if fault.column else fault.row
    return replace(fault, file=place, row=row, column=None)


def _of_prose(fault: Fault, form: Formulir) -> Fault:
    place = place_of(form.berkas, form.judul(PROSE_SHEET))
    piece = Path(fault.file).stem if fault.file.endswith(".md") else ""
    cell = form.narasi.sel.get(piece)
    if cell:
        place += f", sel {cell}"
    return replace(fault, file=f"{place}, teks {piece}" if piece else place)


def _of_table(fault: Fault, form: Formulir) -> Fault:
    name = fault.file.removesuffix(".csv")
    if name not in YEAR_TABLES:
        return fault
    place = place_of(form.berkas, form.judul(name))
    read = form.tabel.get(name)
    columns = (fault.column or "").split(", ")
    if read is None or fault.row is None or columns[0] not in read.kepala.kolom:
        return replace(fault, file=place)
    return replace(fault, file=f"{place}, sel {read.sel(fault.row, columns[0])}", row=None)
