"""One year as the rules see it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from lkipnb import check
from lkipnb.audit import chapters
from lkipnb.audit.materi import Materi
from lkipnb.calculate import DIBACA, EARLIER_YEARS, capaian_setahun
from lkipnb.errors import DataError, Fault, joined
from lkipnb.load import tambahan
from lkipnb.load.dataset import load, sebelum_koreksi
from lkipnb.load.places import year_path, years_before
from lkipnb.model import CapaianIndikator
from lkipnb.rules import rules


def muat(
    opd: str, tahun: int, data: Path, *, mentah: bool = False, notebooks: Path | None = None
) -> Materi:
    """One year, read from its files: as corrected, or with `mentah` as printed.

    `notebooks` are chapters whose prose is read too.  Raises UsageError when the agency or year
    does not exist, DataError when its profile cannot be read.
    """
    dataset, faults = load(opd, tahun, data, koreksi=not mentah)
    if dataset is None:
        raise DataError(faults)
    dataset, unshown = tambahan.lengkapi(dataset, year_path(data, opd, tahun))
    faults = joined(faults + unshown, check.faults(dataset))
    before = list(_earlier(opd, tahun, data))
    lampau = {year.tahun: year.indikator for year in before if year.indikator is not None}
    cacat = {year.tahun: year.cacat for year in before if year.cacat}
    loaded = Materi(dataset, rules(tahun), tuple(faults), lampau, lampau_cacat=cacat)
    return dimuat(loaded, notebooks)


def dimuat(materi: Materi, notebooks: Path | None = None) -> Materi:
    """A loaded year with the agency's prose, and that of chapters where they are given."""
    prose = {f"narasi/{name}.md": text for name, text in materi.data.narasi.items()}
    if notebooks is None:
        return replace(materi, prosa=prose)
    prose |= chapters.prose(notebooks)
    return replace(materi, prosa=prose, narasi_dipakai=chapters.called(notebooks))


def tercetak(materi: Materi) -> Materi:
    """The same year as printed, before `koreksi.csv`; no file is read, and nothing is checked again
    where nothing was corrected.
    """
    dataset, faults = sebelum_koreksi(materi.data)
    if dataset is materi.data:
        return materi
    faults = joined(faults, check.faults(dataset))
    return replace(materi, data=dataset, faults=tuple(faults), dihitung=None)


class Lampau(NamedTuple):
    """A year before the one that is judged: its indicators, or what is wrong with its tables."""

    tahun: int
    indikator: tuple[CapaianIndikator, ...] | None
    cacat: tuple[Fault, ...]


def _earlier(opd: str, tahun: int, data: Path) -> Iterator[Lampau]:
    """The years before that have a folder, oldest first."""
    for year in years_before(data, opd, tahun, EARLIER_YEARS):
        yield _year(opd, year, data)


def _year(opd: str, year: int, data: Path) -> Lampau:
    dataset, faults = load(opd, year, data, hanya=DIBACA)
    if dataset is not None and not faults:
        faults = check.faults(dataset)
    if dataset is None or faults:
        return Lampau(year, None, tuple(faults))
    return Lampau(year, capaian_setahun(dataset, rules(year)), ())
