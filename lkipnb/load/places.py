"""Where the data stand: the `data/` folder, its agencies and their fiscal years."""

from __future__ import annotations

import difflib
import os
import re
from contextlib import AbstractContextManager
from pathlib import Path

from lkipnb.errors import UsageError, quote
from lkipnb.schemas import REFERENCE_FOLDER
from lkipnb.storage import lock

ENVIRONMENT_VARIABLE = "LKIPNB_DATA"
PROJECT = Path(__file__).resolve().parents[2]
_AGENCY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_YEAR = re.compile(r"(19|20)[0-9]{2}")


def data_folder(data: str | Path | None = None) -> Path:
    """The `data/` folder: the one given, else $LKIPNB_DATA, else the nearest one that holds the
    reference lists, looking from the working directory upwards and then beside the package.

    Raises UsageError when there is none.
    """
    if given := data or os.environ.get(ENVIRONMENT_VARIABLE):
        if not Path(given).is_dir():
            raise UsageError(f"Folder data {quote(str(given))} tidak ada.")
        return Path(given).resolve()
    here = Path.cwd()
    for folder in (here, *here.parents, PROJECT):
        if (folder / "data" / REFERENCE_FOLDER).is_dir():
            return folder / "data"
    raise UsageError("Folder data/ tidak ditemukan. Jalankan dari dalam folder proyek, atau sebutkan dengan --data.")


def notebook_folder(data: Path) -> Path:
    """The chapters beside the data folder, else those of the project."""
    beside = data.parent / "notebooks"
    return beside if beside.is_dir() else PROJECT / "notebooks"


def agencies(data: Path) -> list[str]:
    return sorted(
        p.name for p in data.iterdir() if p.is_dir() and p.name != REFERENCE_FOLDER and _AGENCY.fullmatch(p.name)
    )


def years(data: Path, opd: str) -> list[int]:
    return sorted(int(p.name) for p in (data / opd).iterdir() if p.is_dir() and _YEAR.fullmatch(p.name))


def year_path(data: Path, opd: str, tahun: int) -> Path:
    """Where a year of an agency stands or will stand.  Raises UsageError when a name is not a plain one."""
    if not isinstance(opd, str) or not _AGENCY.fullmatch(opd) or opd == REFERENCE_FOLDER:
        raise UsageError(
            f"Nama instansi {quote(str(opd))} tidak sah: hanya huruf kecil, angka, "
            "dan tanda hubung, misalnya dinsos-flores-timur."
        )
    if isinstance(tahun, bool) or not isinstance(tahun, int) or not _YEAR.fullmatch(str(tahun)):
        raise UsageError(f"Tahun {quote(str(tahun))} tidak sah: diharapkan empat angka, misalnya 2020.")
    return data / opd / str(tahun)


def year_held(data: Path, opd: str, tahun: int, work: str) -> AbstractContextManager[None]:
    """The lock of a year of an agency while `lkipnb <work>` runs.  Raises BusyError, naming who holds it."""
    return lock.held(year_path(data, opd, tahun), f"lkipnb {work}", data)


def year_folder(data: Path, opd: str, tahun: int) -> Path:
    """The folder of one agency and fiscal year, which exists.

    Raises UsageError, naming what there is, when the agency or the year does not exist or is not
    a plain name: nothing outside `data` can be reached.
    """
    path = year_path(data, opd, tahun)
    lock.recover(path, data)
    if opd not in (known := agencies(data)):
        near = difflib.get_close_matches(opd, known, n=1)
        hint = f" Maksudnya {near[0]}?" if near else ""
        raise UsageError(
            f"Instansi {quote(opd)} tidak ada di folder data.{hint} Yang ada: {', '.join(known) or 'belum ada'}."
        )
    if tahun not in (known_years := years(data, opd)):
        raise UsageError(
            f"Data tahun {tahun} untuk {opd} belum ada. Yang ada: {', '.join(map(str, known_years)) or 'belum ada'}."
        )
    folder = path.resolve()
    if not folder.is_relative_to(data.resolve()):
        raise UsageError(f"Folder {opd}/{tahun} menunjuk ke luar folder data.")
    return folder
