"""Which column is which quantity of which year; what the headings leave open is asked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from lkipnb.errors import Fault
from lkipnb.exchange.kinerja.kepala import Kepala
from lkipnb.exchange.kinerja.kolom import (
    ABAIKAN,
    CAPAIAN,
    INDIKATOR,
    NOMOR,
    REALISASI,
    SASARAN,
    TARGET,
    VALUES,
    WORDS,
    Judul,
)
from lkipnb.exchange.kinerja.pilihan import Pilihan
from lkipnb.exchange.lra.lembar import Lembar, huruf, sel

RENSTRA = "renstra"
_WORD = re.compile(r"[^\W\d_]{2}")
_NOT_A_YEAR_OF_OURS = "tidak ada tempatnya pada tahun {}"


@dataclass
class Arti:
    """The column of each quantity by its name (`target`, `realisasi-tw1`, `target-2022`,
    `renstra-2026`), the columns that are not used, each with the reason, and what must be asked.
    """

    tahun: int
    kolom: dict[str, int] = field(default_factory=dict)
    sisa: dict[int, str] = field(default_factory=dict)
    tanya: list[Fault] = field(default_factory=list)


def artikan(lembar: Lembar, kepala: Kepala, pilihan: Pilihan, tahun: int, where: str) -> Arti:
    """What each column of a table of the year is."""
    found = Arti(tahun)
    places: dict[str, list[int]] = {}
    for at, told in kepala.judul.items():
        name, reason = _name(told, tahun)
        if at in pilihan.kolom.values():
            continue
        if name and name not in pilihan.kolom:
            places.setdefault(name, []).append(at)
        elif told.isi != NOMOR:
            found.sisa[at] = reason
    for name, columns in places.items():
        likely = _likely(lembar, kepala, name, columns)
        found.sisa |= {at: "ada kolom lain yang lebih jelas" for at in columns if at not in likely}
        _place(found, name, likely, kepala, where)
    for name, place in pilihan.kolom.items():
        if place is not None:
            found.kolom[name] = place
    found.tanya += _unclear(found, kepala, pilihan, where)
    return found


def sebut(kepala: Kepala, columns: list[int]) -> str:
    """Columns by their letters and headings."""
    titles = {at: told.teks for at, told in kepala.judul.items()}
    return ", ".join(f"{huruf(at)} “{titles.get(at, '')}”" for at in columns)


def _name(told: Judul, tahun: int) -> tuple[str, str]:
    """The quantity of a heading, or nothing and the reason why it is none."""
    if told.isi in WORDS:
        return told.isi, ""
    if told.isi not in VALUES:
        return "", "" if told.isi == ABAIKAN else "judulnya tidak dikenal"
    if told.lain:
        return "", told.lain
    if told.renstra:
        return _of_the_plan(told)
    if told.triwulan is not None:
        return _of_a_quarter(told, tahun)
    return _of_a_year(told, tahun)


def _of_the_plan(told: Judul) -> tuple[str, str]:
    if told.isi == TARGET and told.tahun is not None:
        return f"{RENSTRA}-{told.tahun}", ""
    return "", "jangka menengah, tanpa satu tahun"


def _of_a_quarter(told: Judul, tahun: int) -> tuple[str, str]:
    if told.isi == CAPAIAN or told.tahun not in (None, tahun):
        return "", "triwulan; hanya target dan realisasi tahun ini yang mempunyai tempat"
    return f"{told.isi}-tw{told.triwulan}", ""


def _of_a_year(told: Judul, tahun: int) -> tuple[str, str]:
    year = told.tahun or tahun - told.lampau
    if year == tahun:
        return told.isi, ""
    if told.isi == CAPAIAN or year > tahun:
        return "", _NOT_A_YEAR_OF_OURS.format(tahun)
    return f"{told.isi}-{year}", ""


def _likely(lembar: Lembar, kepala: Kepala, name: str, columns: list[int]) -> list[int]:
    """The columns without those that are empty, hidden beside others, run up to the end of the year
    beside one of the year, or number what they should name.
    """
    cells = {at: [sel(row, at) for row in lembar.rows[kepala.data :]] for at in columns}
    likely = _those(columns, lambda at: any(cells[at]))
    likely = _those(likely, lambda at: not kepala.judul[at].sampai)
    if name in (SASARAN, INDIKATOR):
        likely = _those(likely, lambda at: any(map(_WORD.search, cells[at])))
    return _those(likely, lambda at: at not in lembar.kolom_tersembunyi)


def _those(columns: list[int], wanted: Callable[[int], bool]) -> list[int]:
    """The columns that are wanted; all where none is."""
    return [at for at in columns if wanted(at)] or columns


def _place(found: Arti, name: str, columns: list[int], kepala: Kepala, where: str) -> None:
    found.kolom[name] = columns[0]
    if len(columns) > 1:
        told = (
            f"{len(columns)} kolom dapat berarti {name}: {sebut(kepala, columns)}; sebutkan yang"
            f" dimaksud dengan --kolom, misalnya --kolom {name}={huruf(columns[0])}"
        )
        found.tanya.append(Fault(where, kepala.baris + 1, None, None, told))


def _unclear(found: Arti, kepala: Kepala, pilihan: Pilihan, where: str) -> Iterator[Fault]:
    """What the headings leave open although each quantity has one column."""
    row = kepala.baris + 1
    if INDIKATOR not in found.kolom:
        told = (
            f"tidak ada kolom indikator; terbaca {sebut(kepala, list(kepala.judul))}; sebutkan"
            " dengan --kolom, misalnya --kolom indikator=B"
        )
        yield Fault(where, row, None, None, told)
    if _is_open(found.kolom, kepala.judul) and CAPAIAN not in pilihan.kolom:
        at = found.kolom[CAPAIAN]
        told = (
            f"kolom {sebut(kepala, [at])} dapat berarti realisasi atau persentase capaian;"
            f" sebutkan dengan --kolom realisasi={huruf(at)} atau --kolom capaian={huruf(at)}"
        )
        yield Fault(where, row, None, None, told)
    if not any(_is_value(name) for name in found.kolom):
        told = (
            f"tidak ada kolom yang jelas target atau realisasi tahun {found.tahun}; terbaca"
            f" {sebut(kepala, list(kepala.judul))}; sebutkan dengan --kolom, misalnya --kolom"
            " realisasi=H"
        )
        yield Fault(where, row, None, None, told)


def _is_open(kolom: Mapping[str, int], titles: Mapping[int, Judul]) -> bool:
    """Whether “capaian” may be what others call realisasi: nothing else is, nor does it say
    percent.
    """
    if CAPAIAN not in kolom or any(name.startswith(REALISASI) for name in kolom):
        return False
    told = titles.get(kolom[CAPAIAN])
    return told is None or not told.persen


def _is_value(name: str) -> bool:
    return name not in WORDS
