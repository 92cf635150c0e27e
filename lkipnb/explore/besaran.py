"""What a scenario may assume: each kind of figure, the rows that have it, what stands there now."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from lkipnb.bilangan import bulatkan
from lkipnb.desimal import banyak_desimal
from lkipnb.load.andaian import PENGUKURAN, PROFIL, Andai
from lkipnb.model import Batas, Rasio
from lkipnb.present.bahan import Bahan, row_of
from lkipnb.schemas import Anggaran, Belanja, Indikator, Kinerja

MOST_DECIMALS = 4
AMBIGUOUS = 3  # decimals: `15,456` may be a number of thousands
Baris = Mapping[str, str]  # the key of a row by what a user reads


@dataclass(frozen=True)
class Besaran:
    """A kind of figure: its cell, and the rows that have it.

    `pilihan` are the only texts that it may hold; none where it is a number.
    """

    nama: str
    tabel: str
    kolom: str
    baris: Callable[[Bahan], Baris]
    pilihan: Callable[[Bahan], tuple[str, ...]] = lambda bahan: ()

    def andai(self, kunci: str, nilai: str) -> Andai:
        return Andai(self.tabel, kunci, self.kolom, nilai)

    def kini(self, bahan: Bahan, kunci: str) -> str:
        """What stands in the cell of a row, as a text that can be typed again; of a realisasi the
        one that is used, which may follow from parts.
        """
        if (self.tabel, self.kolom) == (Kinerja.table.name, "realisasi"):
            return _typed(_used(bahan, kunci.partition("=")[2]))
        if self.tabel == PROFIL:
            name = self.kolom.removeprefix(PENGUKURAN)
            return _typed(getattr(bahan.data.profil.pengukuran, name))
        column, _, code = kunci.partition("=")
        frame = bahan.data.tables[self.tabel]
        rows = frame.index[frame[column] == code]
        return _typed(frame.at[rows[0], self.kolom])


def _used(bahan: Bahan, kode: str) -> object:
    """The realisasi of an indicator."""
    return row_of(bahan.results.capaian, kode).realisasi


def _typed(value: object) -> str:
    """A number in Indonesian notation without grouping, a quotient, which has no end of decimals,
    with four; a bound and a ratio as they are written.
    """
    if value is None:
        return ""
    if not isinstance(value, Decimal):
        return str(value)
    if isinstance(value, Batas | Rasio):
        return str(value).replace(".", ",")
    needed = max(0, banyak_desimal(value.normalize()))
    shown = MOST_DECIMALS if needed == AMBIGUOUS else min(needed, MOST_DECIMALS)
    return format(bulatkan(Decimal(value), shown), "f").replace(".", ",")


def _indicators(bahan: Bahan) -> Baris:
    return {f"{row.kode} {row.nama}": f"indikator={row.kode}" for row in bahan.results.capaian}


def _weighted(bahan: Bahan) -> Baris:
    return {f"{row.kode} {row.nama}": f"kode={row.kode}" for row in bahan.results.capaian}


def _lines(bahan: Bahan) -> Baris:
    """The lines without lines below them: the others are their sums."""
    return {
        f"{line.kode_rekening} {line.uraian}": f"kode_rekening={line.kode_rekening}"
        for line in bahan.results.anggaran_semua.rinci
    }


def _groups(bahan: Bahan) -> Baris:
    return {f"Belanja {row.kelompok}": f"kelompok={row.kelompok}" for row in bahan.results.belanja}


def _whole(bahan: Bahan) -> Baris:
    return {"Seluruh instansi": ""}


BESARAN = (
    Besaran("Realisasi indikator", Kinerja.table.name, "realisasi", _indicators),
    Besaran("Target indikator", Kinerja.table.name, "target", _indicators),
    Besaran("Bobot indikator", Indikator.table.name, "bobot", _weighted),
    Besaran("Pagu anggaran (Rp)", Anggaran.table.name, "pagu_rp", _lines),
    Besaran("Realisasi anggaran (Rp)", Anggaran.table.name, "realisasi_rp", _lines),
    Besaran("Pagu belanja (Rp)", Belanja.table.name, "pagu_rp", _groups),
    Besaran("Realisasi belanja (Rp)", Belanja.table.name, "realisasi_rp", _groups),
    Besaran(
        "Cara merata-rata",
        PROFIL,
        f"{PENGUKURAN}rata_rata",
        _whole,
        lambda bahan: tuple(bahan.rules.rata_rata),
    ),
    Besaran("Batas atas capaian (%)", PROFIL, f"{PENGUKURAN}batas_capaian", _whole),
    Besaran("Batas bawah capaian (%)", PROFIL, f"{PENGUKURAN}batas_bawah", _whole),
    Besaran(
        "Skala predikat",
        PROFIL,
        f"{PENGUKURAN}skala",
        _whole,
        lambda bahan: tuple(bahan.rules.skala),
    ),
    Besaran(
        "Target nol",
        PROFIL,
        f"{PENGUKURAN}target_nol",
        _whole,
        lambda bahan: tuple(bahan.rules.target_nol),
    ),
)


def sebutan(andai: Andai) -> str:
    """`Realisasi indikator, IKU-4: 100`: an assumed cell in words."""
    name = next(
        (one.nama for one in BESARAN if (one.tabel, one.kolom) == (andai.tabel, andai.kolom)),
        f"{andai.tabel}.{andai.kolom}",
    )
    row = andai.kunci.partition("=")[2]
    return f"{name}{', ' + row if row else ''}: {andai.nilai or '(kosong)'}"
