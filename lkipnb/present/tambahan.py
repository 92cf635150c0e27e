"""What an agency adds at a place of a chapter: sections of prose, tables and photographs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lkipnb.present.bahan import Bahan
from lkipnb.present.block import Gambar
from lkipnb.present.format import tanggal
from lkipnb.present.html import render
from lkipnb.present.tabel.data import Tabel
from lkipnb.present.tabel.kolom import Baris, Kolom, Sajian
from lkipnb.present.tabel.susun import susun
from lkipnb.schemas import Foto, TabelLain

WHOLE, WIDEST = 100, 30  # percent of the width: of all columns, and of one
# A number as people type it, or what stands where there is none.
_NUMBER = re.compile(r"(?:Rp\.? ?)?[-−(]?\d[\d.,]*\)?%?|[-–]?|n/a")


def foto(bahan: Bahan, tempat: str) -> Iterator[Gambar]:
    """The photographs of a place, in the order of the table, numbered among the pictures."""
    for number, row in enumerate(bahan.data.baris(Foto), start=1):
        if row.tempat == tempat:
            yield _gambar(bahan, row, f"foto-{number}")


def tabel(bahan: Bahan, tempat: str) -> Iterator[Tabel]:
    """The tables of a place, cells as they were typed; columns of numbers stand on the right."""
    for number, row in enumerate(bahan.data.baris(TabelLain), start=1):
        if row.tempat == tempat:
            key = f"tambahan-{number}"
            yield susun(key, bahan.nomor.tabel(key), _sajian(row, bahan.data.tabel_sendiri))


def _sajian(row: TabelLain, files: Mapping[str, tuple[tuple[str, ...], ...]]) -> Sajian:
    head, *rows = files[row.berkas]
    share = min(WIDEST, WHOLE / len(head))
    columns = [
        Kolom(title, title, share, angka=_is_numbers(cells), kepala=not at)
        for at, (title, cells) in enumerate(zip(head, zip(*rows, strict=True), strict=True))
    ]
    title = f"{row.judul} ({row.satuan})" if row.satuan else row.judul
    filled = [Baris(dict(zip(head, cells, strict=True))) for cells in rows]
    return Sajian(title, columns, filled, row.sumber)


def _is_numbers(cells: tuple[str, ...]) -> bool:
    return all(_NUMBER.fullmatch(cell) for cell in cells) and any(map(str.strip, cells))


def lambang(bahan: Bahan) -> str:
    """The coat of arms as HTML; nothing where the agency gives none."""
    told = bahan.data.profil.lambang
    if told is None or bahan.data.lambang is None:
        return ""
    from lkipnb.present.gambar.raster import raster

    picture = raster(bahan.data.lambang)
    return str(render("lambang.html.j2", alamat=picture.alamat, alt=told.alt))


def _gambar(bahan: Bahan, row: Foto, kunci: str) -> Gambar:
    picture = bahan.data.foto_berkas[row.berkas]
    when = f", {tanggal(row.tanggal)}" if row.tanggal else ""
    return Gambar(
        kunci=kunci,
        nomor=bahan.nomor.gambar(kunci),
        judul=row.judul.rstrip(".") + when,
        svg=str(render("foto.html.j2", alamat=picture.alamat, alt=row.alt)),
        alt=row.alt,
        sumber=row.sumber or "",
    )
