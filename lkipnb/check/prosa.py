"""Prose as it is written: every template keeps to the language of prose."""

from __future__ import annotations

from collections.abc import Iterator

from lkipnb.errors import Fault
from lkipnb.model import Dataset


def faults(data: Dataset) -> Iterator[Fault]:
    """A fault for each piece of the agency's prose that no report could show, with the line."""
    from lkipnb.schemas.markdown import TOO_DEEP, baris_terlalu_dalam
    from lkipnb.schemas.templat import kesalahan

    for name, text in data.narasi.items():
        file = f"narasi/{name}.md"
        if (wrong := kesalahan(text)) is not None:
            line, why = wrong
            yield Fault(file, line, None, None, why)
        elif (line := baris_terlalu_dalam(text)) is not None:
            yield Fault(file, line, None, None, TOO_DEEP)
