"""A report that was made, and whether one that stands there is what would be made now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lkipnb.report.formats import FORMATS
from lkipnb.report.ledger import Ledger
from lkipnb.report.order import Order
from lkipnb.report.sources import sources
from lkipnb.storage import lock


@dataclass(frozen=True)
class Report:
    """A finished report: its folder and the files made for it, by their path below the folder.

    `temuan` are the open findings by level, `ringkasan` says them in a sentence; with open ones of
    level galat the report is a draft, and says so on its cover and on every page.  `older` are
    files of formats that were not asked for and that stay from other inputs; `changed` are files
    that a person had changed, by the name under which they are kept.  `pesan` says why nothing of
    the report before could be used.
    """

    folder: Path
    files: tuple[str, ...]
    temuan: Mapping[str, int]
    ringkasan: str
    older: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    pesan: str = ""

    @property
    def galat(self) -> int:
        """How many findings of level galat stand open."""
        return self.temuan["galat"]


def standing(order: Order, known: Ledger) -> Report | None:
    """The report that stands there, if it is what would be made now: the same sources, and no file
    of it changed.  Nothing is loaded, and no file is written.

    None too while another run makes it, and after one that was killed: the next run tidies.
    """
    if lock.taken(known.folder):
        return None
    asked = {FORMATS[form].file for form in order.formats}
    if not known.kunci or not asked <= known.potongan.keys():
        return None
    if sources(order).whole != known.kunci or not known.stands:
        return None
    files = [name for name in known.berkas if name not in order.unasked]
    older = [name for name in known.lebih_lama if name in order.unasked]
    return Report(known.folder, tuple(files), known.temuan, known.ringkasan, tuple(older))
