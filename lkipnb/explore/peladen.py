"""A server of Jupyter as a process of ours: on the loopback, behind a token, ended with us.

What is secret stands in a private folder, never among the arguments that every user of a machine
can read.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from lkipnb.errors import StorageError, UsageError

HOST = "127.0.0.1"
START_SECONDS, END_SECONDS = 90.0, 15.0
LOG, TOLD_LINES = "catatan.txt", 12
_LOOK_SECONDS = 0.1
_ENDINGS = ("SIGTERM", "SIGHUP")  # of a terminal that is closed, of a session that ends
POSIX = os.name == "posix"


@dataclass(frozen=True)
class Peladen:
    """How a server is started: its arguments behind Python, its environment, its private folder
    and its port.
    """

    argumen: Sequence[str]
    lingkungan: Mapping[str, str]
    folder: Path
    port: int

    def jawab(self) -> bool:
        """Whether somebody answers on its port."""
        with socket.socket() as asked:
            asked.settimeout(1)
            return asked.connect_ex((HOST, self.port)) == 0


def pintu(port: int) -> int:
    """A port of the loopback that is free: the one that is asked for, any for 0.

    Raises UsageError when it is taken.
    """
    with socket.socket() as tried:
        try:
            tried.bind((HOST, port))
        except (OSError, OverflowError):
            raise UsageError(
                f"Pintu {port} sudah dipakai; sebut yang lain dengan --port."
            ) from None
        free: int = tried.getsockname()[1]
    return free


@contextmanager
def jalan(peladen: Peladen) -> Iterator[subprocess.Popen[bytes]]:
    """The server, answering, as long as the block lasts; no process of it is left behind.

    Raises StorageError with the last lines that it wrote when it does not start.
    """
    log = peladen.folder / LOG
    with _ending_ends_the_block(), log.open("wb") as written:
        process = subprocess.Popen(
            [sys.executable, *peladen.argumen],
            env=dict(peladen.lingkungan),
            cwd=peladen.folder,
            stdin=subprocess.DEVNULL,
            stdout=written,
            stderr=subprocess.STDOUT,
            start_new_session=True,  # Ctrl-C is for us: we end it, and wait for its kernels
        )
        try:
            _wait(peladen, process, log)
            yield process
        finally:
            _end(process)


def _wait(peladen: Peladen, process: subprocess.Popen[bytes], log: Path) -> None:
    """Until it answers."""
    for _ in range(int(START_SECONDS / _LOOK_SECONDS)):
        if process.poll() is not None:
            break
        if peladen.jawab():
            return
        time.sleep(_LOOK_SECONDS)
    last = "\n".join(log.read_text(encoding="utf-8", errors="replace").splitlines()[-TOLD_LINES:])
    raise StorageError(f"Peladen tidak dapat dijalankan. Keterangannya:\n{last}")


def _end(process: subprocess.Popen[bytes]) -> None:
    """Asked to end, it ends its kernels; what does not end is killed with all of its group."""
    process.terminate()
    with suppress(subprocess.TimeoutExpired):
        process.wait(END_SECONDS)
    if POSIX:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.wait()


@contextmanager
def _ending_ends_the_block() -> Iterator[None]:
    """What ends us otherwise than by Ctrl-C leaves the block too, and the server with it."""

    def leave(number: int, frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    known = [getattr(signal, name) for name in _ENDINGS if hasattr(signal, name)]
    before = {number: signal.signal(number, leave) for number in known}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
