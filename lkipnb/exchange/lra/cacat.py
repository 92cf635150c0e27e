"""What a line of an export must have: a code of its own, a name, and no amount below zero."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lkipnb.errors import Fault
from lkipnb.exchange.lra.baris import Baris
from lkipnb.exchange.lra.kolom import KODE, MURNI, PAGU, REALISASI, URAIAN
from lkipnb.load.sel import AS_DATE, DATE

_NO_BUDGET = (
    "pagu negatif tampak sebagai perubahannya; sebutkan kolom anggaran dengan --kolom {}=…, atau"
    " perbaiki ekspornya"
)
# PP 71/2010, Lampiran I.11, PSAP 10 paragraf 14.
NEGATIVE = {
    MURNI: _NO_BUDGET.format("murni"),
    PAGU: _NO_BUDGET.format("pagu"),
    REALISASI: (
        "realisasi negatif; pengembalian belanja tahun lalu adalah pendapatan lain-lain tahun ini"
        " (PSAP 10 paragraf 14), bukan pengurang realisasi: pindahkan ke pendapatan, tulis"
        " realisasi belanjanya, lalu ulangi"
    ),
}


def cacat(lines: Sequence[Baris], where: str) -> Iterator[Fault]:
    """A fault for each code that is missing, a date or used before, each missing name, and each
    amount below zero.
    """
    first: dict[tuple[str, str], int] = {}
    for line in lines:
        reason = _no_code(line, first)
        if reason:
            yield Fault(where, line.nomor, KODE, line.kode or None, reason)
        if not line.uraian:
            yield Fault(where, line.nomor, URAIAN, None, "nama program atau kegiatan kosong")
        yield from _negative(line, where)
        first.setdefault((line.unit, line.kode), line.nomor)


def _negative(line: Baris, where: str) -> Iterator[Fault]:
    for kind, told in NEGATIVE.items():
        amount = line.jumlah[kind]
        if amount is not None and amount < 0:
            yield Fault(where, line.nomor, kind, f"{amount:f}", told)


def _no_code(line: Baris, first: dict[tuple[str, str], int]) -> str | None:
    """Why the code of a line cannot be its code; `first` are the rows of the codes above it."""
    if not line.kode:
        return (
            f"baris “{line.uraian}” tidak berkode; beri kode, atau hapus bila bukan baris anggaran"
        )
    if DATE.match(line.kode):
        return f"kode {AS_DATE}"
    if (line.unit, line.kode) in first:
        return f"kode ini sudah ada di baris {first[line.unit, line.kode]}"
    return None
