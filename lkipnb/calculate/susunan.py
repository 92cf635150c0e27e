"""The lines of a budget as a tree: the place of each, by its code and the names of the law."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from lkipnb.calculate.rekening import Ruas, induk, pengganti, ruas, urutan_ruas
from lkipnb.model import TempatAnggaran
from lkipnb.rules import SusunanAnggaran
from lkipnb.schemas import Anggaran

# A code and all above it, from the top down.
Silsilah = tuple[Ruas, ...]


@dataclass(frozen=True)
class Letak:
    """A line of the budget, its chain of codes, and its place."""

    asli: Anggaran
    silsilah: Silsilah
    tempat: TempatAnggaran


def letak(anggaran: Sequence[Anggaran], susunan: SusunanAnggaran) -> tuple[Letak, ...]:
    """Each line with its place, in the order of the codes."""
    ordered = sorted(anggaran, key=_order)
    pohon = _Pohon.dari(ordered, susunan)
    return tuple(map(pohon.letak, ordered))


def tingkat(codes: Iterable[Ruas], susunan: SusunanAnggaran) -> dict[Ruas, int]:
    """The level of each code: 1 for a program, 2 for a kegiatan, 0 and below above a program."""
    return _levels(_chains(codes), susunan)


def _order(line: Anggaran) -> tuple[object, ...]:
    return urutan_ruas(ruas(line.kode_rekening))


@dataclass(frozen=True)
class _Pohon:
    """What the place of a line is told by: the code, the source and the level of each line."""

    kode: Mapping[Ruas, str]
    sumber: Mapping[Ruas, str | None]
    silsilah: Mapping[Ruas, Silsilah]
    tingkat: Mapping[Ruas, int]
    bercabang: frozenset[Ruas]
    susunan: SusunanAnggaran

    @classmethod
    def dari(cls, lines: Iterable[Anggaran], susunan: SusunanAnggaran) -> _Pohon:
        codes: dict[Ruas, str] = {}
        sources: dict[Ruas, str | None] = {}
        for line in lines:
            own = ruas(line.kode_rekening)
            codes[own] = line.kode_rekening
            sources[own] = line.sumber_dana
        chains = _chains(codes)
        forks = frozenset(above for chain in chains.values() for above in chain[:-1])
        return cls(codes, sources, chains, _levels(chains, susunan), forks, susunan)

    def letak(self, line: Anggaran) -> Letak:
        own = ruas(line.kode_rekening)
        chain = self.silsilah[own]
        place = TempatAnggaran(
            kode_rekening=line.kode_rekening,
            uraian=line.uraian,
            jenjang=self._jenjang(own),
            tingkat=self.tingkat[own],
            program=self._program(chain),
            induk=self._induk(chain),
            rinci=own not in self.bercabang,
            sumber_dana=self._sumber(chain),
        )
        return Letak(line, chain, place)

    def _jenjang(self, own: Ruas) -> str:
        names = self.susunan.tingkat
        level = self.tingkat[own]
        if 1 <= level <= len(names):
            return names[level - 1]
        return self.susunan.ruas.get(len(own), "rincian")

    def _program(self, chain: Silsilah) -> str:
        for own in chain:
            if self.tingkat[own] == 1:
                return self.kode[own]
        return self.kode[chain[0]]

    def _induk(self, chain: Silsilah) -> str | None:
        if len(chain) == 1:
            return None
        return self.kode[chain[-2]]

    def _sumber(self, chain: Silsilah) -> str | None:
        """Its own source, else that of the nearest line above it that names one."""
        for own in reversed(chain):
            source = self.sumber[own]
            if source is not None:
                return source
        return None


def _chains(codes: Iterable[Ruas]) -> dict[Ruas, Silsilah]:
    """Each code with all above it, in the order of the codes: one comes before those below it."""
    known = dict.fromkeys(codes)
    chains: dict[Ruas, Silsilah] = {}
    for own in sorted(known, key=urutan_ruas):
        above = induk(own, known)
        before = () if above is None else chains[above]
        chains[own] = (*before, own)
    return chains


def _levels(chains: Mapping[Ruas, Silsilah], susunan: SusunanAnggaran) -> dict[Ruas, int]:
    aturan = _Tingkat(_named(chains, susunan), susunan.tingkat[0])
    begins = _tops(chains)
    return {own: aturan.dari(chain, begins[chain[0]]) for own, chain in chains.items()}


def _tops(chains: Mapping[Ruas, Silsilah]) -> dict[Ruas, int]:
    """The depth at which lines without one above them begin: that of codes as long as theirs
    elsewhere.

    So a kegiatan whose programme is not in the budget is no programme.
    """
    depth = {len(own): len(chain) for own, chain in chains.items() if len(chain) > 1}
    return {own: depth.get(len(own), 1) for own, chain in chains.items() if len(chain) == 1}


def _named(codes: Collection[Ruas], susunan: SusunanAnggaran) -> Mapping[int, str]:
    """The names of levels by segments; none when no code has the segments of a programme, as in a
    short code.
    """
    program = susunan.tingkat[0]
    printed = [own for own in codes if not pengganti(own)]
    if any(susunan.ruas.get(len(own)) == program for own in printed):
        return susunan.ruas
    return {}


@dataclass(frozen=True)
class _Tingkat:
    """The level of a code: by its segments where the law names them, else by its depth."""

    named: Mapping[int, str]
    program: str

    def dari(self, chain: Silsilah, begins: int) -> int:
        """The level of the last code of a chain; `begins` is the depth of its first."""
        own = chain[-1]
        if pengganti(own):
            return begins if len(chain) == 1 else self.dari(chain[:-1], begins) + 1
        name = self.named.get(len(own))
        if name is not None:
            return self._rank(name) - self._rank(self.program) + 1
        counted = [code for code in chain if not self._above_programme(code)]
        return begins - 1 + len(counted)

    def _rank(self, name: str) -> int:
        return list(self.named.values()).index(name)

    def _above_programme(self, code: Ruas) -> bool:
        name = self.named.get(len(code))
        return name is not None and self._rank(name) < self._rank(self.program)
