"""A picture file that an agency adds, made ready for print, or the one reason why it is refused."""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lkipnb.load import lukisan_svg
from lkipnb.load.berkas import isi
from lkipnb.model.citra import Citra

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_BYTES = 30_000_000
MOST_PIXELS = 100_000_000  # a photograph of the largest cameras; beyond it memory is the target
QUALITY = 82  # of JPEG: no difference is seen in print
_KINDS = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG"}
_STARTS = {
    b"\x89PNG\r\n\x1a\n": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"%PDF": "PDF",
    b"RIFF": "WebP",
    b"II*\0": "TIFF",
    b"MM\0*": "TIFF",
    b"PK\x03\x04": "ZIP (misalnya dokumen Word)",
}
NAMED = "diharapkan nama berkas saja, tanpa folder"
CORRUPT = "gambar rusak atau terpotong; salin ulang dari aslinya"
TOO_MANY_PIXELS = f"lebih dari {MOST_PIXELS // 10**6} juta piksel; simpan ulang lebih kecil"
EMPTY = "berkas kosong"


class Ditolak(ValueError):
    """Why a file is refused, in Indonesian."""


@dataclass(frozen=True)
class Ukuran:
    """What is expected of a picture: its shortest side at least `tepi` pixels, the longest side
    scaled down to `terpanjang`; whether a drawing may stand for it.
    """

    tepi: int
    terpanjang: int
    svg: bool = False

    @property
    def akhiran(self) -> tuple[str, ...]:
        """The endings that the file may have."""
        return (*_KINDS, ".svg") if self.svg else tuple(_KINDS)


FOTO = Ukuran(tepi=400, terpanjang=1600)
LAMBANG = Ukuran(tepi=150, terpanjang=1200, svg=True)


def alamat(folder: Path, nama: str, endings: tuple[str, ...]) -> Path:
    """The path of a named file in `folder`.  Raises Ditolak for a name that is a path, or that ends
    otherwise.
    """
    if not nama or nama.startswith(".") or any(sign in nama for sign in "/\\:"):
        raise Ditolak(NAMED)
    path = folder / nama
    if path.suffix.lower() not in endings:
        raise Ditolak(f"diharapkan berkas {' atau '.join(endings)}")
    return path


def muat(folder: Path, nama: str, ukuran: Ukuran) -> Citra:
    """The picture `nama` of a folder of the year.  Raises Ditolak."""
    path = alamat(folder, nama, ukuran.akhiran)
    content = terbaca(path, MOST_BYTES)
    if path.suffix.lower() == ".svg":
        return _drawn(content)
    return _prepared(content, _KINDS[path.suffix.lower()], ukuran)


def terbaca(path: Path, most: int) -> bytes:
    """The content of a file in `lampiran` of a year.  Raises Ditolak."""
    if not path.exists() and not path.is_symlink():
        raise Ditolak(f"berkas {path.parent.name}/{path.name} tidak ada")
    content, faults = isi(path, path.name, most, path.parents[2])
    for fault in faults:
        raise Ditolak(fault.expected)
    if not content:
        raise Ditolak(EMPTY)
    return content


def _drawn(content: bytes) -> Citra:
    if len(content) > lukisan_svg.MOST_BYTES:
        raise Ditolak("SVG terlalu besar; paling banyak 1 MB")
    try:
        return lukisan_svg.baca(content)
    except lukisan_svg.BukanLukisan as error:
        raise Ditolak(str(error)) from error


def _prepared(content: bytes, kind: str, ukuran: Ukuran) -> Citra:
    """Upright, scaled down, and with nothing beside what is seen: no place, no camera, no name."""
    from PIL import Image, ImageOps

    refused = (OSError, SyntaxError, ValueError, EOFError)
    _refuse_other_kind(content, kind)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content), formats=[kind]) as picture:
                _refuse_size(picture, ukuran)
                picture.thumbnail((ukuran.terpanjang, ukuran.terpanjang))
                return _saved(ImageOps.exif_transpose(picture))
    except Ditolak:
        raise
    except Image.DecompressionBombError as error:
        raise Ditolak(TOO_MANY_PIXELS) from error
    except refused as error:
        raise Ditolak(CORRUPT) from error


def _refuse_other_kind(content: bytes, kind: str) -> None:
    found = next((name for start, name in _STARTS.items() if content.startswith(start)), "")
    if found == kind:
        return
    told = f"isinya {found}" if found else "isinya bukan gambar"
    raise Ditolak(f"namanya menyebut {kind}, tetapi {told}")


def _refuse_size(picture: Image, ukuran: Ukuran) -> None:
    wide, high = picture.size
    if wide * high > MOST_PIXELS:
        raise Ditolak(TOO_MANY_PIXELS)
    if min(wide, high) < ukuran.tepi:
        raise Ditolak(
            f"berukuran {wide}×{high} piksel; sisi terpendek sedikitnya {ukuran.tepi} piksel,"
            " agar tajam dalam cetakan"
        )


def _saved(picture: Image) -> Citra:
    """JPEG, or PNG where there is transparency or a palette."""
    out = io.BytesIO()
    if picture.mode in ("P", "PA", "LA", "RGBA") or "transparency" in picture.info:
        picture.convert("RGBA").save(out, "PNG", optimize=True)
        return Citra("png", out.getvalue(), *picture.size)
    plain = picture if picture.mode == "L" else picture.convert("RGB")
    plain.info.clear()
    plain.save(out, "JPEG", quality=QUALITY, optimize=True, progressive=False)
    return Citra("jpeg", out.getvalue(), *picture.size)
