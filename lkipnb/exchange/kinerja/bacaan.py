"""A table of indicators as it was understood, before anything is written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from lkipnb.errors import DataError, Fault, UsageError
from lkipnb.exchange.kinerja.arti import Arti, artikan, sebut
from lkipnb.exchange.kinerja.baris import Butir, Isi, uraikan
from lkipnb.exchange.kinerja.kepala import Kepala, cari
from lkipnb.exchange.kinerja.kolom import SATUAN
from lkipnb.exchange.kinerja.nilai import bersihkan, satuan_tunggal
from lkipnb.exchange.kinerja.pilihan import Pilihan
from lkipnb.exchange.lra.lembar import Lembar, kata
from lkipnb.exchange.lra.satuan import pengali, pernyataan
from lkipnb.exchange.ringkas import tolak
from lkipnb.exchange.terisi.ejaan import sama
from lkipnb.rules.satuan import satuan

NO_HEADER = (
    "tidak ada tabel indikator; diharapkan judul kolom yang menyebut indikator dan target,"
    " realisasi, atau capaian"
)
NO_ROW = "tidak ada indikator di bawah judul"
SCALED = (
    "judulnya menyebut ribuan, jutaan, atau miliaran, sedangkan yang disimpan angka sebagaimana"
    " tertulis; sebutkan pada satuannya (misalnya juta rupiah) dan ulangi dengan --apa-adanya"
)
_YEAR = re.compile(r"\b(20[0-9]{2})\b")


@dataclass(frozen=True)
class Bacaan:
    """What a table was understood to hold.

    `catatan` tells rows by what was read otherwise than it stands; `isi` what was passed over.
    """

    berkas: Path
    lembar: Lembar
    where: str
    kepala: Kepala
    arti: Arti
    isi: Isi
    butir: Sequence[Butir]
    catatan: Mapping[str, Sequence[int]]

    @property
    def tahun(self) -> int:
        return self.arti.tahun


def baca(path: Path, sheets: Sequence[Lembar], pilihan: Pilihan) -> Bacaan:
    """Read the table of indicators among the sheets of a file.

    Raises DataError with every kind of fault, and where the file does not decide what is asked of
    it; UsageError when the year or the sheet is not known.
    """
    sheet, head = _one_sheet(path, sheets, pilihan)
    where = path.name if sheet.nama == path.name else f"{path.name}, lembar {sheet.nama}"
    sheet.utuh(where)
    year = _year(sheet, head, pilihan)
    meanings = artikan(sheet, head, pilihan, year, where)
    asked = [*meanings.tanya, *_scaled(sheet, head, meanings, pilihan, where)]
    if asked:
        raise tolak(asked, path)
    content = uraikan(sheet, head, meanings, where)
    figures = bersihkan(_with_units(content.butir, head, meanings), meanings, pilihan, where)
    faults = [*content.faults, *_twice(content.butir, where), *figures.faults]
    if not faults and not content.butir:
        faults = [Fault(where, head.data + 1, None, None, NO_ROW)]
    if faults:
        raise tolak(faults, path)
    return Bacaan(path, sheet, where, head, meanings, content, figures.butir, figures.catatan)


def _one_sheet(path: Path, sheets: Sequence[Lembar], pilihan: Pilihan) -> tuple[Lembar, Kepala]:
    """The sheet that was named, else the only one with a header of indicators."""
    found = list(_with_headers(_named(sheets, pilihan)))
    chosen = [pair for pair in found if pair[1].lengkap]
    if not chosen and pilihan.kolom:
        chosen = found
    if not chosen:
        raise tolak([_no_header(path, found)], path)
    if len(chosen) > 1:
        raise DataError([_several(path, [sheet for sheet, _ in chosen])])
    _refuse_obstacles(path, chosen[0][0])
    return chosen[0]


def _named(sheets: Sequence[Lembar], pilihan: Pilihan) -> list[Lembar]:
    """The sheet that was asked for, or all."""
    named = [sheet for sheet in sheets if pilihan.lembar in (None, sheet.nama)]
    if not named:
        known = _quoted(sheets)
        raise UsageError(f"--lembar {pilihan.lembar}: tidak ada; yang ada: {known}")
    return named


def _with_headers(sheets: Iterable[Lembar]) -> Iterator[tuple[Lembar, Kepala]]:
    for sheet in sheets:
        head = cari(sheet)
        if head is not None:
            yield sheet, head


def _several(path: Path, sheets: Sequence[Lembar]) -> Fault:
    told = (
        f"{len(sheets)} lembar memuat tabel indikator: {_quoted(sheets)}; masukkan satu per satu"
        f" dengan --lembar, misalnya --lembar '{sheets[0].nama}'"
    )
    return Fault(path.name, None, None, None, told)


def _quoted(sheets: Iterable[Lembar]) -> str:
    return ", ".join(f"“{sheet.nama}”" for sheet in sheets)


def _refuse_obstacles(path: Path, sheet: Lembar) -> None:
    """Raise DataError with every cell that keeps a sheet from being read."""
    if sheet.halangan:
        where = f"{path.name}, lembar {sheet.nama}"
        raise DataError(
            Fault(where, None, f"sel {cell}", None, why) for cell, why in sheet.halangan.items()
        )


def _no_header(path: Path, found: Sequence[tuple[Lembar, Kepala]]) -> Fault:
    """Why there is no table, with the columns of what comes nearest to one."""
    if not found:
        return Fault(path.name, None, None, None, NO_HEADER)
    sheet, head = max(found, key=lambda pair: len(pair[1].macam))
    told = (
        f"{NO_HEADER}; terbaca {sebut(head, list(head.judul))}; sebutkan kolomnya dengan --kolom,"
        " misalnya --kolom indikator=B --kolom target=D"
    )
    return Fault(f"{path.name}, lembar {sheet.nama}", head.baris + 1, None, None, told)


def _year(sheet: Lembar, head: Kepala, pilihan: Pilihan) -> int:
    """The year that was asked for, else the only one of the title lines, else of the headings."""
    title = set(_YEAR.findall(" ".join(map(kata, sheet.rows[: head.baris]))))
    headings = {str(told.tahun) for told in head.judul.values() if told.tahun}
    if pilihan.tahun is not None:
        if len(title) == 1 and title != {str(pilihan.tahun)} and str(pilihan.tahun) not in headings:
            raise UsageError(
                f"judul tabel menyebut tahun {title.pop()}, sedangkan yang diminta tahun"
                f" {pilihan.tahun}"
            )
        return pilihan.tahun
    for years in (title, headings):
        if len(years) == 1:
            return int(years.pop())
    raise UsageError("tahun laporan tidak jelas dari tabelnya; sebutkan dengan --tahun")


def _scaled(
    sheet: Lembar, head: Kepala, meanings: Arti, pilihan: Pilihan, where: str
) -> list[Fault]:
    """A table in thousands or millions, of which the figures alone would be wrong."""
    titles = {at: told.teks for at, told in head.judul.items()}
    used = list(meanings.kolom.values())
    stated = pernyataan(sheet.rows[: head.baris], (), titles)
    if pilihan.apa_adanya or not pengali(stated, titles, used):
        return []
    return [Fault(where, head.baris + 1, None, None, SCALED)]


def _with_units(rows: Sequence[Butir], head: Kepala, meanings: Arti) -> list[Butir]:
    """The indicators with the unit of the headings, where no column gives one."""
    told = _unit_of_headings(head, meanings)
    if SATUAN in meanings.kolom or not told:
        return list(rows)
    return [Butir(row.nomor, {**row.kata, SATUAN: told}, row.nilai) for row in rows]


def _unit_of_headings(head: Kepala, meanings: Arti) -> str:
    """The one known unit that the headings of targets and realisasi name in brackets."""
    own = [head.judul[at] for name, at in meanings.kolom.items() if at in head.judul]
    values = [told for told in own if told.isi in ("target", "realisasi")]
    return satuan_tunggal({told.satuan for told in values if satuan(told.satuan).kode is not None})


def _twice(rows: Sequence[Butir], where: str) -> list[Fault]:
    """Indicators that stand in two rows."""
    first: dict[str, int] = {}
    faults = []
    for row in rows:
        earlier = first.setdefault(sama(row.nama), row.nomor)
        if earlier != row.nomor:
            told = f"indikator ini juga ada di baris {earlier}; satukan, atau bedakan namanya"
            faults.append(Fault(where, row.nomor, None, row.nama, told))
    return faults
