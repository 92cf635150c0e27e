"""Whether what a PDF prints follows from the data that it holds: all is made again from them, and
compared.

Nothing of a PDF is run: its data are read like any other, the chapters are those of the program.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from lkipnb.errors import UsageError
from lkipnb.load.berkas import isi
from lkipnb.load.places import shipped_chapters
from lkipnb.report.build import build
from lkipnb.report.chapters import find
from lkipnb.report.manifest import sha256, versions
from lkipnb.report.order import Order
from lkipnb.report.paket import dari_pdf, paket
from lkipnb.report.paket.dari_pdf import Terkandung
from lkipnb.storage.scratch import scratch
from lkipnb.workbook import Workbook, open_workbook

MOST_BYTES = 300_000_000
SHOWN = 16  # digits of a hash that the report prints
_NUMBER = re.compile(r"\d")
# The number of who signs is in the print and not in the data.
_NIP = re.compile(r"NIP \d{8} \d{6} \d \d{3}")
_HASH = re.compile(rf"\b[0-9a-f]{{{SHOWN}}}\b")


@dataclass(frozen=True)
class Beda:
    """A place where the print says something else than the data: the page, and both texts."""

    halaman: int
    tercetak: str
    seharusnya: str

    @property
    def angka(self) -> bool:
        """Whether a figure is at stake."""
        return bool(_NUMBER.search(self.tercetak + self.seharusnya))


@dataclass(frozen=True)
class Putusan:
    """What was found: inputs and tables that are not what they should be, and places on pages.

    `angka` counts the figures on the pages that were compared; `catatan` says what could not be
    compared, and why.
    """

    judul: str
    masukan: int
    rusak: tuple[str, ...]
    tabel: int
    tabel_beda: tuple[str, ...]
    halaman: int
    angka: int
    beda: tuple[Beda, ...]
    catatan: tuple[str, ...]

    @property
    def mengikuti(self) -> bool:
        """Whether all that was compared follows."""
        return not (self.rusak or self.tabel_beda or self.beda)


def verifikasi(path: Path) -> Putusan:
    """Make everything again from the data in a PDF, and compare.

    Raises UsageError for what is no PDF of lkipnb, DataError when its data break a contract,
    ReportError or ChapterError when no report can be made of them.
    """
    content, faults = isi(path, path.name, MOST_BYTES)
    if faults:
        raise UsageError(str(faults[0]))
    held = dari_pdf.baca(content)
    with scratch() as folder:
        data = folder / "data"
        dari_pdf.tulis(held, data)
        lk = open_workbook(held.opd, held.tahun, data=data)
        again = paket(lk, held.manifest)
        notes = list(_other_versions(held))
        pages: tuple[str, ...] = ()
        if _other_chapters(held):
            notes.append("halaman tidak dibandingkan: laporan memakai bab yang bukan bawaan")
        else:
            pages = _pages(lk, held, folder)
    return _judged(held, lk, again, pages, notes)


def _pages(lk: Workbook, held: Terkandung, folder: Path) -> tuple[str, ...]:
    """The text of the pages as they are made from the data."""
    order = Order(held.opd, held.tahun, lk.folder, shipped_chapters(), folder / "out", ("pdf",))
    report = build(order)
    return dari_pdf.halaman((report.folder / "lkip.pdf").read_bytes())


def _judged(
    held: Terkandung,
    lk: Workbook,
    again: Mapping[str, bytes],
    pages: Sequence[str],
    notes: Sequence[str],
) -> Putusan:
    tables = [name for name in again if name.endswith(".csv") and not name.startswith("masukan-")]
    other = [name for name in tables if held.berkas.get(name) != again[name]]
    printed = [_plain(text, held.manifest["masukan"]) for text in held.halaman]
    made = [_plain(text, lk.data.sha256) for text in pages]
    return Putusan(
        judul=f"{held.opd} {held.tahun}",
        masukan=len(held.tentang["masukan"]),
        rusak=tuple(dari_pdf.rusak(held)),
        tabel=len(tables),
        tabel_beda=tuple(other),
        halaman=len(made) and len(printed),
        angka=sum(len(_figures(text)) for text in printed) if made else 0,
        beda=tuple(_compared(printed, made)) if made else (),
        catatan=tuple(notes),
    )


def _compared(printed: Sequence[str], made: Sequence[str]) -> Iterator[Beda]:
    """Where the pages differ; pages that only one of both has are told whole."""
    for number in range(max(len(printed), len(made))):
        here = printed[number] if number < len(printed) else ""
        there = made[number] if number < len(made) else ""
        if here != there:
            yield from _differences(number + 1, here.split(), there.split())


def _differences(page: int, here: list[str], there: list[str]) -> Iterator[Beda]:
    for kind, a, b, c, d in SequenceMatcher(None, here, there, autojunk=False).get_opcodes():
        if kind != "equal":
            yield Beda(page, " ".join(here[a:b]), " ".join(there[c:d]))


def _plain(text: str, digests: Mapping[str, str]) -> str:
    """The text of a page without what the data cannot tell: the NIP, and hashes of files of which
    the package holds a part.
    """
    names = {digest[:SHOWN]: name for name, digest in digests.items()}
    without = _NIP.sub("NIP", " ".join(text.split()))
    return _HASH.sub(lambda match: names.get(match[0], match[0]), without)


def _figures(text: str) -> list[str]:
    return [word for word in text.split() if _NUMBER.search(word)]


def _other_versions(held: Terkandung) -> Iterator[str]:
    made, now = held.manifest["versi"], versions()
    other = [name for name in made if made[name] != now.get(name)]
    if other:
        told = ", ".join(f"{name} {made[name]}" for name in sorted(other))
        yield f"laporan dibuat dengan {told}; perbedaan kata atau letak dapat berasal dari situ"


def _other_chapters(held: Terkandung) -> bool:
    shipped = {path.name: sha256(path.read_bytes()) for path in find(shipped_chapters())}
    return bool(shipped != held.manifest["bab"])
