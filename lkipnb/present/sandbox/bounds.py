"""The most that one template may take, and the count of what it has taken."""

from __future__ import annotations

import time
from dataclasses import dataclass

from lkipnb.bilangan import tulis
from lkipnb.schemas.templat import MOST_TEXT, Ditolak


@dataclass(frozen=True)
class Batas:
    """Letters of the text and of its result, steps, seconds."""

    teks: int
    langkah: int
    detik: int


BATAS_INSTANSI = Batas(teks=MOST_TEXT, langkah=100_000, detik=20)
BATAS_BAB = Batas(teks=2_000_000, langkah=2_000_000, detik=200)


class Takaran:
    """What one rendering has taken of its bounds.  Each method raises Ditolak beyond them."""

    def __init__(self, batas: Batas):
        self._batas = batas
        self._steps = 0
        self._end = time.monotonic() + batas.detik

    def langkah(self, banyak: int = 1) -> None:
        """Count steps, and look at the clock."""
        self._steps += banyak
        if self._steps > self._batas.langkah:
            raise Ditolak(f"pengulangannya melebihi {tulis(self._batas.langkah)} langkah")
        if time.monotonic() > self._end:
            raise Ditolak(f"penyusunannya melebihi {self._batas.detik} detik")

    def templat(self, text: str) -> None:
        """Whether a template is short enough to be read."""
        if len(text) > self._batas.teks:
            raise Ditolak(f"teksnya melebihi {tulis(self._batas.teks)} huruf")

    def hasil(self, panjang: int) -> None:
        """Whether a result of so many letters is short enough."""
        if panjang > self._batas.teks:
            raise Ditolak(f"hasilnya melebihi {tulis(self._batas.teks)} huruf")
