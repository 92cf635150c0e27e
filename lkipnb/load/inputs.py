"""The files in the folder of a year: those that are read, and those that nothing reads."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from lkipnb.errors import Fault
from lkipnb.load import dokumen, impor, profile, prose, references
from lkipnb.load.berkas import MOST_BYTES, di_luar, sidik
from lkipnb.load.folder import left_out
from lkipnb.schemas import YEAR_TABLES, tambahan

INPUTS = frozenset({".csv", ".yaml", ".md"})
# What an agency adds, in the folder `lampiran` only.
ADDED = frozenset({".jpg", ".jpeg", ".png", ".svg", ".pdf"})
UNKNOWN = "tabel ini tidak dikenal; periksa nama berkasnya"


def unknown_tables(folder: Path) -> list[Fault]:
    """A fault for each CSV file that is no table of a year."""
    names = [path.name for path in sorted(folder.glob("*.csv")) if path.stem not in YEAR_TABLES]
    return [Fault(name, None, None, None, UNKNOWN) for name in names]


def others(folder: Path, used: Collection[str] = ()) -> tuple[str, ...]:
    """Files of the folder that nothing reads, by their path below it; `used` are read because a
    table names them, and locks, copies, forms and notes are ours.
    """
    found = [path.relative_to(folder) for path in sorted(folder.rglob("*")) if path.is_file()]
    unread = [name for name in found if not _is_read(name) and not _is_ours(name)]
    return tuple(name.as_posix() for name in unread if name.as_posix() not in used)


def digests(folder: Path, data: Path) -> dict[str, str]:
    """SHA-256 of every input file, by its path below `data/`; of a shipped list below `bawaan/`.

    A file that is too large to be read has none: to go through it would take minutes.
    """
    home = data.resolve()
    inputs = {}
    for path in sorted(folder.rglob("*")):
        if _is_input(path, folder.parent):
            inputs[path.relative_to(home).as_posix()] = path
    inputs.update(references.inputs(data))
    return {name: sidik(path) for name, path in inputs.items()}


def _is_input(path: Path, agency: Path) -> bool:
    is_added = path.parent.name == tambahan.FOLDER and path.suffix.lower() in ADDED
    if not (path.suffix in INPUTS or is_added):
        return False
    if not path.is_file() or di_luar(path, agency):
        return False
    return path.stat().st_size <= (dokumen.MOST_BYTES if is_added else MOST_BYTES)


def _is_read(name: Path) -> bool:
    """Whether a file of a year is read; a table that is not known has its own fault."""
    is_prose = name.parent.as_posix() == prose.FOLDER and name.suffix == ".md"
    is_table = len(name.parts) == 1 and name.suffix == ".csv"
    return is_prose or is_table or name.as_posix() == profile.FILE


def _is_ours(name: Path) -> bool:
    return name.as_posix() == impor.FILE or left_out(name.parts)
