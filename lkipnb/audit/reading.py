"""One year as the rules see it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from lkipnb import check
from lkipnb.audit import chapters
from lkipnb.audit.materi import Materi
from lkipnb.calculate import DIBACA, EARLIER_YEARS, capaian_setahun
from lkipnb.errors import DataError, joined
from lkipnb.load.dataset import load, sebelum_koreksi
from lkipnb.load.places import years
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
    faults = joined(faults, check.faults(dataset))
    lampau = dict(_earlier(opd, tahun, data))
    return dimuat(Materi(dataset, rules(tahun), tuple(faults), lampau), notebooks)


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


def _earlier(
    opd: str, tahun: int, data: Path
) -> Iterator[tuple[int, tuple[CapaianIndikator, ...]]]:
    """The indicators of the years before, oldest first; a year that breaks its contract is passed
    over.
    """
    for year in years(data, opd):
        if not tahun - EARLIER_YEARS <= year < tahun:
            continue
        dataset, faults = load(opd, year, data, hanya=DIBACA)
        if dataset is not None and not faults and not check.faults(dataset):
            yield year, capaian_setahun(dataset, rules(year))
