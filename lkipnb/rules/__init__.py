"""Dated rules of law and custom, read from the YAML files beside this module.

Each entry says in which years it holds (`berlaku`), where it comes from (`dasar`) and its unit;
an entry without them does not load.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

from lkipnb.errors import UsageError
from lkipnb.rules.bentuk import (
    Analisis,
    Aturan,
    Bab,
    Butir,
    Efisiensi,
    RataRata,
    Rule,
    RumusCapaian,
    Selang,
    Skala,
    SumberDana,
    SusunanAnggaran,
    TargetNol,
    rumus_untuk,
)

__all__ = [
    "Analisis",
    "Aturan",
    "Bab",
    "Butir",
    "Efisiensi",
    "RataRata",
    "Rules",
    "RumusCapaian",
    "Selang",
    "Skala",
    "SumberDana",
    "SusunanAnggaran",
    "TargetNol",
    "rules",
    "rumus_untuk",
]

FOLDER = Path(__file__).parent


class Rules(Rule):
    """The rules in force in one fiscal year."""

    tahun: int
    skala: dict[str, Skala]
    capaian: dict[str, RumusCapaian]
    target_nol: dict[str, TargetNol]
    rata_rata: dict[str, RataRata]
    sistematika: tuple[Bab, ...]
    analisis: dict[str, Analisis]
    anggaran: SusunanAnggaran
    sumber_dana: dict[str, SumberDana]
    efisiensi: dict[str, Efisiensi]
    reviu: dict[str, Butir]
    mutu: dict[str, Butir]


# Where each set of rules stands, and the form of its entries.
SETS: dict[str, tuple[str, type[Aturan]]] = {
    "skala": ("skala_predikat.yaml", Skala),
    "capaian": ("capaian.yaml", RumusCapaian),
    "target_nol": ("target_nol.yaml", TargetNol),
    "rata_rata": ("rata_rata.yaml", RataRata),
    "sistematika": ("sistematika.yaml", Bab),
    "analisis": ("analisis.yaml", Analisis),
    "anggaran": ("anggaran.yaml", SusunanAnggaran),
    "sumber_dana": ("sumber_dana.yaml", SumberDana),
    "efisiensi": ("efisiensi.yaml", Efisiensi),
    "reviu": ("reviu.yaml", Butir),
    "mutu": ("mutu_pelaporan.yaml", Butir),
}


@cache
def rules(tahun: int) -> Rules:
    """The rules in force in `tahun`.

    Raises UsageError for a year in which a set has no rule; pydantic.ValidationError when an entry
    lacks its citation, its years or its unit, or when a scale has a gap or an overlap.
    """
    held = {
        name: {key: rule for key, rule in _entries(name).items() if tahun in rule.berlaku}
        for name in SETS
    }
    if not all(held.values()):
        first, why = _first_year()
        raise UsageError(
            f"Tahun {tahun} belum tercakup: aturan program ini mulai tahun {first} ({why}). "
            "Angka tahun sebelumnya dapat diisi di tabel riwayat."
        )
    whole = {
        "sistematika": tuple(held["sistematika"].values()),
        "anggaran": next(iter(held["anggaran"].values())),
    }
    return Rules(tahun=tahun, **held | whole)


def _first_year() -> tuple[int, str]:
    """The first year for which every set has a rule, and the source of the rule that
    begins then.
    """
    begins = [min(_entries(name).values(), key=lambda rule: rule.berlaku.dari) for name in SETS]
    last = max(begins, key=lambda rule: rule.berlaku.dari)
    return last.berlaku.dari, last.dasar


@cache
def _entries(name: str) -> dict[str, Aturan]:
    file, model = SETS[name]
    content = yaml.safe_load((FOLDER / file).read_text(encoding="utf-8"))
    return {key: model.model_validate(entry) for key, entry in content.items()}
