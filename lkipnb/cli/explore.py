"""`lkipnb explore` and `lkipnb lab`."""

from __future__ import annotations

import time
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lkipnb import bahasa
from lkipnb.bahasa import say
from lkipnb.cli.options import agency, command, data_option

if TYPE_CHECKING:
    from lkipnb.explore.jupyter import Alamat

_WHOLE_DAY = 86_400.0
port_option = click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=0,
    metavar="ANGKA",
    help="Pintu di komputer ini; bila tidak disebut, yang bebas.",
)


@command(contoh=("lkipnb explore", "lkipnb explore --opd contoh --tahun 2023 --port 8080"))
@agency
@click.option(
    "--tahun",
    type=bahasa.Year(),
    default=None,
    metavar="TAHUN",
    help="Tahun yang dibuka; bila tidak disebut, yang terakhir.",
)
@data_option
@port_option
def explore(opd: str, tahun: int | None, data: Path | None, port: int) -> int:
    """Jelajahi data di peramban: anggaran, indikator, andaian, temuan.

    Hanya dapat dibuka dari komputer ini dengan alamat yang tercetak. Tidak ada yang ditulis ke
    folder data. Ctrl-C untuk berhenti.
    """
    from lkipnb.explore.jupyter import aplikasi
    from lkipnb.load.places import data_folder

    folder = data_folder(data)
    return _until_stopped(aplikasi(opd, tahun or _latest(folder, opd), folder, port))


@command(contoh=("lkipnb lab", "lkipnb lab --port 8888"))
@data_option
@port_option
def lab(data: Path | None, port: int) -> int:
    """Buka JupyterLab pada bab-bab laporan.

    Ctrl-C untuk berhenti.
    """
    from lkipnb.explore.jupyter import lab as served
    from lkipnb.load.places import data_folder

    return _until_stopped(served(data_folder(data), port))


def _latest(data: Path, opd: str) -> int:
    """The last year of an agency; of one that is not there any, which is refused then."""
    from lkipnb.load.places import agency_path, years

    known = years(data, opd) if agency_path(data, opd).is_dir() else []
    return known[-1] if known else 2020


def _until_stopped(server: AbstractContextManager[Alamat]) -> int:
    """Tell the address and wait for Ctrl-C."""
    with suppress(KeyboardInterrupt), server as found:
        say(f"Buka di peramban: {found.url}  (Ctrl-C untuk berhenti)")
        while True:
            time.sleep(_WHOLE_DAY)
    say("Dihentikan.")
    return 0
