"""A data package out of a PDF that holds it, and the folder of data that it stands for."""

from __future__ import annotations

import hashlib
import io
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lkipnb.errors import UsageError
from lkipnb.report.manifest import FILE as MANIFEST
from lkipnb.report.paket import deskriptor
from lkipnb.report.paket.masukan import kosong

MOST_FILES, MOST_BYTES = 2000, 100_000_000
NONE = "PDF ini tidak memuat paket data; hanya lkip.pdf buatan lkipnb yang dapat diperiksa"
BROKEN = "paket data di dalam PDF ini tidak dapat dibaca"
# Below a folder of data: `contoh/2023/kinerja.csv`, `referensi/pmks.csv`.
_PLACE = re.compile(
    r"[a-z0-9-]+/(?:\d{4}/)?(?:narasi/|lampiran/)?[^./\\:][^/\\:]*"
    r"\.(?:csv|yaml|md|svg|png|jpe?g|pdf)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Terkandung:
    """What a PDF holds: the files of its package, what they are made from, and its pages' text."""

    berkas: Mapping[str, bytes]
    tentang: Mapping[str, Any]
    manifest: Mapping[str, Any]
    halaman: tuple[str, ...]

    @property
    def opd(self) -> str:
        return str(self.tentang["opd"])

    @property
    def tahun(self) -> int:
        return int(self.tentang["tahun"])


def baca(content: bytes) -> Terkandung:
    """What a PDF holds.  Raises UsageError for one without a package, or with a broken one."""
    files, pages = _pdf(content)
    if deskriptor.FILE not in files or MANIFEST not in files:
        raise UsageError(f"{NONE}.")
    try:
        told = json.loads(files[deskriptor.FILE])["lkipnb"]
        made = Terkandung(files, told, json.loads(files[MANIFEST]), pages)
        _refuse_elsewhere(made)
        return made
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise UsageError(f"{BROKEN}.") from error


def halaman(content: bytes) -> tuple[str, ...]:
    """The text of each page of a PDF."""
    return _pdf(content)[1]


def rusak(held: Terkandung) -> list[str]:
    """The inputs whose content is not what the descriptor tells, or that are not there."""
    return [
        str(told["tempat"])
        for told in held.tentang["masukan"]
        if "path" in told and _hash(held.berkas.get(str(told["path"]))) != told["hash"]
    ]


def tulis(held: Terkandung, data: Path) -> None:
    """Write the folder of data that the package stands for; an empty picture or document stands for
    each that the package names only.
    """
    for told in held.tentang["masukan"]:
        path = data / told["tempat"]
        path.parent.mkdir(parents=True, exist_ok=True)
        sizes = {name: int(told[name]) for name in ("halaman", "lebar", "tinggi") if name in told}
        named = held.berkas.get(str(told.get("path")))
        path.write_bytes(named if named is not None else kosong(told["tempat"], sizes))
    for number in range(int(held.tentang["tidak_dibaca"])):
        # The report counts files that nothing reads.
        (data / held.opd / str(held.tahun) / f"lain-{number}.txt").touch()


def _pdf(content: bytes) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """The attached files by their names, and the text of each page; pypdf is plain Python."""
    from pypdf import PdfReader

    try:
        reader = PdfReader(io.BytesIO(content))
        files = _attached(reader)
        pages = tuple(page.extract_text() for page in reader.pages)
    except UsageError:
        raise
    except Exception as error:  # whatever a broken file makes a parser raise
        raise UsageError("PDF tidak dapat dibaca; periksa berkasnya.") from error
    return files, pages


def _attached(reader: Any) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    for number, each in enumerate(reader.attachment_list):
        content = each.content
        files[each.name.rpartition("/")[2]] = content
        if number >= MOST_FILES or sum(map(len, files.values())) > MOST_BYTES:
            raise UsageError("PDF ini memuat lampiran yang terlalu banyak atau terlalu besar.")
    return files


def _refuse_elsewhere(held: Terkandung) -> None:
    """Raise ValueError for a place that is not below the folder of data."""
    places = [str(told["tempat"]) for told in held.tentang["masukan"]]
    if not all(_PLACE.fullmatch(place) for place in places):
        raise ValueError("place")


def _hash(content: bytes | None) -> str:
    return "" if content is None else f"sha256:{hashlib.sha256(content).hexdigest()}"
