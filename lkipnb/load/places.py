"""Where the data stand: the `data/` folder, its agencies and their fiscal years."""

from __future__ import annotations

import difflib
import os
import re
from contextlib import AbstractContextManager
from pathlib import Path

from lkipnb.errors import UsageError, quote
from lkipnb.rules import rules
from lkipnb.schemas import REFERENCE_FOLDER, Kinerja
from lkipnb.storage import lock

ENVIRONMENT_VARIABLE = "LKIPNB_DATA"
_PACKAGE = Path(__file__).resolve().parents[1]
_CLONE = _PACKAGE.parent
# What a wheel holds of the folders that stand beside the package in a clone.
_INSTALLED = _PACKAGE / "bawaan"
CHAPTERS = "notebooks"
_CHAPTER = "[0-9][0-9]_*.ipynb"
_AGENCY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
# Of an agency's name, so that every path below it stays one that Windows takes.
MOST_CHARACTERS = 60
# Names that are devices on Windows, where such a folder cannot be copied to.
_DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])")
_YEAR = re.compile(r"(19|20)[0-9]{2}")


def shipped_chapters() -> Path:
    """The chapters that come with the program."""
    if _INSTALLED.is_dir():
        return _INSTALLED / CHAPTERS
    return _CLONE / CHAPTERS


def shipped_references() -> Path:
    """The reference lists that come with the program."""
    if _INSTALLED.is_dir():
        return _INSTALLED / REFERENCE_FOLDER
    return _CLONE / "data" / REFERENCE_FOLDER


def data_folder(data: str | Path | None = None) -> Path:
    """The `data/` folder: the one given, else $LKIPNB_DATA, else the nearest one with reference
    lists or an agency in it, looking from the working directory upwards and then beside the
    package.

    Raises UsageError when there is none.
    """
    given = data or os.environ.get(ENVIRONMENT_VARIABLE)
    if given:
        if not Path(given).is_dir():
            raise UsageError(f"Folder data {quote(str(given))} tidak ada.")
        return Path(given).resolve()
    found = _nearest()
    if found is not None:
        return found
    raise UsageError(
        "Folder data/ tidak ditemukan. Jalankan dari folder yang memuatnya, sebutkan dengan --data,"
        " atau buat yang baru, misalnya: lkipnb new dinkes-contoh 2024"
    )


def data_folder_to_fill(data: str | Path | None = None) -> Path:
    """As `data_folder`, for a command that writes data: a folder that is not there yet will be
    made, by default `data/` in the working directory.
    """
    given = data or os.environ.get(ENVIRONMENT_VARIABLE)
    if given:
        if Path(given).exists() and not Path(given).is_dir():
            raise UsageError(f"{quote(str(given))} bukan folder.")
        return Path(given).resolve()
    return _nearest() or Path.cwd() / "data"


def _nearest() -> Path | None:
    here = Path.cwd()
    candidates = [folder / "data" for folder in (here, *here.parents)]
    if not _INSTALLED.is_dir():
        candidates.append(_CLONE / "data")
    return next((folder for folder in candidates if _holds_data(folder)), None)


def _holds_data(folder: Path) -> bool:
    if (folder / REFERENCE_FOLDER).is_dir():
        return True
    return folder.is_dir() and any(years(folder, opd) for opd in agencies(folder))


def notebook_folder(data: Path) -> Path:
    """The chapters beside the data folder, else in `notebooks/` of the working directory, else the
    shipped ones.
    """
    for folder in (data.parent / CHAPTERS, Path.cwd() / CHAPTERS):
        if any(folder.glob(_CHAPTER)):
            return folder
    return shipped_chapters()


def reference_file(data: Path, name: str) -> Path:
    """The reference list `name`: that of the data folder, else the shipped one."""
    own = data / REFERENCE_FOLDER / f"{name}.csv"
    if own.is_file():
        return own
    return shipped_references() / own.name


def agencies(data: Path) -> list[str]:
    names = [path.name for path in data.iterdir() if path.is_dir()]
    return sorted(name for name in names if name != REFERENCE_FOLDER and _AGENCY.fullmatch(name))


def years(data: Path, opd: str) -> list[int]:
    names = [path.name for path in (data / opd).iterdir() if path.is_dir()]
    return sorted(int(name) for name in names if _YEAR.fullmatch(name))


def years_before(data: Path, opd: str, tahun: int, most: int) -> list[int]:
    """The years of an agency that have been measured, up to `most` back, oldest first."""
    near = [year for year in years(data, opd) if tahun - most <= year < tahun]
    return [year for year in near if (data / opd / str(year) / Kinerja.table.file).exists()]


def agency_path(data: Path, opd: str) -> Path:
    """Where an agency stands or will stand.  Raises UsageError when its name is not a plain one."""
    if not isinstance(opd, str) or not nama_sah(opd, _AGENCY) or opd == REFERENCE_FOLDER:
        raise UsageError(
            f"Nama instansi {quote(str(opd))} tidak sah: hanya huruf kecil, angka, dan tanda"
            f" hubung, paling banyak {MOST_CHARACTERS} huruf, misalnya dinsos-flores-timur."
        )
    return data / opd


def year_path(data: Path, opd: str, tahun: int) -> Path:
    """Where a year of an agency stands or will stand.

    Raises UsageError when a name is not a plain one, or when there are no rules for the year.
    """
    return agency_path(data, opd) / str(tahun_tercakup(tahun))


def nama_sah(name: str, pattern: re.Pattern[str]) -> bool:
    """Whether a folder or file may have this name on every system."""
    return (
        len(name) <= MOST_CHARACTERS
        and bool(pattern.fullmatch(name))
        and not _DEVICE.fullmatch(name)
    )


def tahun_tercakup(tahun: object) -> int:
    """The year, for which there are rules.  Raises UsageError for anything else, saying which years
    these are.
    """
    if isinstance(tahun, bool) or not isinstance(tahun, int) or not _YEAR.fullmatch(str(tahun)):
        raise UsageError(
            f"Tahun {quote(str(tahun))} tidak sah: diharapkan empat angka, misalnya 2020."
        )
    rules(tahun)
    return tahun


def year_held(data: Path, opd: str, tahun: int, work: str) -> AbstractContextManager[None]:
    """Change a year of an agency alone while `lkipnb <work>` runs.  Raises BusyError, naming who
    holds it.
    """
    return lock.held(year_path(data, opd, tahun), f"lkipnb {work}", data)


def year_shared(data: Path, opd: str, tahun: int, work: str) -> AbstractContextManager[None]:
    """Read a year of an agency while nobody changes it.  Raises BusyError, naming who holds it."""
    return lock.shared(year_path(data, opd, tahun), f"lkipnb {work}", data)


def year_folder(data: Path, opd: str, tahun: int) -> Path:
    """The folder of one agency and fiscal year, which exists.

    Raises UsageError, naming what there is, when the agency or the year does not exist or is not
    a plain name: nothing outside `data` can be reached.
    """
    path = year_path(data, opd, tahun)
    lock.recover(path, data)
    known = agencies(data)
    if opd not in known:
        near = difflib.get_close_matches(opd, known, n=1)
        hint = f" Maksudnya {near[0]}?" if near else ""
        raise UsageError(
            f"Instansi {quote(opd)} tidak ada di folder data.{hint} Yang ada:"
            f" {', '.join(known) or 'belum ada'}."
        )
    known_years = years(data, opd)
    if tahun not in known_years:
        raise UsageError(
            f"Data tahun {tahun} untuk {opd} belum ada. Yang ada:"
            f" {', '.join(map(str, known_years)) or 'belum ada'}."
        )
    folder = path.resolve()
    if not folder.is_relative_to(data.resolve()):
        raise UsageError(f"Folder {opd}/{tahun} menunjuk ke luar folder data.")
    return folder
