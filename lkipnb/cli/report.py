"""`lkipnb report`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from lkipnb import bahasa
from lkipnb.bahasa import say
from lkipnb.cli.options import (
    agency,
    command,
    data_option,
    listed,
    not_listed,
    reports_option,
    year,
)
from lkipnb.cli.progress import progress

if TYPE_CHECKING:
    from lkipnb.report.build import Report


@command(
    contoh=("lkipnb report 2020", "lkipnb report 2023 --opd contoh --out hasil --formats html"),
)
@year
@agency
@data_option
@reports_option
@click.option(
    "--notebooks",
    type=bahasa.folder(exists=True),
    default=None,
    metavar="FOLDER",
    help=(
        "Folder bab; bila tidak disebut, notebooks/ di samping folder data atau di folder kerja,"
        " atau bab bawaan."
    ),
)
@click.option(
    "--formats",
    default="html,pdf",
    show_default=True,
    metavar="DAFTAR",
    help="Bentuk laporan, dipisah koma.",
)
def report(
    tahun: int, opd: str, data: Path | None, out: Path, notebooks: Path | None, formats: str
) -> int:
    """Susun laporan TAHUN.

    Semua bab dijalankan, lalu dibuat HTML dan PDF; bila ada yang gagal, laporan lama tetap utuh.
    Selama ada galat yang belum diterima, laporan itu KONSEP: sampul dan kepala halamannya
    menyebutnya, dan perintah ini berakhir dengan 1.
    """
    from lkipnb.load.places import data_folder, notebook_folder
    from lkipnb.report.build import build, steps

    chosen = _chosen(formats)
    folder = data_folder(data)
    chapters = notebooks or notebook_folder(folder)
    with progress(steps(chapters, chosen)) as tell:
        made = build(
            opd, tahun, data=folder, notebooks=chapters, out=out, formats=chosen, progress=tell
        )
    _tell(made, chosen)
    if not made.galat:
        return 0
    say(
        f"Laporan ini KONSEP: masih ada {made.galat} galat. Lihat: lkipnb check {tahun} --opd"
        f" {opd}",
        err=True,
    )
    return 1


def _chosen(formats: str) -> list[str]:
    """The formats that were asked for, one at least."""
    from lkipnb.report.build import FORMATS

    chosen = listed(formats, FORMATS, "--formats")
    if not chosen:
        raise not_listed(FORMATS, "--formats")
    return chosen


def _tell(made: Report, formats: list[str]) -> None:
    from lkipnb.audit.keluaran import ringkas

    for form in formats:
        say(made.folder / f"lkip.{form}")
    for name in made.older:
        say(
            f"{name} di folder itu dari data yang lebih lama; susun lagi bila masih dipakai.",
            err=True,
        )
    for name in made.changed:
        say(f"Berkas yang diubah setelah disusun disimpan sebagai {name}.", err=True)
    say(ringkas(made.pemeriksaan))
