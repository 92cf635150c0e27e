"""The budget as it is calculated: lines, parts, groups of spending, income."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from decimal import Decimal

from lkipnb.model.ujung import Ujung


@dataclass(frozen=True, kw_only=True)
class Realisasi:
    """A budget and what became of it: amounts in rupiah, serapan and physical progress in percent.

    A member is None when a part of it was not reported; `pagu_murni_rp` also when nothing was
    changed.
    """

    pagu_murni_rp: Decimal | None
    pagu_rp: Decimal | None
    realisasi_rp: Decimal | None
    sisa_rp: Decimal | None
    serapan_persen: Decimal | None
    fisik_persen: Decimal | None

    def as_row(self) -> dict[str, object]:
        return asdict(self)


@dataclass(frozen=True, kw_only=True)
class TempatAnggaran:
    """A line of the budget and its place among the others.

    `jenjang` is the level as the law names it (program, kegiatan, ...), `tingkat` its number (1 =
    program, 2 = kegiatan, 3 = sub kegiatan, 0 and below = above a program).  `program` is the code
    of its program; of the topmost line where there is none.  `induk` is the code of the line above
    it.  `rinci` says that no line stands below it.  `sumber_dana` is its own, or that of a line
    above it.
    """

    kode_rekening: str
    uraian: str
    jenjang: str
    tingkat: int
    program: str
    induk: str | None
    rinci: bool
    sumber_dana: str | None


@dataclass(frozen=True, kw_only=True)
class BarisAnggaran(Realisasi, TempatAnggaran):
    """A line of the budget with what became of it.

    The amounts of a line with lines below it are the sums of those; its physical progress is the
    mean weighted by pagu.  Where the source prints a percentage and no realisasi, the absorption is
    that percentage.  `hanya_persen` says that only this keeps the realisasi unknown.
    """

    hanya_persen: bool


@dataclass(frozen=True, kw_only=True)
class ProgramTerbesar(BarisAnggaran):
    """The programme with the largest pagu, and its share of the part of the budget in percent."""

    bagian_persen: Decimal | None


@dataclass(frozen=True)
class BagianAnggaran:
    """A part of the budget: its lines in the order of their codes, and their sums.

    `jumlah` is the sum of the lines without lines below them, `tanpa_program` of those that stand
    under no programme, `tanpa_sumber` of those that name no source of funds; None where there are
    none.  `dirinci` are the lines that a report tells one by one, `serapan_ujung` those of them
    with the lowest and the highest absorption, `sumber` the sources that the lines of each
    programme name, by its code.
    """

    baris: tuple[BarisAnggaran, ...]
    jumlah: Realisasi
    tanpa_program: Realisasi | None
    tanpa_sumber: Realisasi | None
    dirinci: tuple[BarisAnggaran, ...]
    serapan_ujung: Ujung[BarisAnggaran]
    program_terbesar: ProgramTerbesar | None
    sumber: Mapping[str, tuple[str, ...]]

    @property
    def program(self) -> tuple[BarisAnggaran, ...]:
        return tuple(line for line in self.baris if line.tingkat == 1)

    @property
    def rinci(self) -> tuple[BarisAnggaran, ...]:
        """The lines without lines below them."""
        return tuple(line for line in self.baris if line.rinci)

    @property
    def hanya_persen(self) -> bool:
        """Whether every line whose realisasi is not known tells its percentage."""
        unknown = (line for line in self.rinci if line.realisasi_rp is None)
        return all(line.serapan_persen is not None for line in unknown)


@dataclass(frozen=True, kw_only=True)
class _Sumber:
    sumber_dana: str
    lain: bool


@dataclass(frozen=True, kw_only=True)
class JumlahSumberDana(Realisasi, _Sumber):
    """What a source of funds pays; `lain` says that it is not of the agency's own budget."""


@dataclass(frozen=True, kw_only=True)
class _Kelompok:
    kelompok: str


@dataclass(frozen=True, kw_only=True)
class _Penggunaan(_Kelompok):
    penggunaan: str


@dataclass(frozen=True, kw_only=True)
class _Jenis(_Kelompok):
    jenis: str


@dataclass(frozen=True, kw_only=True)
class JumlahKelompok(Realisasi, _Kelompok):
    """The kinds of spending of a group, together."""


@dataclass(frozen=True, kw_only=True)
class SerapanKelompok(Realisasi, _Penggunaan):
    """A group of spending, and what it is used for."""


@dataclass(frozen=True, kw_only=True)
class SerapanJenis(Realisasi, _Jenis):
    """A kind of spending within its group."""


@dataclass(frozen=True, kw_only=True)
class JumlahPendapatan:
    """Income that was aimed at and that came in, in rupiah; what exceeds the target, and the share
    in percent.

    A member is None when a part of it was not reported.
    """

    target_rp: Decimal | None
    realisasi_rp: Decimal | None
    lebih_rp: Decimal | None
    tercapai_persen: Decimal | None

    def as_row(self) -> dict[str, object]:
        return asdict(self)


@dataclass(frozen=True, kw_only=True)
class _Asal:
    kelompok: str
    uraian: str


@dataclass(frozen=True, kw_only=True)
class SumberPendapatan(JumlahPendapatan, _Asal):
    """A source of income with what came in from it."""
