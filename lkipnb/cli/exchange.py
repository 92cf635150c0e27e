"""`lkipnb import` and `lkipnb export`: the Excel form, and exports of the budget system."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from lkipnb import bahasa
from lkipnb.bahasa import say
from lkipnb.cli.kinerja import import_kinerja, import_teks
from lkipnb.cli.lra import Cara, import_lra
from lkipnb.cli.options import agency, command, data_option, year

# How a file that is no form is read, by the option that names it.
WAYS: dict[str, Callable[[Path, str, Path, Cara], None]] = {
    "lra": import_lra,
    "kinerja": import_kinerja,
    "dari_teks": import_teks,
}


@command(
    "import",
    contoh=(
        "lkipnb import data/dinkes-contoh/2024/formulir.xlsx",
        "lkipnb import --lra realisasi.csv --opd dinkes-contoh --tahun 2024",
        "lkipnb import --kinerja indikator.xlsx --opd dinkes-contoh --tahun 2024 --lihat",
        "lkipnb import --dari-teks tabel.md --opd dinkes-contoh --tahun 2024",
        "lkipnb import --batal data/dinkes-contoh/2024/formulir.xlsx",
    ),
)
@click.argument(
    "berkas", type=bahasa.file(), required=False, help="Formulir Excel yang sudah diisi."
)
@click.option(
    "--lra", type=bahasa.file(), default=None, metavar="BERKAS", help="Ekspor realisasi anggaran."
)
@click.option(
    "--kinerja",
    type=bahasa.file(),
    default=None,
    metavar="BERKAS",
    help="Tabel indikator: target, realisasi, capaian (Excel, CSV).",
)
@click.option(
    "--dari-teks",
    type=bahasa.file(),
    default=None,
    metavar="BERKAS",
    help="Tabel indikator dari laporan, disalin sebagai teks atau Markdown.",
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
@click.option("--lembar", metavar="NAMA", help="Lembar Excel, atau tabel teks, yang dibaca.")
@click.option("--unit", metavar="KODE", help="Hanya baris unit kerja berkode itu.")
@click.option(
    "--satuan",
    type=click.Choice(["rupiah", "ribu", "juta", "miliar"]),
    default=None,
    help="Satuan angka ekspor anggaran, bila tidak tertulis di dalamnya.",
)
@click.option(
    "--kolom",
    multiple=True,
    metavar="ISI=HURUF",
    help="Kolom yang memuat kode, uraian, murni, pagu, realisasi, persen, fisik, atau sumber,"
    " misalnya realisasi=H; beberapa kolom yang dijumlahkan dengan tanda +. Dari tabel indikator:"
    " kode, sasaran, indikator, satuan, polaritas, target, realisasi, capaian, predikat,"
    " target-tw1, realisasi-2023, renstra-2026.",
)
@click.option(
    "--bila-beda",
    type=click.Choice(["lama", "baru"]),
    default=None,
    help="Isi tabel indikator yang berbeda dari data: tetap yang lama, atau pakai yang baru.",
)
@click.option(
    "--tanda-hubung",
    type=click.Choice(["nol", "kosong"]),
    default=None,
    help="Arti tanda - pada tabel indikator.",
)
@click.option("--lihat", is_flag=True, help="Hanya tampilkan apa yang dipahami.")
@click.option("--ya", is_flag=True, help="Tulis tanpa bertanya.")
@click.option(
    "--simpan",
    is_flag=True,
    help="Ingat cara membaca ekspor anggaran itu untuk instansi ini; bulan depan tidak perlu"
    " disebut lagi.",
)
@click.option(
    "--batal",
    is_flag=True,
    help="Kembalikan data sebelum impor terakhir, dari formulir itu atau menurut --opd dan"
    " --tahun.",
)
@data_option
def import_(
    berkas: Path | None,
    opd: str,
    data: Path | None,
    batal: bool,
    **ekspor: Any,
) -> None:
    """Masukkan formulir Excel, ekspor anggaran, atau tabel indikator.

    Isinya diperiksa, lalu tabelnya ditulis ke folder data. Bila ada kesalahan, tidak menulis apa
    pun.
    """
    from lkipnb.load.places import data_folder_to_fill

    ways = [(way, ekspor.pop(name)) for name, way in WAYS.items()]
    if batal:
        _undo(berkas, opd, ekspor["tahun"], data_folder_to_fill(data))
        return
    named = [(way, path) for way, path in ways if path is not None]
    if len(named) + (berkas is not None) != 1:
        raise click.UsageError(
            "sebutkan satu formulir, satu ekspor dengan --lra, atau satu tabel indikator dengan"
            " --kinerja atau --dari-teks"
        )
    if berkas is not None:
        _import_form(berkas, data_folder_to_fill(data), ekspor["apa_adanya"])
    for way, path in named:
        way(path, opd, data_folder_to_fill(data), Cara(**ekspor))


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
    say(f"Periksa: lkipnb check {done.folder.name} --opd {done.folder.parent.name}")


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
