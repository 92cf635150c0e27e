"""Dated rules of law and custom, read from the YAML files beside this module.

Each entry says in which years it holds (`berlaku`), where it comes from (`dasar`) and its unit;
an entry without them does not load.
"""

from lkipnb.rules.bentuk import (
    Analisis,
    Aturan,
    Bab,
    Butir,
    Efisiensi,
    Jenjang,
    Kewajaran,
    RataRata,
    RumusCapaian,
    SumberDana,
    SusunanAnggaran,
    TargetNol,
    TurunanIndikator,
    nama_rumus,
)
from lkipnb.rules.selang import Selang, Skala
from lkipnb.rules.setahun import Rules, rules

__all__ = [
    "Analisis",
    "Aturan",
    "Bab",
    "Butir",
    "Efisiensi",
    "Jenjang",
    "Kewajaran",
    "RataRata",
    "Rules",
    "RumusCapaian",
    "Selang",
    "Skala",
    "SumberDana",
    "SusunanAnggaran",
    "TargetNol",
    "TurunanIndikator",
    "nama_rumus",
    "rules",
]
