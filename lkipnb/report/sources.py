"""All that a report is made from, by its content: from the same sources comes the same report.

Nothing of the data is read here but bytes, and no heavy library is imported: whether a report is
what would be made now must cost next to nothing.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import lkipnb
from lkipnb.load.berkas import MOST_BYTES, sidik
from lkipnb.load.folder import left_out
from lkipnb.load.places import shipped_references, years
from lkipnb.report.order import Order
from lkipnb.schemas import REFERENCE_FOLDER

CHAPTER = "[0-9][0-9]_*.ipynb"
PACKAGE = Path(lkipnb.__file__).parent


@dataclass(frozen=True)
class Sources:
    """SHA-256 of each file of data and of each chapter by its name, and of the whole program;
    `paths` are the real paths of the data files, `home` that of the folder of data with a slash.
    """

    asked: tuple[str, int]
    program: str
    data: Mapping[str, str]
    bab: Mapping[str, str]
    paths: frozenset[str]
    home: str

    @cached_property
    def base(self) -> str:
        """What every chapter may read, for each opens the whole year."""
        return key(self.asked, self.program, self.data)

    @cached_property
    def whole(self) -> str:
        return key(self.base, self.bab)

    def chapter(self, name: str) -> str:
        """The key of what one chapter gives."""
        return key(self.base, name, self.bab[name])

    def changed(self, now: Sources) -> list[str]:
        """The names of files that are others than they were, or there in one of both alone."""
        before, after = {**self.data, **self.bab}, {**now.data, **now.bab}
        names = sorted(before.keys() | after.keys())
        return [name for name in names if before.get(name) != after.get(name)]


def key(*parts: object) -> str:
    """One SHA-256 of plain values."""
    told = json.dumps(parts, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()


def sources(order: Order) -> Sources:
    """What stands now.  Raises OSError where it cannot be read."""
    loaded()
    files = dict(_data(order))
    chapters = sorted(order.notebooks.glob(CHAPTER))
    return Sources(
        asked=(order.opd, order.tahun),
        program=program(),
        data={name: _content(path) for name, path in files.items()},
        bab={path.name: _content(path) for path in chapters},
        paths=frozenset(os.path.realpath(path) for path in files.values()),
        home=f"{os.path.realpath(order.data)}/",
    )


def program() -> str:
    """One digest of the package with its rules and templates, of Python and of every library that
    is installed.
    """
    own = {path.relative_to(PACKAGE).as_posix(): sidik(path) for path in _files(PACKAGE, PACKAGE)}
    return key(own, sys.version, sys.platform, _libraries(tuple(sys.path)))


@cache
def loaded() -> str:
    """The program as it stood when this process first asked: that which runs here."""
    return program()


@cache
def _libraries(places: tuple[str, ...]) -> list[str]:
    """Name and version of what stands on the path of Python, by the folders that say so."""
    folders = [Path(place) for place in places if Path(place).is_dir()]
    found = [path for folder in folders for path in folder.glob("*.dist-info")]
    return sorted(path.name for path in found)


def _data(order: Order) -> Iterator[tuple[str, Path]]:
    """The files of the year and of those before it, and the reference lists, by their names."""
    agency = order.data / order.opd
    if agency.is_dir():
        for year in years(order.data, order.opd):
            if year <= order.tahun:
                yield from _year(order, agency / str(year))
    for path in _files(order.data / REFERENCE_FOLDER, order.data):
        yield f"{REFERENCE_FOLDER}/{path.name}", path
    for path in _files(shipped_references(), shipped_references()):
        yield f"bawaan/{REFERENCE_FOLDER}/{path.name}", path


def _year(order: Order, folder: Path) -> Iterator[tuple[str, Path]]:
    for path in _files(folder, order.data / order.opd):
        inner = path.relative_to(folder).parts
        if not left_out(inner):
            yield "/".join([order.opd, folder.name, *inner]), path


def _files(folder: Path, home: Path) -> Iterator[Path]:
    """Every file below a folder but what Python compiled; links to folders are followed as far as
    they stay in `home`, each folder once.
    """
    seen = set()
    for inner, folders, names in os.walk(folder, followlinks=True):
        place = os.path.realpath(inner)
        if place in seen or not Path(place).is_relative_to(os.path.realpath(home)):
            folders.clear()
            continue
        seen.add(place)
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        yield from (Path(inner, name) for name in sorted(names))


def _content(path: Path) -> str:
    """The SHA-256 of a file; of what nobody reads whole (too large, a device, a link to nowhere)
    what it is and when it was changed.
    """
    try:
        found = path.stat()
        if stat.S_ISREG(found.st_mode) and found.st_size <= MOST_BYTES:
            return sidik(path)
    except OSError as error:
        return f"tidak terbaca: {error.strerror}"
    return key(found.st_mode, found.st_size, found.st_mtime_ns)
