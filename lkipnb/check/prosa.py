"""Prose as it is written: every template keeps to the language of prose."""

from __future__ import annotations

from collections.abc import Iterator

from lkipnb.errors import Fault
from lkipnb.model import Dataset

Wrong = tuple[int | None, str]  # the line and why


def faults(data: Dataset) -> Iterator[Fault]:
    """A fault for each piece of the agency's prose that no report could show, with the line."""
    for name, text in data.narasi.items():
        wrong = _wrong(text)
        if wrong is not None:
            line, why = wrong
            yield Fault(f"narasi/{name}.md", line, None, None, why)


def _wrong(text: str) -> Wrong | None:
    from lkipnb.schemas.markdown import TOO_DEEP, baris_terlalu_dalam
    from lkipnb.schemas.templat import kesalahan

    wrong = kesalahan(text)
    if wrong is not None:
        return wrong
    line = baris_terlalu_dalam(text)
    if line is not None:
        return line, TOO_DEEP
    return None
