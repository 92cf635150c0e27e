"""A file of `data/` as text, or the one reason why it is not read."""

from __future__ import annotations

import codecs
import hashlib
import os
import stat
from pathlib import Path

from lkipnb.errors import Fault
from lkipnb.storage.refusal import reason

UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
NOT_UTF_8 = "huruf tidak terbaca sebagai UTF-8"
BY_EXCEL = "di Excel simpan sebagai “CSV UTF-8 (Comma delimited)”"
MOST_BYTES = 20_000_000  # of a table or a workbook; what is larger is not read
OUTSIDE = "menunjuk ke luar folder instansi; ganti dengan berkasnya sendiri"


def isi(path: Path, file: str, most: int, rumah: Path | None = None) -> tuple[bytes, list[Fault]]:
    """The content of a file of at most `most` bytes; `file` is its name in the fault.

    Nothing is opened that a link leads to outside of `rumah`, the folder of the agency; None for a
    file that a person named.
    """
    if rumah is not None and di_luar(path, rumah):
        return b"", [Fault(file, None, None, None, OUTSIDE)]
    try:
        why = _unread(path.stat(), most)
        if why:
            return b"", [Fault(file, None, None, None, why)]
        return path.read_bytes(), []
    except OSError as error:
        return b"", [Fault(file, None, None, None, reason(error, file))]


def _unread(found: os.stat_result, most: int) -> str | None:
    if not stat.S_ISREG(found.st_mode):
        return "bukan berkas biasa"
    if found.st_size > most:
        return f"berkas terlalu besar; paling banyak {besar(most)}"
    return None


def di_luar(path: Path, rumah: Path) -> bool:
    """Whether a file stands outside of a folder, whatever its path says; links are followed."""
    return not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(rumah))


def sidik(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def teks(content: bytes, file: str, saran: str = BY_EXCEL) -> tuple[str, list[Fault]]:
    """The content as text; a byte order mark of UTF-8, which Excel writes, is accepted.

    `saran` says how to save a file that is no UTF-8.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = None if content.startswith(UTF_16) else content[: error.start].count(b"\n") + 1
        return "", [Fault(file, line, None, None, f"{NOT_UTF_8}; {saran}")]
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        empty = f"memuat karakter kosong (NUL); {NOT_UTF_8}; {saran}"
        return "", [Fault(file, line, None, None, empty)]
    return text, []


def besar(size: int) -> str:
    """A size as a message tells it."""
    if size >= 1_000_000:
        return f"{size // 1_000_000} MB"
    return f"{size // 1000} kB"
