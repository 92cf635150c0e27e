"""A chart as SVG, drawn without a browser: same chart, same bytes."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache, lru_cache

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
    return _converter().vegalite_to_svg(spec, vl_version=_vegalite_version())


def bingkai(drawn: str, kunci: str, alt: str) -> str:
    """The drawing with a scalable root, its alt text, and ids that no other picture on the page
    has.

    The drawing library numbers its ids through the life of a process; here they start anew.
    """
    viewbox = _ROOT.search(drawn)[1]
    root = isi("akar.svg.j2", alt=alt, tampak=viewbox)
    numbers: dict[str, int] = {}
    return _ID.sub(
        lambda found: f"{found[1]}{kunci}-{numbers.setdefault(found[2], len(numbers) + 1)}",
        _ROOT.sub(lambda _: root, drawn, count=1),
    ).strip()


@cache
def _converter():
    import vl_convert

    vl_convert.register_font_directory(str(FONTS))
    return vl_convert


@cache
def _vegalite_version() -> str:
    import altair

    return ".".join(altair.SCHEMA_VERSION.removeprefix("v").split(".")[:2])
