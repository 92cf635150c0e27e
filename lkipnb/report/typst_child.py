"""The child that sets a PDF: reads one job as JSON, answers with JSON.  It imports nothing of
lkipnb.

Job: source, root, fonts, standards, timestamp, packages (an empty folder), output, memory_mib.
Answer: warnings, or error.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

# Rounds until the places of pictures settle, and the room in mm from which a table begins above a
# picture that waits for the next page: less is left white.
MOST_ROUNDS, ROOM = 6, 85


def _limit(mib: int) -> None:
    """Bound the address space where the system can (not on Windows)."""
    try:
        import resource
    except ImportError:
        return
    most = mib * 2**20
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


@dataclass
class Letak:
    """Which pictures stand where they are told of, and which tables wait for those that do not.

    A picture that was moved off its page by standing there floats for good, so that the places
    settle.
    """

    di_sini: frozenset[str] = frozenset()
    menunggu: frozenset[str] = frozenset()
    pindah: set[str] = field(default_factory=set)

    @property
    def masukan(self) -> dict[str, str]:
        """The inputs of the document."""
        return {
            "di-sini": ",".join(sorted(self.di_sini)),
            "menunggu": ",".join(sorted(self.menunggu)),
        }

    def perbarui(self, marks: Iterable[Mapping[str, Any]]) -> bool:
        """Decide anew by where everything stands; whether anything changed."""
        before = self.di_sini, self.menunggu
        told = list(marks)
        pictures = [mark for mark in told if mark["gambar"] is not None]
        fitting = {mark["id"] for mark in pictures if mark["gambar"] == mark["halaman"]}
        self.pindah |= self.di_sini - fitting
        self.di_sini = frozenset(fitting - self.pindah)
        waiting = {mark["halaman"] for mark in pictures if mark["gambar"] > mark["halaman"]}
        self.menunggu = frozenset(
            mark["id"]
            for mark in told
            if mark["gambar"] is None and mark["halaman"] in waiting and mark["sisa"] < ROOM
        )
        return (self.di_sini, self.menunggu) != before


def _placed(job: Mapping[str, Any], common: Mapping[str, Any]) -> dict[str, str]:
    """The inputs that tell where pictures stand; of a document that Typst refuses those at hand,
    for setting it tells why.
    """
    letak = Letak()
    for _ in range(MOST_ROUNDS):
        try:
            marks = _marks(job["source"], letak, common)
        except RuntimeError:
            break
        if not letak.perbarui(marks):
            break
    return letak.masukan


def _marks(source: str, letak: Letak, common: Mapping[str, Any]) -> Any:
    """Where each mark stands, in the pages of this decision."""
    import typst

    found = typst.query(
        source, "<letak>", field="value", one=True, sys_inputs=letak.masukan, **common
    )
    return json.loads(found)


def main() -> None:
    job = json.load(sys.stdin)
    import typst

    _limit(job["memory_mib"])
    common: dict[str, Any] = {
        "root": job["root"],
        "font_paths": job["fonts"],
        "ignore_system_fonts": True,
        "package_path": job["packages"],
        "package_cache_path": job["packages"],
    }
    try:
        _, warnings = typst.compile_with_warnings(
            job["source"],
            output=job["output"],
            pdf_standards=job["standards"],
            timestamp=job["timestamp"],
            sys_inputs=_placed(job, common),
            **common,
        )
    except typst.TypstError as error:
        json.dump({"error": error.message}, sys.stdout)
        return
    told = [warning.message for warning in warnings]
    json.dump({"warnings": told}, sys.stdout)


if __name__ == "__main__":
    main()
