"""What the XML of a sheet tells besides its values: hidden rows and columns, outline levels, merged
cells, formulas without a value, cells beyond what is read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lkipnb.load.alamat import alamat_sel, nomor_kolom
from lkipnb.load.ditolak import SAVE_AGAIN, Ditolak

MOST_COLUMNS = 60
EXCEL_ROWS = 1_048_576
MOST_LAID_OUT = 400  # columns of which it is known whether they are hidden
_LONGEST_AREA = 40  # characters of a merged area that a message tells
_LONGEST_REFERENCE = 20
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_NUMBER = re.compile(r"[0-9]{1,8}")
_LEVEL = re.compile(r"[1-7]")
_VALUES = ("v", "is")
MOST_NAMED = 5  # cells with a formula that a note names
_LONGEST_FORMULA = 10_000  # characters; Excel writes 8192 at most
# What asks another file, program or place: functions, a workbook in brackets, DDE.
_LEADS_OUT = re.compile(
    r"\b(?:WEBSERVICE|FILTERXML|HYPERLINK|IMAGE|RTD|CALL|REGISTER(?:\.ID)?|EXEC|SQL\.REQUEST"
    r"|CUBE\w+|STOCKHISTORY|PY|IMPORT\w+)\s*\(|\[\d+\]|\[[^\]]*\.xl\w+\]|\||://|\\\\",
    re.IGNORECASE,
)
_WORDS = re.compile(r'"[^"]*"')


@dataclass
class Tata:
    """The layout of a sheet, cells named as Excel does; `tersaring` when a filter hides rows."""

    tersembunyi: set[int] = field(default_factory=set)
    gabungan: list[str] = field(default_factory=list)
    tanpa_nilai: set[str] = field(default_factory=set)
    di_luar: str = ""
    rumus: list[str] = field(default_factory=list)  # the first cells that a formula fills
    banyak_rumus: int = 0
    rumus_luar: str = ""  # the first cell whose formula leads out of the file
    kolom_terakhir: int = 1  # that holds anything
    garis: dict[int, int] = field(default_factory=dict)
    kolom_tersembunyi: set[int] = field(default_factory=set)
    tersaring: bool = False


class PembacaTata:
    """The rows and cells of one sheet as they come by; Excel writes them from top to bottom and
    left to right.
    """

    def __init__(self) -> None:
        self.tata = Tata()
        self.row = self.column = 0
        self.cell = ""
        self.formula = self.value = self.inside_value = self.is_text = False
        self.inside_formula, self.typed = False, ""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "row":
            self._row(attributes)
        elif tag == "c":
            self._cell(attributes.get("r"))
            # A formula that shows nothing has a text without a letter for its value.
            self.is_text = attributes.get("t") == "str"
        elif tag == "f":
            self.formula = self.inside_formula = True
        elif tag in _VALUES:
            self.inside_value = True
            self.value = self.value or self.is_text
        elif tag == "col":
            self._column_layout(attributes)
        elif tag == "mergeCell":
            self.tata.gabungan.append(attributes.get("ref", "")[:_LONGEST_AREA])
        elif tag == "filterColumn":
            self.tata.tersaring = True

    def text(self, text: str) -> None:
        if self.inside_value:
            self.value = True
        elif self.inside_formula and len(self.typed) < _LONGEST_FORMULA:
            self.typed += text

    def end(self, tag: str) -> None:
        if tag in _VALUES:
            self.inside_value = False
        if tag == "f":
            self.inside_formula = False
        if tag == "c":
            self._judge_cell()
            self._judge_formula()

    def _judge_cell(self) -> None:
        if self.formula and not self.value:
            self.tata.tanpa_nilai.add(self.cell)
        is_filled = self.formula or self.value
        if is_filled and self.column > self.tata.kolom_terakhir:
            self.tata.kolom_terakhir = self.column
        if is_filled and self.column > MOST_COLUMNS and not self.tata.di_luar:
            self.tata.di_luar = self.cell

    def _judge_formula(self) -> None:
        if not self.formula:
            return
        self.tata.banyak_rumus += 1
        if len(self.tata.rumus) < MOST_NAMED:
            self.tata.rumus.append(self.cell)
        if not self.tata.rumus_luar and memanggil_luar(self.typed):
            self.tata.rumus_luar = self.cell

    def _row(self, attributes: Mapping[str, str]) -> None:
        told = attributes.get("r", str(self.row + 1))
        number = int(told) if _NUMBER.fullmatch(told) else 0
        if number <= self.row:
            raise Ditolak(f"nomor baris tidak berurutan di baris {self.row + 1}; {SAVE_AGAIN}")
        if number > EXCEL_ROWS:
            raise Ditolak(
                f"ada baris bernomor {number}, sedangkan Excel hanya sampai {EXCEL_ROWS};"
                f" {SAVE_AGAIN}"
            )
        self.row = number
        self.column = 0
        if attributes.get("hidden") in ("1", "true"):
            self.tata.tersembunyi.add(number)
        level = attributes.get("outlineLevel", "")
        if _LEVEL.fullmatch(level):
            self.tata.garis[number] = int(level)

    def _column_layout(self, attributes: Mapping[str, str]) -> None:
        """Which of the first columns are hidden."""
        bounds = [attributes.get(name, "") for name in ("min", "max")]
        if attributes.get("hidden") not in ("1", "true") or not all(map(_NUMBER.fullmatch, bounds)):
            return
        first, last = map(int, bounds)
        self.tata.kolom_tersembunyi |= set(range(first, min(last, MOST_LAID_OUT) + 1))

    def _cell(self, reference: str | None) -> None:
        self.column = self.column + 1 if reference is None else self._column(reference)
        self.cell = reference or alamat_sel(self.row, self.column)
        self.formula = self.value = self.inside_value = self.inside_formula = False
        self.typed = ""

    def _column(self, reference: str) -> int:
        """The column of a cell of this row that stands right of the one before."""
        match = _REFERENCE.fullmatch(reference)
        if match and int(match[2]) == self.row:
            column = nomor_kolom(match[1])
            if column > self.column:
                return column
        told = reference[:_LONGEST_REFERENCE]
        raise Ditolak(f"alamat sel {told} tidak cocok dengan baris {self.row}; {SAVE_AGAIN}")


def memanggil_luar(formula: str) -> bool:
    """Whether a formula asks another file, program or place, whatever words in quotes it shows."""
    return bool(_LEADS_OUT.search(_WORDS.sub('""', formula)))
