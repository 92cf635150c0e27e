"""Pictures at the door: made ready for print, or refused in one sentence."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from berkas import GPS, jpeg, png
from PIL import Image

from lkipnb.load import citra
from lkipnb.load.citra import FOTO, LAMBANG, Ditolak


def loaded(folder, name: str, content: bytes, size=FOTO):
    place = folder / "dinas" / "2023" / "lampiran"
    place.mkdir(parents=True, exist_ok=True)
    (place / name).write_bytes(content)
    return citra.muat(place, name, size)


def test_a_photograph_is_scaled_down_and_tells_no_place(tmp_path):
    taken = jpeg(
        (3000, 2000), {GPS: {1: "S", 2: (8.0, 20.0, 0.0)}, 0x010F: "Kamera", 0x013B: "Nama"}
    )
    assert Image.open(io.BytesIO(taken)).getexif().get_ifd(GPS)
    made = loaded(tmp_path, "a.jpg", taken)
    assert (made.lebar, made.tinggi) == (1600, 1067)
    opened = Image.open(io.BytesIO(made.isi))
    assert not opened.getexif()
    assert b"Kamera" not in made.isi
    assert b"Exif" not in made.isi


def test_a_photograph_taken_sideways_stands_upright(tmp_path):
    made = loaded(tmp_path, "a.jpg", jpeg((900, 600), {0x0112: 6}))
    assert (made.lebar, made.tinggi) == (600, 900)


def test_the_same_photograph_gives_the_same_bytes(tmp_path):
    assert loaded(tmp_path, "a.jpg", jpeg()) == loaded(tmp_path, "b.jpg", jpeg())


def bomb() -> bytes:
    """A PNG that says it has 40.000 by 40.000 pixels."""
    head = struct.pack(">IIBBBBB", 40_000, 40_000, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + head
    start = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", len(head)) + chunk
    return start + struct.pack(">I", zlib.crc32(chunk)) + png()[33:]


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.jpg", png(), "namanya menyebut JPEG, tetapi isinya PNG"),
        ("a.png", b"%PDF-1.7", "namanya menyebut PNG, tetapi isinya PDF"),
        ("a.jpg", b"halo", "namanya menyebut JPEG, tetapi isinya bukan gambar"),
        ("a.jpg", b"", "berkas kosong"),
        ("a.jpg", jpeg()[:2000], "gambar rusak atau terpotong"),
        ("a.png", png()[:60], "gambar rusak atau terpotong"),
        ("a.png", bomb(), "lebih dari 100 juta piksel"),
        ("a.png", png((10_001, 10_000)), "lebih dari 100 juta piksel"),
        ("a.jpg", jpeg((300, 900)), "sisi terpendek sedikitnya 400 piksel"),
        ("a.gif", b"GIF89a", "diharapkan berkas .png atau .jpg atau .jpeg"),
        ("a.svg", b"<svg/>", "diharapkan berkas .png atau .jpg atau .jpeg"),
    ],
)
def test_what_is_no_photograph_is_refused_in_a_sentence(tmp_path, name, content, told):
    with pytest.raises(Ditolak, match=told):
        loaded(tmp_path, name, content)


@pytest.mark.parametrize("name", ["../a.jpg", "sub/a.jpg", "c:a.jpg", ".a.jpg", "..\\a.jpg", ""])
def test_a_name_that_is_a_path_is_refused(tmp_path, name):
    with pytest.raises(Ditolak, match="diharapkan nama berkas saja"):
        citra.muat(tmp_path / "dinas" / "2023" / "lampiran", name, FOTO)


def test_a_link_out_of_the_agency_is_refused(tmp_path):
    (tmp_path / "luar.jpg").write_bytes(jpeg())
    place = tmp_path / "dinas" / "2023" / "lampiran"
    place.mkdir(parents=True)
    (place / "a.jpg").symlink_to(tmp_path / "luar.jpg")
    with pytest.raises(Ditolak, match="menunjuk ke luar folder instansi"):
        citra.muat(place, "a.jpg", FOTO)


def test_a_file_beyond_its_bound_is_refused_before_it_is_read(tmp_path):
    place = tmp_path / "dinas" / "2023" / "lampiran"
    place.mkdir(parents=True)
    with (place / "a.jpg").open("wb") as file:
        file.truncate(citra.MOST_BYTES + 1)
    with pytest.raises(Ditolak, match="berkas terlalu besar; paling banyak 30 MB"):
        citra.muat(place, "a.jpg", FOTO)


def test_a_transparent_coat_of_arms_stays_transparent(tmp_path):
    out = io.BytesIO()
    Image.new("RGBA", (400, 400), (0, 0, 0, 0)).save(out, "PNG")
    made = loaded(tmp_path, "a.png", out.getvalue(), LAMBANG)
    assert made.jenis == "png"
    assert Image.open(io.BytesIO(made.isi)).getpixel((0, 0))[3] == 0
