"""A new agency or year: its folder and its form, empty or carried over from an earlier year."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from lkipnb.errors import DataError, UsageError
from lkipnb.exchange.form import flat_profile, form
from lkipnb.load.dataset import load
from lkipnb.load.places import year_held, year_path
from lkipnb.model import Dataset
from lkipnb.rules import rules
from lkipnb.schemas import YEAR_TABLES, Koreksi
from lkipnb.storage import lock, place

FORM = "formulir.xlsx"
# What stays true from one year to the next.
CARRIED = (
    "unit",
    "tugas",
    "kerangka",
    "sasaran",
    "indikator",
    "skala",
    "kinerja",
    "triwulan",
    "renstra",
    "riwayat",
)
PROSE = "narasi"
# What a year says anew; each group is carried only when it is asked for.
ASKED = {
    "anggaran": ("belanja", "belanja_jenis", "pendapatan", "anggaran", "dukungan"),
    "pegawai": ("pegawai_eselon", "pegawai_golongan", "pegawai_kelamin"),
    "aset": ("aset",),
    "standar": ("standar",),
    PROSE: (),
}
OUTCOMES = {
    "kinerja": frozenset({"realisasi", "nilai_pembilang", "nilai_penyebut"}),
    "triwulan": frozenset({"realisasi"}),
    "belanja": frozenset({"pagu_murni_rp", "realisasi_rp"}),
    "belanja_jenis": frozenset({"pagu_murni_rp", "realisasi_rp"}),
    "pendapatan": frozenset({"realisasi_rp"}),
    "anggaran": frozenset({"pagu_murni_rp", "realisasi_rp", "serapan_persen", "fisik_persen"}),
}
# Fields of the profile that speak of the documents of one year.
OF_ITS_YEAR = ("sumber.", "dokumen_sumber.")


@dataclass(frozen=True)
class Scaffold:
    """A new form, what it carries from an earlier year and what it leaves, as names of sheets.

    `susunan_baru` is the law for whose sake the budget was not carried although it was asked for,
    if any.
    """

    form: Path
    dibawa: tuple[str, ...] = ()
    ditinggal: tuple[str, ...] = ()
    susunan_baru: str = ""


def new(
    opd: str,
    tahun: int,
    data: Path,
    from_year: int | None = None,
    sertakan: Collection[str] = frozenset(),
) -> Scaffold:
    """Make `data/<opd>/<tahun>/formulir.xlsx`.

    With `from_year`, structure and targets of that year are carried over and what was achieved is
    left empty.  Its budget, staff, assets, standards and prose stay behind, unless `sertakan` names
    their group in `ASKED`; the budget even then where the law lays it out anew between the two
    years.  Raises UsageError when the year already has data or a form, DataError when the earlier
    year cannot be read.
    """
    folder = year_path(data, opd, tahun)
    if folder.is_dir() and any(folder.iterdir()):
        raise UsageError(f"Folder {folder} sudah berisi; tidak ada yang ditimpa.")
    if from_year is None:
        made, content = Scaffold(folder / FORM), form({}, flat_profile(opd, tahun, None), {})
    else:
        made, content = _from_earlier(
            opd, tahun, _readable(opd, from_year, data), folder / FORM, sertakan
        )
    with year_held(data, opd, tahun, "new"):
        if folder.is_dir():
            place.put_file(made.form, content)
        else:
            place.put_folder(folder, {FORM: content})
    return made


def _from_earlier(
    opd: str, tahun: int, earlier: Dataset, path: Path, sertakan: Collection[str]
) -> tuple[Scaffold, bytes]:
    """What the form of a new year carries, and the form itself."""
    law = _new_layout(earlier, tahun) if "anggaran" in sertakan else ""
    groups = [name for name in ASKED if name in sertakan and not (law and name == "anggaran")]
    names = [*CARRIED, *(table for group in groups for table in ASKED[group])]
    prose = earlier.narasi if PROSE in groups else {}
    filled = [name for name in YEAR_TABLES if len(earlier.tables[name])]
    carried = [name for name in filled if name in names] + [PROSE] * bool(prose)
    left = [name for name in filled if name not in names] + [PROSE] * bool(
        earlier.narasi and not prose
    )
    content = form(_rows(earlier, carried), _profile(opd, tahun, earlier), prose)
    return Scaffold(path, tuple(carried), tuple(left), law), content


def _new_layout(earlier: Dataset, tahun: int) -> str:
    """The law that lays the budget of `tahun` out anew, where the earlier year has a budget."""
    then, now = rules(earlier.tahun).anggaran, rules(tahun).anggaran
    return (
        now.dasar
        if then != now and any(len(earlier.tables[name]) for name in ASKED["anggaran"])
        else ""
    )


def _profile(opd: str, tahun: int, earlier: Dataset) -> dict[str, str]:
    """The profile of the agency for a new year, without the documents that the earlier
    year cites.
    """
    told = flat_profile(opd, tahun, earlier.profil)
    told = {name: "" if name.startswith(OF_ITS_YEAR) else text for name, text in told.items()}
    return told | {name: month for name, month in _months(tahun).items() if told.get(name)}


def _months(tahun: int) -> dict[str, str]:
    """The months in which the papers of a year are usually signed, to be made exact by
    the planner.
    """
    return {"penandatanganan.waktu": f"{tahun + 1}-02", "perjanjian.waktu": f"{tahun}-01"}


def export(opd: str, tahun: int, data: Path, path: Path) -> None:
    """The year as it stands, as a filled form: importing it again gives the same data."""
    dataset = _readable(opd, tahun, data)
    tables = {name: frame.to_numpy().tolist() for name, frame in dataset.printed.items()}
    tables[Koreksi.table.name] = [
        ["" if cell is None else str(cell) for cell in row]
        for row in dataset.tables[Koreksi.table.name].to_numpy().tolist()
    ]
    content = form(tables, flat_profile(opd, tahun, dataset.profil), dataset.narasi)
    with lock.held(path, "lkipnb export"):
        place.put_file(path, content)


def _readable(opd: str, tahun: int, data: Path) -> Dataset:
    dataset, faults = load(opd, tahun, data)
    if faults or dataset is None:
        raise DataError(faults)
    return dataset


def _rows(dataset: Dataset, names: Collection[str]) -> Mapping[str, list[list[str]]]:
    """Rows of the corrected tables as text, without what the earlier year achieved."""
    return {
        name: [
            _row(row, YEAR_TABLES[name].names, OUTCOMES.get(name, ()))
            for row in _values(dataset, name)
        ]
        for name in names
        if name != PROSE
    }


def _values(dataset: Dataset, name: str) -> list[list[object]]:
    return dataset.tables[name].to_numpy().tolist()


def _row(row: Sequence[object], columns: Sequence[str], outcomes: Collection[str]) -> list[str]:
    cells = zip(columns, row, strict=True)
    return ["" if value is None or column in outcomes else str(value) for column, value in cells]
