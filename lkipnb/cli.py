"""The command line: `lkipnb report`, `lkipnb check`.  Thin: it parses, calls, and prints."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Collection
from pathlib import Path

import click

from lkipnb import __version__, bahasa
from lkipnb.errors import DataError, LkipError, StorageError
from lkipnb.storage.refusal import sentence

DEFAULT_AGENCY = "dinsos-flores-timur"

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


@click.group(
    cls=bahasa.Group,
    context_settings={"help_option_names": ["-h", "--help"]},
    contoh=(
        "lkipnb new dinkes-contoh 2024",
        "lkipnb check 2020",
        "lkipnb report 2020",
        "lkipnb report --help",
    ),
)
@click.version_option(
    __version__, prog_name="lkipnb", message="%(prog)s %(version)s", help="Tampilkan versi program."
)
def cli() -> None:
    """Menyusun LKIP sebuah instansi dari tabel-tabelnya."""


@cli.command(
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
    from lkipnb.audit.keluaran import ringkas
    from lkipnb.load.places import data_folder, notebook_folder
    from lkipnb.report.build import FORMATS, build, steps

    chosen = _listed(formats, FORMATS, "--formats")
    if not chosen:
        raise _not_listed(FORMATS, "--formats")
    folder = data_folder(data)
    chapters = notebooks or notebook_folder(folder)
    with _progress(steps(chapters, chosen)) as tell:
        made = build(
            opd, tahun, data=folder, notebooks=chapters, out=out, formats=chosen, progress=tell
        )
    for form in chosen:
        click.echo(made.folder / f"lkip.{form}")
    for name in made.older:
        click.echo(
            f"{name} di folder itu dari data yang lebih lama; susun lagi bila masih dipakai.",
            err=True,
        )
    for name in made.changed:
        click.echo(f"Berkas yang diubah setelah disusun disimpan sebagai {name}.", err=True)
    click.echo(ringkas(made.pemeriksaan))
    if made.galat:
        told = (
            f"Laporan ini KONSEP: masih ada {made.galat} galat. Lihat: lkipnb check {tahun} --opd"
            f" {opd}"
        )
        click.echo(told, err=True)
    return 1 if made.galat else 0


@cli.command(
    contoh=(
        "lkipnb check 2020",
        "lkipnb check 2023 --opd contoh --format csv > temuan.csv",
        "lkipnb check 2020 --accept-suggestion 3f9a2c41",
    ),
)
@year
@agency
@data_option
@click.option(
    "--format",
    "bentuk",
    type=click.Choice(["text", "json", "csv", "html"]),
    default="text",
    show_default=True,
    help="Bentuk keluaran.",
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
    from lkipnb.audit.temuan import GALAT
    from lkipnb.load.places import data_folder, notebook_folder

    folder = data_folder(data)
    materi = muat(opd, tahun, folder, mentah=mentah, notebooks=notebook_folder(folder))
    hasil = nilai(materi, mentah=mentah)
    if terima is not None:
        from datetime import datetime

        from lkipnb.audit import saran

        made = saran.terima(terima, hasil, materi, folder, datetime.now())
        click.echo(
            f"Koreksi {', '.join(made)} ditulis ke koreksi.csv. Periksa lagi: lkipnb check {tahun}"
            f" --opd {opd}"
        )
        return 0
    click.echo(layar(hasil) if bentuk == "text" and sys.stdout.isatty() else sebagai(bentuk, hasil))
    return 1 if hasil.banyak(GALAT) else 0


@cli.command(
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
    from lkipnb.present.format import daftar

    asked = _listed(sertakan, scaffold.ASKED, "--sertakan")
    if asked and from_year is None:
        raise click.UsageError("--sertakan hanya berlaku bersama --from")
    made = scaffold.new(opd, tahun, data_folder_to_fill(data), from_year, asked)
    click.echo(made.form)
    if made.dibawa:
        click.echo(
            f"Dibawa dari {from_year}: profil, {daftar(made.dibawa)}; realisasinya dikosongkan."
        )
    if made.ditinggal:
        click.echo(
            f"Tidak dibawa: {daftar(made.ditinggal)}; dapat diminta: --sertakan"
            f" {','.join(scaffold.ASKED)}."
        )
    if made.susunan_baru:
        click.echo(
            f"Anggaran {from_year} tidak dibawa, karena sejak itu susunannya berganti"
            f" ({made.susunan_baru}): isi lembar belanja, anggaran, dan dukungan menurut susunan"
            " yang baru."
        )
    click.echo(f"Isi formulir itu, lalu: lkipnb import {made.form}")


@cli.command(
    "import",
    contoh=(
        "lkipnb import data/dinkes-contoh/2024/formulir.xlsx",
        "lkipnb import --lra realisasi.csv --opd dinkes-contoh --tahun 2024",
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
    help="Simpan ekspor itu sebagaimana tercetak walau jumlahnya tidak cocok.",
)
@data_option
def import_(
    berkas: Path | None,
    lra: Path | None,
    opd: str,
    tahun: int | None,
    apa_adanya: bool,
    data: Path | None,
) -> None:
    """Masukkan formulir Excel atau ekspor anggaran.

    Isinya diperiksa, lalu tabelnya ditulis ke folder data. Bila ada kesalahan, tidak menulis apa
    pun.
    """
    from lkipnb.load.places import data_folder_to_fill

    if (berkas is None) == (lra is None):
        raise click.UsageError("sebutkan satu formulir, atau satu ekspor dengan --lra")
    if berkas is not None:
        _import_form(berkas, data_folder_to_fill(data))
    else:
        _import_lra(lra, opd, tahun, data_folder_to_fill(data), apa_adanya)


def _import_form(berkas: Path, data: Path) -> None:
    from datetime import datetime

    from lkipnb.bilangan import tulis
    from lkipnb.exchange.intake import import_form

    done = import_form(berkas, data, datetime.now())
    filled = {name: count for name, count in done.rows.items() if count}
    click.echo(f"{done.folder}: {len(filled)} tabel, {tulis(sum(filled.values()))} baris.")
    if done.kept:
        click.echo(
            f"Tetap dipakai dari data sebelumnya, karena lembarnya kosong: {', '.join(done.kept)}."
        )
    if done.backup:
        click.echo(f"Data sebelumnya disimpan di {done.backup}.")


def _import_lra(lra: Path, opd: str, tahun: int | None, data: Path, apa_adanya: bool) -> None:
    from datetime import datetime

    from lkipnb.bilangan import tulis
    from lkipnb.exchange import lra as ekspor
    from lkipnb.present.format import uang
    from lkipnb.pribadi import masked

    read = ekspor.baca(lra)
    year = tahun or read.tahun
    if year is None:
        raise click.UsageError("judul ekspor tidak menyebut tahun; sebutkan dengan --tahun")
    click.echo(f"{lra.name}, lembar {read.lembar}, judul di baris {read.judul}, tahun {year}:")
    for held, heading in read.kolom.items():
        click.echo(f"  {held:<16} dari kolom “{heading}”")
    levels = ", ".join(
        f"{tulis(count)} baris berkode {segments} ruas" for segments, count in read.ruas.items()
    )
    click.echo(
        f"  {tulis(len(read.baris))} baris anggaran ({levels}), {tulis(len(read.total))} baris"
        " jumlah."
    )
    for number, text, held in read.ditafsirkan:
        click.echo(
            f"  baris {number}, {held}: “{text}” tidak teratur; dibaca dengan membuang pemisahnya."
        )
    for number, text in read.dilewati:
        click.echo(f"  baris {number} dilewati: {masked(text)[:70]}")
    for wrong in read.selisih if apa_adanya else ():
        click.echo(
            f"  baris {wrong.nomor}, {wrong.kolom}: “{wrong.uraian}” tercetak"
            f" {uang(wrong.tercetak)}, rinciannya berjumlah {uang(wrong.terhitung)}; disimpan"
            " sebagaimana tercetak."
        )
    if read.selisih and not apa_adanya:
        click.echo(
            "Tidak ada yang ditulis. Perbaiki ekspor itu, atau ulangi dengan --apa-adanya.",
            err=True,
        )
    backup = ekspor.tulis(read, opd, year, data, datetime.now(), apa_adanya=apa_adanya)
    click.echo(f"{data / opd / str(year)}: tabel anggaran, {tulis(len(read.baris))} baris.")
    if backup:
        click.echo(f"Tabel sebelumnya disimpan di {backup.name}.")


@cli.command(contoh=("lkipnb export 2020 --out formulir.xlsx",))
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
    click.echo(out)


@cli.command(
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
        click.echo(line)


@cli.command(contoh=("lkipnb notebooks --salin", "lkipnb notebooks --salin bab-kami"))
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
            click.echo(path)
        return
    made = copy_out(salin)
    click.echo(
        f"{len(made)} notebook disalin ke {salin}. Ubah seperlunya, lalu: lkipnb report 2024"
        f" --notebooks {salin}"
    )


def _listed(text: str, known: Collection[str], option: str) -> list[str]:
    """The parts of a list with commas, each of them known."""
    parts = [part.strip() for part in text.split(",") if part.strip()]
    if set(parts) - set(known):
        raise _not_listed(known, option)
    return parts


def _not_listed(known: Collection[str], option: str) -> click.BadParameter:
    return click.BadParameter(f"diharapkan pilihan dari: {', '.join(known)}", param_hint=option)


def _progress(total: int):
    """A context that gives `tell(step)`: a live line on a terminal, quiet lines in a pipe."""
    from contextlib import contextmanager

    @contextmanager
    def plain():
        yield lambda step: click.echo(f"  {step}", err=True)

    @contextmanager
    def live():
        from rich.console import Console
        from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

        with Progress(
            SpinnerColumn(),
            TextColumn("{task.description:<24}"),
            BarColumn(),
            TimeElapsedColumn(),
            console=Console(stderr=True),
            transient=True,
        ) as bar:
            task = bar.add_task("mulai", total=total)
            yield lambda step: bar.update(task, description=step, advance=1)

    return live() if sys.stderr.isatty() else plain()


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; every expected error becomes a message and its exit code."""
    with bahasa.indonesian():
        return _run(arguments)


def _run(arguments: list[str] | None) -> int:
    try:
        code = cli.main(args=arguments, prog_name="lkipnb", standalone_mode=False)
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.ClickException as error:
        bahasa.show(error)
        return 2
    except click.Abort:
        click.echo("Dihentikan.", err=True)
        return 130
    except DataError as error:
        from lkipnb.bilangan import tulis

        click.echo(f"Data belum dapat dipakai: {tulis(len(error.faults))} kesalahan.", err=True)
        for fault in error.faults:
            click.echo(f"  {fault}", err=True)
        return error.exit_code
    except LkipError as error:
        click.echo(str(error), err=True)
        return error.exit_code
    except OSError as error:
        click.echo(sentence(error), err=True)
        return StorageError.exit_code
    except Exception:
        traceback.print_exc()
        click.echo(
            "Program gagal di dalam; ini bukan kesalahan data. Laporkan keterangan di atas.",
            err=True,
        )
        return LkipError.exit_code
    return code or 0


if __name__ == "__main__":
    sys.exit(main())
