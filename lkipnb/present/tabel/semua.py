"""Every table of the report, numbered within its chapter in the order of first mention."""

from __future__ import annotations

from typing import ClassVar

from lkipnb.present.koleksi import Koleksi
from lkipnb.present.tabel import daftar as modules
from lkipnb.present.tabel.data import Tabel
from lkipnb.present.tabel.kolom import Sajian
from lkipnb.present.tabel.susun import susun


class DaftarTabel(Koleksi[Sajian]):
    """The tables by name: `lk.tabel.capaian_iku()`.

    A table whose data have not been filled in is None, and the prose says so.
    """

    daftar: ClassVar = modules

    def _block(self, kunci: str, sajian: Sajian) -> Tabel:
        return susun(kunci, self._bahan.nomor.tabel(kunci), sajian)
