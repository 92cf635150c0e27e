"""The forms that rules take, each with its years, its source and its unit."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator


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


class Selang(Rule):
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


class AturanSatuan(Aturan):
    """A unit: its other spellings, the factor of a quotient, how a value and a difference are written."""

    sebutan: tuple[str, ...] = ()
    pengali: Decimal = Decimal(1)
    bentuk: str = ""
    selisih: str = ""


class RumusCapaian(Aturan):
    """How capaian follows from target and realisasi for one kind of indicator."""

    hal: str
    rumus: Literal["R/T", "(2T-R)/T", "T/R", "rentang", "jenjang", "ya-tidak"]
    tampil: str


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


class TargetNol(Aturan):
    """What the capaian of a target of zero is."""

    cara: Literal["tidak terhitung", "dipenuhi"]
    tampil: str


class SusunanAnggaran(Aturan):
    """How the budget is laid out: the names of the levels, the groups of spending, and what is told in lines.

    `dirinci` are the groups whose sum the budget lines add up to, and `cakupan` their name together.
    `ruas` gives the level of a code by its number of segments, where the law fixes it.
    """

    tingkat: tuple[str, ...]
    kelompok: tuple[str, ...]
    dirinci: tuple[str, ...]
    cakupan: str
    ruas: dict[int, str] = {}


class Efisiensi(Aturan):
    """A custom of computing efficiency from capaian and serapan."""

    nama: str
    tampil: str


class Analisis(Aturan):
    """One of the analyses that the regulation asks for, for each sasaran."""

    nomor: int
    judul: str


class Butir(Aturan):
    """A question of a checklist; `uji` names the test that answers it from the data, if there is one."""

    kelompok: str
    pertanyaan: str
    uji: str | None = None
