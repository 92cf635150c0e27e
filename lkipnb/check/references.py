"""What a file names in another one, and the years that belong together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from lkipnb.check.cells import fault_at, fault_in_profile
from lkipnb.check.contracts import tertimpa
from lkipnb.errors import Fault
from lkipnb.model import Dataset
from lkipnb.schemas import YEAR_TABLES, Dukungan, Indikator, Peraturan, Renstra, Riwayat, Sasaran

NO_CODE = f"tidak ada di kolom kode pada {Indikator.table.file} atau {Sasaran.table.file}"
NO_REGULATION = f"tidak ada di {Peraturan.table.file}"


def served(data: Dataset) -> Iterator[Fault]:
    """What a line of the budget serves is an indicator or a sasaran."""
    codes = [*data.indikator.kode, *data.sasaran.kode]
    known = set(codes)
    missing = [own for own in data.baris(Dukungan) if own.kode and own.kode not in known]
    if tertimpa(codes, {own.kode for own in missing}):
        return
    for own in missing:
        yield fault_at(own, "kode", NO_CODE)


def years(data: Dataset) -> Iterator[Fault]:
    """Earlier years are earlier, and years of the Renstra lie in its period."""
    for past in data.baris(Riwayat):
        if isinstance(past.tahun, Decimal) and past.tahun >= data.tahun:
            yield fault_at(past, "tahun", f"diharapkan tahun sebelum {data.tahun}")
    period = data.profil.periode.renstra
    for plan in data.baris(Renstra):
        if isinstance(plan.tahun, Decimal) and not period.awal <= plan.tahun <= period.akhir:
            told = f"diharapkan tahun Renstra, {period.awal} sampai {period.akhir}"
            yield fault_at(plan, "tahun", told)


def profile(data: Dataset) -> Iterator[Fault]:
    """The profile names regulations of the list, each once, and tables that there are."""
    profil = data.profil
    known = set(data.peraturan.kode)
    for field in ("dasar_hukum", "pembentukan"):
        for kode in getattr(profil, field):
            if known and kode not in known:
                yield fault_in_profile(field, kode, NO_REGULATION)
    for name in profil.sumber:
        if name not in YEAR_TABLES:
            told = f"bukan nama tabel; diharapkan salah satu dari: {', '.join(YEAR_TABLES)}"
            yield fault_in_profile(f"sumber.{name}", None, told)
    for kode, times in Counter(profil.dasar_hukum).items():
        if times > 1:
            yield fault_in_profile("dasar_hukum", kode, "tertulis dua kali")
