"""What the columns beside the amounts of an export say for or against them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from lkipnb.exchange.lra.pilih import Angka, Calon, jumlah_baris

FEW = 3  # rows of which it may be chance that none spends less than its budget
# What is left of the budget; of cash or of another ceiling something else is.
_REST = re.compile(
    r"(?:jumlah |total )?sisa(?: (?:pagu|anggaran|dana|belanja|lebih))*(?: \(rp\.?\)| rp\.?)?"
    r"|(?:sisa ?)?lebih ?/ ?\(?kurang\)?|selisih",
    re.IGNORECASE,
)
_PAYMENT = re.compile(r"\b(LS|UP|GU|TU)\b")
SWAPPED = (
    "realisasi tidak di bawah pagu di baris mana pun, jadi judulnya mungkin tertukar; sebutkan"
    " keduanya dengan --kolom pagu=… --kolom realisasi=…"
)
NOT_THE_REST = (
    "kolom {} bukan pagu dikurangi realisasi yang dipakai, yang mungkin milik waktu lain; periksa,"
    " lalu sebutkan yang benar dengan --kolom realisasi=…"
)
TOO_MUCH = (
    "jumlah kolom realisasi yang disebut melebihi pagu di sebagian besar baris; mungkin sudah"
    " kumulatif atau terhitung dua kali"
)

CORRECT = "perbaiki, atau sebutkan kolom yang benar dengan --kolom"
MOST_TOLD = 5  # rows


@dataclass(frozen=True)
class SisaLain:
    """What a column says is left of the budget of a row, beside its amounts."""

    nomor: int
    kolom: str
    pagu: Decimal
    realisasi: Decimal
    sisa: Decimal

    @property
    def menurut(self) -> Decimal:
        """The realisasi that the rest leaves of the budget; some write the rest below zero."""
        return self.pagu - abs(self.sisa)

    @property
    def meleset(self) -> Decimal:
        """By how much the rest differs."""
        return abs(abs(self.sisa) - abs(self.pagu - self.realisasi))


@dataclass(frozen=True)
class Saksi:
    """The amounts that were chosen, row by row, and the columns that were not; `baris` is the row
    of the first.  What contradicts them is told in Indonesian, else the text is empty.
    """

    pagu: Sequence[Angka]
    realisasi: Sequence[Angka]
    lain: tuple[Calon, ...]
    baris: int

    def tertukar(self) -> str:
        """Whether no row spends less than its budget, and some more."""
        pairs = list(self._pairs())
        is_more = any(spent > budget for budget, spent in pairs)
        never_less = all(spent >= budget for budget, spent in pairs)
        return SWAPPED if len(pairs) >= FEW and is_more and never_less else ""

    def jumlah_berlebih(self) -> str:
        """Whether most rows spend more than their budget."""
        pairs = list(self._pairs())
        more = [budget for budget, spent in pairs if spent > budget]
        return TOO_MUCH if len(more) * 2 > len(pairs) else ""

    def bukan_sisa(self) -> str:
        """Whether a column of what is left of the budget differs in most rows."""
        for each in self.lain:
            rows = self._rest(each)
            if each.judul.lower().startswith("sisa") and len(_wrong(rows)) * 2 > len(rows):
                return NOT_THE_REST.format(each)
        return ""

    def sisa_lain(self) -> tuple[SisaLain, ...]:
        """The rows whose rest is another, where that of other rows fits."""
        found = []
        for each in self.lain:
            rows = self._rest(each)
            wrong = _wrong(rows)
            if len(wrong) * 2 <= len(rows):
                found += wrong
        return tuple(found)

    def bukan_jumlah(self, whole: Calon) -> str:
        """Where the groups beside a total add up to it in most rows, but not in all."""
        parts = [each for each in self.lain if each.ciri.kelompok and any(each.nilai)]
        if len(parts) < 2 or not whole.ciri.total:
            return ""
        rows = enumerate(zip(whole.nilai, jumlah_baris(parts), strict=True), start=self.baris)
        known = [(at, one == other) for at, (one, other) in rows if None not in (one, other)]
        wrong = [at for at, fits in known if not fits]
        if not wrong or len(wrong) * 2 >= len(known):
            return ""
        return f"{whole} bukan jumlah kolom kelompoknya pada baris {_rows(wrong)}; {CORRECT}"

    def _pairs(self) -> Iterator[tuple[Decimal, Decimal]]:
        for budget, spent in zip(self.pagu, self.realisasi, strict=True):
            if budget and spent is not None:
                yield budget, spent

    def _rest(self, each: Calon) -> list[SisaLain]:
        """What a column of the rest tells of each row."""
        if not _REST.fullmatch(each.judul.strip()):
            return []
        rows = enumerate(zip(each.nilai, self.pagu, self.realisasi, strict=True), start=self.baris)
        return [
            SisaLain(at, str(each), budget, spent, rest)
            for at, (rest, budget, spent) in rows
            if rest is not None and budget is not None and spent is not None
        ]


def _wrong(rows: Sequence[SisaLain]) -> list[SisaLain]:
    return [row for row in rows if row.meleset]


def _rows(numbers: Sequence[int]) -> str:
    shown = ", ".join(map(str, numbers[:MOST_TOLD]))
    rest = len(numbers) - MOST_TOLD
    return f"{shown}, dan {rest} lagi" if rest > 0 else shown


def terhitung_ganda(columns: Sequence[Calon]) -> str:
    """Why columns that a person named are not to be added: one is the sum of the others."""
    for each in columns:
        others = [other for other in columns if other is not each]
        if len(others) > 1 and any(each.nilai) and each.nilai == jumlah_baris(others):
            return f"{each} sudah jumlah kolom lain yang disebut, sehingga terhitung dua kali"
    return ""


def beda_tahap(columns: Sequence[Calon]) -> str:
    """Why columns that a person named are not to be added: they are stages of one budget, each
    about as large as the other; a change alone would be smaller by far.
    """
    stages = {each.ciri.tahap for each in columns}
    sums = [sum((value or Decimal(0) for value in each.nilai), Decimal(0)) for each in columns]
    if len(stages) == len(columns) > 1 and min(sums) * 2 > max(sums):
        listed = ", ".join(map(str, columns))
        return f"{listed}: tahap-tahap satu anggaran, sehingga terhitung dua kali bila dijumlahkan"
    return ""


def dapat_dijumlahkan(columns: Sequence[Calon]) -> bool:
    """Whether columns may be parts of one whole: no totals, years, stages or sums up to a date
    among them.
    """
    told = [each.ciri for each in columns]
    is_before_and_now = [each.lalu for each in told] == [True, False] and told[1].bagian
    is_parts = all(map(_is_part, columns))
    is_alike = len({(each.tahun, each.tahap) for each in told}) == 1
    is_whole = any(each.total for each in told)
    return len(told) > 1 and is_alike and not is_whole and bool(is_parts or is_before_and_now)


def _is_part(each: Calon) -> bool:
    """Whether a column is of one month, one group, or one way of paying."""
    is_named = each.ciri.bagian or each.ciri.kelompok or _PAYMENT.search(each.judul)
    return bool(is_named) and not each.ciri.sampai
