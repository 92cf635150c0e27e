"""What an agency adds stands at a place that there is, is dated, and is told in words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lkipnb.check.cells import fault_at
from lkipnb.check.contracts import tertimpa
from lkipnb.errors import Fault
from lkipnb.model import Dataset
from lkipnb.model.profil import SHORTEST_ALT, waktu
from lkipnb.schemas import Foto, TabelLain
from lkipnb.schemas.tambahan import TEMPAT

NO_PLACE = (
    "tidak ada bab dengan tempat itu; diharapkan kode sasaran atau salah satu dari: "
    + ", ".join(TEMPAT)
)
SAYS_NOTHING = "diharapkan apa yang terlihat pada foto, bukan nama berkas atau keterangannya"
LATER = "foto kegiatan tahun {tahun} diharapkan dibuat sebelum tahun {later}"


def faults(data: Dataset) -> Iterator[Fault]:
    """A fault for each photograph that no chapter could show as it is told."""
    for photo in data.baris(Foto):
        if photo.alt and not _says_something(photo):
            yield fault_at(photo, "alt", SAYS_NOTHING)
        yield from _dated(photo, data.tahun)
    yield from _placed(data)


def _says_something(photo: Foto) -> bool:
    return len(photo.alt) >= SHORTEST_ALT and photo.alt not in (photo.berkas, photo.judul)


def _dated(photo: Foto, tahun: int) -> Iterator[Fault]:
    if photo.tanggal is None:
        return
    try:
        told = waktu(photo.tanggal)
    except ValueError as error:
        yield fault_at(photo, "tanggal", str(error))
        return
    if date.fromisoformat(f"{told[:7]}-01").year > tahun + 1:
        yield fault_at(photo, "tanggal", LATER.format(tahun=tahun, later=tahun + 2))


def _placed(data: Dataset) -> Iterator[Fault]:
    known = {*TEMPAT, *data.sasaran.kode}
    rows: list[Foto | TabelLain] = [*data.baris(Foto), *data.baris(TabelLain)]
    lost = [row for row in rows if row.tempat and row.tempat not in known]
    if tertimpa([*data.sasaran.kode], {row.tempat for row in lost}):
        return
    for row in lost:
        yield fault_at(row, "tempat", NO_PLACE)
