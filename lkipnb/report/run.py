"""Run the chapters with papermill, all in one warm kernel that is emptied between chapters.

Starting a kernel and importing the libraries costs more than running a chapter, so both happen
once.  Every chapter still starts from an empty namespace.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import nbformat
from nbformat import NotebookNode

from lkipnb.errors import ChapterError
from lkipnb.report.chapters import check_parameters
from lkipnb.report.kernel import kernel

if TYPE_CHECKING:
    from jupyter_client import KernelClient, KernelManager

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
    with kernel(data, scratch) as (manager, client):
        client.execute(
            _WARM_UP, silent=True
        )  # the kernel imports the package while papermill loads here
        return [
            _run_one(chapter, parameters, manager, client, scratch, progress)
            for chapter in chapters
        ]


def _run_one(
    chapter: Path,
    parameters: Mapping[str, object],
    manager: KernelManager,
    client: KernelClient,
    scratch: Path,
    progress: Progress,
) -> NotebookNode:
    import papermill
    from nbclient.exceptions import DeadKernelError
    from papermill.exceptions import PapermillExecutionError

    progress(chapter.stem)
    try:
        client.execute(_EMPTY, silent=True, reply=True, timeout=START_TIMEOUT_SECONDS)
        executed = papermill.execute_notebook(
            chapter,
            scratch / chapter.name,
            parameters=dict(parameters),
            km=manager,
            progress_bar=False,
            request_save_on_cell_execute=False,
            execution_timeout=CELL_TIMEOUT_SECONDS,
        )
    except PapermillExecutionError as error:
        raise ChapterError(_failure(chapter, error)) from error
    except (TimeoutError, DeadKernelError) as error:
        raise ChapterError(
            f"Bab {chapter.name}: kernel tidak menjawab atau mati ({error})."
        ) from error
    return without_traces(executed)


def _failure(chapter: Path, error) -> str:
    source = next(iter(error.source.strip().splitlines()), "")
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
