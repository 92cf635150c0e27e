"""One run at a time over a place: the lock of an agency's year, of a report, of a file.

The lock is one of the operating system, so a run that was killed holds nothing.  Beside it stands who holds
it, for the sentence that the second run says.
"""

from __future__ import annotations

import getpass
import hashlib
import json
import os
import platform
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from lkipnb.errors import BusyError
from lkipnb.storage import place, scratch
from lkipnb.storage.refusal import explained

SUFFIX = ".kunci"
HOLDER = ".pemegang"
WAIT_SECONDS = 1.0  # a run that is just letting go is waited for, no more
EVERYONE = 0o666  # another user of a shared folder must be able to ask for the lock


@contextmanager
def held(target: Path, work: str, root: Path | None = None) -> Iterator[None]:
    """Hold the lock of `target` for `work` ("lkipnb report"), and tidy what a killed run left there.

    The lock stands in `root`, a folder above the target that exists; without it, beside the target.  Where that
    folder cannot be written it stands in the cache of the user.  Raises BusyError, naming the holder, when
    another run has it.
    """
    lock = _taken(target.resolve(), (root or target.parent).resolve())
    path = Path(lock.lock_file)
    holder = path.with_name(path.name + HOLDER)
    try:
        with suppress(OSError):
            holder.write_text(json.dumps(_ourselves(work)), encoding="utf-8")
        place.tidy(target)
        yield
    finally:
        # Removed while held: a run that waits on the removed file notices and makes it anew.
        for left in (holder, path):
            place.discard(left)
        lock.release()


def recover(target: Path, root: Path | None = None) -> None:
    """Bring back what a killed run left without its name; a run that is alive is given time to finish."""
    if place.recoverable(target):
        with suppress(BusyError), held(target, "lkipnb", root):
            pass


def _taken(target: Path, root: Path) -> FileLock:
    name = "-".join(target.relative_to(root).parts)[:100]
    try:
        root.stat()  # filelock would make a folder that is missing
        return _acquired(root / f".{name}{SUFFIX}", target)
    except OSError:  # the folder is missing or read-only: then only runs of this user meet
        folder = scratch.roots()[0].with_name("kunci")
        with explained(folder):
            folder.mkdir(mode=scratch.PRIVATE, parents=True, exist_ok=True)
            return _acquired(folder / f"{hashlib.sha256(os.fsencode(target)).hexdigest()[:16]}{SUFFIX}", target)


def _acquired(path: Path, target: Path) -> FileLock:
    lock = FileLock(path, mode=EVERYONE)
    try:
        lock.acquire(timeout=WAIT_SECONDS)
    except Timeout:
        raise BusyError(_busy(path, target)) from None
    return lock


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
    advice = "tunggu sampai selesai, lalu ulangi"
    try:
        told = json.loads(path.with_name(path.name + HOLDER).read_text(encoding="utf-8"))
        by = {name: "".join(filter(str.isprintable, str(told[name])))[:80] for name in _ourselves("")}
    except (OSError, ValueError, KeyError, TypeError):
        return f"{target} sedang dipakai lkipnb yang lain; {advice}."
    return (
        f"{target} sedang dipakai {by['pekerjaan']} oleh {by['pengguna']} di komputer {by['komputer']} "
        f"(proses {by['proses']}) sejak {by['sejak']}; {advice}."
    )
