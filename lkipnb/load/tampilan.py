"""A number of an Excel cell as the person at the screen sees it.

Excel stores 1 where it shows 100 %, and 1250000 where a format shows 1.250.  The format of the cell
tells.
Nothing is rounded: what the format hides behind the last decimal stays.
"""

from __future__ import annotations

import re
from decimal import Context, Decimal
from functools import lru_cache
from typing import NamedTuple

EXACT_DIGITS = 15  # that Excel keeps of a number
_ROUNDED = Context(prec=EXACT_DIGITS)
_THREE_DECIMALS = re.compile(r"-?[0-9]+\.[0-9]{3}")
# Texts, single characters, spaces, fills, colours and conditions: shown, but no part of the number.
_DECORATION = re.compile(r'"[^"]*"?|\\.|_.|\*.|\[[^\]]*\]')
_SCALED = re.compile(r"[0#?],+(?![0#?,])")
_PLACES = re.compile(r"(?P<whole>0+)(?:\.(?P<part>0+))?")


class TidakTerbaca(ValueError):
    """The cell shows something else than a number that can be read; the text says what to do."""


class _Bagian(NamedTuple):
    """The part of a format that shows a number, without decoration."""

    berskala: bool
    persen: bool
    bulat: int
    pecahan: int

    @classmethod
    def dari(cls, section: str) -> _Bagian:
        places = _PLACES.search(section)
        if not places or "E" in section.upper():
            return cls(bool(_SCALED.search(section)), "%" in section, 0, 0)
        zeros = len(places["whole"]), len(places["part"] or "")
        return cls(bool(_SCALED.search(section)), "%" in section, *zeros)


def teks(value: int | float, bentuk: str) -> str:
    """The number as text: in percent with its sign, with the zeros that its format shows.  Raises
    TidakTerbaca.
    """
    part = _part(bentuk, value)
    shown = _digits(value, part)
    if part.bulat > 1 or part.pecahan:
        shown = _padded(shown, part)
    # A number has no thousands separator, so three decimals must not look like one.
    if "." in shown and _THREE_DECIMALS.fullmatch(shown):
        shown += "0"
    return f"{shown}%" if part.persen else shown


def _digits(value: int | float, part: _Bagian) -> str:
    """All digits of a number; of a percentage those of its hundredfold."""
    short = _short(value)
    if short and not part.persen and not part.berskala:
        return short
    exact = _exact(value)
    if part.berskala:
        raise TidakTerbaca(
            "ditampilkan dalam ribuan atau jutaan; ubah format sel agar angkanya tampil utuh,"
            " dan hapus keterangan satuannya"
        )
    if part.persen:
        exact *= 100
    return format(exact.normalize() + 0, "f")


def _short(value: int | float) -> str:
    """The digits of a number that has few of them; empty for any other."""
    told = repr(value).removesuffix(".0") if value else "0"
    is_plain = len(told) <= EXACT_DIGITS and "e" not in told and "n" not in told
    return told if is_plain else ""


def _exact(value: int | float) -> Decimal:
    """What was typed; a fraction, which binary numbers do not hold, to the digits that
    Excel shows.
    """
    exact = Decimal(repr(value))
    if not exact.is_finite():
        raise TidakTerbaca("bukan angka")
    if exact and exact.adjusted() < EXACT_DIGITS and len(exact.as_tuple().digits) <= EXACT_DIGITS:
        return exact
    if exact and exact == exact.to_integral_value():
        raise TidakTerbaca(
            f"lebih dari {EXACT_DIGITS} angka; Excel tidak menyimpannya dengan tepat, tulis sebagai"
            " teks"
        )
    return _ROUNDED.plus(exact)


def _part(bentuk: str, value: int | float) -> _Bagian:
    """The part of a format that shows this value: `positive;negative;zero;text`."""
    parts = _parts(bentuk)
    if value < 0 and len(parts) > 1:
        return parts[1]
    if value == 0 and len(parts) > 2:
        return parts[2]
    return parts[0]


@lru_cache(maxsize=1000)
def _parts(bentuk: str) -> tuple[_Bagian, ...]:
    return tuple(map(_Bagian.dari, _DECORATION.sub("", bentuk).split(";")))


def _padded(plain: str, part: _Bagian) -> str:
    """`007` and `1.10` keep the zeros that their format shows, which matter in a code."""
    sign = "-" if plain.startswith("-") else ""
    whole, _, fraction = plain.removeprefix("-").partition(".")
    whole = whole.rjust(part.bulat, "0")
    fraction = fraction.ljust(part.pecahan, "0")
    return f"{sign}{whole}.{fraction}" if fraction else sign + whole
