"""What stands in the folder of an earlier report: ours by its manifest, or put there by a person.

A file is ours when the manifest of its folder lists it with the content that it has.  Everything
else was put there or changed by a person, and outlives a new report.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from lkipnb.report.manifest import FILE, sha256, sidik

CHANGED = "diubah"
OUTPUTS, OLDER = "keluaran", "lebih_lama"  # groups of files in a manifest


@dataclass(frozen=True)
class Earlier:
    """The earlier report in `folder`: its files by path with their SHA-256, and its manifest."""

    folder: Path
    files: Mapping[str, str] = field(default_factory=dict)
    manifest: Mapping[str, object] = field(default_factory=dict)

    def kept(self, fresh: Collection[str], formats: Collection[str]) -> dict[str, str]:
        """What a new report with the files `fresh` leaves standing: the earlier path by the path it
        then has.

        `formats` are the files of formats that were not asked for; an earlier one stays.
        """
        kept: dict[str, str] = {}
        for name in self._of_a_person():
            free = _free(name, {*fresh, *kept, FILE})
            kept[free] = name
        for name in formats:
            if name in self.files:
                kept[name] = name
        return kept

    def older(self, formats: Collection[str], now: str) -> dict[str, str]:
        """The files of formats not asked for whose inputs are others than `now`, with the `sidik`
        of theirs.
        """
        marks = self._group(OLDER)
        own = sidik(self.manifest)
        found = {}
        for name in formats:
            mark = marks.get(name, own)
            if name in self.files and mark != now:
                found[name] = mark
        return found

    def _of_a_person(self) -> list[str]:
        ours = self._group(OUTPUTS).items()
        return [
            name
            for name, digest in self.files.items()
            if name != FILE and (name, digest) not in ours
        ]

    def _group(self, name: str) -> dict[str, str]:
        """A group of files in the manifest, each with its digest."""
        group = self.manifest.get(name)
        if isinstance(group, dict):
            return group
        return {}


def read(folder: Path) -> Earlier:
    """The earlier report; an empty one where there is none."""
    if not folder.is_dir():
        return Earlier(folder)
    found = [path for path in sorted(folder.rglob("*")) if path.is_symlink() or path.is_file()]
    files = {path.relative_to(folder).as_posix(): _digest(path) for path in found}
    return Earlier(folder, files, _manifest(folder / FILE))


def _digest(path: Path) -> str:
    if path.is_symlink():
        return ""
    return sha256(path.read_bytes())


def _manifest(path: Path) -> dict[str, object]:
    """The manifest; an empty one where it cannot be read, so that nothing counts as ours."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not _well_formed(content):
        return {}
    manifest: dict[str, object] = content
    return manifest


def _well_formed(content: object) -> bool:
    if not isinstance(content, dict):
        return False
    groups = [content.get(name, {}) for name in (OUTPUTS, OLDER)]
    return all(isinstance(group, dict) for group in groups)


def _free(name: str, taken: Collection[str]) -> str:
    """The same name, or `stem.diubah.suffix` with the first number that is free."""
    path = PurePosixPath(name)
    number = 1
    while name in taken:
        mark = CHANGED
        if number > 1:
            mark += f"-{number}"
        free = path.with_name(f"{path.stem}.{mark}{path.suffix}")
        name = free.as_posix()
        number += 1
    return name
