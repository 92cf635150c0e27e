"""The kind of an indicator as the form of its target shows it, and its direction by its word."""

from __future__ import annotations

import re

from lkipnb.exchange.kinerja.baris import Butir
from lkipnb.exchange.kinerja.kolom import REALISASI, TARGET
from lkipnb.exchange.terisi.ejaan import sama

_BOUND = r"(?:[<>≤≥]\s*=?|maksimal|maks\.?|minimal|min\.?|paling \w+)?"
_NUMBER = rf"{_BOUND}\s*-?\s*(?:rp\.? ?)?[0-9][0-9.,]*"
_KINDS = (
    ("rasio", re.compile(r"1\s*:\s*[0-9].*")),
    ("rentang", re.compile(r"[0-9.,]+ ?%?\s*(?:-|–|s\.?d\.?|sampai)\s*[0-9.,]+ ?%?")),
    ("ya-tidak", re.compile(r"ya|tidak", re.IGNORECASE)),
    ("angka", re.compile(rf"{_NUMBER}\s*(?:%|[^\W\d_].*)?", re.IGNORECASE)),
)
_DIRECTIONS = {
    "naik": ("naik", "positif", "maximize", "maksimal", "maksimize", "+"),
    "turun": ("turun", "negatif", "minimize", "minimal", "minimize"),
}


def jenis(row: Butir) -> str:
    """The kind of an indicator; empty where its target has no form that only one kind has."""
    names = [name for name in row.nilai if name.startswith(TARGET)]
    texts = [row.nilai[name] for name in names if row.nilai[name]]
    texts = texts or [text for name, text in row.nilai.items() if name == REALISASI and text]
    found = set(map(bentuk, texts))
    if len(found) == 1:
        return found.pop()
    return ""


def bentuk(text: str) -> str:
    """The kind that a value has the form of; empty for a word."""
    return next((kind for kind, form in _KINDS if form.fullmatch(text)), "")


def arah(told: str) -> str:
    """`naik` or `turun`; empty for another word."""
    word = sama(told)
    return next((name for name, words in _DIRECTIONS.items() if word in words), "")
