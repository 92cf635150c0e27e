"""The parts of an Excel file beside its sheets: which sheets there are, where they stand, and the
texts that they share.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from lkipnb.load.tata import MAIN

_ID = "http://schemas.openxmlformats.org/officeDocument/2006/relationships|id"
_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships|Relationship"
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


class Daftar(NamedTuple):
    """A sheet as the workbook lists it."""

    nama: str
    rujukan: str
    tampak: bool


class PembacaBuku:
    """The list of the sheets, in their order, and where days are counted from."""

    def __init__(self) -> None:
        self.daftar: list[Daftar] = []
        self.is_1904 = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == MAIN + "sheet":
            is_visible = attributes.get("state", "visible") == "visible"
            told = attributes.get("name", ""), attributes.get(_ID, "")
            self.daftar.append(Daftar(*told, is_visible))
        elif name == MAIN + "workbookPr":
            self.is_1904 = attributes.get("date1904") in ("1", "true")

    def text(self, text: str) -> None:
        """The list has no text."""

    def end(self, name: str) -> None:
        """Nothing of it ends."""


class PembacaRujukan:
    """The names of parts by the ids that another part has for them."""

    def __init__(self) -> None:
        self.sasaran: dict[str, str] = {}

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == _RELATION:
            self.sasaran[attributes.get("Id", "")] = attributes.get("Target", "")

    def text(self, text: str) -> None:
        """References have no text."""

    def end(self, name: str) -> None:
        """Nothing of them ends."""


class PembacaTeks:
    """The texts that cells share, by their number; how a text is to be pronounced is left out."""

    def __init__(self) -> None:
        self.teks: list[str] = []
        self.pieces: list[str] = []
        self.is_inside = self.is_phonetic = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == MAIN + "si":
            self.pieces = []
        elif name == MAIN + "t":
            self.is_inside = not self.is_phonetic
        elif name == MAIN + "rPh":
            self.is_phonetic = True

    def text(self, text: str) -> None:
        if self.is_inside:
            self.pieces.append(text)

    def end(self, name: str) -> None:
        if name == MAIN + "t":
            self.is_inside = False
        elif name == MAIN + "rPh":
            self.is_phonetic = False
        elif name == MAIN + "si":
            self.teks.append(terurai("".join(self.pieces)))


def terurai(text: str) -> str:
    """A text with the characters that XML writes as `_x000D_`."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text
