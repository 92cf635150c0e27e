"""Where the header of an export stands: the rows whose words name the columns."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from lkipnb.exchange.lra.ciri import ciri
from lkipnb.exchange.lra.kolom import (
    ABAIKAN,
    KODE,
    NOMOR,
    PAGU,
    PIECE_OF,
    REALISASI,
    URAIAN,
    Kolom,
    Teks,
    dengan_mata_uang,
    dengan_sambungan,
    letak,
    macam,
    menurut_isi,
    menurut_judul,
)
from lkipnb.exchange.lra.lembar import Lembar, sel, terisi
from lkipnb.load.xlsx import Rows

HEIGHT = 5  # rows of a header at most
SEARCHED = 60  # rows among which the header is looked for
NEEDED = frozenset({URAIAN, PAGU, REALISASI})
_YEAR = re.compile(r"20[0-9]{2}")
_NUMBER = re.compile(r"\(?-?[0-9][0-9.,]*\)?%?|-")
_AMOUNT = re.compile(r"[0-9][0-9.,]{5,}|^(rp|idr)\.? ?[0-9]", re.IGNORECASE)
_DATE = re.compile(r"[0-9]{1,2}[./-][0-9]{1,2}[./-]20[0-9]{2}")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ORDINAL = re.compile(r"\(?([0-9]{1,2})")
_CODE_AND_NAME = re.compile(
    r".*[A-Za-z]{2}.*[\[(][0-9X][0-9X. ]+[\])]$|.*[0-9X][.\s]*\]?\s*[-–:]?\s*[A-Za-z(]{2}"
)
_NAMES = re.compile(r"^(kode|kd|no|nomor|uraian|nama|nomenklatur)\b", re.IGNORECASE)
_TITLE = re.compile(r"laporan|rekap|tahun anggaran|pemerintah|per \d|keadaan", re.IGNORECASE)


@dataclass(frozen=True)
class Judul:
    """A header: its first row, the first row of data, and what each column holds (0 = the
    leftmost); `satuan` is the unit of amounts where a person named it, `pernyataan` the line that
    states it.
    """

    baris: int
    data: int
    kolom: Kolom
    teks: Teks
    satuan: int | None = None
    pernyataan: str = ""

    def letak(self, isi: str) -> list[int]:
        """The columns that hold `isi`, from left to right."""
        return letak(self.kolom, isi)

    def kurang(self, below: Rows) -> frozenset[str]:
        """What an export needs and no column holds; codes may hold the names too."""
        missing = NEEDED - set(self.kolom.values())
        if missing == {URAIAN} and _code_holds_names(self.kolom, below):
            return frozenset()
        return missing

    @property
    def banyak_macam(self) -> int:
        """How many kinds of columns it names."""
        return len(set(self.kolom.values()) - {ABAIKAN})


def cari(lembar: Lembar, dipilih: Mapping[str, tuple[int, ...]] | None = None) -> Judul | None:
    """The header that names most kinds of columns; None when none has a name, a budget
    and its use.  `dipilih` are columns that a person named.
    """
    chosen = dipilih or {}
    best = max(_candidates(lembar, chosen), key=lambda judul: judul.banyak_macam, default=None)
    if best is None:
        return None
    first = _with_groups_above(lembar, best)
    higher = _read(lembar, first, best.baris - first + _height(lembar, best), chosen)
    return higher or best


def terdekat(lembar: Lembar, dipilih: Mapping[str, tuple[int, ...]]) -> Judul | None:
    """The row that names most kinds of columns, though not all that a header needs; None when no
    row names two.
    """
    starts = range(min(SEARCHED, len(lembar.rows)))
    read = (_named(lembar, start, _end(lembar, start) - start, dipilih) for start in starts)
    known = [judul for judul in read if judul is not None and len(judul.teks) > 1]
    named = [judul for judul in known if judul.banyak_macam > 1]
    return max(named, key=lambda judul: judul.banyak_macam, default=None)


def _end(lembar: Lembar, start: int) -> int:
    return akhir_judul(lembar.rows, start, _continues)


def _height(lembar: Lembar, judul: Judul) -> int:
    return _end(lembar, judul.baris) - judul.baris


def _candidates(lembar: Lembar, chosen: Mapping[str, tuple[int, ...]]) -> Iterator[Judul]:
    """Every header that could be meant: the lowest first, and of these the uppermost."""
    starts = range(min(SEARCHED, len(lembar.rows)))
    heights = {start: _end(lembar, start) - start for start in starts}
    for start in sorted(starts, key=lambda at: heights[at]):
        if len(terisi(lembar.rows[start])) < 2:
            continue
        judul = _read(lembar, start, heights[start], chosen)
        if judul is not None:
            yield judul


def akhir_judul(rows: Rows, start: int, continues: Callable[[Rows, int, int], bool]) -> int:
    """The row below the last one of a header that begins at `start`; `continues` tells whether a
    row is one more of it.
    """
    end = start
    while end < min(start + HEIGHT, len(rows)) and continues(rows, start, end):
        end += 1
    return end


def _continues(rows: Rows, start: int, at: int) -> bool:
    """Whether a row is one more of the header: words, none below a heading of codes or names."""
    row = rows[at]
    if not terisi(row) or not _has_words_only(row):
        return False
    if at == start:
        return True
    return all(_may_stand(rows[start:at], place, cell) for place, cell in _filled(row))


def _may_stand(above: Rows, place: int, cell: str) -> bool:
    heading = " ".join(filter(None, (sel(row, place) for row in above)))
    kind = macam(heading)
    if kind == KODE and PIECE_OF.fullmatch(cell.lower()):
        return True
    return kind not in (KODE, URAIAN, NOMOR) or bool(_NAMES.match(cell))


def _filled(row: Sequence[str]) -> list[tuple[int, str]]:
    return [(at, cell.strip()) for at, cell in enumerate(row) if cell.strip()]


def _has_words_only(row: Sequence[str]) -> bool:
    """Where an amount or a code stands the lines have begun; a year may head a column."""
    return all(_YEAR.fullmatch(cell) or not _is_amount(cell) for cell in terisi(row))


def _is_amount(cell: str) -> bool:
    return bool(_NUMBER.fullmatch(cell) or _AMOUNT.search(_DATE.sub("", cell)))


def _with_groups_above(lembar: Lembar, judul: Judul) -> int:
    """The first row of the header with the rows above it that name groups of amounts alone."""
    amounts = [at for at, kind in judul.kolom.items() if kind in (PAGU, REALISASI)]
    first = judul.baris
    while first > 0 and judul.baris - first < 2 and _names_groups(lembar, first - 1, min(amounts)):
        first -= 1
    return first


def _names_groups(lembar: Lembar, at: int, leftmost: int) -> bool:
    row = lembar.rows[at]
    filled = _filled(row)
    if not filled or filled[0][0] < leftmost or not _has_words_only(row):
        return False
    place, cell = filled[0]
    if _TITLE.search(cell):
        return False
    told = ciri(cell)
    return len(filled) > 1 or (at, place) in lembar.lebar or bool(told.kelompok or told.tahun)


def _read(
    lembar: Lembar, start: int, height: int, chosen: Mapping[str, tuple[int, ...]]
) -> Judul | None:
    """A header that names what an export needs."""
    judul = _named(lembar, start, height, chosen)
    if judul is None or judul.kurang(lembar.rows[judul.data :]):
        return None
    return judul


def _named(
    lembar: Lembar, start: int, height: int, chosen: Mapping[str, tuple[int, ...]]
) -> Judul | None:
    """The columns as some rows name them."""
    rows = lembar.rows
    if not height:
        return None
    width = max(map(len, rows[start : start + height + SEARCHED]))
    teks = {at: _heading(lembar, start, start + height, at) for at in range(width)}
    told = menurut_judul(teks)
    data = baris_data(rows, start + height)
    below = rows[data:]
    kolom = menurut_isi(dengan_sambungan(told, teks, below), teks, below)
    kolom, headed = dengan_mata_uang(kolom, teks, below)
    kolom |= {at: kind for kind, places in chosen.items() for at in places}
    named = {at: heading for at, heading in headed.items() if heading}
    return Judul(start, data, kolom, named)


def _code_holds_names(kolom: Kolom, below: Rows) -> bool:
    """Whether code and name stand in one column, headed as a code."""
    places = letak(kolom, KODE)
    if not places:
        return False
    (at, *others) = places
    cells = [sel(row, at) for row in below]
    return not others and any(_CODE_AND_NAME.match(cell) for cell in cells)


def _heading(lembar: Lembar, start: int, end: int, at: int) -> str:
    """The words above a column from top to bottom."""
    return " ".join(" ".join(kata_di_atas(lembar, start, end, at)).split())


def kata_di_atas(lembar: Lembar, start: int, end: int, at: int) -> list[str]:
    """The cell above a column in each row of a header, from top to bottom."""
    return [_word(lembar, start, end, row, at) for row in range(start, end)]


def _word(lembar: Lembar, start: int, end: int, row: int, at: int) -> str:
    """The cell; where it is empty, that of the heading which spans it."""
    rows = lembar.rows
    cell = sel(rows[row], at)
    if cell:
        return cell
    has_words_below = any(sel(each, at) for each in rows[row + 1 : end])
    for left in range(at - 1, -1, -1):
        width = lembar.lebar.get((row, left))
        if width is not None:
            return sel(rows[row], left) if left + width > at else ""
        if not has_words_below:
            continue
        # A heading of a higher row that begins in between is another group.
        if any(sel(each, left + 1) for each in rows[start:row]):
            return ""
        if sel(rows[row], left):
            return sel(rows[row], left)
    return ""


def baris_data(rows: Rows, start: int) -> int:
    """The first row below the header that does not only number the columns."""
    at = start
    while at < len(rows) and _numbers_columns(rows[at]):
        at += 1
    return at


def _numbers_columns(row: Sequence[str]) -> bool:
    """`1 2 3 4=3/2 5` or `a b c d`: the row under a header that numbers its columns, or a blank
    one.
    """
    cells = terisi(row)
    if not cells or "".join(cells).lower() == _LETTERS[: len(cells)]:
        return True
    numbers = [_ordinal(cell) for cell in cells]
    first = numbers[0]
    if first is None or len(numbers) < 3:
        return False
    return numbers == list(range(first, first + len(numbers)))


def _ordinal(cell: str) -> int | None:
    match = _ORDINAL.match(cell)
    if match:
        return int(match[1])
    return None
