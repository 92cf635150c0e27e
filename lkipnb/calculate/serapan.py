"""Serapan: realisasi as a share of pagu, per line, per part of the budget and in total.

The absorption of a group is the sum of realisasi over the sum of pagu, never a mean of
percentages.  Amounts of lines that have lines below them are sums of those; what the source
printed for them is kept apart as a claim.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Protocol

from lkipnb.calculate.persen import NOL, jumlah, persen, rata_rata, selisih
from lkipnb.calculate.pohon import Pohon
from lkipnb.calculate.rekening import Ruas
from lkipnb.calculate.susunan import Letak, letak
from lkipnb.calculate.ujung import di_ujung
from lkipnb.model import (
    BagianAnggaran,
    BarisAnggaran,
    JumlahSumberDana,
    NotApplicable,
    ProgramTerbesar,
    Realisasi,
)
from lkipnb.rules import SusunanAnggaran
from lkipnb.schemas import Anggaran

Sel = Decimal | NotApplicable | None
Sumber = str | None


class Berpagu(Protocol):
    """A row that tells of a budget, in rupiah."""

    @property
    def pagu_murni_rp(self) -> Sel: ...
    @property
    def pagu_rp(self) -> Sel: ...
    @property
    def realisasi_rp(self) -> Sel: ...


class Berfisik(Berpagu, Protocol):
    """One that tells of physical progress too, in percent."""

    @property
    def fisik_persen(self) -> Sel: ...


def serapan_anggaran(
    anggaran: Sequence[Anggaran], susunan: SusunanAnggaran
) -> tuple[BarisAnggaran, ...]:
    """One row per budget line, in the order of the codes."""
    placed = letak(anggaran, susunan)
    below = _lines_below(placed)
    lines = [_line(each, below[each.silsilah[-1]]) for each in placed]
    shared = _only_percent(lines)
    return tuple(replace(line, hanya_persen=line.kode_rekening in shared) for line in lines)


def _line(letak: Letak, below: Sequence[Anggaran]) -> BarisAnggaran:
    amounts = jumlah_baris(below)
    if amounts.realisasi_rp is None:
        amounts = _with_printed_share(amounts, letak.asli)
    return BarisAnggaran(**vars(letak.tempat), **vars(amounts), hanya_persen=False)


def _with_printed_share(amounts: Realisasi, line: Anggaran) -> Realisasi:
    """Where the realisasi is not known in rupiah, the absorption that the source prints in
    percent.
    """
    printed = line.serapan_persen
    if not isinstance(printed, Decimal):
        return amounts
    return replace(amounts, serapan_persen=printed)


def _lines_below(placed: Sequence[Letak]) -> dict[Ruas, list[Anggaran]]:
    """The lines without lines below them that each line sums over; such a line sums over itself."""
    below: dict[Ruas, list[Anggaran]] = {}
    for each in placed:
        if not each.tempat.rinci:
            continue
        for own in each.silsilah:
            below.setdefault(own, []).append(each.asli)
    return below


def _only_percent(lines: Sequence[BarisAnggaran]) -> set[str]:
    """The codes of lines, and of groups of them, whose realisasi is not known in rupiah only
    because the source prints percentages.
    """
    tree = pohon(lines)
    unknown = [line for line in lines if line.rinci and line.realisasi_rp is None]
    shared: set[str] = set()
    silent: set[str] = set()
    for line in unknown:
        kind = silent if line.serapan_persen is None else shared
        kind.update(tree.garis(line.kode_rekening))
    return shared - silent


def pohon(lines: Iterable[BarisAnggaran]) -> Pohon[str]:
    """The tree of the codes of a budget."""
    above = {line.kode_rekening: line.induk for line in lines}
    return Pohon(above, Pohon.bercabang(above))


def bagian(lines: tuple[BarisAnggaran, ...], susunan: SusunanAnggaran) -> BagianAnggaran:
    """Lines of a budget, as `serapan_anggaran` gives them, with their sums."""
    lowest = [line for line in lines if line.rinci]
    total = jumlah_baris(lowest)
    told = _told(lines, susunan)
    programmes = {line.kode_rekening for line in lines if line.tingkat == 1}
    outside = [line for line in lowest if line.program not in programmes]
    silent = [line for line in lowest if line.sumber_dana is None]
    return BagianAnggaran(
        baris=lines,
        jumlah=total,
        tanpa_program=_total_of_any(outside),
        tanpa_sumber=_total_of_any(silent),
        dirinci=told,
        serapan_ujung=di_ujung(told, "serapan_persen"),
        program_terbesar=_largest(lines, total),
        sumber=_sources(lowest),
    )


def _total_of_any(lines: Sequence[BarisAnggaran]) -> Realisasi | None:
    return jumlah_baris(lines) if lines else None


def _largest(lines: Iterable[BarisAnggaran], total: Realisasi) -> ProgramTerbesar | None:
    """The first of the programmes with the largest pagu; None where there is none."""
    programmes = [line for line in lines if line.tingkat == 1]
    if not programmes:
        return None
    most = max(programmes, key=lambda line: line.pagu_rp or NOL)
    return ProgramTerbesar(**vars(most), bagian_persen=persen(most.pagu_rp, total.pagu_rp))


def _told(lines: tuple[BarisAnggaran, ...], susunan: SusunanAnggaran) -> tuple[BarisAnggaran, ...]:
    """The lines that the law names and below which it names no other.

    A budget may go on below them into kinds of spending (Belanja Barang dan Jasa, once for every
    sub kegiatan); those have no name of their own to tell them by.
    """
    named = [line for line in lines if 1 <= line.tingkat <= len(susunan.tingkat)]
    if not named:
        return tuple(line for line in lines if line.rinci)
    above = {line.induk for line in named}
    return tuple(line for line in named if line.kode_rekening not in above)


def _sources(lowest: Iterable[BarisAnggaran]) -> dict[str, tuple[str, ...]]:
    """The sources of funds by programme, in the order of first mention."""
    named: dict[str, dict[str, None]] = {}
    for line in lowest:
        own = named.setdefault(line.program, {})
        if line.sumber_dana is not None:
            own[line.sumber_dana] = None
    return {program: tuple(own) for program, own in named.items()}


def bagian_anggaran(
    anggaran: Sequence[Anggaran],
    semua: BagianAnggaran,
    susunan: SusunanAnggaran,
    ikut: Callable[[Sumber], bool],
) -> BagianAnggaran:
    """The part of a budget whose sources of funds are wanted.

    `anggaran` is the table, `semua` the whole of it computed.  A group holds its wanted lines only,
    and does not appear without one.
    """
    tree = pohon(semua.baris)
    lowest = {line.kode_rekening: line.sumber_dana for line in semua.rinci}
    kept: set[str] = set()
    for code, source in lowest.items():
        if ikut(source):
            kept.update(tree.garis(code))
    if len(kept) == len(semua.baris):
        return semua
    wanted = [line for line in anggaran if line.kode_rekening in kept]
    part = [line if line.kode_rekening in lowest else _unprinted(line) for line in wanted]
    return bagian(serapan_anggaran(part, susunan), susunan)


def _unprinted(group: Anggaran) -> Anggaran:
    """A group without its percentage, which was printed for the whole of it."""
    return replace(group, serapan_persen=None)


def serapan_sumber_dana(
    semua: BagianAnggaran, lain: Callable[[Sumber], bool]
) -> tuple[JumlahSumberDana, ...]:
    """One row per source of funds that the lines name, in the order of first mention."""
    named: dict[str, list[BarisAnggaran]] = {}
    for line in semua.rinci:
        if line.sumber_dana is not None:
            named.setdefault(line.sumber_dana, []).append(line)
    return tuple(
        JumlahSumberDana(sumber_dana=name, lain=lain(name), **vars(jumlah_baris(lines)))
        for name, lines in named.items()
    )


def jumlah_baris(lines: Sequence[Berfisik]) -> Realisasi:
    """The total of some lines, none of which stands below another."""
    return replace(jumlah_pagu(lines), fisik_persen=_progress(lines))


def _progress(lines: Sequence[Berfisik]) -> Decimal | None:
    """The mean weighted by pagu; None as soon as one line does not tell it."""
    done = [line.fisik_persen for line in lines]
    if not all(isinstance(value, Decimal) for value in done):
        return None
    return rata_rata(done, [line.pagu_rp for line in lines])


def jumlah_pagu(lines: Sequence[Berpagu]) -> Realisasi:
    """The sums of some rows, without physical progress."""
    total = jumlah(line.pagu_rp for line in lines)
    spent = jumlah(line.realisasi_rp for line in lines)
    return Realisasi(
        pagu_murni_rp=_before_the_change(lines),
        pagu_rp=total,
        realisasi_rp=spent,
        sisa_rp=selisih(total, spent),
        serapan_persen=persen(spent, total),
        fisik_persen=None,
    )


def _before_the_change(lines: Sequence[Berpagu]) -> Decimal | None:
    """The sum before a change of the budget, where one line was changed; the others had what they
    have.
    """
    if all(line.pagu_murni_rp is None for line in lines):
        return None
    return jumlah(map(_before, lines))


def _before(line: Berpagu) -> Sel:
    if line.pagu_murni_rp is None:
        return line.pagu_rp
    return line.pagu_murni_rp
