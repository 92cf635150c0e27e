"""Each figure of the HTML report as a link to its origin in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import lxml.html
import lxml.html.builder
from lxml.html import HtmlElement

from lkipnb.report.lineage.figures import MARK
from lkipnb.report.lineage.words import kata

Bagian = tuple[str, str]


@dataclass(frozen=True)
class Asal:
    """The origin of one figure or of several that are the same: its id, and itself in words."""

    id: str
    kata: str


def tautkan(sections: Sequence[Bagian]) -> tuple[tuple[Bagian, ...], tuple[Asal, ...]]:
    """The sections with every figure linked to its origin, and the origins in order of first
    mention.
    """
    known: dict[str, Asal] = {}
    linked = []
    for role, html in sections:
        root = lxml.html.fragment_fromstring(html, create_parent="div")
        _link_figures(root, known)
        linked.append((role, _inner(root)))
    return tuple(linked), tuple(known.values())


def _link_figures(root: HtmlElement, known: dict[str, Asal]) -> None:
    for figure in root.iter("data"):
        expression = figure.attrib.pop(MARK, None)
        if expression is None:
            continue
        if expression not in known:
            known[expression] = Asal(f"asal-{len(known) + 1}", kata(expression))
        _link(figure, known[expression])


def _link(figure: HtmlElement, origin: Asal) -> None:
    target = {"class": "asal", "href": f"#{origin.id}"}
    link = lxml.html.builder.A(figure.text or "", target)
    link.set("aria-describedby", origin.id)
    figure.text = None
    figure.append(link)


def _inner(root: HtmlElement) -> str:
    parts = [root.text or ""]
    parts += [lxml.html.tostring(element, encoding="unicode") for element in root]
    return "".join(parts)
