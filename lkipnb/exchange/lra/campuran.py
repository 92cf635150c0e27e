"""Rows of several years, or of several stages of one budget, in one flat list.

They look like lines of one budget, and added up they are the money of several.
"""

from __future__ import annotations

import re

from lkipnb.errors import DataError, Fault
from lkipnb.exchange.lra.judul import Judul
from lkipnb.exchange.lra.kolom import KODE, URAIAN
from lkipnb.exchange.lra.lembar import Lembar, huruf, sel

_YEARS = re.compile(r"(?:kode )?(?:tahun|thn)(?: anggaran)?")
_STAGES = re.compile(r"(?:kode |nama |jenis )?(?:tahap|tahapan|versi)(?: anggaran| apbd| dpa)?")
_YEAR = re.compile(r"20[0-9]{2}")
MOST_SHOWN = 4
SIDE_BY_SIDE = (
    "dua bagian tabel berdampingan dengan judul yang sama; susun menjadi satu tabel ke bawah, lalu"
    " ulangi"
)


def tanpa_campuran(lembar: Lembar, judul: Judul, where: str) -> None:
    """Raise DataError where a column of years or of stages tells several of them."""
    faults = []
    for at, heading in judul.teks.items():
        told = _several(lembar, judul, at, " ".join(heading.lower().split()))
        if told:
            faults.append(Fault(where, judul.baris + 1, None, None, told))
    if _stands_twice(judul):
        faults.append(Fault(where, judul.baris + 1, None, None, SIDE_BY_SIDE))
    if faults:
        raise DataError(faults)


def _stands_twice(judul: Judul) -> bool:
    """Whether the headings stand once more right of themselves, codes or names among them."""
    headings = [text.lower() for _, text in sorted(judul.teks.items())]
    half, rest = divmod(len(headings), 2)
    is_twice = not rest and headings[:half] == headings[half:]
    return is_twice and (len(judul.letak(KODE)) > 1 or len(judul.letak(URAIAN)) > 1)


def _several(lembar: Lembar, judul: Judul, at: int, heading: str) -> str:
    """What is told of a column with several years or stages; nothing of any other column."""
    is_years = _YEARS.fullmatch(heading) is not None
    if not is_years and not _STAGES.fullmatch(heading):
        return ""
    cells = (sel(row, at).strip() for row in lembar.rows[judul.data :])
    values = list(dict.fromkeys(filter(None, cells)))
    if is_years and not all(map(_YEAR.fullmatch, values)):
        return ""
    if len(values) < 2:
        return ""
    shown = ", ".join(values[:MOST_SHOWN])
    return (
        f"kolom {huruf(at)} “{judul.teks[at]}” memuat beberapa ({shown}), sehingga uangnya akan"
        " terjumlah berkali-kali; saring satu saja di Excel, salin ke berkas baru, lalu ulangi"
    )
