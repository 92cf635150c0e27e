"""A chart as SVG, drawn without a browser: same chart, same bytes."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache, lru_cache
from types import ModuleType

from lkipnb.present.html import render as isi
from lkipnb.present.huruf import FONTS

_ROOT = re.compile(r"<svg\b[^>]*?viewBox=\"([^\"]+)\"[^>]*>")
_ID = re.compile(r'(\bid="|url\(#|href="#)([\w-]+)')


def render(spec: Mapping[str, object], kunci: str, alt: str) -> str:
    """A Vega-Lite specification as an `<svg>` that scales with its place and tells `alt` to a
    screen reader.
    """
    return bingkai(_drawn(json.dumps(spec)), kunci, alt)


@lru_cache(maxsize=64)
def _drawn(spec: str) -> str:
    """A chapter asks for a picture twice: whether there is one, and to show it."""
    svg: str = converter().vegalite_to_svg(spec, vl_version=_vegalite_version())
    return svg


def bingkai(drawn: str, kunci: str, alt: str) -> str:
    """The drawing with a scalable root, its alt text, and ids that no other picture on the page
    has.

    The drawing library numbers its ids through the life of a process; here they start anew.
    """
    svg = str(drawn)  # of a template it is Markup, which would escape what is added
    root = _ROOT.search(svg)
    assert root is not None  # every drawing has one
    scalable = str(isi("akar.svg.j2", alt=alt, tampak=root[1]))
    whole = svg[: root.start()] + scalable + svg[root.end() :]
    return _numbered(whole, kunci).strip()


def _numbered(drawn: str, kunci: str) -> str:
    """The ids of a drawing as `<kunci>-<number>`, in the order of first mention."""
    numbers: dict[str, int] = {}

    def named(found: re.Match[str]) -> str:
        number = numbers.setdefault(found[2], len(numbers) + 1)
        return f"{found[1]}{kunci}-{number}"

    return _ID.sub(named, drawn)


@cache
def converter() -> ModuleType:
    """The drawing library, which knows our typefaces."""
    import vl_convert

    vl_convert.register_font_directory(str(FONTS))
    return vl_convert


@cache
def _vegalite_version() -> str:
    import altair

    return ".".join(altair.SCHEMA_VERSION.removeprefix("v").split(".")[:2])
