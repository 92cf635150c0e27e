"""An export as it was understood, before anything is written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lkipnb.calculate.rekening import ruas
from lkipnb.errors import DataError, Fault
from lkipnb.exchange.lra.baris import Baris, Dilewati, Isi, Tafsiran
from lkipnb.exchange.lra.judul import Judul, cari
from lkipnb.exchange.lra.jumlah import Selisih, periksa, tanpa_jumlah
from lkipnb.exchange.lra.lembar import semua_lembar
from lkipnb.exchange.lra.pecahan import dalam_persen
from lkipnb.exchange.lra.rincian import uraikan
from lkipnb.load.xlsx import Rows

NO_HEADER = "judul kolom tidak ditemukan; diharapkan kolom uraian, anggaran, dan realisasi"
NO_LINE = "tidak ada baris anggaran di bawah judul"
_YEAR = re.compile(r"\b(20[0-9]{2})\b")
_FISCAL_YEAR = re.compile(r"tahun\s+anggaran\D{0,5}(20[0-9]{2})", re.IGNORECASE)


@dataclass(frozen=True)
class Terbaca:
    """What an export was understood to hold.

    `kolom` tells the heading that each column of `anggaran` was read from; `tahun` is the year that
    the title lines name, if any; `selisih` are the sums that do not hold.
    """

    berkas: str
    lembar: str
    judul: int
    tahun: int | None
    kolom: Mapping[str, str]
    baris: tuple[Baris, ...]
    total: tuple[Baris, ...]
    dilewati: tuple[Dilewati, ...]
    ditafsirkan: tuple[Tafsiran, ...]
    selisih: tuple[Selisih, ...]

    @property
    def ruas(self) -> dict[int, int]:
        """How many lines have codes of how many segments."""
        return dict(sorted(Counter(len(ruas(line.kode)) for line in self.baris).items()))


@dataclass(frozen=True)
class Berjudul:
    """A sheet with a header."""

    nama: str
    rows: Rows
    judul: Judul


def baca(path: Path) -> Terbaca:
    """Read an export.  Raises DataError with every fault when no header is found or a line cannot
    be read.
    """
    sheet = _longest(path)
    where = path.name if sheet.nama == path.name else f"{path.name}, lembar {sheet.nama}"
    content = uraikan(sheet.rows, sheet.judul, where)
    if content.faults:
        raise DataError(content.faults)
    if not content.baris:
        raise DataError([Fault(where, sheet.judul.data + 1, None, None, NO_LINE)])
    return _terbaca(path.name, sheet, content)


def _longest(path: Path) -> Berjudul:
    """The sheet of most rows among those with a header."""
    found = []
    for name, rows in semua_lembar(path).items():
        judul = cari(rows)
        if judul is not None:
            found.append(Berjudul(name, rows, judul))
    if not found:
        raise DataError([Fault(path.name, None, None, None, NO_HEADER)])
    return max(found, key=lambda sheet: len(sheet.rows))


def _terbaca(file: str, sheet: Berjudul, content: Isi) -> Terbaca:
    judul = sheet.judul
    lines = dalam_persen(tanpa_jumlah(content.baris))
    return Terbaca(
        berkas=file,
        lembar=sheet.nama,
        judul=judul.baris + 1,
        tahun=_year(sheet.rows[: judul.baris]),
        kolom=_headings(judul),
        baris=tuple(lines),
        total=content.total,
        dilewati=content.dilewati,
        ditafsirkan=content.ditafsirkan,
        selisih=tuple(periksa(lines, content.total)),
    )


def _headings(judul: Judul) -> dict[str, str]:
    """The heading of each kind of column; of several columns of one kind, that of the leftmost."""
    from_the_right = sorted(judul.kolom.items(), reverse=True)
    return {kind: judul.teks.get(at, "") for at, kind in from_the_right}


def _year(title: Rows) -> int | None:
    """The year of the title lines: that of the fiscal year before any other."""
    text = " ".join(" ".join(row) for row in title)
    named = _FISCAL_YEAR.search(text) or _YEAR.search(text)
    return int(named[1]) if named else None
