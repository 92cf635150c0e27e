"""One run at a time changes a place: an agency's year, a report, a file; those that only read it
read together.

The lock is one of the operating system, so a run that was killed holds nothing.  Beside it stands
who holds it, for the sentence that the second run says.
"""

from __future__ import annotations

import getpass
import glob
import json
import os
import platform
import secrets
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from lkipnb.errors import BusyError
from lkipnb.storage import place, scratch
from lkipnb.storage.refusal import explained

SUFFIX = ".kunci"
READER = f".baca{SUFFIX}"
HOLDER = ".pemegang"
MOST_SHOWN = 80  # characters of what another run says of itself
WAIT_SECONDS = 1.0  # a run that is just letting go is waited for, no more
EVERYONE = 0o666  # another user of a shared folder must be able to ask for the lock


@contextmanager
def held(target: Path, work: str, root: Path | None = None) -> Iterator[None]:
    """Change `target` alone, for `work` ("lkipnb import"); what a killed run left there is tidied
    first.

    The lock stands in `root`, a folder above the target that exists; without it, beside the target.
    Where that folder cannot be written it stands in the cache of the user.  Raises BusyError,
    naming the holder, when another run changes or reads the place.
    """
    with _entered(_paths(target, root), target, work) as gate:
        for reader in _readers(gate):
            raise BusyError(_busy(reader, target))
        place.tidy(target)
        yield


@contextmanager
def shared(target: Path, work: str, root: Path | None = None) -> Iterator[None]:
    """Read `target` together with others, while nobody changes it; else as `held`."""
    with ExitStack() as reading:
        with _entered(_paths(target, root), target, work) as gate:
            _readers(gate)
            place.tidy(target)
            own = gate.with_name(f"{_stem(gate)}.{secrets.token_hex(4)}{READER}")
            reading.enter_context(_entered([own], target, work))
        yield


@contextmanager
def alone(target: Path, work: str) -> Iterator[None]:
    """The only run of this user that makes `target`, which need not exist; the lock stands in the
    cache.
    """
    with _entered([_cached(target.resolve())], target, work):
        yield


def taken(target: Path) -> bool:
    """Whether the lock of `alone` stands there, of a run that goes on or of one that was killed."""
    return _cached(target.resolve()).exists()


def recover(target: Path, root: Path | None = None) -> None:
    """Bring back what a killed run left without its name; a run that is alive is given time to
    finish.
    """
    if place.recoverable(target):
        with suppress(BusyError), held(target, "lkipnb", root):
            pass


def _paths(target: Path, root: Path | None) -> list[Path]:
    """Where the lock of a target stands: the better place first."""
    target, root = target.resolve(), (root or target.parent).resolve()
    name = "-".join(target.relative_to(root).parts)[:100]
    return [root / f".{name}{SUFFIX}", _cached(target)]


def _cached(target: Path) -> Path:
    """Runs of this user alone meet there."""
    return scratch.private(target, SUFFIX)


@contextmanager
def _entered(paths: list[Path], target: Path, work: str) -> Iterator[Path]:
    """Hold the lock at the first of `paths` that can be written, with who we are beside it; gives
    that path.
    """
    with ExitStack() as stack:
        lock = _first(paths, target)
        stack.callback(lock.release)
        path = Path(lock.lock_file)
        holder = path.with_name(path.name + HOLDER)
        # Removed while held: a run that waits on the removed file notices and makes it anew.
        stack.callback(place.discard, path)
        stack.callback(place.discard, holder)
        with suppress(OSError):
            holder.write_text(json.dumps(_ourselves(work)), encoding="utf-8")
        yield path


def _first(paths: list[Path], target: Path) -> FileLock:
    """The lock at the first path that can be written; the last one must be."""
    *better, last = paths
    for path in better:
        lock = _tried(path, target)
        if lock is not None:
            return lock
    return _acquired(last, target)


def _tried(path: Path, target: Path) -> FileLock | None:
    """The lock, or None where its folder is missing or read-only."""
    if not path.parent.is_dir():  # filelock would make it
        return None
    try:
        return _locked(path, target)
    except OSError:
        return None


def _acquired(path: Path, target: Path) -> FileLock:
    with explained(path):
        return _locked(path, target)


def _locked(path: Path, target: Path) -> FileLock:
    lock = FileLock(path, mode=EVERYONE)
    try:
        lock.acquire(timeout=WAIT_SECONDS)
    except Timeout:
        raise BusyError(_busy(path, target)) from None
    return lock


def _readers(gate: Path) -> list[Path]:
    """The marks of readers that are alive; those of dead ones go.  Only the holder of the gate may
    ask.
    """
    stem = glob.escape(_stem(gate))
    marks = list(gate.parent.glob(f"{stem}.*{READER}"))
    return [mark for mark in marks if not _dead(mark)]


def _stem(gate: Path) -> str:
    return gate.name.removesuffix(SUFFIX)


def _dead(mark: Path) -> bool:
    try:
        with FileLock(mark, mode=EVERYONE).acquire(timeout=0):
            place.discard(mark.with_name(mark.name + HOLDER))
            place.discard(mark)
    except Timeout:
        return False
    return True


def _ourselves(work: str) -> dict[str, str]:
    try:
        user = getpass.getuser()
    except (KeyError, OSError):
        user = "tidak dikenal"
    since = datetime.now().astimezone()
    return {
        "pekerjaan": work,
        "pengguna": user,
        "komputer": platform.node(),
        "proses": str(os.getpid()),
        "sejak": f"{since:%d-%m-%Y} pukul {since:%H.%M.%S}",
    }


def _busy(path: Path, target: Path) -> str:
    return f"{target} sedang dipakai {_holder(path)}; tunggu sampai selesai, lalu ulangi."


def _holder(path: Path) -> str:
    """Who holds the lock at `path`, as far as it can be read."""
    try:
        told = json.loads(path.with_name(path.name + HOLDER).read_text(encoding="utf-8"))
        by = {name: _printable(told[name]) for name in _ourselves("")}
    except (OSError, ValueError, KeyError, TypeError):
        return "lkipnb yang lain"
    return (
        f"{by['pekerjaan']} oleh {by['pengguna']} di komputer {by['komputer']}"
        f" (proses {by['proses']}) sejak {by['sejak']}"
    )


def _printable(value: object) -> str:
    return "".join(filter(str.isprintable, str(value)))[:MOST_SHOWN]
