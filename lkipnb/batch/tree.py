"""A folder by its fsspec path: on this disk, in memory, or in a store of a cluster."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lkipnb.errors import StorageError, UsageError
from lkipnb.storage import place
from lkipnb.storage.refusal import sentence

PROBE = ".lkipnb-uji"


@dataclass(frozen=True)
class Tree:
    """A folder: its file system and its path there; `local` where that is this disk."""

    system: Any
    root: str
    local: Path | None

    def files(self, below: str) -> list[str]:
        """The files below a folder by their path in the tree; none where it does not exist."""
        start = f"{self.root}/{below}"
        if not self.system.isdir(start):
            return []
        found = self.system.find(start)
        return sorted(name[name.index(start) + len(self.root) + 1 :] for name in found)

    def folders(self, below: str = "") -> list[str]:
        """The names of the folders in a folder."""
        start = f"{self.root}/{below}".rstrip("/")
        if not self.system.isdir(start):
            return []
        listed = self.system.ls(start, detail=True)
        names = [entry["name"] for entry in listed if entry["type"] == "directory"]
        return sorted(name.rstrip("/").rpartition("/")[2] for name in names)

    def read(self, name: str) -> bytes:
        content: bytes = self.system.cat_file(f"{self.root}/{name}")
        return content

    def write(self, name: str, content: bytes) -> None:
        """Write a file whole.  Raises StorageError in one sentence."""
        if self.local is not None:
            place.put_file(self.local / name, content)
            return
        try:
            path = f"{self.root}/{name}"
            self.system.makedirs(path.rpartition("/")[0], exist_ok=True)
            self.system.pipe_file(path, content)
        except OSError as error:
            raise StorageError(sentence(error, Path(name))) from error

    def remove(self, name: str) -> None:
        """Remove a file that may be there."""
        path = f"{self.root}/{name}"
        if self.system.exists(path):
            self.system.rm_file(path)

    def try_to_write(self) -> None:
        """Raises StorageError where nothing can be written, before anything is made."""
        self.write(PROBE, b"")
        self.remove(PROBE)


def tree(url: str) -> Tree:
    """The folder at a path or an fsspec address.  Raises UsageError for one that nothing opens."""
    from fsspec.core import url_to_fs
    from fsspec.implementations.local import LocalFileSystem

    try:
        system, root = url_to_fs(url)
    except (ImportError, ValueError) as error:
        raise UsageError(f"Alamat {url} tidak dapat dibuka: {error}.") from error
    local = Path(root) if isinstance(system, LocalFileSystem) else None
    return Tree(system, root.rstrip("/"), local)
