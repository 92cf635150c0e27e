"""What an agency adds to its report, read from `lampiran/`: all of it ready to print, every fault
told at once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pandas as pd

from lkipnb.errors import Fault
from lkipnb.load import citra, dokumen, profile, tabel_sendiri
from lkipnb.load.citra import FOTO, LAMBANG, Ditolak
from lkipnb.model import Dataset, Profil
from lkipnb.model.citra import Citra
from lkipnb.schemas import Foto, Lampiran, TabelLain, Table
from lkipnb.schemas.tambahan import FOLDER

MOST_PHOTOS = 100
MOST_TABLES = 30
MOST_DOCUMENTS = 26  # a letter for each
TOO_MANY = "lebih dari {most} baris; yang lain tidak dibaca, pilih yang terpenting"
Isi = TypeVar("Isi")


def lengkapi(dataset: Dataset, folder: Path) -> tuple[Dataset, list[Fault]]:
    """The year with the files that it names, which stand in `lampiran` below `folder`; a fault for
    each that cannot be shown, at the place that names it.
    """
    place = folder / FOLDER
    faults: list[Fault] = []
    typed = dataset.tables
    photos = _each(
        Foto.table, typed, MOST_PHOTOS, lambda name: citra.muat(place, name, FOTO), faults
    )
    documents = _each(
        Lampiran.table, typed, MOST_DOCUMENTS, lambda name: dokumen.muat(place, name), faults
    )
    tables = _each(
        TabelLain.table, typed, MOST_TABLES, lambda name: tabel_sendiri.muat(place, name), faults
    )
    arms = _arms(place, dataset.profil, faults)
    made = replace(
        dataset, foto_berkas=photos, dokumen=documents, tabel_sendiri=tables, lambang=arms
    )
    return made, faults


def dipakai(profil: Profil, typed: Mapping[str, pd.DataFrame]) -> frozenset[str]:
    """The files that the year names, by their path below its folder."""
    tables = (Foto.table, TabelLain.table, Lampiran.table)
    names = {name for table in tables for name in typed[table.name]["berkas"]}
    if profil.lambang is not None:
        names.add(profil.lambang.berkas)
    return frozenset(f"{FOLDER}/{name}" for name in names)


def _each(
    table: Table,
    typed: Mapping[str, pd.DataFrame],
    most: int,
    load: Callable[[str], Isi],
    faults: list[Fault],
) -> dict[str, Isi]:
    """The files that the rows of a table name; an empty cell has a fault of its own."""
    frame = typed[table.name]
    if len(frame) > most:
        faults.append(Fault(table.file, None, None, str(len(frame)), TOO_MANY.format(most=most)))
    found = {}
    for row, name in list(zip(frame.index, frame["berkas"], strict=True))[:most]:
        if not isinstance(name, str):
            continue
        try:
            found[name] = load(name)
        except Ditolak as error:
            faults.append(Fault(table.file, int(row), "berkas", name, str(error)))
    return found


def _arms(place: Path, profil: Profil, faults: list[Fault]) -> Citra | None:
    if profil.lambang is None:
        return None
    name = profil.lambang.berkas
    try:
        return citra.muat(place, name, LAMBANG)
    except Ditolak as error:
        faults.append(Fault(profile.FILE, None, "lambang.berkas", name, str(error)))
        return None
