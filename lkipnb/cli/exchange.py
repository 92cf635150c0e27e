"""`lkipnb import` and `lkipnb export`: the Excel form, and exports of the budget system."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from lkipnb import bahasa
from lkipnb.bahasa import say
from lkipnb.cli.lra import Cara, import_lra
from lkipnb.cli.options import agency, command, data_option, year


@command(
    "import",
    contoh=(
        "lkipnb import data/dinkes-contoh/2024/formulir.xlsx",
        "lkipnb import --lra realisasi.csv --opd dinkes-contoh --tahun 2024",
        "lkipnb import --batal data/dinkes-contoh/2024/formulir.xlsx",
    ),
)
@click.argument(
    "berkas", type=bahasa.file(), required=False, help="Formulir Excel yang sudah diisi."
)
@click.option(
    "--lra", type=bahasa.file(), default=None, metavar="BERKAS", help="Ekspor realisasi anggaran."
)
@agency
@click.option(
    "--tahun",
    type=bahasa.Year(),
    default=None,
    metavar="TAHUN",
    help="Tahun ekspor itu; bila tidak disebut, dibaca dari judulnya.",
)
@click.option(
    "--apa-adanya",
    is_flag=True,
    help="Simpan sebagaimana tertulis walau jumlah ekspor tidak cocok, atau dua kolom formulir"
    " tampak tertukar.",
)
@click.option("--lembar", metavar="NAMA", help="Lembar Excel yang memuat tabel anggaran.")
@click.option("--unit", metavar="KODE", help="Hanya baris unit kerja berkode itu.")
@click.option(
    "--kolom",
    multiple=True,
    metavar="ISI=HURUF",
    help="Kolom yang memuat kode, uraian, murni, pagu, realisasi, persen, fisik, atau sumber,"
    " misalnya realisasi=H; beberapa kolom yang dijumlahkan dengan tanda +.",
)
@click.option("--lihat", is_flag=True, help="Hanya tampilkan apa yang dipahami.")
@click.option("--ya", is_flag=True, help="Tulis tanpa bertanya.")
@click.option(
    "--batal",
    is_flag=True,
    help="Kembalikan data sebelum impor terakhir, dari formulir itu atau menurut --opd dan"
    " --tahun.",
)
@data_option
def import_(
    berkas: Path | None,
    lra: Path | None,
    opd: str,
    data: Path | None,
    batal: bool,
    **ekspor: Any,
) -> None:
    """Masukkan formulir Excel atau ekspor anggaran.

    Isinya diperiksa, lalu tabelnya ditulis ke folder data. Bila ada kesalahan, tidak menulis apa
    pun.
    """
    from lkipnb.load.places import data_folder_to_fill

    if batal:
        _undo(berkas, opd, ekspor["tahun"], data_folder_to_fill(data))
        return
    if berkas is not None and lra is None:
        _import_form(berkas, data_folder_to_fill(data), ekspor["apa_adanya"])
    elif lra is not None and berkas is None:
        import_lra(lra, opd, data_folder_to_fill(data), Cara(**ekspor))
    else:
        raise click.UsageError("sebutkan satu formulir, atau satu ekspor dengan --lra")


def _undo(berkas: Path | None, opd: str, tahun: int | None, data: Path) -> None:
    from lkipnb.exchange.intake import undo
    from lkipnb.exchange.terisi.identitas import identitas

    if berkas is not None:
        opd, tahun = identitas(berkas)
    if tahun is None:
        raise click.UsageError("sebutkan formulirnya, atau --opd dan --tahun, bersama --batal")
    restored, saved = undo(opd, tahun, data, datetime.now())
    say(f"Dikembalikan dari {restored}.")
    say(f"Isi yang dibatalkan disimpan di {saved}.")


def _import_form(berkas: Path, data: Path, apa_adanya: bool) -> None:
    from lkipnb.bilangan import tulis
    from lkipnb.exchange.intake import import_form

    done = import_form(berkas, data, datetime.now(), apa_adanya=apa_adanya)
    filled = [count for count in done.rows.values() if count]
    say(f"{done.folder}: {len(filled)} tabel, {tulis(sum(filled))} baris.")
    for note in done.notes:
        say(note)
    if done.kept:
        say(
            "Tetap dipakai dari data sebelumnya, karena tidak berasal dari formulir:"
            f" {', '.join(done.kept)}."
        )
    if done.replaced:
        say(
            "Diganti oleh isi formulir walau diubah sejak impor terakhir:"
            f" {', '.join(done.replaced)}."
        )
    if done.backup:
        say(f"Data sebelumnya disimpan di {done.backup}.")


@command(contoh=("lkipnb export 2020 --out formulir.xlsx",))
@year
@agency
@data_option
@click.option(
    "--out",
    type=bahasa.file(),
    default=Path("formulir.xlsx"),
    show_default=True,
    metavar="BERKAS",
    help="Berkas Excel yang dibuat.",
)
def export(tahun: int, opd: str, data: Path | None, out: Path) -> None:
    """Tulis tabel TAHUN sebagai formulir Excel yang terisi."""
    from lkipnb.exchange import scaffold
    from lkipnb.load.places import data_folder

    scaffold.export(opd, tahun, data_folder(data), out)
    say(out)
