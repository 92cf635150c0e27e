"""What this user last put into the folder of a report, and by what it was made: hashes alone.

The folder of a report is the store of its own pieces; here stands, in the private cache of the
user, what they must be to be used again.  A file that a person changed, a folder that somebody else
filled, a piece of another program or of other data has other hashes and is made anew.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from lkipnb.errors import StorageError
from lkipnb.storage import place, scratch

SUFFIX = ".susunan"
MOST = 200  # reports that are remembered; beyond them the oldest is forgotten
BROKEN = "Catatan tentang laporan yang lalu rusak, maka semuanya disusun lagi."
FOREIGN = "Catatan tentang laporan yang lalu milik pengguna lain, maka semuanya disusun lagi."


@dataclass(frozen=True)
class Piece:
    """A file of a report: the key of what it was made from, and its SHA-256."""

    kunci: str
    sidik: str


@dataclass(frozen=True)
class Ledger:
    """The report in `folder` as this user last made it.

    `kunci` is the key of all that it was made from, empty where something must be made each time;
    `potongan` are the chapters and formats by path, `berkas` the SHA-256 of every file that was
    put there, `temuan` how many findings stand open by level.  `pesan` says why nothing is
    remembered.
    """

    folder: Path
    program: str = ""
    kunci: str = ""
    potongan: Mapping[str, Piece] = field(default_factory=dict)
    berkas: Mapping[str, str] = field(default_factory=dict)
    lebih_lama: tuple[str, ...] = ()
    temuan: Mapping[str, int] = field(default_factory=dict)
    ringkasan: str = ""
    pesan: str = ""

    def piece(self, name: str, key: str) -> bytes | None:
        """The file as it stands, where it was made from `key` and nobody changed it."""
        known = self.potongan.get(name)
        if known is None or known.kunci != key:
            return None
        return _standing(self.folder / name, known.sidik)

    @property
    def stands(self) -> bool:
        """Whether every file stands as it was put there."""
        files = self.berkas.items()
        return all(_standing(self.folder / name, digest) is not None for name, digest in files)


def read(folder: Path) -> Ledger:
    """What is remembered of the report in `folder`; nothing, and why, where that cannot be used."""
    empty = Ledger(folder)
    path = _path(folder)
    try:
        found = path.lstat()
        if hasattr(os, "getuid") and found.st_uid != os.getuid():
            return replace(empty, pesan=FOREIGN)
        return _understood(folder, path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return empty
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return replace(empty, pesan=BROKEN)


def write(ledger: Ledger) -> None:
    """Remember a report that stands in its place; a disk that refuses costs time only.

    Whoever calls this holds the lock of the report, so what a killed run left of the note goes.
    """
    told = asdict(replace(ledger, pesan=""))
    told["folder"] = str(ledger.folder.resolve())
    text = json.dumps({"isi": told, "sidik": _digest(told)}, ensure_ascii=False)
    path = _path(ledger.folder)
    with suppress(StorageError):
        place.tidy(path)
        place.put_file(path, text.encode())
        _forget_the_oldest()


def _understood(folder: Path, text: str) -> Ledger:
    """Raises ValueError, KeyError or TypeError for anything but what `write` wrote of `folder`."""
    whole = json.loads(text)
    told = whole["isi"]
    if _digest(told) != whole["sidik"] or told["folder"] != str(folder.resolve()):
        raise ValueError
    told["folder"] = folder
    told["potongan"] = {name: Piece(**piece) for name, piece in told["potongan"].items()}
    told["lebih_lama"] = tuple(told["lebih_lama"])
    return Ledger(**told)


def _digest(told: object) -> str:
    text = json.dumps(told, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def _standing(path: Path, digest: str) -> bytes | None:
    """The content of a file that has this SHA-256; None for any other, and for a link."""
    if path.is_symlink():
        return None
    try:
        content = path.read_bytes()
    except OSError:
        return None
    return content if hashlib.sha256(content).hexdigest() == digest else None


def _path(folder: Path) -> Path:
    return scratch.private(folder.resolve(), SUFFIX)


def _forget_the_oldest() -> None:
    found = [(path.lstat().st_mtime, path) for path in scratch.root().glob(f"*{SUFFIX}")]
    for _, path in sorted(found)[:-MOST]:
        place.discard(path)
