"""Pictures and documents made for a test; none of them shows anybody or any place."""

from __future__ import annotations

import io
from pathlib import Path

from kecil import OPD, TAHUN
from PIL import Image
from pypdf import PdfWriter
from pypdf.actions import JavaScript

GPS = 0x8825
SHIELD = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 120">{}<path d="M5 5h90v60z"/></svg>'
)


def jpeg(size: tuple[int, int] = (900, 600), exif: dict[int, object] | None = None) -> bytes:
    out = io.BytesIO()
    picture = Image.new("RGB", size, (120, 160, 90))
    own = picture.getexif()
    own.update(exif or {})
    picture.save(out, "JPEG", exif=own)
    return out.getvalue()


def png(size: tuple[int, int] = (900, 600)) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, (20, 60, 90)).save(out, "PNG")
    return out.getvalue()


def pdf(pages: int = 2, sandi: str = "") -> bytes:
    """A PDF of empty A4 pages with a script in it; encrypted where it has a password."""
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(595, 842)
    writer.add_open_action(JavaScript("app.alert('halo');"))
    writer.add_attachment("rahasia.txt", b"rahasia")
    if sandi:
        writer.encrypt(sandi)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def letakkan(folder: Path, **files: bytes) -> Path:
    """Put files into `lampiran` of the small agency; `a_jpg` is `a.jpg`.  The folder of the data
    comes back.
    """
    place = folder / OPD / str(TAHUN) / "lampiran"
    place.mkdir(exist_ok=True)
    for name, content in files.items():
        (place / name.replace("_", ".")).write_bytes(content)
    return folder


def berlambang(folder: Path, berkas: str, alt: str = "Lambang rekaan") -> Path:
    """Name a coat of arms in the profile of the small agency."""
    path = folder / OPD / str(TAHUN) / "profil.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}\nlambang:\n  berkas: {berkas}\n  alt: {alt}\n", encoding="utf-8")
    return folder
