"""One fiscal year of one agency, read whole: the only place that opens files of `data/`."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd

from lkipnb.errors import Fault
from lkipnb.load import corrections, impor, measured, pictures, profile, prose, references, tambahan
from lkipnb.load.findings import Faults
from lkipnb.load.inputs import digests, others, unknown_tables
from lkipnb.load.origins import tracked
from lkipnb.load.places import year_folder
from lkipnb.load.table import empty_frame, table_of, typed_frame
from lkipnb.model import Dataset
from lkipnb.schemas import ALL_TABLES, YEAR_TABLES, Indikator, Kind, Koreksi

CORRECTIONS = Koreksi.table
Frames = dict[str, pd.DataFrame]


@dataclass(frozen=True)
class _Printed:
    """Tables as text, as they were printed, and the names of those that could not be read."""

    frames: Frames
    unreadable: frozenset[str]


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
    cannot be read.  What the agency adds is not opened: `load.tambahan` does so.  Raises UsageError
    when the agency or the year does not exist.
    """
    folder = year_folder(data, opd, tahun)
    faults = Faults()
    printed = faults.of(_printed(folder, hanya))
    reference = faults.of(_references(data))
    own = printed.frames.pop(CORRECTIONS.name)
    fixes = faults.of(typed_frame(own, CORRECTIONS, CORRECTIONS.file))
    applied = _applicable(fixes, printed, hanya) if koreksi else fixes.iloc[:0]
    mended = faults.of(corrections.apply(printed.frames, applied, CORRECTIONS.file))
    typed = {CORRECTIONS.name: fixes}
    typed.update(faults.of(_typed({**mended, **reference.frames})))
    profil = faults.of(profile.read(folder / profile.FILE, profile.FILE))
    # Of a year that another one is compared with only figures are read.
    texts = {} if asal else faults.of(prose.read(folder))
    if profil is None:
        return None, faults
    used = tambahan.dipakai(profil, typed)
    dataset = Dataset(
        opd=opd,
        tahun=tahun,
        profil=profil,
        tables={name: tracked(ALL_TABLES[name], frame, asal) for name, frame in typed.items()},
        printed=printed.frames,
        unreadable=printed.unreadable | reference.unreadable,
        narasi=texts,
        sha256=digests(folder, data),
        lain=others(folder, used),
        gambar=pictures.carried(folder, used),
        impor=impor.baca(folder),
    )
    return dataset, faults


def sebelum_koreksi(dataset: Dataset) -> tuple[Dataset, list[Fault]]:
    """The year as printed, before `koreksi.csv`, and the faults of its cells; no file is read."""
    if dataset.koreksi.empty:
        return dataset, []
    faults = Faults()
    typed = faults.of(_typed(dict(dataset.printed)))
    printed = {name: tracked(ALL_TABLES[name], frame, "") for name, frame in typed.items()}
    return replace(dataset, tables={**dataset.tables, **printed}), faults


def _printed(folder: Path, wanted: Collection[str]) -> tuple[_Printed, list[Fault]]:
    """The tables of the year; those that are not wanted stand empty."""
    faults = Faults()
    frames = {}
    unreadable = set()
    for name, table in YEAR_TABLES.items():
        if name not in wanted:
            frames[name] = empty_frame(table)
            continue
        frame, wrong = table_of(folder, table)
        frames[name] = frame
        faults += wrong
        if wrong and frame.empty:
            unreadable.add(name)
    faults += unknown_tables(folder)
    return _Printed(frames, frozenset(unreadable)), faults


def _references(data: Path) -> tuple[_Printed, list[Fault]]:
    frames, faults, unreadable = references.texts(data)
    return _Printed(frames, unreadable), faults


def _applicable(fixes: pd.DataFrame, printed: _Printed, wanted: Collection[str]) -> pd.DataFrame:
    """The corrections of tables that are wanted and could be read."""
    lost = fixes.tabel.isin(printed.unreadable)
    return fixes[fixes.tabel.isin(wanted) & ~lost]


def _typed(texts: Frames) -> tuple[Frames, list[Fault]]:
    """The frames with values in place of texts."""
    faults = Faults()
    typed = {}
    for name, frame in texts.items():
        table = ALL_TABLES[name]
        typed[name] = faults.of(typed_frame(frame, table, table.file))
    kinds = typed[Indikator.table.name]
    for name, table in ALL_TABLES.items():
        if any(column.kind is Kind.MEASURE for column in table.columns):
            typed[name] = faults.of(measured.typed(typed[name], table, kinds))
    return typed, faults
