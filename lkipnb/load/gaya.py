"""How cells show what they hold: the number formats and indents of a workbook."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from lkipnb.load.tata import MAIN

# The formats that Excel knows by number; those it leaves to the country of the desk are left out.
BUILT_IN = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%",
    11: "0.00E+00", 12: "# ?/?", 13: "# ??/??", 14: "mm-dd-yy", 15: "d-mmm-yy", 16: "d-mmm",
    17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss",
    22: "m/d/yy h:mm", 37: "#,##0_);(#,##0)", 38: "#,##0_);[Red](#,##0)",
    39: "#,##0.00_);(#,##0.00)", 40: "#,##0.00_);[Red](#,##0.00)",
    41: '_(* #,##0_);_(* \\(#,##0\\);_(* "-"_);_(@_)',
    42: '_("$"* #,##0_);_("$"* \\(#,##0\\);_("$"* "-"_);_(@_)',
    43: '_(* #,##0.00_);_(* \\(#,##0.00\\);_(* "-"??_);_(@_)',
    44: '_("$"* #,##0.00_)_("$"* \\(#,##0.00\\)_("$"* "-"??_)_(@_)',
    45: "mm:ss", 46: "[h]:mm:ss", 47: "mmss.0", 48: "##0.0E+0", 49: "@",
}  # fmt: skip
_NO_TIME = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!hh?\]|mm?\]|ss?\])[^\]]*\]')
_TIME = re.compile(r"[dmhys]", re.IGNORECASE)
_ELAPSED = re.compile(r"\[(?:hh?|mm?|ss?)\]", re.IGNORECASE)
_NUMBER = re.compile(r"[0-9]{1,6}")


@dataclass(frozen=True)
class Gaya:
    """The style of a cell: its number format, and how far its text stands in."""

    bentuk: str = "General"
    menjorok: int = 0

    @cached_property
    def is_tanggal(self) -> bool:
        """Whether it shows a number as a day or a time."""
        return bool(_TIME.search(_NO_TIME.sub("", self.bentuk.split(";")[0])))

    @cached_property
    def is_lama(self) -> bool:
        """Whether it shows a number as hours, minutes or seconds that went by."""
        return bool(_ELAPSED.search(self.bentuk.split(";")[0]))


class PembacaGaya:
    """The styles of a workbook as they come by."""

    def __init__(self) -> None:
        self.gaya: list[Gaya] = []
        self.formats = dict(BUILT_IN)
        self.is_inside = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == MAIN + "numFmt":
            code = attributes.get("formatCode", "General")
            self.formats[_number(attributes.get("numFmtId"))] = code
        elif name == MAIN + "cellXfs":
            self.is_inside = True
        elif name == MAIN + "xf" and self.is_inside:
            told = _number(attributes.get("numFmtId"))
            self.gaya.append(Gaya(self.formats.get(told, "General")))
        elif name == MAIN + "alignment" and self.is_inside and self.gaya:
            indent = _number(attributes.get("indent"))
            self.gaya[-1] = Gaya(self.gaya[-1].bentuk, indent)

    def text(self, text: str) -> None:
        """Styles have no text."""

    def end(self, name: str) -> None:
        if name == MAIN + "cellXfs":
            self.is_inside = False


def _number(told: str | None) -> int:
    return int(told) if told and _NUMBER.fullmatch(told) else 0
