"""The headings of an export without what changes from month to month: its year, month and date."""

from __future__ import annotations

import re

from lkipnb.exchange.lra.ciri import BULAN
from lkipnb.exchange.lra.kolom import Teks
from lkipnb.exchange.lra.lembar import huruf
from lkipnb.tersembunyi import tampak

MOST_TOLD = 3  # headings that changed
ANSWER = (
    "bila tata letak yang baru itu benar, baca dan simpan lagi dengan --simpan; bila hanya kali"
    " ini, sebutkan kolomnya dengan --kolom"
)
_NUMBERS = {name: number for number, names in enumerate(BULAN, start=1) for name in names}
_MONTH = re.compile(rf"\b({'|'.join(sorted(_NUMBERS, key=len, reverse=True))})\b", re.IGNORECASE)
_YEAR = re.compile(r"\b20[0-9]{2}\b")
_DATE = re.compile(r"\b[0-9]{1,2}[./-][0-9]{1,2}[./-]20[0-9]{2}\b")
_DAY = re.compile(r"\b[0-9]{1,2} (?=<bulan)")


def pola(teks: Teks, tahun: int) -> dict[int, str]:
    """The headings by their columns; a year or month is told by how far it is from the year of the
    report and from the last month that any heading names.
    """
    months = [_NUMBERS[name.lower()] for text in teks.values() for name in _MONTH.findall(text)]
    last = max(months, default=0)

    def month(match: re.Match[str]) -> str:
        return f"<bulan{_offset(_NUMBERS[match[0].lower()] - last)}>"

    def year(match: re.Match[str]) -> str:
        return f"<tahun{_offset(int(match[0]) - tahun)}>"

    def without(text: str) -> str:
        dated = _MONTH.sub(month, _DATE.sub("<tanggal>", text))
        return tampak(_YEAR.sub(year, _DAY.sub("<tanggal> ", dated)))

    return {at: without(text) for at, text in teks.items()}


def _offset(steps: int) -> str:
    if steps:
        return f"{steps:+d}"
    return ""


def beda(old: Teks, new: Teks, tahun: int) -> str:
    """Which headings are others than they were, in one sentence; empty when none is.  `old` are
    told as `pola` does.
    """
    now = pola(new, tahun)
    changed = [at for at in sorted({*old, *now}) if old.get(at) != now.get(at)]
    if not changed:
        return ""
    told = [_change(huruf(at), old.get(at), new.get(at)) for at in changed[:MOST_TOLD]]
    rest = len(changed) - MOST_TOLD
    more = f"; dan {rest} kolom lagi" if rest > 0 else ""
    return f"tata letaknya berubah: {'; '.join(told)}{more}; {ANSWER}"


def _change(letter: str, old: str | None, new: str | None) -> str:
    if old is None:
        return f"kolom {letter} “{new}” dahulu tidak ada"
    if new is None:
        return f"kolom {letter} dahulu berjudul “{old}”, sekarang tidak berjudul"
    return f"kolom {letter} dahulu berjudul “{old}”, sekarang “{new}”"
