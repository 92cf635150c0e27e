"""Indonesian numbers, dates and lists: the only place where a value becomes text.

A value is rounded here, once, half up; Babel alone would round half to even.  Three things stay
three: zero, not reported (None) and not applicable (NOT_APPLICABLE).
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from babel.dates import format_date
from babel.numbers import format_decimal

from lkipnb.model import NOT_APPLICABLE, Rasio, RentangNilai

LOCALE = "id_ID"
BELUM_DILAPORKAN = "belum dilaporkan"
TIDAK_BERLAKU = "tidak berlaku"
KOSONG = "–"
_WHOLE = Decimal(1)


def bulatkan(value: Decimal, desimal: int) -> Decimal:
    """`value` rounded half up to `desimal` decimals."""
    return value.quantize(_WHOLE.scaleb(-desimal), ROUND_HALF_UP)


def angka(value: object, desimal: int | None = None) -> str:
    """`6.353.928.630,80`: grouped; exactly `desimal` decimals, else those that the value has.

    A quotient has no end of them: it is rounded to two, or to two significant digits where it is small.
    """
    if (said := _absent(value)) is not None:
        return said
    number = Decimal(value)
    if desimal is None:
        desimal = _decimals(number)
    pattern = "#,##0" + ("." + "0" * desimal if desimal else "")
    return format_decimal(bulatkan(number, desimal) + 0, format=pattern, locale=LOCALE, decimal_quantization=False)


def _decimals(number: Decimal) -> int:
    typed = max(0, -number.as_tuple().exponent)
    if typed <= 2:
        return typed
    needed = max(0, -number.normalize().as_tuple().exponent)
    return needed if needed <= 3 else max(2, 1 - number.adjusted())


def persen(value: object, desimal: int = 2) -> str:
    """`98,60%`; the value is already in percent."""
    said = _absent(value)
    return angka(value, desimal) + "%" if said is None else said


def rupiah(value: object) -> str:
    """`Rp4.679.201.102`; sen only where there are any: `Rp6.353.928.630,80`."""
    if (said := _absent(value)) is not None:
        return said
    number = Decimal(value)
    return ("-" if number < 0 else "") + "Rp" + uang(abs(number))


def uang(value: object) -> str:
    """Rupiah without the sign of the currency, for a column that says it."""
    if (said := _absent(value)) is not None:
        return said
    number = Decimal(value)
    return angka(number, 0 if number == number.to_integral_value() else 2)


def nilai(value: object, satuan: str) -> str:
    """A quantity with its unit: `6,25%`, `Rp2.000.000`, `11.639 keluarga`, `0–5,99%`, `1:200`, `WTP`."""
    if (said := _absent(value)) is not None:
        return said
    if isinstance(value, RentangNilai):
        return f"{angka(value.dari)}–{nilai(value.sampai, satuan)}"
    if isinstance(value, str):
        return value
    if isinstance(value, Rasio):
        return f"1:{angka(value)}"
    if satuan == "persen":
        return angka(value) + "%"
    return rupiah(value) if satuan == "rupiah" else f"{angka(value)} {satuan}"


def nilai_ringkas(value: object, satuan: str) -> str:
    """As `nilai`, for a narrow place: without the unit, which `nama_bersatuan` tells, except for percent."""
    if satuan == "persen" or isinstance(value, str):
        return nilai(value, satuan)
    return nilai(value, "").strip()


def nama_bersatuan(nama: str, satuan: str) -> str:
    """The name of an indicator with its unit, where neither its values nor the name itself tell it."""
    told = satuan in ("", "persen") or satuan.lower() in nama.lower()
    return nama if told else f"{nama} ({satuan})"


def jutaan(value: Decimal) -> str:
    """Rupiah in round numbers for a label in a picture: `Rp1,51 miliar`, `Rp600,9 juta`."""
    for size, name, desimal in ((Decimal(10) ** 9, "miliar", 2), (Decimal(10) ** 6, "juta", 1)):
        if abs(value) >= size:
            return f"Rp{angka(value / size, desimal)} {name}"
    return rupiah(value)


def tanggal(value: str) -> str:
    """`2021-01` is `Januari 2021`, `2021-01-29` is `29 Januari 2021`."""
    from datetime import date

    year, month, *day = map(int, value.split("-"))
    return format_date(date(year, month, day[0] if day else 1), "d MMMM y" if day else "MMMM y", locale=LOCALE)


def terbilang(value: object) -> str:
    """A whole number in words: `dua puluh delapan`."""
    from num2words import num2words

    return num2words(int(Decimal(value)), lang="id")


def daftar(items: Sequence[str]) -> str:
    """`a`, `a dan b`, `a, b, dan c`."""
    *before, last = map(str, items) if items else ("",)
    if len(before) <= 1:
        return " dan ".join([*before, last])
    return ", ".join(before) + f", dan {last}"


def huruf_kecil(text: str) -> str:
    """The text with a small first letter, for the middle of a sentence; an abbreviation keeps its capitals."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def teks(value: object) -> object:
    """What a bare `{{ value }}` shows: numbers in Indonesian notation, absence in words."""
    if (said := _absent(value)) is not None:
        return said
    return angka(value) if isinstance(value, Decimal) else value


def _absent(value: object) -> str | None:
    if value is None:
        return BELUM_DILAPORKAN
    return TIDAK_BERLAKU if value is NOT_APPLICABLE else None


FILTERS = {f.__name__: f for f in (angka, persen, rupiah, nilai, tanggal, terbilang, daftar, huruf_kecil)}
