"""Exceptions of lkipnb, each with the exit code that the command line answers with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lkipnb.pribadi import masked
from lkipnb.tersembunyi import tampak

MOST_SHOWN, MOST_SEARCHED = 80, 400  # characters of a value
# Like every pattern that searches a cell: it begins where a run begins, or a cell of thirty
# thousand blanks would be tried from each of them.
_LINE_ENDS = re.compile(r"(?<!\s)\s*[\n\r\v\f\x85\u2028\u2029]+\s*")


@dataclass(frozen=True, order=True)
class Fault:
    """One fault in the data: where it stands, what stands there, what was expected.

    `row` is the row in the file as Excel counts it (header = 1);
    None when the fault concerns the whole file.  `asal` is the cell of the file that the row was
    imported from; it is named first, for there it is mended.  All texts are Indonesian.
    """

    file: str
    row: int | None
    column: str | None
    value: str | None
    expected: str
    asal: str = ""

    def __str__(self) -> str:
        where = self.file
        if self.row is not None:
            where += f", baris {self.row}"
        if self.column:
            where += f", kolom {self.column}"
        if self.asal:
            where = f"{self.asal} ({where})"
        if self.value is not None:
            where += f": tertulis {quote(self.value)}"
        return on_one_line(f"{where}; {self.expected}")

    @property
    def cell(self) -> tuple[str, int | None, str | None]:
        """Where it stands."""
        return self.file, self.row, self.column


def joined(faults: Sequence[Fault], more: Iterable[Fault]) -> list[Fault]:
    """All faults, of each cell those that were told first."""
    told = {fault.cell for fault in faults}
    return [*faults, *(fault for fault in more if fault.cell not in told)]


def quote(value: str) -> str:
    """The value as shown in a message: on one line, in quotation marks, at most 80 characters,
    personal data masked.
    """
    # Cut before it is searched, with room for a number that the end of what is shown would cut.
    shown = masked(" ".join(value[:MOST_SEARCHED].split()))
    if len(shown) > MOST_SHOWN:
        shown = shown[: MOST_SHOWN - 1] + "…"
    return f"“{shown}”"


def on_one_line(text: str) -> str:
    """A message without what a name in it may hold: line ends, and what acts on a terminal."""
    return tampak(_LINE_ENDS.sub(" ", text))


class LkipError(Exception):
    """Base of all errors that lkipnb raises on purpose."""

    exit_code = 3

    def __str__(self) -> str:
        return tampak(super().__str__())

    def _render_traceback_(self) -> list[str]:
        """What IPython shows in a notebook: the message alone, for the cause is in the data."""
        return [str(self)]


class DataError(LkipError):
    """The data have faults; carries all of them, never only the first."""

    exit_code = 1

    def __init__(self, faults: Iterable[Fault]):
        self.faults = tuple(faults)
        super().__init__("\n".join(map(str, self.faults)))


class UsageError(LkipError):
    """What was asked for does not exist or is not of the right form (agency, year, parameter)."""

    exit_code = 2


class ProseError(UsageError):
    """A piece of prose that cannot be shown: its place, the line if it is known, and why."""

    def __init__(self, place: str, line: int | None, why: str):
        self.line = line
        self.why = why
        where = ", ".join(filter(None, [place, f"baris {line}" if line else ""]))
        super().__init__(f"Narasi tidak dapat disusun{f' ({where})' if where else ''}: {why}.")


class ChapterError(LkipError):
    """A chapter notebook failed; the previous report stands untouched."""

    exit_code = 3


class ReportError(LkipError):
    """The report could not be exported; nothing was written."""

    exit_code = 3


class StorageError(LkipError):
    """The disk refused: full, read-only, no permission, in use; the old state stands."""

    exit_code = 3


class BusyError(LkipError):
    """Another run works on the same agency and year; nothing was done."""

    exit_code = 1
