"""Run the chapters with papermill, all in one warm kernel that is emptied between chapters.

Starting a kernel and importing the libraries costs more than running a chapter, so both happen
once.  Every chapter still starts from an empty namespace.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import nbformat
from nbformat import NotebookNode

from lkipnb.errors import ChapterError
from lkipnb.report.chapters import check_parameters
from lkipnb.report.kernel import kernel
from lkipnb.report.stop import ended_by_ctrl_c

if TYPE_CHECKING:
    from jupyter_client import KernelClient, KernelManager
    from papermill.exceptions import PapermillExecutionError

START_TIMEOUT_SECONDS = 120
CELL_TIMEOUT_SECONDS = 300
_WARM_UP = (
    "import lkipnb.workbook, lkipnb.present.tabel, lkipnb.present.gambar, lkipnb.present.konteks"
)
_EMPTY = "get_ipython().reset(new_session=True)"

Progress = Callable[[str], None]


def run(
    chapters: Sequence[Path],
    parameters: Mapping[str, object],
    data: Path,
    scratch: Path,
    progress: Progress = lambda name: None,
) -> list[NotebookNode]:
    """The executed chapters, without anything that differs from run to run (times, paths).

    `progress` is told the name of each chapter before it runs.  Raises UsageError for parameters
    that a chapter does not declare, ChapterError for the first chapter that fails; its half-run
    notebook then stands in `scratch`.
    """
    for chapter in chapters:
        check_parameters(chapter, parameters)
    with ended_by_ctrl_c() as stop, kernel(data, scratch) as (manager, client), stop.working():
        # The kernel imports the package while papermill loads here.
        client.execute(_WARM_UP, silent=True)
        executed = []
        for chapter in chapters:
            progress(chapter.stem)
            with _failing_as(chapter):
                _empty(client)
                made = _execute(chapter, scratch / chapter.name, parameters, manager)
            executed.append(without_traces(made))
        return executed


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
        raise ChapterError(
            f"Bab {chapter.name}: kernel tidak menjawab atau mati ({error})."
        ) from error


def _empty(client: KernelClient) -> None:
    """Take every name of the chapter before out of the kernel."""
    client.execute(_EMPTY, silent=True, reply=True, timeout=START_TIMEOUT_SECONDS)


def _execute(
    chapter: Path, output: Path, parameters: Mapping[str, object], manager: KernelManager
) -> NotebookNode:
    import papermill

    return papermill.execute_notebook(
        chapter,
        output,
        parameters=dict(parameters),
        km=manager,
        progress_bar=False,
        request_save_on_cell_execute=False,
        execution_timeout=CELL_TIMEOUT_SECONDS,
    )


def _failure(chapter: Path, error: PapermillExecutionError) -> str:
    source, *_ = [*error.source.strip().splitlines(), ""]
    return (
        f"Bab {chapter.name}, sel {error.cell_index + 1} ({source}) gagal: {error.ename}:"
        f" {error.evalue}"
    )


def without_traces(notebook: NotebookNode) -> NotebookNode:
    """A copy without times, paths and run state, so that the same input gives the same bytes."""
    clean = nbformat.from_dict(notebook)
    clean.metadata.pop("papermill", None)
    for cell in clean.cells:
        for key in ("papermill", "execution", "collapsed"):
            cell.metadata.pop(key, None)
        if "injected-parameters" in cell.metadata.get("tags", []):
            cell.id = "parameter"  # papermill gives it a random one
    return clean
