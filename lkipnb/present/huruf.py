"""How wide a text is in the report's typeface, Source Sans 3, and where it folds."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

FONTS = Path(__file__).parents[1] / "fonts"
_UNIT = (
    1000  # the size at which a typeface is measured; the widths are exact to a thousandth of an em
)


@cache
def _typeface(tebal: bool) -> FreeTypeFont:
    from PIL import ImageFont

    name = "SourceSans3-Semibold.ttf" if tebal else "SourceSans3-Regular.ttf"
    return ImageFont.truetype(FONTS / name, _UNIT, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=65_536)
def lebar(teks: str, ukuran: float = 1.0, tebal: bool = False) -> float:
    """The width of one line of text, in the unit of `ukuran`, the size of the letters."""
    return _typeface(tebal).getlength(teks) * ukuran / _UNIT


def lipat(teks: str, ruang: float, ukuran: float, tebal: bool = False) -> tuple[str, ...]:
    """The text on lines that are at most `ruang` wide.  A word that is wider is broken; nothing is
    left out.
    """
    lines: list[str] = []
    line = ""
    for piece in _pieces(teks, ruang, ukuran, tebal):
        longer = f"{line} {piece}" if line else piece
        if line and lebar(longer, ukuran, tebal) > ruang:
            lines.append(line)
            line = piece
        else:
            line = longer
    return (*lines, line)


def _pieces(teks: str, ruang: float, ukuran: float, tebal: bool) -> Iterator[str]:
    """The words; those wider than the room in pieces that fit."""
    for word in teks.split():
        piece = ""
        for letter in word:
            if piece and lebar(piece + letter, ukuran, tebal) > ruang:
                yield piece
                piece = ""
            piece += letter
        yield piece
