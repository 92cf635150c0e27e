"""The one way to open an Excel file, and what is said of its formulas.

Nothing in the file is run: formulas count by the value that Excel stored.  What the file claims of
its own size is not believed.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, cast

from lkipnb.errors import LkipError
from lkipnb.load.alamat import alamat_sel
from lkipnb.load.ditolak import BROKEN, Ditolak
from lkipnb.load.paket import periksa
from lkipnb.load.sel import Sel
from lkipnb.load.tata import Tata

MOST_ROWS = 20_000
LEADS_OUT = "rumusnya memanggil berkas, program, atau alamat lain; tulis hasilnya saja"
TOO_MANY_ROWS = f"terlalu banyak baris; paling banyak {MOST_ROWS}"

Rows = list[list[str]]


class _Sheet(Protocol):
    """What is used of a read-only sheet of openpyxl, whose stubs describe another class."""

    title: str
    sheet_state: str
    _worksheet_path: str

    def reset_dimensions(self) -> None: ...

    def iter_rows(self, *, max_col: int) -> Iterable[Sequence[Sel]]: ...


@dataclass(frozen=True)
class Halaman:
    """A sheet of an open file, with its layout."""

    lembar: _Sheet
    tata: Tata

    @property
    def nama(self) -> str:
        return self.lembar.title

    @property
    def tampak(self) -> bool:
        return self.lembar.sheet_state == "visible"

    def baris(self, most_columns: int) -> Iterable[Sequence[Sel]]:
        """The rows from the first on, each with so many cells at most."""
        self.lembar.reset_dimensions()
        return self.lembar.iter_rows(max_col=most_columns)


@contextmanager
def terbuka(path: Path, *, longgar: bool = False) -> Iterator[list[Halaman]]:
    """The sheets with cells, in their order, while the file is open.

    Raises Ditolak, also while its rows are read, when the file is too large, encrypted, broken, or
    has macros or links; `longgar` lets the last two pass.
    """
    import openpyxl

    package = periksa(path, longgar=longgar)
    try:
        with warnings.catch_warnings(action="ignore"):
            book = openpyxl.load_workbook(path, read_only=True, data_only=True, keep_links=False)
            with closing(book):
                if len(set(book.sheetnames)) < package.banyak:
                    raise Ditolak(BROKEN)
                sheets = cast("list[_Sheet]", book.worksheets)
                yield [Halaman(s, package.tata.get(s._worksheet_path, Tata())) for s in sheets]
    except (Ditolak, LkipError):
        raise
    except Exception as error:
        # openpyxl raises what its parts raise: KeyError, TypeError, IndexError and others.
        raise Ditolak(BROKEN) from error


def tanpa_nilai(cell: Sel, layout: Tata) -> bool:
    """Whether a formula stands in the cell, and no value of it."""
    if cell.value is not None or not layout.tanpa_nilai:
        return False
    is_in_file = hasattr(cell, "row")
    return is_in_file and alamat_sel(cell.row, cell.column) in layout.tanpa_nilai


def rumus(path: Path) -> list[str]:
    """For each visible sheet with formulas a note which cells were read by the value that Excel
    stored.  Raises Ditolak for a file that is not to be opened.
    """
    with terbuka(path) as pages:
        return [catatan_rumus(page.nama, page.tata) for page in pages if _has_formulas(page)]


def _has_formulas(page: Halaman) -> bool:
    return page.tampak and bool(page.tata.rumus)


def catatan_rumus(title: str, layout: Tata) -> str:
    """Which cells of a sheet were read by the value that Excel stored for their formula."""
    rest = layout.banyak_rumus - len(layout.rumus)
    more = f" dan {rest} yang lain" if rest else ""
    return f"lembar {title} sel {', '.join(layout.rumus)}{more}"
