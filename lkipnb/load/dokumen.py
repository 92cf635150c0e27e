"""A PDF that an agency binds behind its report: one that can be opened, or the reason why not."""

from __future__ import annotations

import io
from pathlib import Path

from lkipnb.load.citra import Ditolak, alamat, terbaca
from lkipnb.model.dokumen import Dokumen

MOST_BYTES = 60_000_000
MOST_PAGES = 100
_START = b"%PDF-"
_WITHIN = 1024  # bytes before the first sign that readers accept
ENCRYPTED = "terkunci kata sandi; simpan salinan tanpa sandi"
CORRUPT = "PDF rusak atau terpotong; salin ulang dari aslinya"
NO_PDF = "namanya menyebut PDF, tetapi isinya bukan PDF"
NO_PAGES = "tidak mempunyai halaman"


def muat(folder: Path, nama: str) -> Dokumen:
    """The document `nama` of a folder of the year.  Raises Ditolak."""
    content = terbaca(alamat(folder, nama, (".pdf",)), MOST_BYTES)
    if _START not in content[:_WITHIN]:
        raise Ditolak(NO_PDF)
    pages = _pages(content)
    if not pages:
        raise Ditolak(NO_PAGES)
    if pages > MOST_PAGES:
        raise Ditolak(f"mempunyai {pages} halaman; paling banyak {MOST_PAGES}")
    return Dokumen(content, pages)


def _pages(content: bytes) -> int:
    """How many pages; pypdf is plain Python, so that a hostile file reaches no memory."""
    from pypdf import PdfReader

    try:
        reader = PdfReader(io.BytesIO(content), strict=False)
        if reader.is_encrypted:
            raise Ditolak(ENCRYPTED)
        return len(reader.pages)
    except Ditolak:
        raise
    except Exception as error:  # whatever a broken file makes a parser raise
        raise Ditolak(CORRUPT) from error
