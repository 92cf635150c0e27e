"""The sentences that an agency writes itself, each with the line that it begins on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lkipnb.audit.materi import Materi

OWN = "narasi/"
TEMPLATE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
# A sentence ends before a capital letter, a list item, a table row or an empty line.
ENDS = re.compile(r"(?<=[.!?;])\s+(?=[A-Z“\"*])|\n\s*(?=[-*#|]|\d+\.\s)|\n\s*\n")
MOST_QUOTED = 160  # letters of a sentence that a message quotes


@dataclass(frozen=True)
class Kalimat:
    """A sentence of a piece of prose, on one line; `baris` is that of the file."""

    berkas: str
    baris: int
    isi: str

    @property
    def dikutip(self) -> str:
        """The sentence in quotation marks, cut where it is long."""
        text = self.isi.strip("-*# ")
        return f"“{text}”" if len(text) <= MOST_QUOTED else f"“{text[:MOST_QUOTED]}…”"


def kalimat(materi: Materi) -> Iterator[Kalimat]:
    """Every sentence of the agency's prose without what a template puts in; the chapters speak for
    themselves.
    """
    for file, text in materi.prosa.items():
        if file.startswith(OWN):
            yield from _of_text(file, TEMPLATE.sub(_as_lines, text))


def _as_lines(match: re.Match[str]) -> str:
    """The place of a template, so that the lines keep their number."""
    return "…" + "\n" * match[0].count("\n")


def _of_text(file: str, text: str) -> Iterator[Kalimat]:
    at = 0
    for end in (*(match.span() for match in ENDS.finditer(text)), (len(text), len(text))):
        own = text[at : end[0]]
        if own.strip():
            start = at + len(own) - len(own.lstrip())
            yield Kalimat(file, text.count("\n", 0, start) + 1, " ".join(own.split()))
        at = end[1]
