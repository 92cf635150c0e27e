"""What several commands are asked for in the same words."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial
from pathlib import Path

import click

from lkipnb import bahasa
from lkipnb.report.formats import USUAL

DEFAULT_AGENCY = "dinsos-flores-timur"

command: Callable[..., Callable[..., click.Command]] = partial(click.command, cls=bahasa.Command)
year = click.argument("tahun", type=bahasa.Year(), help="Tahun anggaran, empat angka.")
agency = click.option(
    "--opd",
    default=DEFAULT_AGENCY,
    show_default=True,
    metavar="NAMA",
    help="Nama folder instansi di data/.",
)
data_option = click.option(
    "--data",
    type=bahasa.folder(),
    default=None,
    metavar="FOLDER",
    help="Folder data; bila tidak disebut, dicari dari folder kerja ke atas.",
)
reports_option = click.option(
    "--out",
    type=bahasa.folder(),
    default=Path("reports"),
    show_default=True,
    metavar="FOLDER",
    help="Folder hasil laporan.",
)

formats_option = click.option(
    "--formats",
    default=",".join(USUAL),
    show_default=True,
    metavar="DAFTAR",
    help="Bentuk laporan, dipisah koma.",
)


def listed(text: str, known: Collection[str], option: str) -> list[str]:
    """The parts of a list with commas, each of them known."""
    parts = [part.strip() for part in text.split(",") if part.strip()]
    if set(parts) - set(known):
        raise not_listed(known, option)
    return parts


def not_listed(known: Collection[str], option: str) -> click.BadParameter:
    return click.BadParameter(f"diharapkan pilihan dari: {', '.join(known)}", param_hint=option)
