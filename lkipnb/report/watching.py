"""When something of a report is saved."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from lkipnb.errors import UsageError
from lkipnb.report.order import Order
from lkipnb.report.sources import Sources, loaded, sources
from lkipnb.schemas import REFERENCE_FOLDER

GROUPED_MS = 300  # an editor saves in several strokes
SECONDS = 0.5  # Windows lets Ctrl-C in between two waits only
CHANGED = "Program lkipnb berubah; hentikan, lalu jalankan lagi."


def changes(order: Order) -> Iterator[Sources]:
    """What a report is made from: as it stands at first, then each time that it is another.

    Raises UsageError when the program changes.
    """
    before = ""
    with _saved(order) as saved:
        while True:
            now = sources(order)
            if now.program != loaded():
                raise UsageError(CHANGED)
            if now.whole != before:
                before = now.whole
                yield now
            _wait(saved)


@contextmanager
def _saved(order: Order) -> Iterator[threading.Event]:
    """An event that is set whenever a file of the agency, a reference list or a chapter changes."""
    saved, over = threading.Event(), threading.Event()
    listening = threading.Thread(target=_listen, args=(order, saved, over), daemon=True)
    listening.start()
    try:
        yield saved
    finally:
        over.set()
        listening.join()


def _listen(order: Order, saved: threading.Event, over: threading.Event) -> None:
    from watchfiles import watch

    places = (order.data / order.opd, order.data / REFERENCE_FOLDER, order.notebooks)
    for _ in watch(
        *(place for place in places if place.is_dir()),
        watch_filter=None,
        debounce=GROUPED_MS,
        stop_event=over,
        rust_timeout=int(SECONDS * 1000),
        raise_interrupt=False,
    ):
        saved.set()


def _wait(saved: threading.Event) -> None:
    while not saved.wait(SECONDS):
        pass
    saved.clear()
