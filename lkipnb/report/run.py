"""Run the chapters with papermill, all in one warm kernel that is emptied between chapters.

Starting a kernel and importing the libraries costs more than running a chapter, so both happen
once.  Every chapter still starts from an empty namespace.
"""

from __future__ import annotations

import json
from ast import literal_eval
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from nbformat import NotebookNode

from lkipnb.errors import ChapterError
from lkipnb.report import notebooks
from lkipnb.report.chapters import check
from lkipnb.report.kernel import kernel
from lkipnb.report.stop import ended_by_ctrl_c
from lkipnb.storage.refusal import explained

if TYPE_CHECKING:
    from jupyter_client.blocking.client import BlockingKernelClient
    from papermill.exceptions import PapermillExecutionError

    from lkipnb.report.manager import ManagerOfChapters

START_TIMEOUT_SECONDS = 120
CELL_TIMEOUT_SECONDS = 300
_WARM_UP = "__import__('lkipnb.report.warming', fromlist=['begin']).begin()"
_EMPTY = (
    "from lkipnb.report import emptied; emptied.restore(); get_ipython().reset(new_session=True)"
)
_SEEN = "__import__('lkipnb.report.looking', fromlist=['seen']).seen()"
# What differs from run to run.
_TRACES = ("papermill", "execution", "collapsed")

Progress = Callable[[str], None]


@dataclass(frozen=True)
class WarmKernel:
    """A kernel that imports its libraries, or has imported them; `folder` is where it works."""

    folder: Path
    manager: ManagerOfChapters
    client: BlockingKernelClient

    def run(
        self,
        chapters: Sequence[Path],
        parameters: Mapping[str, object],
        progress: Progress = lambda name: None,
    ) -> dict[Path, NotebookNode]:
        """The executed chapters, without anything that differs from run to run (times, paths).

        `progress` is told the name of each chapter before it runs.  Raises ChapterError for the
        first chapter that fails; its half-run notebook then stands in `folder`.
        """
        executed = {}
        for chapter in chapters:
            progress(chapter.stem)
            with explained(self.folder), _failing_as(chapter):
                self._empty()
                made = self._execute(chapter, parameters)
            executed[chapter] = without_traces(made)
        return executed

    def seen(self) -> frozenset[str]:
        """What the chapters so far looked at outside of the program (`looking.seen`)."""
        answer = self.client.execute(
            "",
            silent=True,
            reply=True,
            timeout=START_TIMEOUT_SECONDS,
            user_expressions={"seen": _SEEN},
        )
        shown = answer["content"]["user_expressions"]["seen"]["data"]["text/plain"]
        return frozenset(json.loads(literal_eval(shown)))

    def _empty(self) -> None:
        """Take every name of the chapter before out of the kernel, and what it set."""
        self.client.execute(_EMPTY, silent=True, reply=True, timeout=START_TIMEOUT_SECONDS)

    def _execute(self, chapter: Path, parameters: Mapping[str, object]) -> NotebookNode:
        import papermill

        try:
            made: NotebookNode = papermill.execute_notebook(
                chapter,
                self.folder / chapter.name,
                parameters=dict(parameters),
                km=self.manager,
                progress_bar=False,
                request_save_on_cell_execute=False,
                execution_timeout=CELL_TIMEOUT_SECONDS,
            )
        finally:
            self.manager.stop_clients()
        return made


@contextmanager
def warm(data: Path, folder: Path) -> Iterator[WarmKernel]:
    """A kernel for chapters, which imports its libraries while this process does other work.

    It sees the given data folder and works in `folder`, which is private.  Ctrl-C ends it at once.
    """
    with ExitStack() as ending:
        stop = ending.enter_context(ended_by_ctrl_c())
        with explained(folder):
            manager, client = ending.enter_context(kernel(data, folder))
        ending.enter_context(stop.working())
        client.execute(_WARM_UP, silent=True)
        yield WarmKernel(folder, manager, client)


def run(
    chapters: Sequence[Path],
    parameters: Mapping[str, object],
    data: Path,
    folder: Path,
    progress: Progress = lambda name: None,
) -> dict[Path, NotebookNode]:
    """The executed chapters, in a kernel of their own; see `WarmKernel.run`.  Raises UsageError for
    parameters that a chapter does not declare.
    """
    check(chapters, parameters)
    with warm(data, folder) as ready:
        return ready.run(chapters, parameters, progress)


@contextmanager
def _failing_as(chapter: Path) -> Iterator[None]:
    """What goes wrong in a chapter, as a ChapterError."""
    from nbclient.exceptions import DeadKernelError
    from papermill.exceptions import PapermillExecutionError

    try:
        yield
    except PapermillExecutionError as error:
        raise ChapterError(_failure(chapter, error)) from error
    except (TimeoutError, DeadKernelError) as error:
        told = f"Bab {chapter.name}: kernel tidak menjawab atau mati ({error})."
        raise ChapterError(told) from error


def _failure(chapter: Path, error: PapermillExecutionError) -> str:
    lines = error.source.strip().splitlines()
    first = lines[0] if lines else ""
    place = f"Bab {chapter.name}, sel {error.cell_index + 1} ({first})"
    return f"{place} gagal: {error.ename}: {error.evalue}"


def without_traces(notebook: NotebookNode) -> NotebookNode:
    """A copy without times, paths and run state, so that the same input gives the same bytes."""
    clean = notebooks.copied(notebook)
    clean.metadata.pop("papermill", None)
    for cell in clean.cells:
        for trace in _TRACES:
            cell.metadata.pop(trace, None)
        if "injected-parameters" in cell.metadata.get("tags", []):
            cell.id = "parameter"  # papermill gives it a random one
    return clean
