"""The chapter notebooks: which there are, and the contract that each keeps."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from lkipnb.errors import UsageError
from lkipnb.load import notebooks
from lkipnb.load.places import shipped_chapters
from lkipnb.storage import lock, place

PARAMETERS = {"opd": str, "tahun": int}
_CHAPTER = "[0-9][0-9]_*.ipynb"


def find(folder: Path) -> list[Path]:
    """The chapters `NN_name.ipynb` of a folder in their order.  Raises UsageError when there is
    none.
    """
    chapters = sorted(folder.glob(_CHAPTER))
    if not chapters:
        raise UsageError(f"Tidak ada bab (NN_nama.ipynb) di folder {folder}.")
    return chapters


def copy_out(folder: Path) -> list[Path]:
    """Copies of the shipped notebooks in `folder`, to be changed.

    Raises UsageError, naming them, when files of these names stand there; then nothing is copied.
    """
    shipped = sorted(shipped_chapters().glob("*.ipynb"))
    standing = [path.name for path in shipped if (folder / path.name).exists()]
    if standing:
        raise UsageError(
            f"Folder {folder} sudah memuat {', '.join(standing)}; tidak ada yang ditimpa. "
            "Sebutkan folder lain, misalnya: lkipnb notebooks --salin bab-kami"
        )
    made = [folder / path.name for path in shipped]
    with lock.held(folder, "lkipnb notebooks"):
        for path, copy in zip(shipped, made, strict=True):
            place.put_file(copy, path.read_bytes())
    return made


def check(chapters: Sequence[Path], given: Mapping[str, object]) -> None:
    """Refuse what papermill would let pass: an unknown or ill-typed parameter, or no parameters
    cell.  Raises UsageError.

    Papermill only logs a warning for an unknown name, and without a cell tagged `parameters` it
    injects above the notebook's own defaults, which then win.
    """
    for chapter in chapters:
        declared = _declared(chapter)
        for name, value in given.items():
            wrong = _wrong(name, value, declared)
            if wrong:
                raise UsageError(f"{chapter.name}: parameter “{name}” {wrong}.")


def _wrong(name: str, value: object, declared: set[str]) -> str:
    """What is wrong with a parameter; nothing where it is good."""
    if name not in declared or name not in PARAMETERS:
        return f"tidak dikenal; yang ada: {', '.join(sorted(declared))}"
    expected = PARAMETERS[name]
    if not isinstance(value, expected) or isinstance(value, bool):
        return f"diharapkan {expected.__name__}, bukan “{value}”"
    return ""


def _declared(chapter: Path) -> set[str]:
    """The names that the parameters cell of a chapter sets.  Raises UsageError for another number
    of such cells than one.
    """
    tagged = [cell for cell in notebooks.cells(chapter) if "parameters" in cell.tanda]
    if len(tagged) != 1:
        raise UsageError(
            f"{chapter.name}: diharapkan tepat satu sel bertanda “parameters”, ada {len(tagged)}."
        )
    lines = tagged[0].sumber.splitlines()
    settings = [re.split("[=:]", line) for line in lines if "=" in line]
    return {name.strip() for name, *_ in settings}
