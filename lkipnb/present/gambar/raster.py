"""A picture of an agency in pixels, for what shows no SVG."""

from __future__ import annotations

from lkipnb.model.citra import Citra
from lkipnb.present.gambar.svg import converter

WIDE = 800  # pixels: sharp at the width of a coat of arms in print


def raster(citra: Citra) -> Citra:
    """The picture itself where it has pixels, else what is drawn."""
    if citra.jenis != "svg":
        return citra
    scale = WIDE / max(citra.lebar, citra.tinggi)
    pixels = converter().svg_to_png(citra.isi.decode(), scale=scale)
    wide, high = (int.from_bytes(pixels[at : at + 4], "big") for at in (16, 20))
    return Citra("png", pixels, wide, high)
