"""`lkipnb verify`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from lkipnb.bahasa import say
from lkipnb.cli.options import command

if TYPE_CHECKING:
    from lkipnb.report.verifikasi import Putusan

MOST_SHOWN = 40  # differences; the rest is counted


@command(contoh=("lkipnb verify lkip.pdf",))
@click.argument("pdf", type=click.Path(path_type=Path), help="lkip.pdf yang hendak diperiksa.")
def verify(pdf: Path) -> int:
    """Susun ulang PDF dari data di dalamnya, dan bandingkan setiap angkanya."""
    from lkipnb.report.verifikasi import verifikasi

    found = verifikasi(pdf)
    for line in _lines(found):
        say(line)
    return 0 if found.mengikuti else 1


def _lines(found: Putusan) -> list[str]:
    return [
        f"{found.judul}: {found.masukan} masukan, {found.tabel} tabel, {found.halaman} halaman,"
        f" {found.angka} angka dan tanggal.",
        *(f"catatan: {note}." for note in found.catatan),
        *(f"masukan {name} bukan yang disebut paketnya." for name in found.rusak),
        *(f"tabel {name} tidak sama dengan hitungan ulang." for name in found.tabel_beda),
        *_places(found),
        _verdict(found),
    ]


def _places(found: Putusan) -> list[str]:
    ordered = sorted(found.beda, key=lambda each: not each.angka)
    told = [
        f"halaman {each.halaman}: tercetak “{each.tercetak}”, dari data “{each.seharusnya}”."
        for each in ordered[:MOST_SHOWN]
    ]
    more = len(ordered) - len(told)
    return [*told, f"dan {more} perbedaan lain."] if more else told


def _verdict(found: Putusan) -> str:
    if not found.mengikuti:
        return "TIDAK semuanya mengikuti dari data di dalam PDF ini."
    if not found.halaman:
        return "Tabel mengikuti dari data di dalam PDF ini; halamannya tidak dibandingkan."
    return "Setiap angka pada halaman dan tabelnya mengikuti dari data di dalam PDF ini."
