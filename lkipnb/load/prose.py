"""The agency's own prose, `narasi/*.md`: text that anyone can read as it stands, or a fault."""

from __future__ import annotations

from pathlib import Path

from lkipnb.errors import Fault
from lkipnb.load.berkas import isi, teks
from lkipnb.tersembunyi import pertama, sebab

FOLDER = "narasi"
MOST_BYTES = 400_000  # a file as long as the longest text that a template may have
MOST_FILES = 200  # ten for each chapter and annex would be far fewer
TOO_MANY = f"lebih dari {MOST_FILES} naskah; yang lain tidak dibaca, hapus yang tidak dipakai"
AGAIN = "simpan ulang sebagai UTF-8"
FRONT_MATTER = "diawali ---, seperti kepala YAML, yang tidak dipakai; hapus kepala itu"


def read(folder: Path) -> tuple[dict[str, str], list[Fault]]:
    """The text of each `narasi/<name>.md` of a year by its name, and the faults.

    A byte order mark is dropped and line ends of Windows become those of Unix.  A file that leads
    out of the agency's folder, is too large or is no UTF-8 is left out and told; a YAML header and
    characters that nobody sees are told with their line.
    """
    texts: dict[str, str] = {}
    faults: list[Fault] = []
    found = sorted((folder / FOLDER).glob("*.md"))
    if len(found) > MOST_FILES:
        faults.append(Fault(FOLDER, None, None, str(len(found)), TOO_MANY))
    for path in found[:MOST_FILES]:
        name = f"{FOLDER}/{path.name}"
        text, wrong = _text(path, name, folder.parent)
        faults += wrong
        if not wrong:
            texts[path.stem] = text
            faults += _misread(text, name)
    return texts, faults


def _text(path: Path, name: str, agency: Path) -> tuple[str, list[Fault]]:
    content, faults = isi(path, name, MOST_BYTES, agency)
    text, more = teks(content, name, AGAIN)
    return text.replace("\r\n", "\n").replace("\r", "\n"), faults + more


def _misread(text: str, name: str) -> list[Fault]:
    """What a reader of the text would not see."""
    faults = []
    if text.startswith("---\n"):
        faults.append(Fault(name, 1, None, None, FRONT_MATTER))
    for number, line in enumerate(text.split("\n"), start=1):
        character = pertama(line)
        if character:
            faults.append(Fault(name, number, None, None, sebab(character)))
    return faults
