"""A document that an agency binds behind its report."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Dokumen:
    """A PDF file as it was given, and how many pages it has.  What it holds besides its pages is
    never taken over: `report.pindaian` makes pictures of them.
    """

    isi: bytes = field(repr=False)
    halaman: int
