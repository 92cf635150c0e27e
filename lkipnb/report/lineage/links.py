"""Each figure of the HTML report as a link to its origin in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import lxml.html
import lxml.html.builder
from lxml.html import HtmlElement

from lkipnb.present.html import render
from lkipnb.present.tabel.data import Tabel
from lkipnb.report import blok
from lkipnb.report.lineage.figures import MARK
from lkipnb.report.lineage.formulir import Impor, di_formulir
from lkipnb.report.lineage.words import kata

Bagian = tuple[str, str]


@dataclass(frozen=True)
class Asal:
    """The origin of one figure or of several that are the same: its id, itself in words, and the
    cells of the form that it rests on, if any.
    """

    id: str
    kata: str
    formulir: str = ""


def tautkan(
    sections: Sequence[Bagian], blocks: Mapping[str, Tabel], impor: Impor
) -> tuple[tuple[Bagian, ...], tuple[Asal, ...]]:
    """The sections with every figure linked to its origin, and the origins in order of first
    mention.  The places of `blocks` are filled; `impor` tells which cells of a form were read.
    """
    origins = _Asal(impor)
    linked = []
    for role, html in sections:
        root = lxml.html.fragment_fromstring(html, create_parent="div")
        shown = _linked(root, origins, blocks)
        linked.append((role, blok.isi(_inner(root), shown.__getitem__)))
    return tuple(linked), tuple(origins.known.values())


class _Asal:
    """The origins in order of first mention."""

    def __init__(self, impor: Impor) -> None:
        self.known: dict[str, Asal] = {}
        self._impor = impor

    def __call__(self, expression: str) -> str:
        """The id of an origin."""
        if expression not in self.known:
            name = f"asal-{len(self.known) + 1}"
            self.known[expression] = Asal(
                name, kata(expression), di_formulir(expression, self._impor)
            )
        return self.known[expression].id


def _linked(root: HtmlElement, origins: _Asal, blocks: Mapping[str, Tabel]) -> dict[str, str]:
    """Link the figures of `root`; the blocks that have a place in it, linked too, by their id."""
    shown: dict[str, str] = {}
    for element in root.iter("data", "figure"):
        name = blok.nama(element)
        if name is not None:
            shown[name] = render("tabel.html.j2", t=blocks[name], tautan=origins)
        elif MARK in element.attrib:
            _link(element, origins(element.attrib.pop(MARK)))
    return shown


def _link(figure: HtmlElement, origin: str) -> None:
    link = lxml.html.builder.A(figure.text or "", {"class": "asal", "href": f"#{origin}"})
    link.set("aria-describedby", origin)
    figure.text = None
    figure.append(link)


def _inner(root: HtmlElement) -> str:
    parts = [root.text or ""]
    parts += [lxml.html.tostring(element, encoding="unicode") for element in root]
    return "".join(parts)
