"""One fiscal year of one agency, as loaded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar

import pandas as pd

from lkipnb.model.citra import Citra
from lkipnb.model.dokumen import Dokumen
from lkipnb.model.profil import Profil
from lkipnb.schemas import Baris

Row = TypeVar("Row", bound=Baris)


@dataclass(frozen=True)
class Dataset:
    """One fiscal year of one agency, as loaded.

    `tables` are typed and corrected (numbers are Decimal, an empty cell is None); `printed` are
    the same tables as text before any correction.  The index of every frame is the row in the file.
    `unreadable` names tables that could not be read at all and stand here empty; `lain` are files
    of the year's folder that nothing reads; `gambar` its pictures that carry more than a picture,
    as texts by their tag; `impor` where the rows of imported tables came from.  `foto_berkas`,
    `dokumen` and `tabel_sendiri` are the files that tables tell, by their names in `lampiran`;
    `lambang` is the coat of arms.
    """

    opd: str
    tahun: int
    profil: Profil
    tables: Mapping[str, pd.DataFrame]
    printed: Mapping[str, pd.DataFrame]
    unreadable: frozenset[str]
    narasi: Mapping[str, str]
    sha256: Mapping[str, str]
    lain: tuple[str, ...] = ()
    gambar: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    impor: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    foto_berkas: Mapping[str, Citra] = field(default_factory=dict)
    dokumen: Mapping[str, Dokumen] = field(default_factory=dict)
    tabel_sendiri: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    lambang: Citra | None = None

    def baris(self, row: type[Row]) -> tuple[Row, ...]:
        """The rows of a table, typed: `data.baris(Indikator)`.

        Only of a dataset that has passed its contracts are the cells of the types that the class
        tells.
        """
        frame = self.tables[row.table.name]
        cells = zip(*(frame[name] for name in row.table.names), strict=True)
        return tuple(
            row(baris=number, **dict(zip(row.table.names, values, strict=True)))
            for number, values in zip(frame.index, cells, strict=True)
        )

    def _tables(self) -> Mapping[str, pd.DataFrame]:
        """Without `__getattr__`, which a half-built copy would call for ever."""
        tables: Mapping[str, pd.DataFrame] = self.__dict__["tables"]
        return tables

    def __getattr__(self, name: str) -> pd.DataFrame:
        try:
            return self._tables()[name]
        except KeyError:
            raise AttributeError(name) from None
