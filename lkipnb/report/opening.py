"""What opens the print, as calls of lkip.typ: the look of the whole, and the cover."""

from __future__ import annotations

import datetime
from pathlib import Path

from markupsafe import Markup

from lkipnb.report.cover import Cover
from lkipnb.report.document import Document
from lkipnb.report.typst import code, text

_EPOCH = datetime.date(1970, 1, 1)


def opening(document: Document, folder: Path) -> str:
    """The calls; without a cover, as for a single chapter, that of the look alone.  The coat of
    arms is written to `folder`.
    """
    cover = document.cover
    return code(
        "pembuka.typ.j2",
        judul=_as_is(document.title),
        tanggal=date(document),
        penulis=_as_is(cover.instansi if cover else ""),
        pemberitahuan=_as_is(cover.kepala_halaman if cover else ""),
        sampul=_cover(cover, _arms(cover, folder)) if cover else [],
    )


def date(document: Document) -> datetime.date:
    """The date of signing, its first day where only the month is known; a fixed one for a single
    chapter.
    """
    if document.cover is None:
        return _EPOCH
    year, month, *days = map(int, document.cover.waktu.split("-"))
    day = days[0] if days else 1
    return datetime.date(year, month, day)


def _arms(cover: Cover, folder: Path) -> str:
    """The file of the coat of arms; empty where there is none."""
    if cover.lambang is None:
        return ""
    file = folder / f"lambang.{cover.lambang.jenis}"
    file.write_bytes(cover.lambang.isi)
    return file.name


def _cover(cover: Cover, lambang: str) -> list[tuple[Markup, Markup]]:
    """The words of the cover by their names in lkip.typ."""
    address = cover.alamat
    if cover.telepon:
        address += f" · Telp. {cover.telepon}"
    fields = {
        "pemerintah": cover.pemerintah,
        "singkatan": cover.singkatan,
        "tahun": str(cover.tahun),
        "laporan": cover.laporan,
        "instansi": cover.instansi,
        "wilayah": cover.wilayah,
        "pemberitahuan": cover.pemberitahuan,
        "konsep": cover.konsep,
        "alamat": address,
        "kota": f"{cover.kota}, {cover.tanggal}",
        "lambang": lambang,
        "lambang-alt": cover.lambang_alt,
    }
    return [(Markup(name), _as_is(said)) for name, said in fields.items()]


def _as_is(said: str) -> Markup:
    """A text in which no space is bound to a number."""
    return Markup(text(said))
