"""`lkipnb new`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from lkipnb import bahasa
from lkipnb.bahasa import say
from lkipnb.cli.options import command, data_option, listed, year

if TYPE_CHECKING:
    from lkipnb.exchange.scaffold import Scaffold


@command(
    contoh=(
        "lkipnb new dinkes-contoh 2024",
        "lkipnb new dinkes-contoh 2025 --from 2024",
        "lkipnb new dinkes-contoh 2025 --from 2024 --sertakan anggaran,narasi",
    ),
)
@click.argument("opd", help="Nama folder instansi: huruf kecil, angka, dan tanda hubung.")
@year
@click.option(
    "--from",
    "from_year",
    type=bahasa.Year(),
    default=None,
    metavar="TAHUN",
    help="Bawa susunan dan target tahun ini.",
)
@click.option(
    "--sertakan",
    default="",
    metavar="DAFTAR",
    help=(
        "Bersama --from: bawa juga anggaran, pegawai, aset, standar, atau narasi tahun itu, dipisah"
        " koma."
    ),
)
@data_option
def new(opd: str, tahun: int, from_year: int | None, sertakan: str, data: Path | None) -> None:
    """Buat folder OPD/TAHUN dan formulir Excel untuk diisi."""
    from lkipnb.exchange import scaffold
    from lkipnb.load.places import data_folder_to_fill

    asked = listed(sertakan, scaffold.ASKED, "--sertakan")
    if asked and from_year is None:
        raise click.UsageError("--sertakan hanya berlaku bersama --from")
    folder = data_folder_to_fill(data)
    made = scaffold.new(opd, tahun, folder, from_year, asked)
    say(made.form)
    if data is None and folder != Path.cwd() / "data":
        say(f"Folder data yang dipakai: {folder}. Untuk folder lain sebutkan --data.")
    _tell(made, from_year)
    say(f"Isi formulir itu, lalu: lkipnb import {made.form}")


def _tell(made: Scaffold, from_year: int | None) -> None:
    """What was brought from the earlier year, and what was not."""
    from lkipnb.exchange import scaffold
    from lkipnb.present.format import daftar

    if made.dibawa:
        say(f"Dibawa dari {from_year}: profil, {daftar(made.dibawa)}; realisasinya dikosongkan.")
    for what, codes in _targets(made, from_year):
        say(f"{what}: {', '.join(codes)}.")
    if made.ditinggal:
        say(
            f"Tidak dibawa: {daftar(made.ditinggal)}; dapat diminta: --sertakan"
            f" {','.join(scaffold.ASKED)}."
        )
    if made.susunan_baru:
        say(
            f"Anggaran {from_year} tidak dibawa, karena sejak itu susunannya berganti"
            f" ({made.susunan_baru}): isi lembar belanja, anggaran, dan dukungan menurut susunan"
            " yang baru."
        )


def _targets(made: Scaffold, from_year: int | None) -> list[tuple[str, tuple[str, ...]]]:
    """Where the targets come from, each with its indicators."""
    told = [
        ("Target menurut Renstra", made.target.renstra),
        ("Target berupa tambahan setahun menurut Renstra", made.target.tambahan),
        (f"Target masih sama dengan {from_year}, periksa", made.target.tetap),
    ]
    return [(what, codes) for what, codes in told if codes]
