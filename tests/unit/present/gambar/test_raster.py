"""A drawing in pixels, for what shows no SVG."""

from __future__ import annotations

import io

from berkas import SHIELD
from PIL import Image

from lkipnb.load.lukisan_svg import baca
from lkipnb.present.gambar.raster import raster


def test_a_drawing_becomes_pixels_of_its_shape_and_stays_transparent():
    made = raster(baca(SHIELD.format("").encode()))
    assert (made.jenis, made.lebar, made.tinggi) == ("png", 666, 800)
    picture = Image.open(io.BytesIO(made.isi))
    assert picture.getpixel((0, picture.height - 1))[3] == 0
    assert raster(made) is made
