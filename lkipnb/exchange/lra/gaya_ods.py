"""What the styles of an .ods file tell: how far cells stand in, and which sheets are hidden."""

from __future__ import annotations

import re
from collections.abc import Mapping

STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0|"
TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0|"
MARGIN = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0|margin-left"
_LENGTH = re.compile(r"([0-9]{1,4}(?:\.[0-9]{1,6})?)(in|cm|mm|pt)")
_POINTS = {"in": 72, "cm": 72 / 2.54, "mm": 72 / 25.4, "pt": 1}
MOST_PARENTS = 10


class PembacaGayaOds:
    """The styles as they come by; a style without an indent has that of its parent."""

    def __init__(self) -> None:
        self.inden: dict[str, int] = {}
        self.induk: dict[str, str] = {}
        self.tak_tampak: set[str] = set()
        self.name = ""

    def menjorok(self, style: str) -> int:
        """How far the text of a cell of this style stands in, in points."""
        for _ in range(MOST_PARENTS):
            if style in self.inden or style not in self.induk:
                break
            style = self.induk[style]
        return self.inden.get(style, 0)

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == STYLE + "style":
            self.name = attributes.get(STYLE + "name", "")
            self.induk[self.name] = attributes.get(STYLE + "parent-style-name", "")
        elif name == STYLE + "paragraph-properties" and self.name:
            self._indent(attributes.get(MARGIN, ""))
        elif name == STYLE + "table-properties" and attributes.get(TABLE + "display") == "false":
            self.tak_tampak.add(self.name)

    def _indent(self, told: str) -> None:
        match = _LENGTH.fullmatch(told)
        if match:
            self.inden[self.name] = round(float(match[1]) * _POINTS[match[2]])

    def end(self, name: str) -> None:
        if name == STYLE + "style":
            self.name = ""
