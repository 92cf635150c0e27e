"""Typed rows for a test: the columns that the test names, and nothing in the others."""

from __future__ import annotations

from dataclasses import fields
from decimal import Decimal
from types import UnionType
from typing import TypeVar, Union, get_args, get_origin, get_type_hints

Kelas = TypeVar("Kelas")
KOSONG = {str: "", int: 0, bool: False, Decimal: Decimal(0)}


def baris(kelas: type[Kelas], **isi: object) -> Kelas:
    """A row of the class; what is not told is None where that may be, else empty or zero."""
    hints = get_type_hints(kelas)
    nothing = {field.name: _nothing(hints[field.name]) for field in fields(kelas)}
    return kelas(**{**nothing, **isi})


def _nothing(hint: object) -> object:
    kinds = get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)
    if type(None) in kinds:
        return None
    return next((KOSONG[kind] for kind in kinds if kind in KOSONG), ())
