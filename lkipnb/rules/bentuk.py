"""The forms that rules take, each with its years, its source and its unit."""

from __future__ import annotations

import itertools
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
    """An interval of capaian; a missing bound is unbounded.

    `batas` says which of its bounds belong to it where the scale does not say so for all; an
    interval of one number holds both.
    """

    dari: Decimal | None = None
    sampai: Decimal | None = None
    predikat: str
    batas: Literal["bawah", "atas", "keduanya", "tanpa"] | None = None

    @property
    def tepat(self) -> bool:
        """Whether the interval is a single number."""
        return self.dari is not None and self.dari == self.sampai

    def memuat(self, sisi: Literal["bawah", "atas"]) -> bool | None:
        """Whether the interval says that it holds its bound on that side; None when it does not
        say.
        """
        batas = "keduanya" if self.batas is None and self.tepat else self.batas
        return None if batas is None else batas in (sisi, "keduanya")


class Skala(Aturan):
    """A predicate scale: intervals from high to low that cover every possible capaian once.

    `termasuk` says which bound belongs to an interval that does not say so itself: `bawah` for
    [dari, sampai), `atas` for (dari, sampai].  `terendah` and `tertinggi` are the floor and the cap
    of the agency's capaian, None where there is none: the scale need not go beyond them.
    """

    nama: str
    termasuk: Literal["bawah", "atas"] = "bawah"
    selang: tuple[Selang, ...] = Field(min_length=2)
    terendah: Decimal | None = None
    tertinggi: Decimal | None = None

    def memuat_bawah(self, n: int) -> bool:
        """Whether the lower bound of the n-th interval belongs to it, and not to the one below."""
        told = self.selang[n].memuat("bawah")
        if told is None and n + 1 < len(self.selang):
            below = self.selang[n + 1].memuat("atas")
            told = None if below is None else not below
        return self.termasuk == "bawah" if told is None else told

    def memuat_atas(self, n: int) -> bool:
        """Whether the upper bound of the n-th interval belongs to it, and not to the one above."""
        if n > 0:
            return not self.memuat_bawah(n - 1)
        told = self.selang[0].memuat("atas")
        return self.termasuk == "atas" if told is None else told

    @model_validator(mode="after")
    def _covers_everything_once(self) -> Skala:
        self._reaches_the_top()
        for above, below in itertools.pairwise(self.selang):
            self._meets(above, below)
        for selang in self.selang:
            if None not in (selang.dari, selang.sampai) and selang.dari > selang.sampai:
                raise ValueError(f"skala {self.nama}: selang {selang.predikat} kosong")
        self._reaches_the_bottom()
        return self

    def _reaches_the_top(self) -> None:
        top = self.selang[0].sampai
        if top is None or (
            self.tertinggi is not None
            and (top > self.tertinggi or self._ends_at(top, self.tertinggi))
        ):
            return
        raise ValueError(f"skala {self.nama}: di atas {top} tidak ada predikat")

    def _ends_at(self, top: Decimal, cap: Decimal) -> bool:
        return top == cap and self.memuat_atas(0)

    def _reaches_the_bottom(self) -> None:
        last = len(self.selang) - 1
        low = self.selang[last].dari
        if low is None or (self.terendah is not None and low < self.terendah):
            return
        if low != self.terendah or not self.memuat_bawah(last):
            raise ValueError(f"skala {self.nama}: di bawah {low} tidak ada predikat")

    def _meets(self, above: Selang, below: Selang) -> None:
        """Two neighbours share one bound, and only one of them holds it."""
        names = f"{above.predikat} dan {below.predikat}"
        if above.dari is None or below.sampai is None or above.dari != below.sampai:
            raise ValueError(f"skala {self.nama}: antara {names} ada celah atau tumpang tindih")
        told = above.memuat("bawah"), below.memuat("atas")
        if None not in told and told[0] == told[1]:
            fault = "termasuk keduanya" if told[0] else "tidak termasuk satu pun"
            raise ValueError(f"skala {self.nama}: antara {names} batas {above.dari} {fault}")


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


def rumus_untuk(indikator: Mapping[str, object], rumus: Mapping[str, RumusCapaian]) -> RumusCapaian:
    """The rule of one indicator: the one it names, else that of its `jenis`, else that of its
    `polaritas`.

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
