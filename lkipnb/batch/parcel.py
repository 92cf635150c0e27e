"""All that one report is made of, as bytes that travel to a worker."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from lkipnb import __version__
from lkipnb.batch.discovery import AgencyYear
from lkipnb.batch.tree import Tree
from lkipnb.errors import UsageError
from lkipnb.load.berkas import di_luar
from lkipnb.load.folder import left_out
from lkipnb.load.places import year_shared
from lkipnb.report import chapters
from lkipnb.report.manifest import LIBRARIES
from lkipnb.schemas import REFERENCE_FOLDER

DATA, NOTEBOOKS = "data", "notebooks"


@dataclass(frozen=True)
class Parcel:
    """An agency-year with its files by path, below `data/` and `notebooks/`; the formats asked for,
    and the version of the program that packed it.
    """

    key: AgencyYear
    formats: tuple[str, ...]
    files: Mapping[str, bytes]
    version: str = __version__

    @property
    def digest(self) -> str:
        """One SHA-256 of all that the report is made of, but the formats."""
        from importlib.metadata import version

        whole = hashlib.sha256(self.version.encode())
        for library in LIBRARIES:
            whole.update(f"{library}={version(library)}\0".encode())
        for name, content in sorted(self.files.items()):
            whole.update(f"{name}\0{hashlib.sha256(content).hexdigest()}\0".encode())
        return whole.hexdigest()


def pack(data: Tree, notebooks: Path, key: AgencyYear, formats: Sequence[str]) -> Parcel:
    """The year, those before it, the reference lists and the chapters.

    Raises BusyError while somebody changes the year, UsageError for a file that leads outside.
    """
    with _reading(data, key):
        names = [name for name in data.files(key.opd) if _belongs(name, key)]
        names += data.files(REFERENCE_FOLDER)
        _refuse_outside(data, key, names)
        files = {f"{DATA}/{name}": data.read(name) for name in names}
    for path in chapters.find(notebooks):
        files[f"{NOTEBOOKS}/{path.name}"] = path.read_bytes()
    return Parcel(key, tuple(formats), files)


def _reading(data: Tree, key: AgencyYear) -> AbstractContextManager[None]:
    if data.local is None:
        return nullcontext()
    return year_shared(data.local, key.opd, key.tahun, "batch")


def _belongs(name: str, key: AgencyYear) -> bool:
    """Whether a report may be made from a file: of the year or of one before it."""
    _, year, *rest = name.split("/")
    if not rest or not year.isdigit() or int(year) > key.tahun:
        return False
    return not left_out(rest)


def _refuse_outside(data: Tree, key: AgencyYear, names: Sequence[str]) -> None:
    if data.local is None:
        return
    for name in names:
        owner = data.local / name.partition("/")[0]
        if di_luar(data.local / name, owner):
            raise UsageError(f"{name} menunjuk ke luar folder instansi {key.opd}.")
