"""The data of a year replaced as a whole by those of a form."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

from lkipnb.errors import UsageError
from lkipnb.load import impor
from lkipnb.load.profile import FILE as PROFILE_FILE
from lkipnb.load.prose import FOLDER as PROSE_FOLDER
from lkipnb.storage import backup, place

# What a form states anew: every table, the profile and the prose.
_STATED = re.compile(rf"[^/]+\.csv|{re.escape(PROFILE_FILE)}|{PROSE_FOLDER}/[^/]+\.md")


def put(staged: Path, target: Path, now: datetime) -> Path | None:
    """The staged folder in the place of the old one; gives the backup, if there was anything."""
    paths = [path for path in staged.rglob("*") if path.is_file()]
    files = {path.relative_to(staged).as_posix(): path.read_bytes() for path in paths}
    kept = {name: name for name in _of_a_person(target) if name not in files}
    saved = backup.save(target, now) if any(target.glob("*.csv")) else None
    place.put_folder(target, files, kept)
    return saved


def restore(target: Path, now: datetime) -> tuple[Path, Path]:
    """Put the last backup that differs back; gives it, and the new backup of what stood there.

    Files that no form states stay as they are now.  Raises UsageError when there is no such backup,
    StorageError when the disk refuses.
    """
    present = _stated(target)
    earlier = [path for path in _backups(target) if _stated(path) != present]
    if not present or not earlier:
        raise UsageError(f"Tidak ada cadangan {target} yang berbeda dari isinya sekarang.")
    last = earlier[-1]
    files = _stated(last)
    kept = {name: name for name in _of_a_person(target) if name != impor.FILE}
    saved = backup.save(target, now)
    place.put_folder(target, files, kept)
    return last, saved


def _backups(target: Path) -> list[Path]:
    if target.parent.is_dir():
        return backup.backups(target)
    return []


def _stated(folder: Path) -> dict[str, bytes]:
    """What an import wrote into the folder of a year, by name."""
    found = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*"))}
    return {
        name: path.read_bytes()
        for name, path in found.items()
        if path.is_file() and (name == impor.FILE or _STATED.fullmatch(name))
    }


def _of_a_person(target: Path) -> list[str]:
    """The files of a year that no form states: the forms themselves, papers, notes."""
    found = [path for path in sorted(target.rglob("*")) if path.is_symlink() or path.is_file()]
    names = [path.relative_to(target).as_posix() for path in found]
    return [name for name in names if not _STATED.fullmatch(name)]
