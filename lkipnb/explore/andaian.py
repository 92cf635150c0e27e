"""A scenario: what would follow from other figures, by the same calculators as the report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from lkipnb import check
from lkipnb.calculate import calculate
from lkipnb.errors import DataError, Fault, UsageError
from lkipnb.load.andaian import Andai, diandaikan
from lkipnb.model import Dataset
from lkipnb.model.bingkai import Hasil
from lkipnb.present.block import Nomor
from lkipnb.schemas import Anggaran, Indikator, Kinerja, Klaim
from lkipnb.workbook import Workbook

KINERJA, INDIKATOR, ANGGARAN = Kinerja.table.name, Indikator.table.name, Anggaran.table.name
REALISASI = "realisasi"
# What comes before a reported realisasi: with it the question would change nothing.
BAGIAN = ("nilai_pembilang", "nilai_penyebut")
TURUNAN = ("turunan", "turunan_dari")
JUMLAH = ("pagu_murni_rp", "pagu_rp", "realisasi_rp", "serapan_persen", "fisik_persen")


@dataclass(frozen=True)
class Andaian:
    """A scenario of an agency and year: its name, and the cells that are assumed in it."""

    nama: str
    opd: str
    tahun: int
    andai: tuple[Andai, ...] = ()

    def dengan(self, andai: Andai) -> Andaian:
        """The same with another cell, in place of what was assumed in it before."""
        return replace(self, andai=(*self.tanpa(andai).andai, andai))

    def tanpa(self, andai: Andai) -> Andaian:
        """The same without what is assumed in the cell of `andai`."""
        kept = [each for each in self.andai if _cell(each) != _cell(andai)]
        return replace(self, andai=tuple(kept))


def _cell(andai: Andai) -> tuple[str, str, str]:
    return andai.tabel, andai.kunci, andai.kolom


def terapkan(lk: Workbook, andaian: Andaian) -> Workbook:
    """The workbook as it would be; `lk` and its data stay as they are.

    Raises UsageError for a scenario of another agency or year, DataError with every fault where a
    cell cannot be assumed or the year then breaks a contract.
    """
    own = (lk.data.opd, lk.data.tahun)
    if (andaian.opd, andaian.tahun) != own:
        raise UsageError(
            f"Andaian “{andaian.nama}” dibuat untuk {andaian.opd} tahun {andaian.tahun}, bukan"
            f" {own[0]} tahun {own[1]}."
        )
    data, faults = diandaikan(lk.data, _whole(andaian.andai))
    faults = [*faults, *_idle(lk, andaian.andai)]
    if faults:
        raise DataError(faults)
    return _calculated(lk, data)


def _calculated(lk: Workbook, data: Dataset) -> Workbook:
    broken = [fault for fault in check.faults(data) if fault.file != Klaim.table.file]
    if broken:
        raise DataError(broken)
    untouched = data.tables[ANGGARAN] is lk.data.tables[ANGGARAN]
    same = lk.results if untouched else None
    results = calculate(data, lk.rules, lk.terdahulu, same)
    # Measures of claims may name what the scenario has changed; claims are no part of it.
    return Workbook(data, lk.rules, results, Nomor(""), lk.folder, lk.terdahulu)


def _whole(andai: Iterable[Andai]) -> Iterator[Andai]:
    """The cells, and those that would come before an assumed realisasi as empty ones."""
    for each in andai:
        yield each
        if (each.tabel, each.kolom) == (KINERJA, REALISASI):
            yield from (replace(each, kolom=name, nilai="") for name in BAGIAN)
            own = each.kunci.replace("indikator=", "kode=", 1)
            yield from (Andai(INDIKATOR, own, name, "") for name in TURUNAN)


def _idle(lk: Workbook, andai: Iterable[Andai]) -> list[Fault]:
    """The amounts of budget lines that are sums of the lines below them."""
    sums = {
        f"kode_rekening={line.kode_rekening}"
        for line in lk.results.anggaran_semua.baris
        if not line.rinci
    }
    why_not = "baris ini jumlah dari baris di bawahnya; ubah rinciannya"
    return [
        Fault(Anggaran.table.file, None, each.kolom, each.nilai, why_not)
        for each in andai
        if each.tabel == ANGGARAN and each.kunci in sums and each.kolom in JUMLAH
    ]


def bagaimana_jika(lk: Workbook, kode: str, realisasi: Decimal) -> Hasil:
    """The results if indicator `kode` had reached `realisasi` (unit of the indicator); `lk` stays
    as it is.
    """
    cell = Andai(KINERJA, f"indikator={kode}", REALISASI, format(realisasi, "f"))
    one = Andaian("", lk.data.opd, lk.data.tahun, (cell,))
    return Hasil(terapkan(lk, one).results)
