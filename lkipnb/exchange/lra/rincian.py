"""The rows below the header of an export, each read for itself and then taken for what it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from lkipnb.errors import Fault
from lkipnb.exchange.lra.angka import persen
from lkipnb.exchange.lra.baris import Baris, Dilewati, Jumlah, Tafsiran
from lkipnb.exchange.lra.judul import Judul
from lkipnb.exchange.lra.kode import (
    BIDANG,
    LAIN,
    UNIT,
    URUSAN,
    Kode,
    Potongan,
    isi_dari_atas,
    jenis,
    pecah,
    rangkai,
)
from lkipnb.exchange.lra.kolom import AMOUNTS, KODE, NOMOR, SHARES, SUMBER, TINGKAT, URAIAN
from lkipnb.exchange.lra.kolom import UNIT as UNIT_COLUMN
from lkipnb.exchange.lra.lembar import Lembar, kata, sel, terisi
from lkipnb.exchange.lra.nama import Nama, inden, nama_di
from lkipnb.exchange.lra.pasangan import Pasangan
from lkipnb.exchange.lra.tingkat import sebutan_di_depan
from lkipnb.load.numbers import NotANumber
from lkipnb.load.xlsx import Rows

TOTAL = re.compile(
    r"^\s*(sub[\s-]*(total|jumlah)|grand total|total|jumlah|j\s+u\s+m\s+l\s+a\s+h)\b",
    re.IGNORECASE,
)
CARRIED = re.compile(r"\b(di)?pindah(an|kan)\b", re.IGNORECASE)
PAGE = re.compile(
    r"^\s*(halaman|hal\.|dicetak|tanggal cetak|\*\)|catatan|keterangan\s*:)", re.IGNORECASE
)
CUT = "lebih banyak sel daripada judulnya; angka yang memuat tanda pemisah harus diapit tanda kutip"
_LETTERS = re.compile(r"[A-Za-z].*[A-Za-z]")


@dataclass(frozen=True)
class Nilai:
    """The amounts and shares of a row, those that were mended in reading, and what cannot be read,
    by its column.
    """

    jumlah: Jumlah
    ditafsirkan: tuple[Tafsiran, ...]
    faults: tuple[Fault, ...]

    @property
    def ada(self) -> bool:
        """Whether an amount of the row could be read."""
        return any(self.jumlah[kind] is not None for kind in AMOUNTS)


@dataclass(frozen=True)
class Terurai:
    """A row as read: what a line of it would be, its code and pieces, and all its words."""

    baris: Baris
    kode: Kode
    potongan: Potongan
    nama: tuple[str, ...]
    nilai: Nilai
    is_total: bool
    teks: str
    hanya_nama: bool

    @property
    def is_line(self) -> bool:
        """Whether the row says anything of the budget, rightly or wrongly."""
        if self.nilai.ada or self.is_total:
            return True
        has_code = bool(self.kode.kode or self.kode.rekening or self.kode.unit)
        if self.nilai.faults:
            return has_code or bool(self.baris.uraian)
        return has_code and bool(self.baris.uraian)


@dataclass(frozen=True)
class Pembaca:
    """Reads the rows of one sheet."""

    lembar: Lembar
    judul: Judul
    pasangan: Pasangan
    where: str

    def semua(self) -> Iterator[Terurai]:
        """Every row that is neither blank nor the header once more, as on each page."""
        rows = self.lembar.rows
        header = {kata(row) for row in rows[self.judul.baris : self.judul.data]}
        above: Potongan = ()
        for number, row in enumerate(rows[self.judul.data :], start=self.judul.data + 1):
            if not kata(row) or kata(row) in header:
                continue
            read = self._row(row, number, above)
            above = read.potongan or above
            yield read

    def _row(self, row: Sequence[str], number: int, above: Potongan) -> Terurai:
        coded = [sebutan_di_depan(sel(row, at)) for at in self.judul.letak(KODE)]
        cells = [pecah(text) for _, text in coded]
        beside = [words for _, words in cells if words]
        pieces = isi_dari_atas([code for code, _ in cells], above)
        is_total = not _is_code(pieces) and self._is_total(row, beside)
        if is_total:
            pieces = ()
        code = rangkai(pieces)
        level, name = self._name(row, number, beside)
        value = self._nilai(row, number)
        places = self.judul.letak(URAIAN)
        return Terurai(
            baris=self._line(row, number, code, name, value.jumlah, level),
            kode=code,
            potongan=pieces,
            nama=tuple(sel(row, at) for at in places),
            nilai=value,
            is_total=is_total,
            teks=kata(row),
            hanya_nama=_only_in(row, places) and not PAGE.match(name.teks),
        )

    def _line(
        self,
        row: Sequence[str],
        number: int,
        code: Kode,
        name: Nama,
        jumlah: Jumlah,
        level: str,
    ) -> Baris:
        signed = [kind for kind in SHARES if self._share_text(row, kind).endswith("%")]
        return Baris(
            nomor=number,
            kode=code.kode,
            uraian=name.teks,
            jumlah=jumlah,
            sumber_dana=self._first(row, SUMBER),
            menjorok=name.menjorok,
            berpersen=frozenset(signed),
            unit=code.unit or self._first(row, UNIT_COLUMN),
            jenis=_jenis(code),
            nomor_urut=self._first(row, NOMOR),
            tingkat=self._first(row, TINGKAT) or level,
        )

    def _name(self, row: Sequence[str], number: int, beside: Sequence[str]) -> tuple[str, Nama]:
        """The level that a name says of itself, and the name."""
        places = self.judul.letak(URAIAN)
        name = nama_di(row, places)
        level, words = sebutan_di_depan(" ".join((*beside, name.teks)).strip())
        return level, Nama(words, name.menjorok + inden(self.lembar, number - 1, places))

    def _is_total(self, row: Sequence[str], beside: Sequence[str]) -> bool:
        """Whether the words left of the amounts begin as those of a total do."""
        amounts = [at for kind in AMOUNTS for at in self.pasangan.letak(kind)]
        left = row[: min(amounts)]
        names = [sel(row, at) for at in self.judul.letak(URAIAN)]
        return any(TOTAL.match(text) for text in (*left, *beside, *names))

    def _first(self, row: Sequence[str], kind: str) -> str:
        """The first filled cell of the columns that hold `kind`."""
        cells = [sel(row, at) for at in self.judul.letak(kind)]
        return next(filter(None, cells), "")

    def _share_text(self, row: Sequence[str], kind: str) -> str:
        cells = [sel(row, at) for at in self.pasangan.letak(kind)]
        return next(filter(None, cells), "")

    def _is_cut(self, row: Sequence[str]) -> bool:
        """Whether separators within amounts cut a row of a text into more cells than the header."""
        rows = self.lembar.rows
        width = max(map(len, rows[self.judul.baris : self.judul.data]))
        return self.lembar.naskah and bool(terisi(row[width:]))

    def _nilai(self, row: Sequence[str], number: int) -> Nilai:
        """A share that cannot be read is left out: it follows from the amounts."""
        jumlah: dict[str, Decimal | None] = dict.fromkeys((*AMOUNTS, *SHARES))
        mended: list[Tafsiran] = []
        faults: list[Fault] = []
        for kind in AMOUNTS:
            for at in self.pasangan.letak(kind):
                text = sel(row, at)
                if not text:
                    continue
                try:
                    amount = self.pasangan.rupiah(text, at)
                except NotANumber as error:
                    reason = self.lembar.rusak.get((number - 1, at), str(error))
                    faults.append(Fault(self.where, number, kind, text, reason))
                    continue
                jumlah[kind] = (jumlah[kind] or Decimal(0)) + amount.nilai
                if not amount.teratur:
                    mended.append(Tafsiran(number, text, kind))
        if self._is_cut(row):
            faults.append(Fault(self.where, number, None, kata(row), CUT))
        for kind in SHARES:
            jumlah[kind] = _share(self._share_text(row, kind))
        return Nilai(jumlah, tuple(mended), tuple(faults))


def _jenis(code: Kode) -> str:
    """What the code of a row stands for; with nothing below its bidang a unit stands for itself."""
    kind = jenis(code.rekening or code.kode)
    if code.unit and kind in (LAIN, URUSAN, BIDANG):
        return UNIT
    return kind


def _is_code(pieces: Potongan) -> bool:
    """Whether a row has a code of its own, so that “Jumlah ...” would be its name."""
    return any(piece[:1].isdigit() and "." in piece for piece in pieces)


def _only_in(row: Sequence[str], places: Sequence[int]) -> bool:
    filled = {at for at, cell in enumerate(row) if cell.strip()}
    return bool(filled) and filled <= set(places)


def _share(text: str) -> Decimal | None:
    if not text:
        return None
    try:
        return persen(text)
    except NotANumber:
        return None


def judul_di_atas(rows: Rows, judul: Judul) -> set[str]:
    """The title lines, which an export repeats on each page."""
    return {kata(row) for row in rows[: judul.baris] if kata(row)}


def tanpa_penutup(rows: Sequence[Terurai]) -> tuple[list[Terurai], list[Dilewati]]:
    """The rows that belong to the budget, and those that are passed over: words alone, what a page
    carries to the next, and below the last amount everything without one, such as signatures.
    """
    last = max((row.baris.nomor for row in rows if row.nilai.ada), default=0)
    kept = []
    passed = []
    for row in rows:
        is_carried = row.is_total and CARRIED.search(row.teks)
        is_signature = row.baris.nomor > last and not row.kode.kode and _LETTERS.search(row.teks)
        if not row.is_line or is_signature or is_carried:
            passed.append(Dilewati(row.baris.nomor, row.teks))
        else:
            kept.append(row)
    return kept, passed
