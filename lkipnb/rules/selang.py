"""The form of a predicate scale: intervals that cover every possible capaian once."""

from __future__ import annotations

import itertools
from decimal import Decimal
from typing import Literal

from pydantic import Field, model_validator

from lkipnb.rules.bentuk import Aturan, Rule

Sisi = Literal["bawah", "atas"]


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

    @property
    def terbalik(self) -> bool:
        """Whether the interval ends below its beginning."""
        return self.dari is not None and self.sampai is not None and self.dari > self.sampai

    def memuat(self, sisi: Sisi) -> bool | None:
        """Whether the interval says that it holds its bound on that side; None when it does not
        say.
        """
        batas = self.batas
        if batas is None and self.tepat:
            batas = "keduanya"
        if batas is None:
            return None
        return batas in (sisi, "keduanya")


class SelangSalah(ValueError):
    """A fault of a scale, with the predicate and the column where it stands."""

    def __init__(self, told: str, predikat: str, kolom: str):
        super().__init__(told)
        self.predikat, self.kolom = predikat, kolom


class Skala(Aturan):
    """A predicate scale: intervals from high to low that cover every possible capaian once.

    `termasuk` says which bound belongs to an interval that does not say so itself: `bawah` for
    [dari, sampai), `atas` for (dari, sampai].  `terendah` and `tertinggi` are the floor and the cap
    of the agency's capaian, None where there is none: the scale need not go beyond them.
    """

    nama: str
    termasuk: Sisi = "bawah"
    selang: tuple[Selang, ...] = Field(min_length=2)
    terendah: Decimal | None = None
    tertinggi: Decimal | None = None

    def memuat_bawah(self, n: int) -> bool:
        """Whether the lower bound of the n-th interval belongs to it, and not to the one below."""
        own = self.selang[n].memuat("bawah")
        if own is not None:
            return own
        below = self._memuat_atas_di_bawah(n)
        if below is not None:
            return not below
        return self.termasuk == "bawah"

    def _memuat_atas_di_bawah(self, n: int) -> bool | None:
        """Whether the interval below the n-th says that it holds its upper bound."""
        if n + 1 == len(self.selang):
            return None
        return self.selang[n + 1].memuat("atas")

    def memuat_atas(self, n: int) -> bool:
        """Whether the upper bound of the n-th interval belongs to it, and not to the one above."""
        if n > 0:
            return not self.memuat_bawah(n - 1)
        own = self.selang[0].memuat("atas")
        if own is not None:
            return own
        return self.termasuk == "atas"

    @model_validator(mode="after")
    def _covers_everything_once(self) -> Skala:
        self._reaches_the_top()
        for above, below in itertools.pairwise(self.selang):
            self._meets(above, below)
        for selang in self.selang:
            if selang.terbalik:
                raise self._wrong(f"selang {selang.predikat} kosong", selang, "sampai")
        self._reaches_the_bottom()
        return self

    def _reaches_the_top(self) -> None:
        top = self.selang[0].sampai
        if top is None:
            return
        if self.tertinggi is not None:
            if top > self.tertinggi:
                return
            if top == self.tertinggi and self.memuat_atas(0):
                return
        mend = "kosongkan batas itu, atau isi pengukuran.batas_capaian bila capaian dibatasi"
        raise self._wrong(f"di atas {top} tidak ada predikat; {mend}", self.selang[0], "sampai")

    def _reaches_the_bottom(self) -> None:
        last = len(self.selang) - 1
        low = self.selang[last].dari
        if low is None:
            return
        if self.terendah is not None:
            if low < self.terendah:
                return
            if low == self.terendah and self.memuat_bawah(last):
                return
        mend = "kosongkan batas itu, atau isi pengukuran.batas_bawah bila capaian dibatasi"
        raise self._wrong(f"di bawah {low} tidak ada predikat; {mend}", self.selang[last], "dari")

    def _meets(self, above: Selang, below: Selang) -> None:
        """Two neighbours share one bound, and only one of them holds it."""
        names = f"{above.predikat} dan {below.predikat}"
        if above.dari is None or above.dari != below.sampai:
            raise self._wrong(f"antara {names} ada celah atau tumpang tindih", below, "sampai")
        lower = above.memuat("bawah")
        upper = below.memuat("atas")
        if lower is not None and lower == upper:
            fault = "termasuk keduanya" if lower else "tidak termasuk satu pun"
            raise self._wrong(f"antara {names} batas {above.dari} {fault}", below, "batas")

    def _wrong(self, what: str, selang: Selang, kolom: str) -> SelangSalah:
        return SelangSalah(f"skala {self.nama}: {what}", selang.predikat, kolom)
