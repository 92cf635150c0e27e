"""Which cell of which file a cell of an imported table came from.

`impor.json` stands beside the tables of a year and goes with them into backups.  It speaks of a
table only while that is what the import wrote: a CSV that was changed since, which its hash tells,
is told by its own rows.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypedDict, TypeGuard, cast

from lkipnb.errors import Fault
from lkipnb.load import berkas
from lkipnb.load.berkas import di_luar, isi, sidik

FILE = "impor.json"
MOST_BYTES = 5_000_000
FIRST_ROW = 2  # of the records of a table, below its header


class Catatan(TypedDict):
    """What is kept of one table: its hash, the sheet it came from, the rows of its records there
    from the top, and the letters of its columns.
    """

    sha256: str
    tempat: str
    baris: list[int]
    kolom: dict[str, str]


def catatan(
    content: bytes, berkas: str, lembar: str, baris: Sequence[int], kolom: Mapping[str, str]
) -> Catatan:
    """What is kept of one table: `baris` are the rows in the sheet of its records from the top,
    `kolom` the letters.
    """
    return {
        "sha256": hashlib.sha256(content).hexdigest(),
        "tempat": berkas if lembar == berkas else f"{berkas}, lembar {lembar}",
        "baris": list(baris),
        "kolom": dict(kolom),
    }


def baca(folder: Path) -> dict[str, Catatan]:
    """What is known of the tables of a year by their file, without those that were
    changed since.
    """
    known = {}
    for file, told in _content(folder / FILE).items():
        if _is_record(told) and _holds(folder / Path(file).name, told):
            known[file] = told
    return known


def nama(folder: Path) -> set[str]:
    """The files of the tables that an import wrote, changed since or not."""
    return set(_content(folder / FILE))


def teks(known: Mapping[str, Catatan]) -> bytes:
    """The content of the file."""
    return json.dumps(known, ensure_ascii=False).encode()


def tempat(
    known: Mapping[str, Mapping[str, object]], file: str, row: int | None, column: str | None
) -> str:
    """`formulir.xlsx, lembar kinerja, sel E7`; empty for what did not come from an import."""
    told = cast("Catatan | None", known.get(file))
    at = None if row is None else baris_lembar(known, file, row)
    if told is None or at is None:
        return ""
    letter = told["kolom"].get(column or "")
    if letter:
        return f"{told['tempat']}, sel {letter}{at}"
    return f"{told['tempat']}, baris {at}"


def baris_lembar(known: Mapping[str, Mapping[str, object]], file: str, row: int) -> int | None:
    """The row of the sheet that a row of a table came from; None for what did not come from an
    import.
    """
    told = cast("Catatan | None", known.get(file))
    if told is None or not 0 <= row - FIRST_ROW < len(told["baris"]):
        return None
    return told["baris"][row - FIRST_ROW]


def bertempat(faults: Iterable[Fault], known: Mapping[str, Mapping[str, object]]) -> list[Fault]:
    """The faults, each with the cell that it came from."""
    return [
        replace(fault, asal=tempat(known, fault.file, fault.row, fault.column)) for fault in faults
    ]


def _content(path: Path) -> dict[str, object]:
    """Nobody types this file; where it cannot be read, the tables are told by their own rows."""
    content, _ = isi(path, FILE, MOST_BYTES, path.parents[1])
    try:
        whole = json.loads(content or "{}")
    except (ValueError, RecursionError):
        return {}
    if not isinstance(whole, dict):
        return {}
    return whole


def _is_record(told: object) -> TypeGuard[Catatan]:
    """Whether what stands for a table has the right form."""
    if not isinstance(told, dict) or not isinstance(told.get("tempat"), str):
        return False
    rows = told.get("baris")
    letters = told.get("kolom")
    if not isinstance(rows, list) or not isinstance(letters, dict):
        return False
    are_rows = all(isinstance(row, int) for row in rows)
    return are_rows and all(isinstance(letter, str) for letter in letters.values())


def _holds(path: Path, told: Catatan) -> bool:
    """Whether a table is still the one that was imported."""
    if not path.is_file() or di_luar(path, path.parents[1]):
        return False
    is_readable = path.stat().st_size <= berkas.MOST_BYTES
    return is_readable and told.get("sha256") == sidik(path)
