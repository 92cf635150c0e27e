"""Dated rules of law and custom, read from the YAML files beside this module.

Each entry says in which years it holds (`berlaku`), where it comes from (`dasar`) and its unit;
an entry without them does not load.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Literal, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, Field, model_validator

FOLDER = Path(__file__).parent


class _Rule(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Berlaku(_Rule):
    """First and last fiscal year in which a rule holds; `sampai` is None while it still does."""

    dari: int
    sampai: int | None = None

    def __contains__(self, tahun: int) -> bool:
        return self.dari <= tahun and (self.sampai is None or tahun <= self.sampai)


class Aturan(_Rule):
    """A rule with its source."""

    berlaku: Berlaku
    dasar: str = Field(min_length=10)
    satuan: str


class Selang(_Rule):
    """An interval of capaian; a missing bound is unbounded."""

    dari: Decimal | None = None
    sampai: Decimal | None = None
    predikat: str


class Skala(Aturan):
    """A predicate scale: half-open intervals, from high to low, that cover every number once.

    `termasuk` says which bound belongs to an interval: `bawah` for [dari, sampai), `atas` for
    (dari, sampai].
    """

    nama: str
    termasuk: Literal["bawah", "atas"] = "bawah"
    selang: tuple[Selang, ...] = Field(min_length=2)

    @model_validator(mode="after")
    def _covers_everything_once(self) -> Skala:
        first, *rest = self.selang
        if first.sampai is not None:
            raise ValueError(f"skala {self.nama}: di atas {first.sampai} tidak ada predikat")
        for above, below in zip(self.selang, rest, strict=False):
            if above.dari is None or below.sampai is None or above.dari != below.sampai:
                raise ValueError(
                    f"skala {self.nama}: antara {above.predikat} dan {below.predikat} ada celah atau tumpang tindih"
                )
            if below.dari is not None and below.dari >= below.sampai:
                raise ValueError(f"skala {self.nama}: selang {below.predikat} kosong")
        if self.selang[-1].dari is not None:
            raise ValueError(f"skala {self.nama}: di bawah {self.selang[-1].dari} tidak ada predikat")
        return self


class RumusCapaian(Aturan):
    """How capaian follows from target and realisasi for one kind of indicator."""

    hal: str
    rumus: Literal["R/T", "(2T-R)/T", "T/R", "rentang", "jenjang", "ya-tidak"]
    tampil: str
    target_nol: Literal["tidak terhitung"]


def rumus_untuk(indikator: Mapping[str, object], rumus: Mapping[str, RumusCapaian]) -> RumusCapaian:
    """The rule of one indicator: the one it names, else that of its `jenis`, else that of its `polaritas`.

    Raises KeyError for a rule that does not exist.
    """
    return (
        rumus[indikator["rumus"]]
        if indikator["rumus"]
        else rumus.get(indikator["jenis"], rumus[indikator["polaritas"]])
    )


class RataRata(Aturan):
    """How the capaian of several indicators becomes one."""

    cara: Literal["sederhana", "terbobot"]
    tampil: str


class Bab(Aturan):
    """A chapter that the regulation asks for."""

    nomor: str
    judul: str
    isi: str


R = TypeVar("R", bound=Aturan)


class Rules(_Rule):
    """The rules in force in one fiscal year."""

    tahun: int
    skala: dict[str, Skala]
    capaian: dict[str, RumusCapaian]
    rata_rata: dict[str, RataRata]
    sistematika: tuple[Bab, ...]


@cache
def rules(tahun: int) -> Rules:
    """The rules in force in `tahun`.

    Raises pydantic.ValidationError when an entry lacks its citation, its years or its unit, or
    when a scale has a gap or an overlap.
    """
    sets = {
        "skala": _entries("skala_predikat.yaml", Skala, tahun),
        "capaian": _entries("capaian.yaml", RumusCapaian, tahun),
        "rata_rata": _entries("rata_rata.yaml", RataRata, tahun),
        "sistematika": tuple(_entries("sistematika.yaml", Bab, tahun).values()),
    }
    return Rules(tahun=tahun, **sets)


def _entries(file: str, model: type[R], tahun: int) -> dict[str, R]:
    content = yaml.safe_load((FOLDER / file).read_text(encoding="utf-8"))
    loaded = {name: model.model_validate(entry) for name, entry in content.items()}
    return {name: rule for name, rule in loaded.items() if tahun in rule.berlaku}
