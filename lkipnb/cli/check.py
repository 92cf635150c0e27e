"""`lkipnb check`."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lkipnb.bahasa import say
from lkipnb.cli.options import agency, command, data_option, year
from lkipnb.errors import UsageError

if TYPE_CHECKING:
    from lkipnb.audit import Hasil


@command(
    contoh=(
        "lkipnb check 2020",
        "lkipnb check 2023 --opd contoh --format csv > temuan.csv",
        "lkipnb check 2023 --opd contoh --format xlsx",
        "lkipnb check 2020 --accept-suggestion 3f9a2c41",
    ),
)
@year
@agency
@data_option
@click.option(
    "--format",
    "bentuk",
    type=click.Choice(["text", "json", "csv", "html", "xlsx"]),
    default="text",
    show_default=True,
    help="Bentuk keluaran; xlsx menulis temuan-OPD-TAHUN.xlsx di folder ini.",
)
@click.option(
    "--raw", "mentah", is_flag=True, help="Nilai tabel sebagaimana tercetak, sebelum koreksi.csv."
)
@click.option(
    "--accept-suggestion",
    "terima",
    default=None,
    metavar="KODE",
    help="Tulis usulan temuan ini ke koreksi.csv.",
)
def check(
    tahun: int, opd: str, data: Path | None, bentuk: str, mentah: bool, terima: str | None
) -> int:
    """Periksa tabel TAHUN.

    Yang diperiksa: kontrak, hitungan, dan kesesuaiannya; setiap temuan menyebut sebab dan usul
    perbaikannya.
    """
    from lkipnb.audit import muat, nilai
    from lkipnb.audit.keluaran import layar, sebagai
    from lkipnb.audit.saran import terima as tulis_usulan
    from lkipnb.audit.temuan import GALAT
    from lkipnb.load.places import data_folder, notebook_folder
    from lkipnb.workbook import faults_of_prose

    folder = data_folder(data)
    materi = muat(opd, tahun, folder, mentah=mentah, notebooks=notebook_folder(folder))
    hasil = nilai(materi, mentah=mentah, narasi=faults_of_prose(materi))
    if terima is not None:
        made = tulis_usulan(terima, hasil, materi, folder, datetime.now())
        say(
            f"Koreksi {', '.join(made)} ditulis ke koreksi.csv. Periksa lagi: lkipnb check {tahun}"
            f" --opd {opd}"
        )
        return 0
    if bentuk == "xlsx":
        _write(Path(f"temuan-{opd}-{tahun}.xlsx"), hasil)
        return int(hasil.banyak(GALAT) > 0)
    on_a_terminal = bentuk == "text" and sys.stdout.isatty()
    # Both are clean; the colours of a terminal must pass.
    click.echo(layar(hasil) if on_a_terminal else sebagai(bentuk, hasil))
    return int(hasil.banyak(GALAT) > 0)


def _write(lembar: Path, hasil: Hasil) -> None:
    """The findings into a file of Excel; one that someone else has made stays as it is."""
    from lkipnb.audit.keluaran import ringkas
    from lkipnb.audit.lembar import as_xlsx, milik_sendiri
    from lkipnb.storage import place

    if lembar.exists() and not milik_sendiri(lembar):
        raise UsageError(f"{lembar} sudah ada dan bukan daftar temuan; pindahkan dahulu.")
    place.put_file(lembar, as_xlsx(hasil))
    say(f"{ringkas(hasil)} Ditulis ke {lembar}.")
