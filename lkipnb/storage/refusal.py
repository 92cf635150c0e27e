"""What the disk refuses, as one Indonesian sentence that names the place."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lkipnb.errors import StorageError

_FULL = "ruang penyimpanan untuk {place} habis; kosongkan sebagian, lalu ulangi"
_FORBIDDEN = "tidak ada izin untuk {place}, atau berkasnya sedang dibuka program lain"
_SHAPE = "{place} bukan folder atau berkas sebagaimana diharapkan"
SENTENCES = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: _FULL,
    errno.EROFS: "{place} hanya dapat dibaca, tidak dapat ditulisi",
    errno.EACCES: _FORBIDDEN,
    errno.EPERM: _FORBIDDEN,
    errno.EBUSY: _FORBIDDEN,
    errno.ETXTBSY: _FORBIDDEN,
    errno.ENAMETOOLONG: "nama {place} terlalu panjang untuk penyimpanan ini",
    errno.ENOTDIR: _SHAPE,
    errno.EISDIR: _SHAPE,
    errno.EEXIST: _SHAPE,
    errno.EIO: "penyimpanan {place} gagal dibaca atau ditulisi (kesalahan perangkat)",
}
_ELSE = "{place} tidak dapat dibaca atau ditulisi ({reason})"


@contextmanager
def explained(place: Path) -> Iterator[None]:
    """Turn what the system refuses inside into a StorageError about `place`."""
    try:
        yield
    except OSError as error:
        raise StorageError(sentence(error, place)) from error


def sentence(error: OSError, place: object = None) -> str:
    """The refusal of the system in one sentence; without `place`, about the file that the error
    names.
    """
    text = reason(error, place or error.filename or "tempat itu")
    return f"{text[0].upper()}{text[1:]}; yang lama tetap utuh."


def reason(error: OSError, place: object) -> str:
    """Why the system refused `place`, to be put into a sentence."""
    return SENTENCES.get(error.errno or 0, _ELSE).format(
        place=place, reason=error.strerror or type(error).__name__
    )
