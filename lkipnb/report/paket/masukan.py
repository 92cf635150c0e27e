"""The files that a report was made from, as they go into its data package: enough to make the
pages again, and nothing that the report does not publish.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from lkipnb.calculate import DIBACA, EARLIER_YEARS
from lkipnb.load import profile
from lkipnb.load.places import years_before
from lkipnb.model import Citra, Profil
from lkipnb.pribadi import traces
from lkipnb.schemas import REFERENCE_FOLDER, REFERENCE_TABLES, YEAR_TABLES
from lkipnb.schemas.tambahan import FOLDER
from lkipnb.workbook import Workbook

BEGINS = "masukan-"
# In place of the number of who signs: the line of the signature stays as wide as it was.
NIP = "00000000 000000 0 000"
SHORTEST = 400  # pixels of the side of an empty picture that `check` takes


@dataclass(frozen=True)
class Masukan:
    """A file: its name in the package, its place below `data/`, and what it holds.  `pengganti`
    tells of a picture or document what stands for it when the pages are made again.
    """

    nama: str
    tempat: str
    isi: bytes
    pengganti: Mapping[str, int] = field(default_factory=dict)


def masukan(lk: Workbook) -> list[Masukan]:
    """The tables and the prose of the year, what is compared of the years before, the reference
    lists, and the profiles without the NIP.

    The audit has looked through the year for personal data; of a year before a file in which there
    is any stays out.
    """
    opd, tahun = lk.data.opd, lk.data.tahun
    made = [*_year(lk), *_added(lk)]
    for year in years_before(lk.folder, opd, tahun, EARLIER_YEARS):
        place = f"{opd}/{year}"
        earlier = [*_tables(lk.folder, place, DIBACA), *_profile(lk.folder, place)]
        made += [each for each in earlier if not traces(each.isi.decode(errors="replace"))]
    made += _tables(lk.folder, REFERENCE_FOLDER, REFERENCE_TABLES)
    return made


def _year(lk: Workbook) -> Iterator[Masukan]:
    place = f"{lk.data.opd}/{lk.data.tahun}"
    yield from _tables(lk.folder, place, YEAR_TABLES)
    yield _file(f"{place}/{profile.FILE}", _without_nip(lk.data.profil))
    for name, text in lk.data.narasi.items():
        yield _file(f"{place}/narasi/{name}.md", text.encode())


def _tables(data: Path, place: str, names: Iterable[str]) -> Iterator[Masukan]:
    for name in sorted(names):
        path = data / place / f"{name}.csv"
        if path.is_file():
            yield _file(f"{place}/{path.name}", path.read_bytes())


def _profile(data: Path, place: str) -> Iterator[Masukan]:
    """The profile of a year before, without what is of no use for its figures."""
    told, _ = profile.read(data / place / profile.FILE, profile.FILE)
    if told is not None:
        bare = told.model_copy(update={"telepon": "", "lambang": None})
        yield _file(f"{place}/{profile.FILE}", _without_nip(bare))


def _file(place: str, content: bytes) -> Masukan:
    return Masukan(BEGINS + place.replace("/", "-"), place, content)


def _without_nip(profil: Profil) -> bytes:
    told = profil.model_dump(mode="json", exclude_unset=True, exclude_none=True)
    if told["kepala"].get("nip", "").startswith(tuple("0123456789")):
        told["kepala"]["nip"] = NIP
    return yaml.safe_dump(told, allow_unicode=True, sort_keys=False).encode()


def _added(lk: Workbook) -> Iterator[Masukan]:
    """The names and sizes of pictures and documents, which the pages hold already; of a drawing the
    drawing itself.
    """
    place = f"{lk.data.opd}/{lk.data.tahun}/{FOLDER}"
    pictures = dict(lk.data.foto_berkas)
    if lk.data.profil.lambang and lk.data.lambang:
        pictures[lk.data.profil.lambang.berkas] = lk.data.lambang
    for name, picture in pictures.items():
        yield _picture(f"{place}/{name}", picture)
    for name in lk.data.tabel_sendiri:
        yield _file(f"{place}/{name}", (lk.folder / place / name).read_bytes())
    for name, document in lk.data.dokumen.items():
        yield Masukan("", f"{place}/{name}", b"", {"halaman": document.halaman})


def _picture(place: str, picture: Citra) -> Masukan:
    if picture.jenis == "svg":
        return _file(place, picture.isi)
    return Masukan("", place, b"", {"lebar": picture.lebar, "tinggi": picture.tinggi})


def kosong(tempat: str, pengganti: Mapping[str, int]) -> bytes:
    """An empty picture or document of the size of the one that stood at a place."""
    out = io.BytesIO()
    if "halaman" in pengganti:
        from pypdf import PdfWriter

        writer = PdfWriter()
        for _ in range(pengganti["halaman"]):
            writer.add_blank_page(595, 842)
        writer.write(out)
        return out.getvalue()
    from PIL import Image

    wide, high = pengganti["lebar"], pengganti["tinggi"]
    times = -(-SHORTEST // min(wide, high))
    kind = "PNG" if tempat.lower().endswith(".png") else "JPEG"
    Image.new("L", (wide * times, high * times), 255).save(out, kind)
    return out.getvalue()
