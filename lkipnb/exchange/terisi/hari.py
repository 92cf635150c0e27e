"""Days as people write them, and what a day in a cell may have meant."""

from __future__ import annotations

import re
from datetime import date

from babel.dates import get_month_names

from lkipnb.bilangan import LOCALE
from lkipnb.load.buku import nomor_hari

_SHORTEST = 3  # letters of a month that is cut short
_OTHERWISE = {"pebruari": 2, "peb": 2, "agt": 8, "ags": 8, "nopember": 11, "nop": 11}
_YEARS = range(1990, 2100)
_ISO = re.compile(r"(?P<tahun>[0-9]{4})-(?P<bulan>[0-9]{1,2})(-(?P<hari>[0-9]{1,2}))?(?:[ T].*)?")
_NUMBERS = re.compile(r"(?P<hari>[0-9]{1,2})[-/. ](?P<bulan>[0-9]{1,2})[-/. ](?P<tahun>[0-9]{4})")
_WORDS = re.compile(r"(?:(?P<hari>[0-9]{1,2})[ -])?(?P<nama>[A-Za-z]+)\.?[ -](?P<tahun>[0-9]{4})")


def tahun_dari(day: date) -> int | None:
    """The year that a cell of a day means: typed into a cell of that format, 2022 shows as a day
    of 1905.
    """
    for year in (day.year, nomor_hari(day)):
        if year in _YEARS:
            return year
    return None


def waktu(text: str) -> str | None:
    """`2024-01-15` or `2024-01` of a day or month in words or numbers, day first; None for another
    text.
    """
    bare = text.strip()
    for pattern in (_ISO, _NUMBERS, _WORDS):
        match = pattern.fullmatch(bare)
        if match:
            return _told(match.groupdict())
    return None


def maksud(day: date) -> str:
    """The number that was typed where Excel made a day of it: `8,5`."""
    return f"{day.day},{day.month}"


def _told(parts: dict[str, str | None]) -> str | None:
    month = _month(parts)
    if not month:
        return None
    start = f"{parts['tahun']}-{month:02}"
    day = parts.get("hari")
    if day:
        return f"{start}-{int(day):02}"
    return start


def _month(parts: dict[str, str | None]) -> int:
    """The number of the month; 0 for a word that is none."""
    number = parts.get("bulan")
    if number:
        return int(number)
    name = (parts.get("nama") or "").casefold()
    if name in _OTHERWISE:
        return _OTHERWISE[name]
    return next((at for at, month in _months() if _is_short_for(name, month)), 0)


def _months() -> list[tuple[int, str]]:
    names = get_month_names("wide", locale=LOCALE)
    return [(at, name.casefold()) for at, name in names.items()]


def _is_short_for(name: str, month: str) -> bool:
    return len(name) >= _SHORTEST and month.startswith(name)
