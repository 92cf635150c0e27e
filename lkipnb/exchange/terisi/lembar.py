"""Which sheet of a workbook holds which table: by its name, else by its columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from lkipnb.exchange.form import LISTS_SHEET, PROFILE_SHEET, PROSE_SHEET
from lkipnb.exchange.terisi.catatan import Catatan
from lkipnb.exchange.terisi.ejaan import sama
from lkipnb.exchange.terisi.kepala import cocok
from lkipnb.load.buku import Lembar
from lkipnb.schemas import YEAR_TABLES

NAMES = (PROFILE_SHEET, *YEAR_TABLES, PROSE_SHEET)
_ADDED = re.compile(r"\(.*\)|\b(?:tabel|lembar|sheet|form|formulir|tahun|ta|[0-9]+)\b")


@dataclass
class Susunan:
    """The sheets by the name of what they hold, those that hold nothing of ours, and the reasons
    why a sheet cannot be taken, by its title.
    """

    lembar: dict[str, Lembar] = field(default_factory=dict)
    ditolak: dict[str, str] = field(default_factory=dict)
    catatan: list[Catatan] = field(default_factory=list)


def susun(sheets: Sequence[Lembar]) -> Susunan:
    """Each sheet for the one thing that it holds; a hidden one of ours is refused when it is
    filled.
    """
    found = Susunan()
    rest = [sheet for sheet in sheets if sheet.nama != LISTS_SHEET]
    rest = _taken(found, rest, _by_exact_name(rest))
    rest = _taken(found, rest, _by_near_name(rest))
    rest = _taken(found, rest, _by_columns(rest, found.lembar))
    for sheet in rest:
        _left(found, sheet)
    for name, sheet in found.lembar.items():
        if not sheet.tampak and any(map(any, sheet.baris)):
            found.ditolak[name] = "lembar tersembunyi; tampilkan (Unhide) atau hapus"
    return found


def _by_exact_name(sheets: Iterable[Lembar]) -> dict[str, list[Lembar]]:
    return {sheet.nama: [sheet] for sheet in sheets if sheet.nama in NAMES}


def _by_near_name(sheets: Iterable[Lembar]) -> dict[str, list[Lembar]]:
    near: dict[str, list[Lembar]] = {}
    for sheet in sheets:
        name = _near_name(sheet.nama)
        if name:
            near.setdefault(name, []).append(sheet)
    return near


def _near_name(title: str) -> str | None:
    """`Belanja 2024` and `tabel belanja (2)` are near `belanja`."""
    bare = sama(_ADDED.sub(" ", title.casefold().replace("_", " ")))
    return next((name for name in NAMES if sama(name) == bare), None)


def _by_columns(sheets: Iterable[Lembar], known: Mapping[str, Lembar]) -> dict[str, list[Lembar]]:
    """Sheets that name the columns of one table that no other sheet holds."""
    found: dict[str, list[Lembar]] = {}
    for sheet in sheets:
        counts = {name: cocok(sheet, table) for name, table in YEAR_TABLES.items()}
        best = max(counts.values())
        tables = [name for name, count in counts.items() if count == best]
        if best and len(tables) == 1 and tables[0] not in known:
            found.setdefault(tables[0], []).append(sheet)
    return found


def _taken(
    found: Susunan, sheets: Sequence[Lembar], named: Mapping[str, list[Lembar]]
) -> list[Lembar]:
    """Take the sheets that are the only filled one of their name; gives those that are left."""
    gone: set[str] = set()
    for name, candidates in named.items():
        filled = [sheet for sheet in candidates if sheet.baris]
        if name in found.lembar or not filled:
            continue
        found.lembar[name] = filled[0]
        titles = [sheet.nama for sheet in filled]
        gone.update(titles)
        _tell(found, name, titles)
    return [sheet for sheet in sheets if sheet.nama not in gone]


def _tell(found: Susunan, name: str, titles: Sequence[str]) -> None:
    """Say that several sheets hold one table, or that one has another name."""
    if len(titles) > 1:
        found.ditolak[name] = _both(name, titles)
    elif titles[0] != name:
        found.catatan.append(Catatan(titles[0], "", f"dibaca sebagai lembar {name}"))


def _both(name: str, titles: Sequence[str]) -> str:
    return f"lembar {' dan '.join(titles)} sama-sama memuat {name}; hapus salah satunya"


def _left(found: Susunan, sheet: Lembar) -> None:
    """A sheet that holds nothing of ours; one that is named as a copy may not be passed over."""
    name = _near_name(sheet.nama)
    if name in found.lembar and sheet.tampak and sheet.baris:
        found.ditolak[name] = _both(name, [found.lembar[name].nama, sheet.nama])
    elif sheet.baris:
        found.catatan.append(Catatan(sheet.nama, "", "bukan bagian formulir; dilewati"))
