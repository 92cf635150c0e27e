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

from lkipnb.errors import Fault
from lkipnb.load.berkas import di_luar, isi, sidik

FILE = "impor.json"
MOST_BYTES = 5_000_000

Catatan = Mapping[str, object]


def catatan(
    content: bytes, berkas: str, lembar: str, baris: Sequence[int], kolom: Mapping[str, str]
) -> Catatan:
    """What is kept of one table: `baris` are the rows in the sheet of its records from the top,
    `kolom` the letters.
    """
    where = berkas if lembar == berkas else f"{berkas}, lembar {lembar}"
    return {
        "sha256": hashlib.sha256(content).hexdigest(),
        "tempat": where,
        "baris": list(baris),
        "kolom": dict(kolom),
    }


def baca(folder: Path) -> dict[str, Catatan]:
    """What is known of the tables of a year by their file, without those that were
    changed since.
    """
    content, _ = isi(folder / FILE, FILE, MOST_BYTES, folder.parent)
    try:
        whole = json.loads(content or "{}")
    except (ValueError, RecursionError):
        return {}  # Nobody types this file; without it the tables are told by their own rows.
    if not isinstance(whole, dict):
        return {}
    return {file: told for file, told in whole.items() if _holds(folder / Path(file).name, told)}


def teks(known: Mapping[str, Catatan]) -> bytes:
    """The content of the file."""
    return json.dumps(known, ensure_ascii=False).encode()


def tempat(known: Mapping[str, Catatan], file: str, row: int | None, column: str | None) -> str:
    """`formulir.xlsx, lembar kinerja, sel E7`; empty for what did not come from an import."""
    told = known.get(file)
    if told is None or row is None or not 2 <= row < len(told["baris"]) + 2:
        return ""
    at = told["baris"][row - 2]
    letter = told["kolom"].get(column or "")
    return f"{told['tempat']}, sel {letter}{at}" if letter else f"{told['tempat']}, baris {at}"


def bertempat(faults: Iterable[Fault], known: Mapping[str, Catatan]) -> list[Fault]:
    """The faults, each with the cell that it came from."""
    return [
        replace(fault, asal=tempat(known, fault.file, fault.row, fault.column)) for fault in faults
    ]


def _holds(path: Path, told: object) -> bool:
    """Whether a table is still the one that was imported, and its record of the right form."""
    if not isinstance(told, dict) or not path.is_file() or di_luar(path, path.parents[1]):
        return False
    rows, letters = told.get("baris"), told.get("kolom")
    formed = (
        isinstance(told.get("tempat"), str) and isinstance(rows, list) and isinstance(letters, dict)
    )
    whole = (
        formed
        and all(isinstance(row, int) for row in rows)
        and all(isinstance(x, str) for x in letters.values())
    )
    return whole and told.get("sha256") == sidik(path)
