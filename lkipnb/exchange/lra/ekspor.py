"""An export as it was understood, before anything is written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from lkipnb.calculate.rekening import pengganti, ruas
from lkipnb.errors import DataError, Fault, UsageError
from lkipnb.exchange.lra.baris import Baris, Dilewati, Isi, Tafsiran
from lkipnb.exchange.lra.berkas import semua_lembar
from lkipnb.exchange.lra.campuran import tanpa_campuran
from lkipnb.exchange.lra.judul import Judul, cari, terdekat
from lkipnb.exchange.lra.jumlah import Kesaksian, Selisih, periksa, tanpa_jumlah, tanpa_tingkat
from lkipnb.exchange.lra.kewajaran import satuan_selaras, satuan_wajar
from lkipnb.exchange.lra.kode import LAIN
from lkipnb.exchange.lra.kolom import PAGU, REALISASI, URAIAN
from lkipnb.exchange.lra.lembar import Lembar, huruf
from lkipnb.exchange.lra.naskah import is_lebar_tetap
from lkipnb.exchange.lra.pasangan import Pasangan, pasangkan
from lkipnb.exchange.lra.pecahan import dalam_persen, tak_jelas
from lkipnb.exchange.lra.pilihan import Pilihan, sebutan
from lkipnb.exchange.lra.pohon import Pohon
from lkipnb.exchange.lra.pola import beda
from lkipnb.exchange.lra.satuan import pernyataan
from lkipnb.exchange.lra.susunan import FIRST_YEAR_OF_90, uraikan
from lkipnb.exchange.lra.unit import beda_skpd, gabung_unit
from lkipnb.exchange.ringkas import tolak
from lkipnb.load.xlsx import Rows

NO_HEADER = "judul kolom tidak ditemukan; diharapkan kolom uraian, anggaran, dan realisasi"
FIXED_WIDTH = (
    "berkas teks yang kolomnya diratakan dengan spasi, seperti cetakan; buka di Excel lewat Data,"
    " Dari Teks, Lebar Tetap, simpan sebagai .xlsx, lalu ulangi"
)
LONG = 5  # digits that are no segment of a code
NO_POINTS = (
    "kode ditulis tanpa titik ({}), jadi tingkatnya tidak diketahui; minta ekspor yang kodenya"
    " bertitik, seperti 1.03.01"
)
NO_LINE = "tidak ada baris anggaran di bawah judul"
_YEAR = re.compile(r"\b(20[0-9]{2})\b")
_FISCAL_YEAR = re.compile(r"tahun\s+anggaran\D{0,5}(20[0-9]{2})", re.IGNORECASE)


@dataclass(frozen=True)
class Terbaca:
    """What an export was understood to hold.

    `judul` is the first row of the header, `kolom` tells for each quantity the columns it is read
    from; `teks` are the headings; `tahun` is the year that the title lines name, if any; `selisih`
    are the sums that do not hold, `cocok` counts those that do; `tak_jelas` are shares that were
    left out because they may be fractions or percent.
    """

    berkas: Path
    lembar: Lembar
    judul: Judul
    tahun: int | None
    pasangan: Pasangan
    isi: Isi
    baris: tuple[Baris, ...]
    dijumlahkan: int
    selisih: tuple[Selisih, ...]
    cocok: int
    tak_jelas: tuple[str, ...]

    @property
    def total(self) -> tuple[Baris, ...]:
        return self.isi.total

    @property
    def dilewati(self) -> tuple[Dilewati, ...]:
        return self.isi.dilewati

    @property
    def ditafsirkan(self) -> tuple[Tafsiran, ...]:
        return self.isi.ditafsirkan

    @property
    def jumlah(self) -> tuple[Decimal, Decimal]:
        """The budget and the realisasi of the topmost lines."""
        tops = Pohon.dari(self.baris).di_bawah(None)
        budget = sum((line.jumlah[PAGU] or Decimal(0) for line in tops), Decimal(0))
        spent = sum((line.jumlah[REALISASI] or Decimal(0) for line in tops), Decimal(0))
        return budget, spent

    @property
    def ruas(self) -> dict[int, int]:
        """How many lines have codes of how many segments."""
        return dict(sorted(Counter(len(ruas(line.kode)) for line in self.baris).items()))

    @property
    def saksi(self) -> Mapping[str, int]:
        """How many rows of the law that are no line there are of each kind."""
        return Counter(row.jenis for row in self.isi.saksi)

    def tak_dikenal(self, tahun: int) -> list[Baris]:
        """The lines whose code has no form that the law of the year knows."""
        if tahun < FIRST_YEAR_OF_90:
            return []
        coded = [line for line in self.baris if not pengganti(ruas(line.kode))]
        return [line for line in coded if line.jenis == LAIN]


@dataclass(frozen=True)
class Berjudul:
    """A sheet with a header."""

    lembar: Lembar
    judul: Judul
    where: str


def baca(path: Path, pilihan: Pilihan | None = None) -> Terbaca:
    """Read an export.  Raises DataError with every kind of fault when no header is found, when the
    file does not decide what is asked of it, or when a line cannot be read.
    """
    chosen = pilihan or Pilihan()
    sheet = _one_sheet(path, chosen)
    year = _year(sheet.lembar.rows[: sheet.judul.baris], chosen.tahun, sheet.where)
    known = replace(chosen, tahun=chosen.tahun or year)
    _laid_out_as_before(sheet, known)
    tanpa_campuran(sheet.lembar, sheet.judul, sheet.where)
    pasangan = pasangkan(sheet.lembar, sheet.judul, known, sheet.where)
    content = uraikan(sheet.lembar, sheet.judul, pasangan, known.tahun, sheet.where)
    if content.faults:
        raise tolak(content.faults, path)
    if not content.baris:
        raise DataError([Fault(sheet.where, sheet.judul.data + 1, None, None, NO_LINE)])
    if chosen.unit is None:
        beda_skpd(content.baris, sheet.where)
    heard = _heard(content, pasangan, sheet.where)
    lines = gabung_unit(tanpa_jumlah(content.baris), chosen.unit)
    satuan_wajar(sheet.lembar, sheet.judul, pasangan, lines.baris, sheet.where)
    satuan_selaras(lines.baris, sheet.where)
    return Terbaca(
        berkas=path,
        lembar=sheet.lembar,
        judul=sheet.judul,
        tahun=year,
        pasangan=pasangan,
        isi=content,
        baris=tuple(dalam_persen(lines.baris)),
        dijumlahkan=lines.dijumlahkan,
        selisih=(*heard.selisih, *_rests(content, pasangan, heard)),
        cocok=heard.cocok,
        tak_jelas=tuple(tak_jelas(lines.baris)),
    )


def _one_sheet(path: Path, pilihan: Pilihan) -> Berjudul:
    """The sheet that was named, else the only one with a header and rows below it."""
    found = []
    sheets = _named(semua_lembar(path), pilihan.lembar)
    for sheet in sheets:
        judul = cari(sheet, pilihan.kolom)
        if judul is not None:
            below = sheet.rows[judul.data :]
            stated = pernyataan(sheet.rows[: judul.baris], below, judul.teks)
            known = replace(judul, satuan=pilihan.satuan, pernyataan=stated)
            found.append(Berjudul(sheet, known, _where(path, sheet)))
    if not found:
        raise DataError([_no_header(path, sheets, pilihan)])
    filled = [each for each in found if len(each.lembar.rows) > each.judul.data] or found[:1]
    if len(filled) > 1:
        raise DataError([_which_sheet(path.name, filled)])
    only = filled[0]
    only.lembar.utuh(only.where)
    return only


def _where(path: Path, sheet: Lembar) -> str:
    if sheet.nama == path.name:
        return path.name
    return f"{path.name}, lembar {sheet.nama}"


def _no_header(path: Path, sheets: Sequence[Lembar], pilihan: Pilihan) -> Fault:
    """Why there is no header, with the columns of what comes nearest to one."""
    if any(sheet.naskah and is_lebar_tetap(sheet.rows) for sheet in sheets):
        return Fault(path.name, None, None, None, FIXED_WIDTH)
    read = ((sheet, terdekat(sheet, pilihan.kolom)) for sheet in sheets)
    found = [(sheet, judul) for sheet, judul in read if judul is not None]
    if not found:
        return Fault(path.name, None, None, None, NO_HEADER)
    sheet, judul = max(found, key=lambda pair: pair[1].banyak_macam)
    missing = judul.kurang(sheet.rows[judul.data :])
    names = [name for name in (URAIAN, PAGU, REALISASI) if name in missing]
    listed = ", ".join(f"{huruf(at)} “{text}”" for at, text in judul.teks.items())
    options = " ".join(f"--kolom {sebutan(name)}=…" for name in names)
    told = (
        f"judul kolom tidak lengkap: tidak ada kolom {' dan '.join(map(sebutan, names))}; terbaca"
        f" {listed}; sebutkan huruf kolomnya dengan {options}, atau minta ekspor yang memuatnya"
    )
    return Fault(_where(path, sheet), judul.baris + 1, None, None, told)


def _laid_out_as_before(sheet: Berjudul, pilihan: Pilihan) -> None:
    if pilihan.judul is None:
        return
    changed = beda(pilihan.judul, sheet.judul.teks, pilihan.tahun or 0)
    if changed:
        raise DataError([Fault(sheet.where, sheet.judul.baris + 1, None, None, changed)])


def _named(sheets: list[Lembar], name: str | None) -> list[Lembar]:
    """The sheet of a name, or all of them."""
    if name is None:
        return sheets
    named = [sheet for sheet in sheets if sheet.nama.lower() == name.lower()]
    if not named:
        raise UsageError(f"--lembar {name}: tidak ada lembar yang tampak bernama itu")
    return named


def _which_sheet(file: str, found: Sequence[Berjudul]) -> Fault:
    names = ", ".join(f"“{each.lembar.nama}”" for each in found)
    told = (
        f"{len(found)} lembar memuat tabel anggaran: {names}; sebutkan yang dimaksud dengan"
        f" --lembar, misalnya --lembar '{found[0].lembar.nama}'"
    )
    return Fault(file, None, None, None, told)


def _heard(content: Isi, pasangan: Pasangan, where: str) -> Kesaksian:
    unit = max(pasangan.pengali.values(), default=1)
    lost = tanpa_tingkat(content.baris, content.total)
    if lost is not None:
        told = _lost_level(lost)
        raise DataError([Fault(where, lost.nomor, None, None, told)])
    return periksa(tanpa_jumlah(content.baris), content.total, content.saksi, unit)


def _lost_level(line: Baris) -> str:
    if line.kode.isdigit() and len(line.kode) >= LONG:
        return NO_POINTS.format(line.kode)
    return (
        f"“{line.uraian}” adalah jumlah baris di bawahnya, sedangkan tidak ada yang menunjukkan"
        " tingkat; beri kode, nomor bertingkat (1, 1.1, 1.1.1), atau inden"
    )


def _rests(content: Isi, pasangan: Pasangan, heard: Kesaksian) -> Iterator[Selisih]:
    """The rows whose realisasi is not what a column of the rest leaves of their budget, without
    those whose amounts are told to differ already.
    """
    names = {line.nomor: line.uraian or line.kode for line in (*content.baris, *content.total)}
    unit = max(pasangan.pengali.values(), default=1)
    passed = {row.nomor for row in content.saksi} | {row.nomor for row in heard.selisih}
    for row in pasangan.sisa_lain:
        if row.nomor not in passed and row.meleset > (unit if unit > 1 else 0):
            told = f"pagu dikurangi kolom {row.kolom}"
            name = names.get(row.nomor, "")
            yield Selisih(row.nomor, name, REALISASI, row.realisasi, row.menurut, told)


def _year(title: Rows, wanted: int | None, where: str) -> int | None:
    """The year of the title lines: that of the fiscal year before any other.  Raises DataError when
    it is not the one that was asked for.
    """
    text = " ".join(" ".join(row) for row in title)
    fiscal = _FISCAL_YEAR.search(text)
    named = fiscal or _YEAR.search(text)
    year = int(named[1]) if named else None
    if fiscal and wanted is not None and year != wanted:
        told = f"judulnya menyebut tahun anggaran {year}, sedangkan yang diminta tahun {wanted}"
        raise DataError([Fault(where, None, None, None, told)])
    return year
