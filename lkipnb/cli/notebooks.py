"""`lkipnb notebooks`."""

from __future__ import annotations

from pathlib import Path

import click

from lkipnb import bahasa
from lkipnb.bahasa import say
from lkipnb.cli.options import command, data_option


@command(contoh=("lkipnb notebooks --salin", "lkipnb notebooks --salin bab-kami"))
@click.option(
    "--salin",
    type=bahasa.folder(),
    is_flag=False,
    flag_value="notebooks",
    default=None,
    metavar="[FOLDER]",
    help="Salin bab bawaan ke FOLDER (notebooks/ bila tidak disebut) untuk diubah.",
)
@data_option
def notebooks(salin: Path | None, data: Path | None) -> None:
    """Sebut bab yang dipakai, atau salin bab bawaan.

    Bab salinan boleh diubah; laporan memakainya bila terletak di notebooks/ atau disebut dengan
    --notebooks.
    """
    from lkipnb.load.places import data_folder_to_fill, notebook_folder
    from lkipnb.report.chapters import copy_out, find

    if salin is None:
        for path in find(notebook_folder(data_folder_to_fill(data))):
            say(path)
        return
    made = copy_out(salin)
    say(
        f"{len(made)} notebook disalin ke {salin}. Ubah seperlunya, lalu: lkipnb report 2024"
        f" --notebooks {salin}"
    )
