"""A new agency or year: its folder and its form, empty or carried over from an earlier year."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from lkipnb.errors import DataError, UsageError
from lkipnb.exchange.form import flat_profile, form
from lkipnb.load.dataset import load
from lkipnb.load.places import year_held, year_path
from lkipnb.model import Dataset
from lkipnb.rules import rules
from lkipnb.schemas import KOREKSI, YEAR_TABLES
from lkipnb.storage import lock, place

FORM = "formulir.xlsx"
# What a year reports anew: nothing of it is carried over.
YEARLY = frozenset({"koreksi", "klaim", "kontradiksi", "penerimaan", "fakta", "analisis"})
OUTCOMES = {
    "kinerja": frozenset({"realisasi", "nilai_pembilang", "nilai_penyebut"}),
    "triwulan": frozenset({"realisasi"}),
    "belanja": frozenset({"pagu_murni_rp", "realisasi_rp"}),
    "anggaran": frozenset({"pagu_murni_rp", "realisasi_rp", "serapan_persen", "fisik_persen"}),
}
# Groups of spending and codes that another law names otherwise.
BUDGET = frozenset({"belanja", "anggaran", "dukungan"})


@dataclass(frozen=True)
class Scaffold:
    """A new form, and the law for whose sake the budget of the earlier year was not carried over, if any."""

    form: Path
    susunan_baru: str = ""


def new(opd: str, tahun: int, data: Path, from_year: int | None = None) -> Scaffold:
    """Make `data/<opd>/<tahun>/formulir.xlsx`.

    With `from_year`, structure and targets of that year are carried over and what was achieved is
    left empty; so is the budget where the law lays it out anew between the two years.  Raises UsageError
    when the year already has data or a form, DataError when the earlier year cannot be read.
    """
    folder = year_path(data, opd, tahun)
    if folder.is_dir() and any(folder.iterdir()):
        raise UsageError(f"Folder {folder} sudah berisi; tidak ada yang ditimpa.")
    law = ""
    if from_year is None:
        content = form({}, flat_profile(opd, tahun, None), {})
    else:
        earlier = _readable(opd, from_year, data)
        then, now = rules(from_year).anggaran, rules(tahun).anggaran
        law = now.dasar if then != now and any(len(earlier.tables[name]) for name in BUDGET) else ""
        left_out = YEARLY | (BUDGET if law else frozenset())
        profile = flat_profile(opd, tahun, earlier.profil)
        profile |= {name: month for name, month in _months(tahun).items() if profile.get(name)}
        content = form(_carried(earlier, left_out), profile, earlier.narasi)
    with year_held(data, opd, tahun, "new"):
        if folder.is_dir():
            place.put_file(folder / FORM, content)
        else:
            place.put_folder(folder, {FORM: content})
    return Scaffold(folder / FORM, law)


def _months(tahun: int) -> dict[str, str]:
    """The months in which the papers of a year are usually signed, to be made exact by the planner."""
    return {"penandatanganan.waktu": f"{tahun + 1}-02", "perjanjian.waktu": f"{tahun}-01"}


def export(opd: str, tahun: int, data: Path, path: Path) -> None:
    """The year as it stands, as a filled form: importing it again gives the same data."""
    dataset = _readable(opd, tahun, data)
    tables = {name: frame.to_numpy().tolist() for name, frame in dataset.printed.items()}
    tables[KOREKSI.name] = [
        ["" if cell is None else str(cell) for cell in row] for row in dataset.tables[KOREKSI.name].to_numpy().tolist()
    ]
    content = form(tables, flat_profile(opd, tahun, dataset.profil), dataset.narasi)
    with lock.held(path, "lkipnb export"):
        place.put_file(path, content)


def _readable(opd: str, tahun: int, data: Path) -> Dataset:
    dataset, faults = load(opd, tahun, data)
    if faults or dataset is None:
        raise DataError(faults)
    return dataset


def _carried(dataset: Dataset, left_out: Collection[str]) -> Mapping[str, list[list[str]]]:
    """Rows of the corrected tables as text, without what the earlier year achieved."""
    return {
        name: [
            [
                "" if value is None or column in OUTCOMES.get(name, ()) else str(value)
                for column, value in zip(table.names, row, strict=True)
            ]
            for row in dataset.tables[name].to_numpy().tolist()
        ]
        for name, table in YEAR_TABLES.items()
        if name not in left_out
    }
