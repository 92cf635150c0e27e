"""A fresh file or folder in the place of another, in one step where the system has such a step.

Linux (`renameat2`) and macOS (`renamex_np`) exchange two names at once: a reader sees the old
folder or the new one.  Elsewhere (Windows, some network file systems) there are two renames, and
for the moment between them the name is missing; what stood there waits as `.<name>.lama-<token>`,
and `place.recover` brings it back.
"""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

_AT_FDCWD = -100
_LINUX_EXCHANGE = 2
_MACOS_SWAP = 2
# What a kernel or a file system without the exchange answers.
_UNKNOWN = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP}


def replace(fresh: Path, target: Path, aside: Path) -> Path | None:
    """Put `fresh` at `target`; gives where that which stood there is now, None if nothing did.

    `aside` is the name that the old one takes where there is no exchange.  Raises OSError, and then
    the old one stands at `target`.
    """
    if not os.path.lexists(target):
        fresh.rename(target)
        return None
    if _exchanged(fresh, target):
        return fresh
    return _by_two_renames(fresh, target, aside)


def _by_two_renames(fresh: Path, target: Path, aside: Path) -> Path:
    target.rename(aside)
    try:
        fresh.rename(target)
    except BaseException:
        aside.rename(target)
        raise
    return aside


def _exchanged(one: Path, other: Path) -> bool:
    """Whether both names were exchanged; False where the system cannot.  Raises OSError for other
    refusals.
    """
    call = _system_call()
    if call is None:
        return False
    if call(os.fsencode(one), os.fsencode(other)) == 0:
        return True
    number = ctypes.get_errno()
    if number in _UNKNOWN:
        return False
    raise OSError(number, os.strerror(number), str(other))


@cache
def _system_call() -> Callable[[bytes, bytes], int] | None:
    """The exchange of this system; None where its C library has none."""
    if sys.platform not in ("linux", "darwin"):
        return None
    library = ctypes.CDLL(None, use_errno=True)
    try:
        if sys.platform == "linux":
            renameat2 = library.renameat2
            return lambda one, other: renameat2(_AT_FDCWD, one, _AT_FDCWD, other, _LINUX_EXCHANGE)
        renamex_np = library.renamex_np
        return lambda one, other: renamex_np(one, other, _MACOS_SWAP)
    except AttributeError:
        return None
