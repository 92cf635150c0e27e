"""The chapters and formats of one run: made, or taken from the report before as they stand."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from nbformat import NotebookNode

from lkipnb.report import notebooks
from lkipnb.report.ledger import Ledger, Piece
from lkipnb.report.manifest import sha256
from lkipnb.report.sources import Sources

OTHER_PROGRAM = (
    "Program atau pustakanya lain daripada ketika laporan yang lalu disusun, maka semuanya disusun"
    " lagi."
)


@dataclass(frozen=True)
class Pieces:
    """`known` is the report before, `sources` what stands now; `kept` are the pieces of this run
    that the next one may use, `each_time` the chapters that it must not use.
    """

    known: Ledger
    sources: Sources
    kept: dict[str, Piece] = field(default_factory=dict)
    each_time: set[str] = field(default_factory=set)

    @property
    def pesan(self) -> str:
        """Why nothing of the report before can be used; nothing where it can, or there is none."""
        if self.known.program not in ("", self.sources.program):
            return OTHER_PROGRAM
        return self.known.pesan

    def standing(self, chapters: Sequence[Path]) -> dict[Path, NotebookNode]:
        """The chapters that would give what they gave before."""
        found = {}
        for source in chapters:
            content = self._again(chapter_file(source), self.sources.chapter(source.name))
            if content is not None:
                found[source] = notebooks.read(content.decode())
        return found

    def ran(self, source: Path, seen: Collection[str]) -> None:
        """A chapter was run, and what was `seen` so far may be no source of the report."""
        if any(self._elsewhere(path) for path in seen):
            self.each_time.add(chapter_file(source))

    def keep_chapter(self, source: Path, content: bytes) -> None:
        """An executed chapter as a file; the next run may use it unless it looked elsewhere."""
        name = chapter_file(source)
        if name not in self.each_time:
            self._keep(name, self.sources.chapter(source.name), content)

    def made(self, name: str, key: str, make: Callable[[], bytes]) -> bytes:
        """A file by the key of what it is made from."""
        content = self._again(name, key)
        if content is None:
            content = make()
            self._keep(name, key, content)
        return content

    def carry(self, name: str, key: str) -> None:
        """A file that is not asked for and stays: keep it where it is of this very key."""
        self._again(name, key)

    def _again(self, name: str, key: str) -> bytes | None:
        content = self.known.piece(name, key)
        if content is not None:
            self._keep(name, key, content)
        return content

    def _keep(self, name: str, key: str, content: bytes) -> None:
        self.kept[name] = Piece(key, sha256(content))

    def _elsewhere(self, seen: str) -> bool:
        """Whether something that was looked at is none of the sources: folders of data only tell
        what there is.
        """
        if seen in self.sources.paths:
            return False
        return not (seen.endswith("/") and seen.startswith(self.sources.home))


def chapter_file(source: Path) -> str:
    """The executed chapter by its path in the report."""
    return f"notebooks/{source.name}"
