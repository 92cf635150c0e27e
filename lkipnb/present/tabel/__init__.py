"""The tables of the report; `lk.tabel` in a notebook."""

from lkipnb.present.tabel.semua import DaftarTabel

__all__ = ["DaftarTabel"]
