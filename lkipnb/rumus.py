"""Texts that a spreadsheet would run when a CSV is opened in it."""

from __future__ import annotations

import unicodedata

STARTS = frozenset("=+-@\t\r")


def awal(text: str) -> str:
    """The first character as a spreadsheet takes it: the wide `＝` acts as the usual one."""
    return unicodedata.normalize("NFKC", text[:1])


def aman(text: str) -> str:
    """The text with an apostrophe before it where it would run."""
    return f"'{text}" if awal(text) in STARTS else text
