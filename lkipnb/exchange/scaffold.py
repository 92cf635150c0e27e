"""A new agency or year: its folder and its form, empty or carried over from an earlier year."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from lkipnb.errors import DataError, UsageError
from lkipnb.exchange.form import flat_profile, form
from lkipnb.load.dataset import load
from lkipnb.load.places import year_path
from lkipnb.model import Dataset
from lkipnb.schemas import KOREKSI, YEAR_TABLES

FORM = "formulir.xlsx"
# What a year reports anew: nothing of it is carried over.
YEARLY = frozenset({"koreksi", "klaim", "kontradiksi", "fakta", "analisis"})
OUTCOMES = frozenset({"realisasi", "realisasi_rp", "serapan_persen"})


def new(opd: str, tahun: int, data: Path, from_year: int | None = None) -> Path:
    """Make `data/<opd>/<tahun>/formulir.xlsx`; gives its path.

    With `from_year`, structure and targets of that year are carried over and what was achieved is
    left empty.  Raises UsageError when the year already has data or a form, DataError when the
    earlier year cannot be read.
    """
    folder = year_path(data, opd, tahun)
    if folder.is_dir() and any(folder.iterdir()):
        raise UsageError(f"Folder {folder} sudah berisi; tidak ada yang ditimpa.")
    if from_year is None:
        content = form({}, flat_profile(opd, tahun, None), {})
    else:
        earlier = _readable(opd, from_year, data)
        content = form(_carried(earlier), flat_profile(opd, tahun, earlier.profil), earlier.narasi)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / FORM).write_bytes(content)
    return folder / FORM


def export(opd: str, tahun: int, data: Path, path: Path) -> None:
    """The year as it stands, as a filled form: importing it again gives the same data."""
    dataset = _readable(opd, tahun, data)
    tables = {name: frame.to_numpy().tolist() for name, frame in dataset.printed.items()}
    tables[KOREKSI.name] = [
        ["" if cell is None else str(cell) for cell in row] for row in dataset.tables[KOREKSI.name].to_numpy().tolist()
    ]
    made = path.with_suffix(".baru")
    made.write_bytes(form(tables, flat_profile(opd, tahun, dataset.profil), dataset.narasi))
    shutil.move(made, path)


def _readable(opd: str, tahun: int, data: Path) -> Dataset:
    dataset, faults = load(opd, tahun, data)
    if faults or dataset is None:
        raise DataError(faults)
    return dataset


def _carried(dataset: Dataset) -> Mapping[str, list[list[str]]]:
    """Rows of the corrected tables as text, without what the earlier year achieved."""
    return {
        name: [
            [
                "" if column in OUTCOMES or value is None else str(value)
                for column, value in zip(table.names, row, strict=True)
            ]
            for row in dataset.tables[name].to_numpy().tolist()
        ]
        for name, table in YEAR_TABLES.items()
        if name not in YEARLY
    }
