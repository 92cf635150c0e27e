"""The pictures of the report; `lk.gambar` in a notebook."""

from lkipnb.present.gambar.semua import DaftarGambar

__all__ = ["DaftarGambar"]
