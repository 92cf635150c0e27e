"""The agency's own prose, `narasi/*.md`: text that anyone can read as it stands, or a fault."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from lkipnb.errors import Fault

FOLDER = "narasi"
MOST_BYTES = 400_000  # a file as long as the longest text that a template may have
# They let letters stand in another order than they are read: a reader would sign what is not
# written.
_BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def read(folder: Path) -> tuple[dict[str, str], list[Fault]]:
    """The text of each `narasi/<name>.md` of a year by its name, and the faults.

    A byte order mark is dropped and line ends of Windows become those of Unix.  A file that is too
    large or is no UTF-8 is left out and told; control characters and changes of direction are told
    with their line.
    """
    texts: dict[str, str] = {}
    faults: list[Fault] = []
    for path in sorted((folder / FOLDER).glob("*.md")):
        name = f"{FOLDER}/{path.name}"
        text, fault = _text(path, name)
        if fault is not None:
            faults.append(fault)
            continue
        texts[path.stem] = text
        faults += _invisible(text, name)
    return texts, faults


def _text(path: Path, name: str) -> tuple[str, Fault | None]:
    size = path.stat().st_size
    if size > MOST_BYTES:
        return "", Fault(
            name, None, None, None, f"berkas terlalu besar; paling banyak {MOST_BYTES // 1000} kB"
        )
    content = path.read_bytes()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        return "", Fault(
            name, line, None, None, "huruf tidak terbaca sebagai UTF-8; simpan ulang sebagai UTF-8"
        )
    return text.replace("\r\n", "\n").replace("\r", "\n"), None


def _invisible(text: str, name: str) -> list[Fault]:
    faults = []
    for number, line in enumerate(text.split("\n"), start=1):
        if any(unicodedata.category(c) in {"Cc", "Co"} and c != "\t" for c in line):
            faults.append(
                Fault(name, number, None, None, "memuat karakter kendali yang tidak terlihat")
            )
        if any(c in _BIDI for c in line):
            faults.append(
                Fault(name, number, None, None, "memuat karakter yang membalik arah tulisan; hapus")
            )
    return faults
