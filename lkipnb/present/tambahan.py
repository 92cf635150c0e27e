"""What an agency adds at a place of a chapter: sections of prose and photographs."""

from __future__ import annotations

from collections.abc import Iterator

from lkipnb.present.bahan import Bahan
from lkipnb.present.block import Gambar
from lkipnb.present.format import tanggal
from lkipnb.present.html import render
from lkipnb.schemas import Foto


def foto(bahan: Bahan, tempat: str) -> Iterator[Gambar]:
    """The photographs of a place, in the order of the table, numbered among the pictures."""
    for number, row in enumerate(bahan.data.baris(Foto), start=1):
        if row.tempat == tempat:
            yield _gambar(bahan, row, f"foto-{number}")


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
