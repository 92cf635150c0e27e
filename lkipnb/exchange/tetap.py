"""What stays of the earlier data of a year when a form comes in.

A table that the form leaves empty stays when something else filled it: an export, `check
--accept-suggestion`, or a hand.  One that an earlier import of the form wrote is emptied with it.
Corrections and accepted findings that came beside the form are joined with those in it.
"""

from __future__ import annotations

import csv
import shutil
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from lkipnb.errors import Fault
from lkipnb.exchange.terisi.formulir import Formulir
from lkipnb.exchange.terisi.tabel import Tabel
from lkipnb.load import impor
from lkipnb.load.corrections import cocok
from lkipnb.load.impor import FIRST_ROW
from lkipnb.load.prose import FOLDER
from lkipnb.load.table import table_of
from lkipnb.schemas import YEAR_TABLES, Anggaran, Koreksi, Penerimaan, Table

PROSE_STAYS = "Lembar narasi kosong: {} naskah di folder narasi tetap seperti semula."
# What grows beside the form, line by line, and is joined with what it says.
JOINED = (Koreksi.table.name, Penerimaan.table.name)


@dataclass
class Tetap:
    """The tables that stay whole, those that the form is joined with, and what is told of it.

    `mulai` is the first row of each that is not of the form.
    """

    utuh: list[str] = field(default_factory=list)
    sambungan: list[str] = field(default_factory=list)
    mulai: dict[str, int] = field(default_factory=dict)
    catatan: list[str] = field(default_factory=list)

    def memuat(self, fault: Fault) -> bool:
        """Whether a fault is of a row that stays."""
        first = self.mulai.get(fault.file.removesuffix(".csv"))
        return first is not None and fault.row is not None and fault.row >= first


def tetap(form: Formulir, target: Path, staged: Path) -> Tetap:
    """Put what stays into the folder for trial."""
    known = impor.baca(target)
    stays = Tetap()
    for table in YEAR_TABLES.values():
        if not (target / table.file).is_file() or table.name in form.susunan.ditolak:
            continue
        if _is_left_empty(form, table) and _is_from_elsewhere(table, known):
            # A link stays one, so that the reader of the trial judges where it leads.
            shutil.copy2(target / table.file, staged / table.file, follow_symlinks=False)
            stays.utuh.append(table.name)
            stays.mulai[table.name] = FIRST_ROW
        elif table.name in JOINED and table.file not in known:
            _join(stays, form.tabel.get(table.name), table, target, staged)
    _drop_needless(stays, staged)
    _keep_prose(stays, form, target, staged)
    return stays


def _keep_prose(stays: Tetap, form: Formulir, target: Path, staged: Path) -> None:
    """Keep the texts of the year where the form holds none: a new form has an empty sheet for
    them, and nobody would look for what is gone.
    """
    earlier = sorted((target / FOLDER).glob("*.md"))
    if form.narasi.teks or form.narasi.faults or not earlier:
        return
    (staged / FOLDER).mkdir(exist_ok=True)
    for path in earlier:
        shutil.copy2(path, staged / FOLDER / path.name, follow_symlinks=False)
    stays.catatan.append(PROSE_STAYS.format(len(earlier)))


def tertinggal(form: Formulir, target: Path) -> list[str]:
    """The tables that were changed beside the form since it was imported and that it now
    replaces.
    """
    known = impor.baca(target)
    earlier = impor.nama(target)
    return [
        name
        for name, read in form.tabel.items()
        if read.records and f"{name}.csv" in earlier and f"{name}.csv" not in known
    ]


def _is_left_empty(form: Formulir, table: Table) -> bool:
    read = form.tabel.get(table.name)
    return table.optional and (read is None or not (read.records or read.faults))


def _is_from_elsewhere(table: Table, known: Collection[str]) -> bool:
    """Whether something else than a form wrote the table; the budget may be from an export, whose
    origin is known as well.
    """
    return table.name == Anggaran.table.name or table.file not in known


def _join(stays: Tetap, read: Tabel | None, table: Table, target: Path, staged: Path) -> None:
    """The rows of the earlier table whose key the form does not hold, below those that it holds."""
    if read is None or not read.records:
        return
    keys = {record.get(name, "") for record in read.records.values() for name in table.key}
    earlier, _ = table_of(target, table)
    (key,) = table.key
    more = earlier[~earlier[key].isin(keys)]
    if len(more):
        stays.mulai[table.name] = max(read.records) + 1
        stays.sambungan.append(table.name)
        with (staged / table.file).open("a", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(more.to_numpy().tolist())


def _drop_needless(stays: Tetap, staged: Path) -> None:
    """Take out the corrections that stay although the form already says what they mend."""
    table = Koreksi.table
    if table.name not in stays.mulai:
        return
    with (staged / table.file).open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    first = stays.mulai[table.name] - 1
    kept = rows[:first]
    for cells in rows[first:]:
        entry = dict(zip(rows[0], cells, strict=False))
        if _is_needless(entry, staged):
            told = f"Koreksi {entry['kode']} dilepas: sel itu dalam formulir sudah benar."
            stays.catatan.append(told)
        else:
            kept.append(cells)
    with (staged / table.file).open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(kept)


def _is_needless(entry: Mapping[str, str], staged: Path) -> bool:
    table = YEAR_TABLES.get(entry.get("tabel", ""))
    if table is None:
        return False
    frame, _ = table_of(staged, table)
    rows = cocok(frame, entry.get("kunci", "")) or []
    column = entry.get("kolom", "")
    if len(rows) != 1 or column not in frame:
        return False
    found = str(frame.at[rows[0], column])
    return found == entry.get("terkoreksi") != entry.get("tercetak")
