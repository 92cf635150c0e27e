"""A file or a folder put in place: the old state or the new one, whenever the process ends.

The new one is written beside the old one under a hidden name (`.<name>.baru-<token>`), reaches the
disk, and then takes the name.  Whoever holds the lock of a place may `tidy` what a killed run left
there.
"""

from __future__ import annotations

import os
import re
import secrets
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from types import MappingProxyType

from lkipnb.storage import swap
from lkipnb.storage.refusal import explained

FRESH = "baru"
OLD = "lama"
# Characters of a name that its hidden sibling repeats, so that no name grows too long.
_NAME_LENGTH = 50
_TEMPORARY = re.compile(r"\..+\.(baru|lama)-[0-9a-f]{8}")


def put_file(path: Path, content: bytes) -> None:
    """Write a file.  Raises StorageError in one sentence, and then the old file stands."""
    path = path.resolve()
    with explained(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        with fresh_beside(path) as fresh:
            _write(fresh, content)
            if path.is_file():
                shutil.copymode(path, fresh)
            fresh.replace(path)
        sync(path.parent)


def put_folder(
    target: Path, files: Mapping[str, bytes], kept: Mapping[str, str] = MappingProxyType({})
) -> None:
    """Make `target` hold `files` by their path below it, and nothing else of the earlier folder
    than `kept`.

    `kept` gives the path of each file that is kept by the path that it is to have.  Raises
    StorageError in one sentence, and then the old folder stands.
    """
    with explained(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        with fresh_beside(target) as fresh:
            _fill(fresh, target, files, kept)
            old = swap.replace(fresh, target, hidden(target, OLD))
        sync(target.parent)
    if old is not None:
        discard(old)


@contextmanager
def fresh_beside(target: Path) -> Iterator[Path]:
    """A hidden name beside `target` for what shall take its place; gone again where that fails."""
    fresh = hidden(target, FRESH)
    try:
        yield fresh
    except BaseException:
        discard(fresh)
        raise


def tidy(target: Path) -> None:
    """Bring back a place that a killed run left without a name, and remove its other leftovers.

    Only the holder of the lock of `target` may call this.
    """
    for old in _leftovers(target, OLD):
        if not os.path.lexists(target):
            with explained(target):
                old.rename(target)
        discard(old)
    for left in [*_leftovers(target, FRESH), *_half_written(target)]:
        discard(left)


def recoverable(target: Path) -> bool:
    """Whether a killed run left `target` without its name, and what stood there waits beside it."""
    return not os.path.lexists(target) and bool(_leftovers(target, OLD))


def hidden(target: Path, role: str) -> Path:
    """A hidden name beside `target` that nothing has yet."""
    return target.with_name(f"{_stem(target, role)}{secrets.token_hex(4)}")


def copy_folder(folder: Path, copy: Path) -> None:
    """Copy a folder with all below it.  Raises the first refusal of the system, where shutil would
    gather texts.
    """
    copy.mkdir(parents=True)
    for path in sorted(folder.rglob("*")):
        made = copy / path.relative_to(folder)
        if path.is_dir() and not path.is_symlink():
            made.mkdir()
        else:
            shutil.copy2(path, made, follow_symlinks=False)


def discard(path: Path) -> None:
    """Remove a file or a folder as far as the system lets us; the next run removes the rest."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
        return
    with suppress(OSError):
        path.unlink()


def sync(path: Path) -> None:
    """Let a file, or the names in a folder, reach the disk; Windows does so by itself in its own
    time.
    """
    if os.name == "nt":
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _fill(fresh: Path, target: Path, files: Mapping[str, bytes], kept: Mapping[str, str]) -> None:
    fresh.mkdir()
    for name, content in files.items():
        _write(fresh / name, content)
    for name, earlier in kept.items():
        _carry(target / earlier, fresh / name)
    if target.is_dir():
        shutil.copymode(target, fresh)
    sync_names(fresh)


def sync_names(folder: Path) -> None:
    """Let every name in a folder and below it reach the disk."""
    for inner, _, _ in os.walk(folder):
        sync(Path(inner))


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _carry(earlier: Path, path: Path) -> None:
    """The same file under another name, without a copy where the file system can."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(earlier, path, follow_symlinks=False)
    except (OSError, NotImplementedError):
        shutil.copy2(earlier, path, follow_symlinks=False)


def _leftovers(target: Path, role: str) -> list[Path]:
    """The hidden siblings of `target` of one role, the newest first."""
    named = re.compile(re.escape(_stem(target, role)) + "[0-9a-f]{8}")
    found = _named(named, target.parent)
    return sorted(found, key=lambda path: path.lstat().st_mtime, reverse=True)


def _half_written(target: Path) -> list[Path]:
    """What a killed run left in a folder of the files that it put there."""
    return _named(_TEMPORARY, target)


def _named(pattern: re.Pattern[str], folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return [path for path in folder.iterdir() if pattern.fullmatch(path.name)]


def _stem(target: Path, role: str) -> str:
    return f".{target.name[:_NAME_LENGTH]}.{role}-"
