"""The organisation chart."""

from __future__ import annotations

from lkipnb.calculate.organisasi import Cabang, urutan_pohon
from lkipnb.present.bahan import Bahan, has_rows, sumber
from lkipnb.present.format import daftar
from lkipnb.present.gambar.lukisan import Lukisan
from lkipnb.present.gambar.pohon import LINE, SIZE, Kotak, tata
from lkipnb.present.gambar.tema import AKSEN, HURUF, MUDA, TEKS
from lkipnb.present.html import render
from lkipnb.schemas import Unit

PUTIH, GARIS = "#ffffff", "#7f8d93"
WARNA = {0: (AKSEN, PUTIH), 1: (MUDA, TEKS)}  # of a box and its text, by level


def sajian(bahan: Bahan) -> Lukisan | None:
    """The units as a tree, drawn from the root down."""
    if not has_rows(bahan, "unit"):
        return None
    units = urutan_pohon(bahan.data.baris(Unit))
    return Lukisan(
        f"Susunan organisasi {bahan.data.profil.nama_lengkap}",
        _svg(units),
        _alt(units),
        sumber(bahan, "unit"),
    )


def _svg(units: list[Cabang[Unit]]) -> str:
    sheet = tata(units)
    look = {"huruf": HURUF, "ukuran": SIZE, "tepi": AKSEN, "garis": GARIS}
    return render("bagan.svg.j2", bagan=sheet, kotak=[_box(box) for box in sheet.kotak], **look)


def _box(kotak: Kotak) -> dict[str, object]:
    """A box with its colours, its weight and the heights of its lines."""
    fill, ink = WARNA.get(kotak.tingkat, (PUTIH, TEKS))
    first = kotak.y + kotak.tinggi / 2 - LINE * (len(kotak.teks) - 1) / 2 + 3.5
    return {
        "tempat": kotak,
        "isi": fill,
        "tinta": ink,
        "tebal": 600 if kotak.tingkat < 2 else 400,
        "tengah": kotak.x + kotak.lebar / 2,
        "baris": [(first + n * LINE, line) for n, line in enumerate(kotak.teks)],
    }


def _alt(units: list[Cabang[Unit]]) -> str:
    """The top of the tree in words; the list beside the picture names every unit."""
    top = units[0].isi
    first = [unit.isi.nama for unit in units if unit.kedalaman == 1]
    below = sum(unit.kedalaman > 1 for unit in units)
    return (
        f"Bagan organisasi {top.nama}: {top.jabatan} membawahi {daftar(first)};"
        f" di bawahnya {below} unit."
    )
