"""Indonesian numbers, dates and lists: the only place where a value becomes text.

A value is rounded here, once, half up; Babel alone would round half to even.  Three things stay
three: zero, not reported (None) and not applicable (NOT_APPLICABLE).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import is_dataclass
from decimal import Decimal
from functools import wraps

from babel.dates import format_date

from lkipnb.asal import Angka, Asal, Kata, Rumus, Sel, banyak
from lkipnb.bilangan import LOCALE, bulatkan, tulis
from lkipnb.model import NOT_APPLICABLE, Batas, Nilai, Rasio, RentangNilai, kolom
from lkipnb.rules.satuan import NILAI, PERSEN, RUPIAH
from lkipnb.rules.satuan import satuan as unit_of

BELUM_DILAPORKAN = "belum dilaporkan"
TIDAK_BERLAKU = "tidak berlaku"
YA_TIDAK = {True: "ya", False: "tidak"}
KOSONG = "–"
MINUS = "−"
TANDA = {"<=": "≤", ">=": "≥"}
SERIBU, JUTA, MILIAR = Decimal(1000), Decimal(10) ** 6, Decimal(10) ** 9


class Tampil(str):
    """A shown figure: its text, the exact value behind it, and the origin of that value."""

    nilai: str
    asal: Asal

    def __new__(cls, text: str, nilai: str, asal: Asal) -> Tampil:
        self = super().__new__(cls, text)
        self.nilai, self.asal = nilai, asal
        return self


def berasal(form: Callable[..., str]) -> Callable[..., str]:
    """A form whose result keeps the origin of its value."""

    @wraps(form)
    def shown(value: object, *arguments: object, **options: object) -> str:
        text = form(value, *arguments, **options)
        origin = _origin(value)
        if origin is None:
            return text
        return Tampil(text, _exact(value), origin)

    return shown


def _origin(value: object) -> Asal | None:
    if isinstance(value, RentangNilai):
        return _of_range(value)
    return getattr(value, "asal", None)


def _exact(value: object) -> str:
    if isinstance(value, RentangNilai):
        return f"{value.dari}/{value.sampai}"
    if isinstance(value, Decimal):
        return format(Decimal(value), "f")
    return str(value)


def _of_range(value: RentangNilai) -> Asal | None:
    """The one cell that holds both bounds, or the two cells."""
    low, high = (getattr(bound, "asal", None) for bound in (value.dari, value.sampai))
    if low is None or high is None:
        return None
    if getattr(low, "batas", ""):
        return Sel(low.tabel, low.kolom, low.baris)
    return Rumus("selang", (low, high))


def _or_absent(form: Callable[..., str]) -> Callable[..., str]:
    """A form that says in words why there is no value."""

    @wraps(form)
    def shown(value: object, *arguments: object, **options: object) -> str:
        said = _absent(value)
        if said is not None:
            return said
        return form(value, *arguments, **options)

    return shown


def seperti(text: str, shown: str) -> str:
    """`text` as another way to show the figure of `shown`."""
    if isinstance(shown, Tampil):
        return Tampil(text, shown.nilai, shown.asal)
    return text


def bertanda(value: Decimal, shown: str) -> str:
    """A figure as shown, a rise with its plus sign."""
    if value > 0:
        return seperti("+" + shown, shown)
    return shown


def berdampingan(text: str, one: str, other: str) -> str:
    """`text` as two figures side by side."""
    if not isinstance(one, Tampil) or not isinstance(other, Tampil):
        return text
    return Tampil(text, f"{one.nilai}/{other.nilai}", Rumus("berdampingan", (one.asal, other.asal)))


@berasal
@_or_absent
def angka(value: Decimal, desimal: int | None = None) -> str:
    """`6.353.928.630,80`: grouped; exactly `desimal` decimals, else those that the value has.

    A quotient has no end of them: it is rounded to two, or to two significant digits where it is
    small.
    """
    return tulis(Decimal(value), desimal).replace("-", MINUS)


@berasal
@_or_absent
def persen(value: Decimal, desimal: int = 2) -> str:
    """`98,60%`; the value is already in percent."""
    return angka(value, desimal) + "%"


@berasal
@_or_absent
def rupiah(value: Decimal) -> str:
    """`Rp4.679.201.102`; sen only where there are any: `Rp6.353.928.630,80`."""
    number = Decimal(value)
    return f"{_sign(number)}Rp{uang(abs(number))}"


def _sign(value: Decimal) -> str:
    if value < 0:
        return MINUS
    return ""


SEN = 2


def sen(values: Iterable[object]) -> int:
    """The decimals of a column of rupiah: sen for all where one amount has any."""
    known = [Decimal(value) for value in values if isinstance(value, Decimal)]
    if any(value != value.to_integral_value() for value in known):
        return SEN
    return 0


@berasal
@_or_absent
def uang(value: Decimal, desimal: int = 0) -> str:
    """Rupiah without the sign of the currency, for a column that says it; `desimal` or, where the
    amount has sen, two decimals.
    """
    number = Decimal(value)
    return angka(number, desimal or sen([number]))


@berasal
@_or_absent
def nilai(value: Nilai, satuan: str) -> str:
    """A quantity with its unit: `6,25%`, `Rp2.000.000`, `11.639 keluarga`, `0–5,99%`, `1:200`,
    `WTP`.
    """
    if isinstance(value, RentangNilai):
        return _range(value, satuan)
    if isinstance(value, str):
        return _level(value)
    if isinstance(value, Batas):
        return _bound(value, satuan)
    if isinstance(value, Rasio):
        return f"1:{angka(value)}"
    return _quantity(value, satuan)


def _quantity(value: Decimal, satuan: str) -> str:
    """A number in its unit; the minus sign stands before a unit that stands in front."""
    unit = unit_of(satuan)
    if unit.kode == RUPIAH:
        return rupiah(value)
    before, behind = unit.bentuk.split(NILAI, maxsplit=1)
    if before and value < 0:
        return f"{MINUS}{before}{angka(abs(value))}{behind}"
    return f"{before}{angka(value)}{behind}"


def _bound(value: Batas, satuan: str) -> str:
    """`≤ 5%`; a named figure with its value: `< inflasi nasional (2,61%)`."""
    figure = nilai(Decimal(value), satuan)
    sign = TANDA.get(value.tanda, value.tanda)
    if value.sebutan:
        return f"{sign} {value.sebutan} ({figure})"
    return f"{sign} {figure}"


def _level(value: str) -> str:
    """A level of a ladder, with its score where one was written."""
    skor = getattr(value, "skor", None)
    if skor is None:
        return str(value)
    return f"{value} ({angka(skor)})"


def _range(value: RentangNilai, satuan: str) -> str:
    """Both bounds with one unit behind them; a sign of the currency stands before each."""
    low, high = nilai(value.dari, satuan), nilai(value.sampai, satuan)
    if unit_of(satuan).bentuk.startswith(NILAI):
        low = angka(value.dari)
    return f"{low}–{high}"


@berasal
def nilai_ringkas(value: object, satuan: str) -> str:
    """As `nilai`, for a narrow place: without the unit, which `nama_bersatuan` tells, except for
    percent.
    """
    if unit_of(satuan).kode == PERSEN or isinstance(value, str):
        return nilai(value, satuan)
    return nilai(value, "").strip()


# A unit that says no more than that there is a number.
_NO_UNIT = frozenset({"nilai", "angka"})
_COUNTING = frozenset({"jumlah", "banyaknya", "total"})


def nama_bersatuan(nama: str, satuan: str) -> str:
    """The name of an indicator with its unit, where neither its values nor the name
    itself tell it.
    """
    unit = unit_of(satuan)
    told = not satuan or unit.kode == PERSEN or satuan.lower() in _NO_UNIT
    if told or _counts(nama.lower(), satuan.lower()):
        return nama
    return f"{nama} ({unit.nama})"


def _counts(nama: str, satuan: str) -> bool:
    """Whether a name says what it counts: `jumlah wajib pajak`, `indeks kepuasan`.  A vehicle tax
    counts no vehicles.
    """
    first, *_ = nama.split() or [""]
    return satuan in nama and (first in _COUNTING or nama.startswith(satuan))


@berasal
def jutaan(value: Decimal) -> str:
    """Rupiah in round numbers for a label in a picture: `Rp1,51 miliar`, `Rp600,9 juta`."""
    sign = _sign(value)
    millions = bulatkan(abs(value) / JUTA, 1)
    # By what would be shown: 999.999.999 is no Rp1.000,0 juta.
    if millions >= SERIBU:
        return f"{sign}Rp{angka(abs(value) / MILIAR, 2)} miliar"
    if abs(value) >= JUTA:
        return f"{sign}Rp{angka(millions, 1)} juta"
    return rupiah(value)


def tanggal(value: str) -> str:
    """`2021-01` is `Januari 2021`, `2021-01-29` is `29 Januari 2021`."""
    from datetime import date

    year, month, *day = map(int, value.split("-"))
    if day:
        return format_date(date(year, month, *day), "d MMMM y", locale=LOCALE)
    return format_date(date(year, month, 1), "MMMM y", locale=LOCALE)


@berasal
def terbilang(value: Decimal, *, besar: bool = False) -> str:
    """A whole number in words: `dua puluh delapan`; `besar` for the beginning of a sentence."""
    from num2words import num2words

    words = str(num2words(int(Decimal(value)), lang="id"))
    return huruf_besar(words) if besar else words


def daftar(items: Sequence[str]) -> str:
    """`a`, `a dan b`, `a, b, dan c`."""
    *before, last = map(str, items or [""])
    if len(before) <= 1:
        return " dan ".join([*before, last])
    return ", ".join(before) + f", dan {last}"


# A name of its own: its second word begins with a capital and goes on small.  A verb does not make
# one: `Membantu Bupati`.
_NAME = re.compile(r"(?!Me)\w+ [A-Z][a-z]")


def huruf_kecil(text: str) -> str:
    """The text with a small first letter, for the middle of a sentence; an abbreviation and a name
    keep their capitals.
    """
    lowered = text
    if not (text[1:2].isupper() or _NAME.match(text)):
        lowered = text[:1].lower() + text[1:]
    if isinstance(text, Kata):
        return Tampil(lowered, str(text), text.asal)
    return lowered


def huruf_besar(text: str) -> str:
    """The text with a capital first letter; the rest as it is."""
    return text[:1].upper() + text[1:]


def teks(value: object) -> object:
    """What a bare `{{ value }}` shows: numbers in Indonesian notation, absence in words."""
    if isinstance(value, bool):
        return YA_TIDAK[value]
    if isinstance(value, float):
        return angka(Decimal(str(value)))
    if isinstance(value, Decimal):
        return angka(value)
    return _absent(value) or value


def _absent(value: object) -> str | None:
    if value is None:
        return BELUM_DILAPORKAN
    if value is NOT_APPLICABLE:
        return TIDAK_BERLAKU
    return None


def length(items: Iterable[object]) -> int | Angka:
    """How many, as Jinja counts, but knowing what was counted."""
    if isinstance(items, str | Mapping):
        return len(items)
    return banyak(_named(item) for item in items)


def _named(item: object) -> object:
    """What stands for an item in a count: its code or name, the first text that it has; of an item
    without one the first of its values that has an origin.
    """
    row = item
    if is_dataclass(item):
        row = kolom(item)
    if not isinstance(row, Mapping):
        return str(row)
    named = next((value for value in row.values() if isinstance(value, str) and value), None)
    tracked = (value for value in row.values() if getattr(value, "asal", None) is not None)
    return named or next(tracked, None) or str(next(iter(row.values()), ""))


FILTERS = {
    f.__name__: f
    for f in (
        angka,
        persen,
        rupiah,
        nilai,
        tanggal,
        terbilang,
        daftar,
        huruf_kecil,
        huruf_besar,
        length,
    )
}
