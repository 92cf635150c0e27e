"""The days and times that Excel keeps as numbers."""

from __future__ import annotations

from datetime import datetime, time, timedelta

OLDEST = datetime(1899, 12, 30)  # day 0 of Excel, when it counts from 1 March 1900 on
OLDEST_OF_1904 = datetime(1904, 1, 1)
_FIRST_OF_MARCH = 60  # before it Excel counts a 29 February 1900 that there never was
_MICROSECONDS = 1_000_000


def hari(number: float, *, is_1904: bool) -> datetime | time:
    """The day of a number, to the second; a time of the day for less than one day.

    Raises OverflowError or ValueError for a number that is no day.
    """
    if 0 <= number < 1:
        return (OLDEST + _since(number)).time()
    if is_1904:
        return OLDEST_OF_1904 + _since(number)
    shift = timedelta(days=1 if number < _FIRST_OF_MARCH else 0)
    return OLDEST + shift + _since(number)


def _since(number: float) -> timedelta:
    exact = timedelta(days=number)
    return timedelta(exact.days, round(exact.seconds + exact.microseconds / _MICROSECONDS))
