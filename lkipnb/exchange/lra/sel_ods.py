"""A cell of an .ods file as the text that a person at the screen sees."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from decimal import Decimal

from lkipnb.load.sel import ERROR, NO_VALUE
from lkipnb.load.tampilan import TidakTerbaca, teks

NUMBERS = ("float", "currency", "percentage")
_VALUE = re.compile(r"-?[0-9]{1,400}(?:\.[0-9]{1,400})?(?:[eE][+-]?[0-9]{1,3})?")
_INTEGER = re.compile(r"-?[0-9]+")
_PLAIN = re.compile(r"-?([0-9]+)(?:[.,]([0-9]+))?")
_DIGIT = re.compile(r"[0-9]")
_ERROR = re.compile(r"#(?:DIV/0!|VALUE!|REF!|NAME\?|NUM!|N/A|NULL!)|Err:[0-9]{3}")
_OTHER_SCALE = (
    "ditampilkan dalam ribuan atau jutaan; ubah format sel agar angkanya tampil utuh, dan hapus"
    " keterangan satuannya"
)


@dataclass
class SelOds:
    """A cell: its column from 0, the kind of its value and the value, its formula, how far its text
    stands in, how many columns it covers, how often it stands there, and the words it shows.
    """

    kolom: int
    jenis: str
    nilai: str
    rumus: str
    menjorok: int
    lebar: int
    tinggi: int
    tertutup: bool
    kali: int
    kata: list[str] = field(default_factory=list)

    @property
    def isi(self) -> bool:
        """Whether anything stands in the cell; what another covers is not seen."""
        return not self.tertutup and bool(self.jenis or self.rumus or self.kata)

    def di(self, column: int) -> SelOds:
        """The same cell in another column."""
        if column == self.kolom:
            return self
        return replace(self, kolom=column)

    def teks(self) -> str:
        """Its text, with the spaces at its beginning.  Raises TidakTerbaca."""
        words = "".join(self.kata)
        if self.rumus and not self.jenis:
            raise TidakTerbaca(NO_VALUE)
        if self.rumus and _ERROR.fullmatch(words.strip()):
            raise TidakTerbaca(ERROR)
        if self.jenis in NUMBERS:
            return self._number(words.strip())
        if self.jenis in ("date", "time", "boolean"):
            return self.nilai
        return " ".join((words or self.nilai).splitlines()).rstrip()

    def _number(self, words: str) -> str:
        if not _VALUE.fullmatch(self.nilai):
            raise TidakTerbaca("bukan angka")
        value = int(self.nilai) if _INTEGER.fullmatch(self.nilai) else float(self.nilai)
        if self.jenis == "percentage":
            return teks(value, "0%")
        if _hides_digits(value, words):
            raise TidakTerbaca(_OTHER_SCALE)
        return teks(value, _form(value, words))


def _hides_digits(value: float, words: str) -> bool:
    """Whether fewer digits are shown than stand before the decimals."""
    if "E" in words.upper() or not _DIGIT.search(words):
        return False
    return len(_DIGIT.findall(words)) < len(str(abs(int(value))))


def _form(value: float, words: str) -> str:
    """The format that shows the zeros of `007` and `1.10`, where these words show the value."""
    match = _PLAIN.fullmatch(words)
    if not match or Decimal(words.replace(",", ".")) != Decimal(str(value)):
        return "General"
    decimals = match[2] or ""
    return "0" * len(match[1]) + ("." + "0" * len(decimals) if decimals else "")
