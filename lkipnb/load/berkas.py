"""A file of `data/` as text, or the one reason why it is not read."""

from __future__ import annotations

import codecs
import stat
import unicodedata
from pathlib import Path

from lkipnb.errors import Fault
from lkipnb.storage.refusal import reason

UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
NOT_UTF_8 = (
    "huruf tidak terbaca sebagai UTF-8; di Excel simpan sebagai “CSV UTF-8 (Comma delimited)”"
)
HIDDEN = frozenset({"Cc", "Cn", "Co", "Cs"})  # control characters, and those that are no character


def isi(path: Path, file: str, most: int) -> tuple[bytes, list[Fault]]:
    """The content of a file of at most `most` bytes; `file` is its name in the fault."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            return b"", [Fault(file, None, None, None, "bukan berkas biasa")]
        if found.st_size > most:
            return b"", [
                Fault(file, None, None, None, f"berkas terlalu besar; paling banyak {besar(most)}")
            ]
        return path.read_bytes(), []
    except OSError as error:
        return b"", [Fault(file, None, None, None, reason(error, file))]


def teks(content: bytes, file: str) -> tuple[str, list[Fault]]:
    """The content as text; a byte order mark of UTF-8, which Excel writes, is accepted."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = None if content.startswith(UTF_16) else content[: error.start].count(b"\n") + 1
        return "", [Fault(file, line, None, None, NOT_UTF_8)]
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        return "", [Fault(file, line, None, None, f"memuat karakter kosong (NUL); {NOT_UTF_8}")]
    return text, []


def tersembunyi(text: str) -> bool:
    """Whether a text holds control characters, which nobody sees, besides tabs and line ends."""
    return not text.isprintable() and any(
        unicodedata.category(c) in HIDDEN and c not in "\n\r\t" for c in text
    )


def besar(size: int) -> str:
    """A size as a message tells it."""
    return f"{size // 1_000_000} MB" if size >= 1_000_000 else f"{size // 1000} kB"
