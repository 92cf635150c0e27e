"""What the XML of a sheet holds: its cells as they stand there, hidden rows and columns, outline
levels, merged cells, formulas without a value.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lkipnb.load.alamat import alamat_sel, nomor_kolom
from lkipnb.load.ditolak import BROKEN, SAVE_AGAIN, Ditolak

MOST_COLUMNS = 60
EXCEL_ROWS = 1_048_576
EXCEL_COLUMNS = 18_278  # `ZZZ`, the last that three letters name
MOST_LAID_OUT = 400  # columns of which it is known whether they are hidden
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main|"
_LONGEST_AREA = 40  # characters of a merged area that a message tells
_LONGEST_REFERENCE = 20
_DIGITS = "0123456789"
_LETTERS = re.compile(r"[A-Z]{1,3}")
_NUMBER = re.compile(r"[0-9]{1,8}")
_LEVEL = re.compile(r"[1-7]")
MOST_NAMED = 5  # cells with a formula that a note names
_LONGEST_FORMULA = 10_000  # characters; Excel writes 8192 at most
# What asks another file, program or place: functions, a workbook in brackets, DDE.
_LEADS_OUT = re.compile(
    r"\b(?:WEBSERVICE|FILTERXML|HYPERLINK|IMAGE|RTD|CALL|REGISTER(?:\.ID)?|EXEC|SQL\.REQUEST"
    r"|CUBE\w+|STOCKHISTORY|PY|IMPORT\w+)\s*\(|\[\d+\]|\[[^\]]*\.xl\w+\]|\||://|\\\\",
    re.IGNORECASE,
)
_WORDS = re.compile(r'"[^"]*"')

# A cell as it stands in the XML: its column from 1, the number of its style, the kind of its value,
# and the value.  Plain, for there are hundreds of thousands.
Mentah = tuple[int, str, str, str]


@dataclass
class Tata:
    """A sheet, cells named as Excel does; `tersaring` when a filter hides rows."""

    isi: dict[int, list[Mentah]] = field(default_factory=dict)  # the cells of each row from 1
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
        self.row_text = ""
        self.cells: list[Mentah] = []
        self.cell = self.style = self.kind = ""
        self.formula = self.value = self.inside_value = self.is_phonetic = False
        self.inside_formula = False
        self.typed: list[str] = []
        self.content: list[str] = []
        self.known: dict[str, int] = {}

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == _CELL:
            self._cell(attributes)
        elif name in _VALUES:
            self.inside_value = not self.is_phonetic
            # A formula that shows nothing has a text without a letter for its value.
            self.value = self.value or self.kind == "str"
        elif name == _ROW:
            self._row(attributes)
        elif name == _FORMULA:
            self.formula = self.inside_formula = True
        else:
            self._rare(name, attributes)

    def _rare(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == _PHONETIC:
            self.is_phonetic = True
        elif name == MAIN + "col":
            self._column_layout(attributes)
        elif name == MAIN + "mergeCell":
            self.tata.gabungan.append(attributes.get("ref", "")[:_LONGEST_AREA])
        elif name == MAIN + "filterColumn":
            self.tata.tersaring = True

    def text(self, text: str) -> None:
        if self.inside_value:
            self.value = True
            self.content.append(text)
        elif self.inside_formula and len(self.typed) < _LONGEST_FORMULA:
            self.typed.append(text[:_LONGEST_FORMULA])

    def end(self, name: str) -> None:
        if name in _VALUES:
            self.inside_value = False
        elif name == _CELL:
            self._end_of_cell()
        elif name == _FORMULA:
            self.inside_formula = False
        elif name == _PHONETIC:
            self.is_phonetic = False

    def _end_of_cell(self) -> None:
        if self.formula:
            self._judge_formula()
        if not self.formula and not self.value:
            return
        if self.column > self.tata.kolom_terakhir:
            self.tata.kolom_terakhir = self.column
        if self.column > MOST_COLUMNS and not self.tata.di_luar:
            self.tata.di_luar = self.cell or alamat_sel(self.row, self.column)
        content = "".join(self.content)
        self.cells.append((self.column, self.style, self.kind, content))

    def _judge_formula(self) -> None:
        cell = self.cell or alamat_sel(self.row, self.column)
        if not self.value:
            self.tata.tanpa_nilai.add(cell)
        self.tata.banyak_rumus += 1
        if len(self.tata.rumus) < MOST_NAMED:
            self.tata.rumus.append(cell)
        if not self.tata.rumus_luar and memanggil_luar("".join(self.typed)):
            self.tata.rumus_luar = cell

    def _row(self, attributes: Mapping[str, str]) -> None:
        told = attributes.get("r", str(self.row + 1))
        number = int(told) if told.isascii() and _NUMBER.fullmatch(told) else 0
        if number <= self.row:
            raise Ditolak(f"nomor baris tidak berurutan di baris {self.row + 1}; {SAVE_AGAIN}")
        if number > EXCEL_ROWS:
            raise Ditolak(
                f"ada baris bernomor {number}, sedangkan Excel hanya sampai {EXCEL_ROWS};"
                f" {SAVE_AGAIN}"
            )
        self.row = number
        self.row_text = str(number)
        self.column = 0
        self.cells = self.tata.isi[number] = []
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

    def _cell(self, attributes: Mapping[str, str]) -> None:
        if not self.row:
            raise Ditolak(BROKEN)
        reference = attributes.get("r")
        self.column = self.column + 1 if reference is None else self._column(reference)
        self.cell = reference or ""
        self.style = attributes.get("s", "0")
        self.kind = attributes.get("t", "n")
        self.formula = self.value = self.inside_value = self.inside_formula = False
        self.typed = []
        self.content = []

    def _column(self, reference: str) -> int:
        """The column of a cell of this row that stands right of the one before."""
        letters = reference.rstrip(_DIGITS)
        column = self.known.get(letters) or self._new_column(letters)
        if column > self.column and reference[len(letters) :] == self.row_text:
            return column
        told = reference[:_LONGEST_REFERENCE]
        raise Ditolak(f"alamat sel {told} tidak cocok dengan baris {self.row}; {SAVE_AGAIN}")

    def _new_column(self, letters: str) -> int:
        """A column that no cell was in before; 0 for what is none."""
        if not _LETTERS.fullmatch(letters):
            return 0
        self.known[letters] = nomor_kolom(letters)
        return self.known[letters]


_CELL = MAIN + "c"
_ROW = MAIN + "row"
_FORMULA = MAIN + "f"
_PHONETIC = MAIN + "rPh"
_VALUES = (MAIN + "v", MAIN + "t")


def memanggil_luar(formula: str) -> bool:
    """Whether a formula asks another file, program or place, whatever words in quotes it shows."""
    return bool(_LEADS_OUT.search(_WORDS.sub('""', formula)))
