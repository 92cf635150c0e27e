"""The steps of a long command: a live line on a terminal, quiet lines in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

from lkipnb.bahasa import say

Tell = Callable[[str], None]


def progress(total: int) -> AbstractContextManager[Tell]:
    """A context that gives `tell(step)`."""
    if sys.stderr.isatty():
        return _live(total)
    return _plain()


@contextmanager
def _plain() -> Iterator[Tell]:
    yield lambda step: say(f"  {step}", err=True)


@contextmanager
def _live(total: int) -> Iterator[Tell]:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description:<24}"),
        BarColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("mulai", total=total)
        yield lambda step: bar.update(task, description=step, advance=1)
