"""Dated backups beside what they save, as many as `KEPT`."""

from __future__ import annotations

import hashlib
import os
import shutil
from datetime import datetime
from pathlib import Path

from lkipnb.storage import place
from lkipnb.storage.refusal import explained

KEPT = 10  # of each file or folder; the oldest go when a new one comes
MARK = ".cadangan-"


def save(path: Path, now: datetime) -> Path:
    """A copy of a file or folder as `<name>.cadangan-<date>-<time>`; gives the newest one if it is
    the same.

    Raises StorageError when it cannot be written; nothing is changed then.
    """
    earlier = backups(path)
    if earlier and _digest(earlier[-1]) == _digest(path):
        return earlier[-1]
    made = _free(path.with_name(f"{path.name}{MARK}{now:%Y%m%d-%H%M%S}"))
    with explained(made):
        with place.fresh_beside(path) as fresh:
            _copy(path, fresh)
            fresh.rename(made)
        place.sync(path.parent)
    for old in backups(path)[:-KEPT]:
        _drop(old, path)
    return made


def backups(path: Path) -> list[Path]:
    """The backups of a file or folder, the oldest first."""
    start = path.name + MARK
    return sorted(found for found in path.parent.iterdir() if found.name.startswith(start))


def _drop(old: Path, path: Path) -> None:
    """Under a hidden name first, so that a killed run leaves no half backup that looks whole."""
    gone = place.hidden(path, place.FRESH)
    with explained(old):
        old.rename(gone)
    place.discard(gone)


def _free(path: Path) -> Path:
    number = 1
    wanted = path
    while os.path.lexists(wanted):
        number += 1
        wanted = path.with_name(f"{path.name}-{number}")
    return wanted


def _copy(path: Path, fresh: Path) -> None:
    if path.is_dir():
        place.copy_folder(path, fresh)
    else:
        shutil.copy2(path, fresh)
    for file in _files(fresh):
        place.sync(file)
    if fresh.is_dir():
        place.sync_names(fresh)


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    return sorted(found for found in path.rglob("*") if found.is_file() and not found.is_symlink())


def _digest(path: Path) -> dict[str, str]:
    """The SHA-256 of each file by its path."""
    digests = {}
    for found in _files(path):
        name = found.relative_to(path).as_posix()
        digests[name] = hashlib.sha256(found.read_bytes()).hexdigest()
    return digests
