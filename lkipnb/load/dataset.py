"""One fiscal year of one agency, read whole: the only place that opens files of `data/`."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from decimal import Decimal
from pathlib import Path

import pandas as pd

from lkipnb.asal import Angka, Kata, Sel
from lkipnb.errors import Fault
from lkipnb.load import corrections, impor, measured, pictures, profile, prose, references
from lkipnb.load.berkas import di_luar, sidik
from lkipnb.load.places import year_folder
from lkipnb.load.table import empty_frame, table_of, typed_frame
from lkipnb.model import Batas, Dataset, Rasio, RentangNilai, Tingkat
from lkipnb.schemas import ALL_TABLES, YEAR_TABLES, Kind, Koreksi, Table

INPUTS = frozenset({".csv", ".yaml", ".md"})
# What the program itself puts into the folder of a year.
FORM, COPY, REFUSALS = "formulir.xlsx", ".cadangan-", ".kesalahan.txt"
# Texts that quote figures of the source document.
QUOTED = {"kontradiksi": ("tercetak_1", "tercetak_2", "dipakai", "alasan")}


def load(
    opd: str,
    tahun: int,
    data: Path,
    *,
    koreksi: bool = True,
    asal: str = "",
    hanya: Collection[str] = YEAR_TABLES.keys(),
) -> tuple[Dataset | None, list[Fault]]:
    """The year as typed, corrected frames, with every fault found on the way.

    Without `koreksi` the tables stay as printed.  `asal` stands before the names of tables in the
    origin of each number, `2022/` for a year that another one is compared with.  Tables that are
    not in `hanya` are not read and stand empty.  The dataset is None only when the profile
    cannot be read.  Raises UsageError when the agency or the year does not exist.
    """
    folder = year_folder(data, opd, tahun)
    printed, faults, unreadable = _texts(folder, YEAR_TABLES, hanya)
    reference, more, unreadable_reference = references.texts(data)
    faults += more
    fixes, more = typed_frame(printed.pop(Koreksi.table.name), Koreksi.table, Koreksi.table.file)
    applied = (
        fixes[~fixes.tabel.isin(unreadable) & fixes.tabel.isin(hanya)]
        if koreksi
        else fixes.iloc[:0]
    )
    mended, misfits = corrections.apply(printed, applied, Koreksi.table.file)
    faults += more + misfits
    tables = {Koreksi.table.name: fixes}
    for name, texts in (mended | reference).items():
        table = ALL_TABLES[name]
        tables[name], more = typed_frame(texts, table, table.file)
        faults += more
    for table in (t for t in ALL_TABLES.values() if any(c.kind is Kind.MEASURE for c in t.columns)):
        tables[table.name], more = measured.typed(tables[table.name], table, tables["indikator"])
        faults += more
    tables = {name: _tracked(name, frame, asal) for name, frame in tables.items()}
    profil, more = profile.read(folder / profile.FILE, profile.FILE)
    faults += more
    # Of a year that another one is compared with only figures are read.
    texts, more = ({}, []) if asal else prose.read(folder)
    faults += more
    if profil is None:
        return None, faults
    return Dataset(
        opd,
        tahun,
        profil,
        tables,
        printed,
        unreadable | unreadable_reference,
        texts,
        digests(folder, data),
        _others(folder),
        pictures.carried(folder),
        impor.baca(folder),
    ), faults


def _tracked(name: str, frame: pd.DataFrame, asal: str) -> pd.DataFrame:
    """The frame with every number, and every text of a measure, knowing its cell."""
    kept = {}
    for column in ALL_TABLES[name].columns:
        if column.numeric or column.kind is Kind.MEASURE or column.name in QUOTED.get(name, ()):
            cells = zip(frame.index, frame[column.name], strict=True)
            values = [_from_cell(value, Sel(asal + name, column.name, row)) for row, value in cells]
            kept[column.name] = pd.Series(values, index=frame.index, dtype=object)
    return frame.assign(**kept)


def _from_cell(value: object, cell: Sel) -> object:
    if isinstance(value, RentangNilai):
        low, high = (
            Angka(getattr(value, b), Sel(cell.tabel, cell.kolom, cell.baris, b))
            for b in ("dari", "sampai")
        )
        return RentangNilai(low, high)
    if isinstance(value, Batas):
        return measured.bersumber(value, cell)
    if isinstance(value, Tingkat):
        return Tingkat(value, cell, value.skor)
    if isinstance(value, Decimal):
        return (Rasio if isinstance(value, Rasio) else Angka)(value, cell)
    return Kata(value, cell) if isinstance(value, str) else value


def _texts(
    folder: Path, tables: Mapping[str, Table], hanya: Collection[str]
) -> tuple[dict[str, pd.DataFrame], list[Fault], frozenset[str]]:
    """The tables as text, the faults met, and the names of the tables that could not be read at
    all.
    """
    frames, faults, unreadable = {}, [], set()
    for table in tables.values():
        frames[table.name], more = (
            table_of(folder, table) if table.name in hanya else (empty_frame(table), [])
        )
        faults += more
        if more and frames[table.name].empty:
            unreadable.add(table.name)
    known = {f"{name}.csv" for name in tables}
    faults += [
        Fault(p.name, None, None, None, "tabel ini tidak dikenal; periksa nama berkasnya")
        for p in sorted(folder.glob("*.csv"))
        if p.name not in known
    ]
    return frames, faults, frozenset(unreadable)


def _others(folder: Path) -> tuple[str, ...]:
    """Files of the folder that nothing reads, by their path below it; locks, copies, forms and
    notes are ours.
    """
    names = (path.relative_to(folder) for path in sorted(folder.rglob("*")) if path.is_file())
    return tuple(name.as_posix() for name in names if not _is_read(name) and not _is_ours(name))


def _is_read(name: Path) -> bool:
    """Whether a file of a year is read; a table that is not known has its own fault."""
    is_prose = name.parent.as_posix() == prose.FOLDER and name.suffix == ".md"
    is_table = len(name.parts) == 1 and name.suffix == ".csv"
    return is_prose or is_table or name.as_posix() == profile.FILE


def _is_ours(name: Path) -> bool:
    if name.as_posix() in (FORM, impor.FILE) or name.name.endswith(REFUSALS):
        return True
    return any(part.startswith(".") or COPY in part for part in name.parts)


def digests(folder: Path, data: Path) -> dict[str, str]:
    """SHA-256 of every input file, by its path below `data/`; of a shipped list below `bawaan/`."""
    own = [
        path
        for path in sorted(folder.rglob("*"))
        if path.suffix in INPUTS and path.is_file() and not di_luar(path, folder.parent)
    ]
    inputs = {p.relative_to(data.resolve()).as_posix(): p for p in own} | references.inputs(data)
    return {name: sidik(path) for name, path in inputs.items()}
