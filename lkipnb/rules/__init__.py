"""Dated rules of law and custom, read from the YAML files beside this module.

Each entry says in which years it holds (`berlaku`), where it comes from (`dasar`) and its unit;
an entry without them does not load.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TypeVar

import yaml

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

R = TypeVar("R", bound=Aturan)


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


@cache
def rules(tahun: int) -> Rules:
    """The rules in force in `tahun`.

    Raises pydantic.ValidationError when an entry lacks its citation, its years or its unit, or
    when a scale has a gap or an overlap.
    """
    return Rules(
        tahun=tahun,
        skala=_entries("skala_predikat.yaml", Skala, tahun),
        capaian=_entries("capaian.yaml", RumusCapaian, tahun),
        target_nol=_entries("target_nol.yaml", TargetNol, tahun),
        rata_rata=_entries("rata_rata.yaml", RataRata, tahun),
        sistematika=tuple(_entries("sistematika.yaml", Bab, tahun).values()),
        analisis=_entries("analisis.yaml", Analisis, tahun),
        anggaran=next(iter(_entries("anggaran.yaml", SusunanAnggaran, tahun).values())),
        sumber_dana=_entries("sumber_dana.yaml", SumberDana, tahun),
        efisiensi=_entries("efisiensi.yaml", Efisiensi, tahun),
        reviu=_entries("reviu.yaml", Butir, tahun),
        mutu=_entries("mutu_pelaporan.yaml", Butir, tahun),
    )


def _entries(file: str, model: type[R], tahun: int) -> dict[str, R]:
    content = yaml.safe_load((FOLDER / file).read_text(encoding="utf-8"))
    loaded = {name: model.model_validate(entry) for name, entry in content.items()}
    return {name: rule for name, rule in loaded.items() if tahun in rule.berlaku}
