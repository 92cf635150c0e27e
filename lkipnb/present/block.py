"""What a cell of a chapter shows: a numbered table or picture, or a piece of prose.

Each block is plain, script-free HTML with one meaning per element; JupyterLab shows it as it
stands, and the report is made of nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from markupsafe import Markup

from lkipnb.present.html import render

if TYPE_CHECKING:
    from lkipnb.present.tabel.data import Tabel


@dataclass(frozen=True)
class Gambar:
    """A numbered picture.  `svg` is drawn without a browser; `alt` says what it shows.

    `spec` is the Vega-Lite specification where there is one, for an analyst to build on:
    `altair.Chart.from_dict(lk.gambar.capaian_iku().spec)`.
    """

    kunci: str
    nomor: str
    judul: str
    svg: str
    alt: str
    sumber: str = ""
    catatan: tuple[str, ...] = ()
    spec: Mapping[str, object] | None = field(default=None, repr=False)

    def _repr_mimebundle_(
        self, include: object = None, exclude: object = None
    ) -> dict[str, object]:
        return {"text/html": self.html, "text/plain": f"{self.nomor} {self.judul}: {self.alt}"}

    @property
    def html(self) -> str:
        return str(render("gambar.html.j2", g=self, svg=Markup(self.svg)))


@dataclass(frozen=True)
class Narasi:
    """A piece of prose, already rendered and escaped; `instansi` where an agency wrote it."""

    isi: str
    instansi: bool = False

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        return {"text/html": self.html, "text/plain": "narasi"}

    @property
    def html(self) -> str:
        return str(render("narasi.html.j2", isi=Markup(self.isi), instansi=self.instansi))


@dataclass(frozen=True)
class Rangkaian:
    """Several blocks in reading order, from one cell of prose that holds tables or pictures."""

    blok: tuple[Narasi | Tabel | Gambar, ...]

    def _ipython_display_(self) -> None:
        from IPython.display import display

        for block in self.blok:
            display(block)  # type: ignore[no-untyped-call]

    @property
    def html(self) -> str:
        return "\n".join(block.html for block in self.blok)


@dataclass(frozen=True)
class TandaTangan:
    """The signature block."""

    html: str

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        return {"text/html": self.html, "text/plain": "tanda tangan"}


class Nomor:
    """Numbers of the tables and pictures of one chapter, given in the order of first mention.

    A key keeps its number when its cell runs again.  Assembling the report numbers once more, in
    the order of the document, so a cell that an analyst adds or moves ends up right.
    """

    def __init__(self, bab: str):
        self._bab = bab
        self._given: dict[str, list[str]] = {"Tabel": [], "Gambar": []}

    def tabel(self, kunci: str) -> str:
        return self._number("Tabel", kunci)

    def gambar(self, kunci: str) -> str:
        return self._number("Gambar", kunci)

    def _number(self, jenis: str, kunci: str) -> str:
        given = self._given[jenis]
        if kunci not in given:
            given.append(kunci)
        number = given.index(kunci) + 1
        return f"{jenis} {self._bab}.{number}" if self._bab else f"{jenis} {number}"
