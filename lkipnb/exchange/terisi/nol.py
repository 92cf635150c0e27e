"""Codes that Excel keeps as numbers, and so without their last zeros: `2.10` stands there as `2.1`.

Such a code is given its zeros back where only one reading is left: a line below it, or a cell that
refers to it, names the code; its siblings all have segments of one width; or it continues the
numbers of the siblings around it.  Otherwise it is asked for.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from lkipnb.exchange.terisi.acuan import rujukan
from lkipnb.exchange.terisi.tabel import Tabel

MOST_ZEROS = 2
LOST = (
    "kode ini tersimpan sebagai angka, dan Excel membuang nol di ujungnya serta ruas sesudahnya;"
    " ubah format sel menjadi Teks, lalu tulis kodenya sebagai teks"
)
_READ = "kode tersimpan sebagai angka {}; dibaca {}, karena {}"
_NAMED = "kode itu disebut sel lain"
_WIDTH = "ruas kode di sekitarnya sepanjang itu"
_NEXT = "nomor itu menyambung kode di sekitarnya"


@dataclass(frozen=True)
class Terpilih:
    """The code that a number was, and why."""

    kode: str
    sebab: str


@dataclass
class Kolom:
    """The codes of a column by row, the rows whose code stands there as a number, the codes that
    other cells name, and the first row of the lines that are part of each code.
    """

    kode: dict[int, str]
    angka: Collection[int]
    dirujuk: Collection[str] = ()
    anak: Mapping[str, int] = field(default_factory=dict)

    def pilih(self, row: int) -> Terpilih | None:
        """The one code that the number of a row can be."""
        taken = {code for at, code in self.kode.items() if at not in self.angka}
        free = [code for code in _readings(self.kode[row]) if code not in taken]
        ways = ((self._is_named, _NAMED), (self._is_as_wide, _WIDTH), (self._continues, _NEXT))
        for fits, why in ways:
            codes = [code for code in free if fits(row, code)]
            if codes:
                return _only(codes, why)
        return None

    def _is_named(self, row: int, code: str) -> bool:
        """Whether a cell of another table names a code, or a line below its row is part of it."""
        return code in self.dirujuk or row < self.anak.get(code, 0)

    def _is_as_wide(self, row: int, code: str) -> bool:
        """Whether the last segment of a code is as long as those of its siblings."""
        return len(_last(code)) == self._width(row)

    def _siblings(self, row: int) -> dict[int, str]:
        """The other codes with the same code above them."""
        above = _above(self.kode[row])
        codes = self.kode.items()
        return {at: code for at, code in codes if at != row and _above(code) == above}

    def _width(self, row: int) -> int:
        """How long the last segments of the siblings are, where those that begin with a zero show
        that all are padded to one length; else 0.
        """
        pieces = [_last(code) for code in self._siblings(row).values()]
        padded = {len(piece) for piece in pieces if piece.startswith("0")}
        longest = max(map(len, pieces), default=0)
        if padded == {longest}:
            return longest
        return 0

    def _continues(self, row: int, code: str) -> bool:
        """Whether a code follows the sibling above its row and comes before the one below."""
        siblings = self._siblings(row)
        above = [_number(siblings[at]) for at in siblings if at < row]
        below = [_number(siblings[at]) for at in siblings if at > row and at not in self.angka]
        number = _number(code)
        follows = number == (above[-1] if above else 0) + 1
        return bool(siblings) and follows and (not below or number < below[0])


def _readings(told: str) -> list[str]:
    """The codes that Excel may show as a number."""
    return [f"{told}{'0' * count}" for count in range(MOST_ZEROS + 1)]


def _only(codes: Sequence[str], why: str) -> Terpilih | None:
    """The one code that is left; None where there are several, or none."""
    if len(codes) == 1:
        return Terpilih(codes[0], why)
    return None


def pulihkan(tables: Mapping[str, Tabel]) -> None:
    """Give every code that stands as a number its zeros back, or ask for it: first the keys of
    tables, then what refers to them.
    """
    for table in tables.values():
        _mend_keys(table, _named(tables, table))
    for table in tables.values():
        for column, targets in rujukan(table):
            _mend_references(tables, table, column, targets)


def _mend_keys(table: Tabel, named: set[str]) -> None:
    for column in table.angka:
        if any(column == name for name, _ in rujukan(table)):
            continue
        codes = {row: record[column] for row, record in table.records.items() if record[column]}
        numbers = table.angka[column]
        kolom = Kolom(codes, set(numbers), named, _first_children(codes, numbers))
        for row in sorted(numbers):
            chosen = kolom.pilih(row)
            _put(table, row, column, chosen)
            if chosen:
                kolom.kode[row] = chosen.kode
                kolom.angka = {other for other in kolom.angka if other != row}


def _mend_references(
    tables: Mapping[str, Tabel], table: Tabel, column: str, targets: Iterable[str]
) -> None:
    known = {code for target in targets for code in _codes(tables, target)}
    for row in sorted(table.angka.get(column, ())):
        readings = _readings(table.records[row][column])
        found = [code for code in readings if code in known]
        _put(table, row, column, _only(found, _NAMED))


def _put(table: Tabel, row: int, column: str, chosen: Terpilih | None) -> None:
    told = table.records[row][column]
    if chosen is None:
        table.records[row][column] = ""
        table.cacat(row, column, told, LOST)
        return
    table.records[row][column] = chosen.kode
    what = _READ.format(told, chosen.kode, chosen.sebab)
    table.catat(f"sel {table.sel(row, column)}", what)


def _named(tables: Mapping[str, Tabel], table: Tabel) -> set[str]:
    """The codes of a table that cells elsewhere name as texts."""
    named = set()
    for other in tables.values():
        for column, targets in rujukan(other):
            if any(target.partition(".")[0] == table.table.name for target in targets):
                numbers = other.angka.get(column, ())
                cells = {row: record[column] for row, record in other.records.items()}
                named |= {code for row, code in cells.items() if code and row not in numbers}
    return named


def _codes(tables: Mapping[str, Tabel], target: str) -> list[str]:
    name, _, column = target.partition(".")
    records = tables[name].records.values() if name in tables else ()
    return [record.get(column, "") for record in records]


def _first_children(codes: Mapping[int, str], numbers: Collection[int]) -> dict[str, int]:
    """The first row whose code lies below each code."""
    first: dict[str, int] = {}
    for row, code in codes.items():
        segments = code.split(".") if row not in numbers else []
        for count in range(1, len(segments)):
            first.setdefault(".".join(segments[:count]), row)
    return first


def _above(code: str) -> str:
    return code.rpartition(".")[0]


def _last(code: str) -> str:
    return code.rpartition(".")[2]


def _number(code: str) -> int:
    last = _last(code)
    if last.isascii() and last.isdigit():
        return int(last)
    return 0
