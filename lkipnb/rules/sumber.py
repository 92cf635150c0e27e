"""Whether a source of funds belongs to the agency's own regional budget (APBD) or stands
beside it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from enum import StrEnum

from lkipnb.model import SumberDanaOpd
from lkipnb.rules.bentuk import SumberDana


class Lingkup(StrEnum):
    """What a name of a source says; everything but LAIN counts as the agency's own budget until it
    is answered.
    """

    APBD = "apbd"
    LAIN = "lain"
    TANYA = "tanya"
    CAMPUR = "campur"
    ASING = "asing"


def lingkup(
    nama: str | None, dinyatakan: SumberDanaOpd, dikenal: Mapping[str, SumberDana]
) -> Lingkup:
    """The scope of a source by what the profile states, else by the names of the rules.

    A line without a source is of the own budget.  CAMPUR is a name that says both, TANYA one that
    only the agency can place, ASING one that nobody knows.
    """
    if nama is None or _listed(nama, dinyatakan.apbd):
        return Lingkup.APBD
    if _listed(nama, dinyatakan.lain):
        return Lingkup.LAIN
    said = [rule.lingkup for rule in dikenal.values() if _named(nama, rule.sebutan)]
    return _together({Lingkup(scope) for scope in said})


def _together(said: set[Lingkup]) -> Lingkup:
    """What the words of a name say together."""
    if not said:
        return Lingkup.ASING
    if Lingkup.TANYA in said:
        return Lingkup.TANYA
    if len(said) > 1:
        return Lingkup.CAMPUR
    (scope,) = said
    return scope


def _listed(nama: str, names: Collection[str]) -> bool:
    return nama.casefold() in {name.casefold() for name in names}


def _named(nama: str, sebutan: Collection[str]) -> bool:
    """Whether one of the words stands in the name, as a whole word."""
    whole_words = [rf"(?<!\w){re.escape(word)}(?!\w)" for word in sebutan]
    return any(re.search(word, nama, re.IGNORECASE) for word in whole_words)
