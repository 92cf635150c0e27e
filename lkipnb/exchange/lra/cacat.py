"""What a line of an export must have: a code of its own and a name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lkipnb.errors import Fault
from lkipnb.exchange.lra.baris import Baris
from lkipnb.exchange.lra.kolom import KODE, URAIAN
from lkipnb.load.sel import AS_DATE, DATE


def cacat(lines: Sequence[Baris], where: str) -> Iterator[Fault]:
    """A fault for each code that is missing, a date or used before, and for each missing name."""
    first: dict[tuple[str, str], int] = {}
    for line in lines:
        reason = _no_code(line, first)
        if reason:
            yield Fault(where, line.nomor, KODE, line.kode or None, reason)
        if not line.uraian:
            yield Fault(where, line.nomor, URAIAN, None, "nama program atau kegiatan kosong")
        first.setdefault((line.unit, line.kode), line.nomor)


def _no_code(line: Baris, first: dict[tuple[str, str], int]) -> str | None:
    """Why the code of a line cannot be its code; `first` are the rows of the codes above it."""
    if not line.kode:
        return f"baris “{line.uraian}” tidak berkode"
    if DATE.match(line.kode):
        return f"kode {AS_DATE}"
    if (line.unit, line.kode) in first:
        return f"kode ini sudah ada di baris {first[line.unit, line.kode]}"
    return None
