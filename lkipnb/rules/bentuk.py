"""The forms that rules take, each with its years, its source and its unit."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field


class Rule(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Berlaku(Rule):
    """First and last fiscal year in which a rule holds; `sampai` is None while it still does."""

    dari: int
    sampai: int | None = None

    def __contains__(self, tahun: int) -> bool:
        return self.dari <= tahun and (self.sampai is None or tahun <= self.sampai)


class Aturan(Rule):
    """A rule with its source."""

    berlaku: Berlaku
    dasar: str = Field(min_length=10)
    satuan: str


class AturanSatuan(Aturan):
    """A unit: its other spellings, the factor of a quotient, how a value and a difference are
    written.
    """

    sebutan: tuple[str, ...] = ()
    pengali: Decimal = Decimal(1)
    bentuk: str = ""
    selisih: str = ""


class RumusCapaian(Aturan):
    """How capaian follows from target and realisasi for one kind of indicator."""

    hal: str
    rumus: Literal["R/T", "(2T-R)/T", "T/R", "rentang", "jenjang", "ya-tidak"]
    tampil: str


def rumus_untuk(indikator: Mapping[str, Any], rumus: Mapping[str, RumusCapaian]) -> RumusCapaian:
    """The rule of one indicator: the one it names, else that of its `jenis`, else that of its
    `polaritas`.

    Raises KeyError for a rule that does not exist.
    """
    if indikator["rumus"]:
        return rumus[indikator["rumus"]]
    return rumus.get(indikator["jenis"], rumus[indikator["polaritas"]])


class RataRata(Aturan):
    """How the capaian of several indicators becomes one."""

    cara: Literal["sederhana", "terbobot"]
    tampil: str


class Bab(Aturan):
    """A chapter that the regulation asks for."""

    nomor: str
    judul: str
    isi: str


class TargetNol(Aturan):
    """What the capaian of a target of zero is."""

    cara: Literal["tidak terhitung", "dipenuhi"]
    tampil: str


class SusunanAnggaran(Aturan):
    """How the budget is laid out: the names of the levels, the groups of spending, and what is told
    in lines.

    `jenis` are the kinds of spending within each group, `pendapatan` the groups of income.
    `dirinci` are the groups whose sum the budget lines add up to, and `cakupan` their name
    together.
    `ruas` gives the level of a code by its number of segments, where the law fixes it.
    """

    tingkat: tuple[str, ...]
    kelompok: tuple[str, ...]
    jenis: dict[str, tuple[str, ...]]
    pendapatan: tuple[str, ...]
    dirinci: tuple[str, ...]
    cakupan: str
    ruas: dict[int, str] = {}


class SumberDana(Aturan):
    """Names of sources of funds: of the agency's own regional budget (apbd), of another (lain), or
    to be asked.
    """

    lingkup: Literal["apbd", "lain", "tanya"]
    sebutan: tuple[str, ...]


class Efisiensi(Aturan):
    """A custom of computing efficiency from capaian and serapan."""

    nama: str
    tampil: str


class Analisis(Aturan):
    """One of the analyses that the regulation asks for, for each sasaran: its heading, and itself
    in a sentence.
    """

    nomor: int
    judul: str
    sebutan: str


class Butir(Aturan):
    """A question of a checklist; `uji` names the test that answers it from the data, if there is
    one.
    """

    kelompok: str
    pertanyaan: str
    uji: str | None = None
