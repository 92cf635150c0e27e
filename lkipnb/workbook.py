"""The workbook: one agency and fiscal year, loaded, checked and calculated, ready to present."""

from __future__ import annotations

import copy
from collections import ChainMap
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from lkipnb import check
from lkipnb.audit.materi import Materi
from lkipnb.calculate import DIBACA, EARLIER_YEARS, calculate, capaian_setahun
from lkipnb.calculate.setahun import Setahun
from lkipnb.errors import DataError, Fault, ProseError, UsageError, joined
from lkipnb.load import tambahan
from lkipnb.load.dataset import load
from lkipnb.load.impor import bertempat
from lkipnb.load.places import data_folder, year_folder, years_before
from lkipnb.model import CapaianIndikator, Dataset, Results
from lkipnb.present import parameter
from lkipnb.present.bahan import Bahan
from lkipnb.present.block import Narasi, Nomor, Rangkaian, TandaTangan
from lkipnb.present.magic import register
from lkipnb.rules import rules
from lkipnb.schemas import PROSE, REFERENCE_FOLDER, YEAR_TABLES, Klaim, Sasaran
from lkipnb.schemas.tambahan import TAMBAHAN, TEMPAT

if TYPE_CHECKING:
    import pandas as pd

    from lkipnb.present.gambar import DaftarGambar
    from lkipnb.present.tabel import DaftarTabel
    from lkipnb.present.tabel.data import Tabel

State = tuple[tuple[str, int, int], ...]
# A year, its results, and the indicators of the years before.
Calculated = tuple[Dataset, Results, Mapping[int, Setahun]]


@dataclass(frozen=True)
class Workbook(Bahan):
    """What a chapter notebook works with: `data`, `hasil`, `rules`, and the blocks made
    from them.
    """

    @cached_property
    def konteks(self) -> Mapping[str, object]:
        """The plain values that agency prose may show, by name."""
        from lkipnb.present.konteks import konteks

        return konteks(self)

    @cached_property
    def konteks_bab(self) -> Mapping[str, object]:
        """What the prose of a chapter may show: the same values, and `tabel` and `gambar` that give
        blocks.
        """
        from lkipnb.present.konteks import panggilan
        from lkipnb.present.polos import Panggilan

        blocks: dict[str, object] = {
            "tabel": panggilan("tabel", self.tabel),
            "gambar": panggilan("gambar", self.gambar),
            "tambahan": Panggilan("tambahan", self.tambahan),
        }
        # A chain, for some of the plain values are made only when they are asked for.
        return ChainMap(blocks, self.konteks)  # type: ignore[arg-type]

    @cached_property
    def bagian(self) -> dict[str, str]:
        """Pieces of prose that a chapter names and includes elsewhere, by name."""
        return {}

    def tulis(self, template: str) -> Narasi | Rangkaian:
        """Prose of a chapter in Markdown with Jinja values, rendered with the values of this
        workbook.

        Where the template holds tables or pictures, the result is the pieces in reading order.
        """
        from lkipnb.present.narasi import render

        pieces = render(template, self.konteks_bab, self.bagian)
        match pieces:
            case [Narasi() as alone]:
                return alone
        return Rangkaian(tuple(pieces))

    def narasi(self, nama: str) -> Narasi | Rangkaian:
        """The agency's own prose `narasi/<nama>.md`; a stated gap where it has not been written.

        Raises UsageError for a name that no chapter knows.
        """
        from lkipnb.present.narasi import render

        if nama in self.data.narasi:
            template = self.data.narasi[nama]
            pieces = render(template, self.konteks, tempat=f"narasi/{nama}.md")
            return Rangkaian(tuple(pieces))
        if nama not in PROSE:
            known = ", ".join(PROSE)
            raise UsageError(f"Narasi “{nama}” tidak dikenal; diharapkan salah satu dari: {known}.")
        return self.tulis(f"*{PROSE[nama]} belum diisi.*")

    def narasi_salah(self) -> list[Fault]:
        """A fault for each piece of the agency's prose that cannot be shown: a name that there is
        not, a filter that does not fit.
        """
        faults = []
        for nama in self.data.narasi:
            try:
                self.narasi(nama)
            except UsageError as error:
                faults.append(_of_prose(nama, error))
        return faults

    def tambahan(self, tempat: str) -> Rangkaian:
        """What the agency adds at a place of a chapter: the sections of `narasi/tambahan_*.md`, the
        tables of `tabel_lain.csv` and the photographs of `foto.csv`.

        Raises UsageError for a place that is neither a sasaran nor in `schemas.tambahan.TEMPAT`.
        """
        from lkipnb.present.tambahan import foto, tabel

        codes = {row.kode for row in self.data.baris(Sasaran)}
        if tempat not in TEMPAT and tempat not in codes:
            known = ", ".join([*TEMPAT, *sorted(codes)])
            raise UsageError(
                f"Tempat “{tempat}” tidak dikenal; diharapkan salah satu dari: {known}."
            )
        name = f"{TAMBAHAN}{tempat}"
        prose = self.narasi(name) if name in self.data.narasi else Rangkaian(())
        assert isinstance(prose, Rangkaian)
        return Rangkaian((*prose.blok, *tabel(self, tempat), *foto(self, tempat)))

    def lambang(self) -> Narasi | None:
        """The coat of arms of the agency; None where the profile names none."""
        from lkipnb.present.tambahan import lambang

        html = lambang(self)
        return Narasi(html) if html else None

    def tanda_tangan(self) -> TandaTangan:
        """The signature block of the head of the agency."""
        from lkipnb.present.tanda_tangan import tanda_tangan

        return TandaTangan(tanda_tangan(self.data.profil))

    def tanda_tangan_perjanjian(self) -> TandaTangan:
        """The signature blocks of the two parties of the Perjanjian Kinerja."""
        from lkipnb.present.tanda_tangan import tanda_tangan_perjanjian

        return TandaTangan(tanda_tangan_perjanjian(self.data.profil))

    @cached_property
    def tabel(self) -> DaftarTabel:
        """The tables of the report, one method each."""
        from lkipnb.present.tabel import DaftarTabel

        return DaftarTabel(self)

    def tampilkan(self, frame: pd.DataFrame, judul: str, sumber: str, satuan: str = "") -> Tabel:
        """A frame of your own as a table of the report: numbered, listed, exported as CSV.

        Raises UsageError for what is no table (`present.tabel.milik`).
        """
        from lkipnb.present.tabel import milik
        from lkipnb.present.tabel.susun import susun

        told = milik.sajian(frame, judul, sumber, satuan)
        kunci = milik.kunci(told.judul)
        return susun(kunci, self.nomor.tabel(kunci), told)

    @cached_property
    def gambar(self) -> DaftarGambar:
        """The pictures of the report, one method each."""
        from lkipnb.present.gambar import DaftarGambar

        return DaftarGambar(self)


def _of_prose(nama: str, error: UsageError) -> Fault:
    file = f"narasi/{nama}.md"
    if isinstance(error, ProseError):
        return Fault(file, error.line, None, None, error.why)
    return Fault(file, None, None, None, str(error))


def faults_of_prose(materi: Materi) -> list[Fault]:
    """What of the agency's prose cannot be shown; nothing while the tables break a contract, for
    then there are no values to fill it with.
    """
    results = materi.hasil
    if results is None or materi.faults or results.ukuran_salah:
        return []
    lk = Workbook(materi.data, materi.rules, results, Nomor(""), Path(), materi.lampau)
    return lk.narasi_salah()


def open_workbook(
    opd: str, tahun: int | str, bab: str = "", data: str | Path | None = None
) -> Workbook:
    """Load, check and calculate one agency and fiscal year, which may also come as text.

    `bab` numbers the tables and pictures (`3` gives Tabel 3.1).  Raises UsageError when the
    agency or year does not exist or papermill was given a parameter that the notebook does not
    declare, DataError with every fault when the data break a contract.
    """
    parameter.tolak_tak_dikenal()
    tahun = parameter.tahun(tahun)
    folder = data_folder(data)
    year_folder(folder, opd, tahun)
    dataset, results, earlier = _calculated(opd, tahun, folder, _state(opd, folder))
    # A copy, so that what one notebook changes in its frames is never seen by the next.
    own = copy.deepcopy(dataset)
    lk = Workbook(own, rules(tahun), results, Nomor(bab), folder, earlier)
    register(lk.tulis, lk.bagian)
    return lk


@lru_cache(maxsize=2)
def _calculated(opd: str, tahun: int, folder: Path, state: State) -> Calculated:
    """One agency and year, kept while no file of it changes: the chapters of a report all open the
    same.
    """
    dataset, faults = _read(opd, tahun, folder)
    if dataset is None or any(fault.file != Klaim.table.file for fault in faults):
        raise DataError(faults)
    before = years_before(folder, opd, tahun, EARLIER_YEARS)
    earlier = {year: _earlier(opd, year, folder) for year in before}
    results = calculate(dataset, rules(tahun), earlier)
    faults = joined(faults, results.ukuran_salah)
    if faults:
        raise DataError(faults)
    return dataset, results, earlier


def _state(opd: str, folder: Path) -> State:
    """Name, size and time of every file that a workbook of the agency may read."""
    roots = (folder / opd, folder / REFERENCE_FOLDER)
    return tuple(_stand(path) for root in roots for path in _files(root))


def _files(root: Path) -> list[Path]:
    return sorted(path for path in root.rglob("*") if path.is_file())


def _stand(path: Path) -> tuple[str, int, int]:
    stat = path.stat()
    return str(path), stat.st_mtime_ns, stat.st_size


def _year(
    opd: str, tahun: int, folder: Path, asal: str = "", hanya: Collection[str] = YEAR_TABLES.keys()
) -> Dataset:
    """One year, loaded and checked.  Raises DataError with every fault."""
    dataset, faults = _read(opd, tahun, folder, asal, hanya)
    if faults or dataset is None:
        raise DataError(faults)
    return dataset


def _read(
    opd: str, tahun: int, folder: Path, asal: str = "", hanya: Collection[str] = YEAR_TABLES.keys()
) -> tuple[Dataset | None, list[Fault]]:
    """One year, loaded and checked, and every fault."""
    dataset, faults = load(opd, tahun, folder, asal=asal, hanya=hanya)
    if dataset is None:
        return None, faults
    if not asal:  # of a year that another one is compared with only figures are shown
        dataset, unshown = tambahan.lengkapi(dataset, year_folder(folder, opd, tahun))
        faults = faults + unshown
    every = joined(faults, check.faults(dataset))
    return dataset, bertempat(every, dataset.impor)


def _earlier(opd: str, tahun: int, folder: Path) -> tuple[CapaianIndikator, ...]:
    """The indicators of an earlier year; a fault in it is told with the year."""
    try:
        dataset = _year(opd, tahun, folder, f"{tahun}/", DIBACA)
        return capaian_setahun(dataset, rules(tahun))
    except DataError as error:
        faults = [replace(fault, file=f"{tahun}/{fault.file}") for fault in error.faults]
        raise DataError(faults) from error
