"""`lkipnb trace`."""

from __future__ import annotations

from pathlib import Path

import click

from lkipnb.bahasa import say
from lkipnb.cli.options import agency, command, reports_option, year


@command(
    # A negative figure is no option.
    context_settings={"ignore_unknown_options": True},
    contoh=(
        "lkipnb trace 2020 98,60",
        "lkipnb trace 2020 6265251035",
        "lkipnb trace 2023 1:120 --opd contoh",
    ),
)
@year
@click.argument(
    "angka", help="Angka sebagaimana tampil, dengan atau tanpa Rp, %, dan titik ribuan."
)
@agency
@reports_option
def trace(tahun: int, angka: str, opd: str, out: Path) -> None:
    """Telusuri ANGKA laporan TAHUN sampai ke sel datanya."""
    from lkipnb.load.places import year_path
    from lkipnb.report.trace import telusuri

    for line in telusuri(angka, year_path(out, opd, tahun)):
        say(line)
