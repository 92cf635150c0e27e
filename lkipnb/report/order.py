"""What is asked for: a report, what it is made of, and where it goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from lkipnb.load.places import year_path
from lkipnb.report.formats import FORMATS, USUAL


@dataclass(frozen=True)
class Order:
    """The report of one agency and year from `data` and the chapters in `notebooks`, as
    `out/<opd>/<tahun>/`.
    """

    opd: str
    tahun: int
    data: Path
    notebooks: Path
    out: Path
    formats: Sequence[str] = USUAL

    @property
    def parameters(self) -> dict[str, object]:
        """What each chapter is given."""
        return {"opd": self.opd, "tahun": self.tahun}

    @property
    def unasked(self) -> list[str]:
        """The files of the formats that are not asked for."""
        return [form.file for ending, form in FORMATS.items() if ending not in self.formats]

    def target(self) -> Path:
        """The folder of the report.  Raises UsageError for a name or a year that cannot be."""
        return year_path(self.out, self.opd, self.tahun)
