"""What a rule of the audit is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lkipnb.audit.kaitan import Kaitan
from lkipnb.audit.materi import Materi
from lkipnb.audit.temuan import Temuan


@dataclass(frozen=True)
class Aturan:
    """A rule: its id, level, the law or arithmetic behind it, and what it means in plain
    Indonesian.

    `perlu` are the tables without which it cannot run, `utuh` those that must keep their contract
    too, for the rule calculates with them.  A rule either says findings (`periksa`), or says
    relations between cells (`kaitan`) whose breaches are explained together with those of other
    rules.  A rule that is `cadangan` speaks where no other does.
    """

    id: str
    tingkat: str
    judul: str
    dasar: str
    penjelasan: str
    perlu: tuple[str, ...]
    periksa: Callable[[Materi], Iterator[Temuan]] | None = None
    kaitan: Callable[[Materi], Iterator[Kaitan]] | None = None
    utuh: tuple[str, ...] = ()
    cadangan: bool = False
