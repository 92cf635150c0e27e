"""Notebooks as values: nbformat is not typed, so its calls stand here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import nbformat
from nbformat import NotebookNode

Forms = Mapping[str, Any]
# Of the standard tags those that keep outputs out; source is in no report.
WITHOUT_OUTPUT = frozenset({"remove-cell", "remove-output"})


def empty() -> NotebookNode:
    """A notebook without cells."""
    made: NotebookNode = nbformat.v4.new_notebook()  # type: ignore[no-untyped-call]
    return made


def copied(node: NotebookNode) -> NotebookNode:
    """A copy of a notebook or of a cell."""
    made: NotebookNode = nbformat.from_dict(node)  # type: ignore[no-untyped-call]
    return made


def read(text: str) -> NotebookNode:
    """The notebook of a file's text; what was `written` comes back as it was."""
    made: NotebookNode = nbformat.reads(text, as_version=4)  # type: ignore[no-untyped-call]
    return made


def written(notebook: NotebookNode) -> str:
    """The text of the file of a notebook."""
    text: str = nbformat.writes(notebook)  # type: ignore[no-untyped-call]
    return text


def shown(notebook: NotebookNode) -> Iterator[Forms]:
    """What each output shows, by the kinds in which it is given (`text/html`); nothing of streams,
    errors, and cells whose tags keep it out of a report.
    """
    for cell in notebook.cells:
        for output in outputs(cell):
            yield output.get("data", {})


def outputs(cell: NotebookNode) -> list[NotebookNode]:
    """The outputs of a cell that a report shows; none where its tags say so."""
    if not WITHOUT_OUTPUT.isdisjoint(cell.metadata.get("tags", [])):
        return []
    found: list[NotebookNode] = cell.get("outputs", [])
    return found
