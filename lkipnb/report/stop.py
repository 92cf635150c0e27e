"""Ctrl-C while chapters run: it ends them at whatever moment it comes.

Python raises KeyboardInterrupt wherever the main thread just is.  In a finalizer or in the callback
of a weak reference (asyncio has one for each of its tasks) the exception is printed and forgotten,
and the run would go on.  So the key is marked too, and raised again until the work is left; while a
kernel starts or ends it is marked only, so that none is left behind.
"""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

AGAIN_SECONDS = 0.5


class Stop:
    """Whether Ctrl-C was pressed, and whether it may be raised now."""

    def __init__(self) -> None:
        self._pressed = False
        self._working = False
        self._raised = 0.0

    @contextmanager
    def working(self) -> Iterator[None]:
        """Work that Ctrl-C ends at once, also one that was pressed before it began."""
        left = threading.Event()
        insisting = threading.Thread(target=self._insist, args=(left,), daemon=True)
        insisting.start()
        try:
            self._working = True
            self.heed()
            yield
        finally:
            self._working = False
            left.set()
            insisting.join()

    def heed(self) -> None:
        """Raise KeyboardInterrupt if Ctrl-C was pressed."""
        if self._pressed:
            self._raised = time.monotonic()
            raise KeyboardInterrupt

    def rest(self) -> None:
        """From here on Ctrl-C is marked only."""
        self._working = False

    def press(self, number: int, frame: FrameType | None) -> None:
        """What the system calls."""
        self._pressed = True
        if self._working:
            self.heed()

    def _insist(self, left: threading.Event) -> None:
        while not left.wait(AGAIN_SECONDS / 2):
            forgotten = time.monotonic() - self._raised > AGAIN_SECONDS
            if self._pressed and self._working and forgotten:
                _interrupt()


@contextmanager
def ended_by_ctrl_c() -> Iterator[Stop]:
    """While this lasts Ctrl-C is marked, and raised inside `working`; at the end it is raised if it
    was pressed, whatever became of the work.

    Where somebody else listens to the key (a notebook), or nobody shall (`nohup`), it stays so.
    """
    stop = Stop()
    if not _ours():
        yield stop
        return
    signal.signal(signal.SIGINT, stop.press)
    try:
        yield stop
    except Exception:
        stop.heed()
        raise
    finally:
        stop.rest()
        signal.signal(signal.SIGINT, signal.default_int_handler)
    stop.heed()


def _ours() -> bool:
    """Whether Ctrl-C would raise KeyboardInterrupt here, in the thread that hears it."""
    if threading.current_thread() is not threading.main_thread():
        return False
    return signal.getsignal(signal.SIGINT) is signal.default_int_handler


def _interrupt() -> None:
    """Ctrl-C once more, for the main thread."""
    if os.name == "nt":
        signal.raise_signal(signal.SIGINT)
        return
    main = threading.main_thread().ident
    assert main is not None
    signal.pthread_kill(main, signal.SIGINT)
