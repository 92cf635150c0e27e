"""Prose as it is written: every template keeps to the language of prose."""

from __future__ import annotations

from collections.abc import Iterator

from lkipnb.errors import Fault
from lkipnb.model import Dataset


def faults(data: Dataset) -> Iterator[Fault]:
    """A fault for each piece of the agency's prose that no report could show, with the line."""
    from lkipnb.schemas.templat import kesalahan

    for name, text in data.narasi.items():
        if (wrong := kesalahan(text)) is not None:
            line, why = wrong
            yield Fault(f"narasi/{name}.md", line, None, None, why)
