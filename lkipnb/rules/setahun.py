"""The rules in force in one fiscal year."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from lkipnb.errors import UsageError
from lkipnb.rules.bentuk import (
    Analisis,
    Aturan,
    Bab,
    Butir,
    Efisiensi,
    Jenjang,
    Kewajaran,
    RataRata,
    Rule,
    RumusCapaian,
    SumberDana,
    SusunanAnggaran,
    TargetNol,
    TurunanIndikator,
)
from lkipnb.rules.entri import entri
from lkipnb.rules.selang import Skala


class Rules(Rule):
    """The rules in force in one fiscal year."""

    tahun: int
    skala: dict[str, Skala]
    capaian: dict[str, RumusCapaian]
    target_nol: dict[str, TargetNol]
    rata_rata: dict[str, RataRata]
    turunan: dict[str, TurunanIndikator]
    jenjang: dict[str, Jenjang]
    sistematika: tuple[Bab, ...]
    analisis: dict[str, Analisis]
    anggaran: SusunanAnggaran
    sumber_dana: dict[str, SumberDana]
    efisiensi: dict[str, Efisiensi]
    kewajaran: dict[str, Kewajaran]
    reviu: dict[str, Butir]
    mutu: dict[str, Butir]


# Where each set of rules stands, and the form of its entries.
SETS: dict[str, tuple[str, type[Aturan]]] = {
    "skala": ("skala_predikat.yaml", Skala),
    "capaian": ("capaian.yaml", RumusCapaian),
    "target_nol": ("target_nol.yaml", TargetNol),
    "rata_rata": ("rata_rata.yaml", RataRata),
    "turunan": ("turunan.yaml", TurunanIndikator),
    "jenjang": ("jenjang.yaml", Jenjang),
    "sistematika": ("sistematika.yaml", Bab),
    "analisis": ("analisis.yaml", Analisis),
    "anggaran": ("anggaran.yaml", SusunanAnggaran),
    "sumber_dana": ("sumber_dana.yaml", SumberDana),
    "efisiensi": ("efisiensi.yaml", Efisiensi),
    "kewajaran": ("kewajaran.yaml", Kewajaran),
    "reviu": ("reviu.yaml", Butir),
    "mutu": ("mutu_pelaporan.yaml", Butir),
}


# What a report can do without: criteria that were issued after the first years were signed.
LATER = frozenset({"mutu"})


@cache
def rules(tahun: int) -> Rules:
    """The rules in force in `tahun`.

    Raises UsageError for a year in which a set that is needed has no rule;
    pydantic.ValidationError when an entry lacks its citation, its years or its unit, or when a
    scale has a gap or an overlap.
    """
    held = {name: _in_force(name, tahun) for name in SETS}
    if not all(held[name] for name in SETS if name not in LATER):
        raise _not_covered(tahun)
    in_order = tuple(held["sistematika"].values())
    the_one = next(iter(held["anggaran"].values()))
    whole = {"tahun": tahun, "sistematika": in_order, "anggaran": the_one}
    return Rules.model_validate({**held, **whole})


def _in_force(name: str, tahun: int) -> Mapping[str, Aturan]:
    return {key: rule for key, rule in _entries(name).items() if tahun in rule.berlaku}


def _not_covered(tahun: int) -> UsageError:
    first, why = _first_year()
    return UsageError(
        f"Tahun {tahun} belum tercakup: aturan program ini mulai tahun {first} ({why}). "
        "Angka tahun sebelumnya dapat diisi di tabel riwayat."
    )


def _first_year() -> tuple[int, str]:
    """The first year for which every set that is needed has a rule, and the source of the rule
    that begins then.
    """
    needed = [name for name in SETS if name not in LATER]
    begins = [min(_entries(name).values(), key=_begin) for name in needed]
    last = max(begins, key=_begin)
    return _begin(last), last.dasar


def _begin(rule: Aturan) -> int:
    return rule.berlaku.dari


@cache
def _entries(name: str) -> Mapping[str, Aturan]:
    file, bentuk = SETS[name]
    return entri(file, bentuk)
