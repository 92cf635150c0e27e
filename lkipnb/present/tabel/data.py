"""A table as data: what a notebook hands on beside its HTML, and what every format is made of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from lkipnb.present.html import render
from lkipnb.present.tabel.sebagai_csv import sebagai_csv

JENIS = "application/vnd.lkipnb.tabel+json"
TIDAK_ADA = "(tidak ada)"
Peran = Literal["", "jumlah", "program", "menjorok", "menjorok-2", "menjorok-3"]


class _Beku(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Lajur(_Beku):
    """A column: its name, its heading, its width in percent of the table (0: not shown), and the
    heading that it shares with its neighbours.  `utuh` keeps its cells on one line.
    """

    nama: str
    judul: str
    lebar: float = 0
    angka: bool = False
    kepala: bool = False
    utuh: bool = False
    payung: str = ""


class Sel(_Beku):
    """A cell.  `teks` is what it shows; of a figure `nilai` is the exact value and `asal` its
    origin (`lkipnb.asal`).

    `isi` is what the cell holds apart from its form, None for nothing: a text, or where `angka` is
    true a number with a decimal point.
    """

    teks: str = ""
    isi: str | None = None
    angka: bool = False
    nilai: str = ""
    asal: str = ""


class Larik(_Beku):
    """A row: a cell for each column, its group and its role."""

    sel: tuple[Sel, ...]
    grup: str = ""
    peran: Peran = ""


class Tabel(_Beku):
    """A numbered table.  `rapat` says that print sets it in smaller letters, `lanskap` that it
    needs a page turned on its side.
    """

    kunci: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$")]
    nomor: str
    judul: str
    kolom: tuple[Lajur, ...]
    baris: tuple[Larik, ...]
    sumber: str = ""
    catatan: tuple[str, ...] = ()
    rapat: bool = False
    lanskap: bool = False

    @property
    def data(self) -> dict[str, object]:
        """The table as JSON; `Tabel.model_validate` reads it again."""
        return self.model_dump(mode="json", exclude_defaults=True)

    @property
    def id(self) -> str:
        """The name of its place in a document."""
        return f"tabel-{self.kunci}"

    @property
    def berkas(self) -> str:
        """The name of the table's file, without ending: `tabel-3-1-capaian-iku`."""
        return f"{self.nomor.lower().replace(' ', '-').replace('.', '-')}-{self.kunci}"

    @property
    def tampak(self) -> list[Lajur]:
        """The columns that are shown."""
        return [kolom for kolom in self.kolom if kolom.lebar]

    @property
    def kepala(self) -> list[tuple[str, list[Lajur]]]:
        """The first line of the head: each shared heading with its columns; a column that shares
        none alone, with an empty one.
        """
        line: list[tuple[str, list[Lajur]]] = []
        for payung, columns in groupby(self.tampak, lambda kolom: kolom.payung):
            if payung:
                line.append((payung, list(columns)))
            else:
                line += [("", [one]) for one in columns]
        return line

    @property
    def berpayung(self) -> bool:
        """Whether the head has a second line, below the shared headings."""
        return any(kolom.payung for kolom in self.tampak)

    @property
    def kelompok(self) -> dict[str, list[Larik]]:
        """The rows by their groups in the order of first mention; without rows one that says so."""
        groups: dict[str, list[Larik]] = {}
        for row in self.baris or (self._tanpa_baris(),):
            groups.setdefault(row.grup, []).append(row)
        return groups

    def sel(self, baris: Larik) -> Iterator[tuple[Lajur, Sel]]:
        """The shown cells of a row, each with its column."""
        pairs = zip(self.kolom, baris.sel, strict=True)
        return ((kolom, sel) for kolom, sel in pairs if kolom.lebar)

    def _tanpa_baris(self) -> Larik:
        texts = {self.tampak[0].nama: TIDAK_ADA}
        return Larik(sel=tuple(Sel(teks=texts.get(kolom.nama, "")) for kolom in self.kolom))

    @property
    def html(self) -> str:
        """The table with number, title, source and notes; a figure bears its origin."""
        return render("tabel.html.j2", t=self, tautan=None)

    @property
    def csv(self) -> str:
        """The same cells as plain values."""
        return sebagai_csv(self)

    def _repr_mimebundle_(
        self, include: object = None, exclude: object = None
    ) -> Mapping[str, object]:
        return {
            JENIS: self.data,
            "text/html": str(self.html),
            "text/plain": f"{self.nomor} {self.judul}",
        }
