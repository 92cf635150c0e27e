"""A private folder for the work of one run, found and removed by the next run if this one is
killed.

Such folders stand together in the cache of the user (or, where that cannot be written, in a private
folder of the system's temporary one).  Each holds a lock as long as its run lives; the system lets
go of it when the process ends, however it ends.  A folder whose lock is free belongs to nobody any
more.
"""

from __future__ import annotations

import errno
import hashlib
import os
import secrets
import shutil
import stat
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

from filelock import FileLock

from lkipnb.errors import StorageError
from lkipnb.storage.refusal import sentence

LOCK = ".kunci"
PRIVATE = 0o700
Found = TypeVar("Found")


@contextmanager
def scratch(longest: int | None = None) -> Iterator[Path]:
    """A new private folder (0700), removed at the end with all that is in it.

    `longest` bounds the bytes of its path, for names that the system keeps short.  Raises
    StorageError when no place can be written.
    """
    folder, own = _opened(longest)
    try:
        yield folder
    finally:
        own.release()
        shutil.rmtree(folder, ignore_errors=True)


def roots() -> list[Path]:
    """The folders that may hold scratch folders, the better one first."""
    from platformdirs import user_cache_path

    user = os.getuid() if hasattr(os, "getuid") else os.environ.get("USERNAME", "")
    found = [user_cache_path("lkipnb", appauthor=False) / "kerja"]
    with suppress(OSError):  # there may be no temporary folder at all
        found.append(Path(tempfile.gettempdir()) / f"lkipnb-{user}")
    return found


def root() -> Path:
    """The first of `roots` that is private and can be written.  Raises StorageError when there is
    none.
    """
    return _first(lambda place: place, roots())


def private(target: Path, suffix: str) -> Path:
    """The one file in `root` about the place `target`, to be told apart by its suffix."""
    name = hashlib.sha256(os.fsencode(target)).hexdigest()[:16]
    return root() / f"{name}{suffix}"


def _opened(longest: int | None) -> tuple[Path, FileLock]:
    name = secrets.token_hex(4)
    places = roots()
    if longest is not None:
        places = [place for place in places if len(os.fsencode(place / name)) <= longest]
    return _first(lambda place: _open(place, name), places)


def _first(use: Callable[[Path], Found], places: list[Path]) -> Found:
    """What the first place gives that is private and does not refuse."""
    refusals = []
    for place in places:
        try:
            _make_private(place)
            return use(place)
        except OSError as error:
            refusals.append(sentence(error, place))
    named = " atau ".join(str(place) for place in roots())
    told = f"Tidak ada tempat kerja sementara yang dapat ditulisi di {named}"
    if refusals:
        told += f" ({refusals[0].rstrip('.')})"
    raise StorageError(f"{told}.")


def _open(root: Path, name: str) -> tuple[Path, FileLock]:
    # While one run makes its folder and takes its lock, no other looks for folders of dead runs.
    with FileLock(root / LOCK):
        _tidy(root)
        folder = root / name
        folder.mkdir(mode=PRIVATE)
        own = FileLock(folder / LOCK)
        own.acquire(timeout=0)
    return folder, own


def _make_private(root: Path) -> None:
    """Make the folder, or make sure that it is ours and closed to others.  Raises OSError when it
    is not.
    """
    root.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
    if not hasattr(os, "getuid"):
        return  # on Windows the folders of a user's profile are closed to other users
    found = root.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.geteuid():
        raise PermissionError(errno.EACCES, "milik pengguna lain", str(root))
    if stat.S_IMODE(found.st_mode) != PRIVATE:
        root.chmod(PRIVATE)
    if not os.access(root, os.W_OK):
        raise PermissionError(errno.EACCES, "tidak dapat ditulisi", str(root))


def _tidy(root: Path) -> None:
    folders = [path for path in root.iterdir() if path.is_dir() and not path.is_symlink()]
    for folder in folders:
        if _abandoned(folder):
            shutil.rmtree(folder, ignore_errors=True)


def _abandoned(folder: Path) -> bool:
    try:
        with FileLock(folder / LOCK).acquire(timeout=0):
            return True
    except OSError:  # Timeout, for its run is alive, or what cannot be asked
        return False
