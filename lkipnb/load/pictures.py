"""What the pictures of a year carry besides the picture: coordinates, and texts about who took it
and where.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from lkipnb.load.berkas import di_luar

PICTURES = frozenset({".jpg", ".jpeg", ".png", ".tif", ".tiff", ".webp"})
COORDINATES = "koordinat tempat pemotretan"
UNREADABLE = "gambar yang tidak terbaca, sehingga isinya tidak dapat diperiksa"
_GPS_IFD, _EXIF_IFD = 0x8825, 0x8769
_TEXTS = {
    0x010E: "keterangan",
    0x013B: "pembuat",
    0x8298: "hak cipta",
    0x9C9B: "judul",
    0x9C9D: "penulis",
    0x9286: "komentar",
}


def carried(folder: Path, used: Collection[str] = ()) -> dict[str, dict[str, str]]:
    """By picture below `folder`, what it carries; a picture that carries nothing is left out, and
    so are those in `used`, of which only what is seen goes into a report (`load.citra`).
    """
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.suffix.lower() not in PICTURES or name in used or not path.is_file():
            continue
        marks = _carried(path, folder.parent)
        if marks:
            found[name] = marks
    return found


def _carried(path: Path, agency: Path) -> dict[str, str]:
    if di_luar(path, agency):
        return {UNREADABLE: ""}
    return dict(_marks(path))


def _marks(path: Path) -> Iterator[tuple[str, str]]:
    from PIL import Image

    refused = (OSError, SyntaxError, ValueError, Image.DecompressionBombError)

    try:
        with Image.open(path) as picture:
            exif = picture.getexif()
            if exif.get_ifd(_GPS_IFD):
                yield COORDINATES, ""
            yield from _texts(dict(exif) | exif.get_ifd(_EXIF_IFD), picture.info)
    except refused:
        yield UNREADABLE, ""


def _texts(tags: Mapping[int, object], notes: Mapping[Any, object]) -> Iterator[tuple[str, str]]:
    """The texts of EXIF and of a PNG's own notes."""
    for tag, name in _TEXTS.items():
        if tag in tags:
            yield name, _text(tags[tag])
    for note, value in notes.items():
        if isinstance(value, str):
            yield str(note), value


def _text(value: object) -> str:
    """The value as text: Windows writes some tags as UTF-16."""
    if not isinstance(value, bytes):
        return str(value)
    encoding = "utf-16-le" if value[1:2] == b"\0" else "utf-8"
    return value.decode(encoding, errors="replace").strip("\0")
