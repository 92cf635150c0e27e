"""The forms that rules take, each with its years, its source and its unit."""

from __future__ import annotations

from collections.abc import Container, Sequence
from decimal import Decimal
from typing import Literal, Protocol

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


class Jenjang(Aturan):
    """A ladder that many use: its levels from low to high, and the lowest score of each where the
    rule sets one.
    """

    tingkat: tuple[str, ...]
    nilai: tuple[Decimal, ...] = ()

    def peringkat(self, tingkat: Sequence[str]) -> list[int | None]:
        """The place of each level on the ladder, whatever its capitals; None for a level that is
        not on it.
        """
        places = {level.casefold(): n for n, level in enumerate(self.tingkat)}
        return [places.get(level.casefold()) for level in tingkat]

    def memuat(self, tingkat: str, skor: Decimal) -> bool:
        """Whether a level of the ladder has that score; the bound of two levels is of both."""
        (rank,) = self.peringkat([tingkat])
        if rank is None or skor < self.nilai[rank]:
            return False
        return rank + 1 == len(self.nilai) or skor <= self.nilai[rank + 1]


class TurunanIndikator(Aturan):
    """How the realisasi of an indicator follows from others."""

    tampil: str


class RumusCapaian(Aturan):
    """How capaian follows from target and realisasi for one kind of indicator.

    `rumus` is its short notation; the arithmetic has the name of the rule
    (`lkipnb/calculate/rumus.py`).  `tertinggi` and `terendah` are what it can give in percent from
    a realisasi that is possible; None where nothing bounds it.
    """

    hal: str
    rumus: str
    tampil: str
    tertinggi: Decimal | None = None
    terendah: Decimal | None = None


class Berjenis(Protocol):
    """What the formula of an indicator follows from."""

    @property
    def rumus(self) -> str | None: ...
    @property
    def jenis(self) -> str: ...
    @property
    def polaritas(self) -> str: ...


def nama_rumus(indikator: Berjenis, dikenal: Container[str]) -> str:
    """The name of the formula of one indicator: the one it names, else that of its `jenis`, else
    that of its `polaritas`.
    """
    if indikator.rumus:
        return indikator.rumus
    return indikator.jenis if indikator.jenis in dikenal else indikator.polaritas


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
    """A custom of computing efficiency from capaian and serapan.

    `tengah` is the value in percent of spending as much as was achieved, `penuh` the saving in
    percent that gives 100; only one custom knows them.
    """

    nama: str
    tampil: str
    tengah: Decimal = Decimal(0)
    penuh: Decimal = Decimal(100)


class Kewajaran(Aturan):
    """How far a figure may go before someone should look at it again."""

    hal: str
    batas: Decimal


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
