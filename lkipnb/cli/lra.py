"""An export of the budget system: what was understood of it, told line by line, and its import."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lkipnb.bahasa import say
from lkipnb.cli.formulas import say_formulas

if TYPE_CHECKING:
    from lkipnb.exchange.lra import Terbaca

SHOWN = 70  # characters of a line that was passed over


def import_lra(lra: Path, opd: str, tahun: int | None, data: Path, apa_adanya: bool) -> None:
    """Tell what was understood of an export, then write it."""
    from lkipnb.bilangan import tulis
    from lkipnb.exchange import lra as ekspor

    read = ekspor.baca(lra)
    year = tahun or read.tahun
    if year is None:
        raise click.UsageError("judul ekspor tidak menyebut tahun; sebutkan dengan --tahun")
    _tell_reading(read, lra.name, year)
    say_formulas(lra)
    _tell_doubts(read)
    if apa_adanya:
        _tell_differences(read)
    elif read.selisih:
        say(
            "Tidak ada yang ditulis. Perbaiki ekspor itu, atau ulangi dengan --apa-adanya.",
            err=True,
        )
    backup = ekspor.tulis(read, opd, year, data, datetime.now(), apa_adanya=apa_adanya)
    say(f"{data / opd / str(year)}: tabel anggaran, {tulis(len(read.baris))} baris.")
    if backup:
        say(f"Tabel sebelumnya disimpan di {backup.name}.")


def _tell_reading(read: Terbaca, name: str, year: int) -> None:
    """Where the header stands, which column is which, how many lines there are."""
    from lkipnb.bilangan import tulis

    say(f"{name}, lembar {read.lembar}, judul di baris {read.judul}, tahun {year}:")
    for held, heading in read.kolom.items():
        say(f"  {held:<16} dari kolom “{heading}”")
    levels = ", ".join(
        f"{tulis(count)} baris berkode {segments} ruas" for segments, count in read.ruas.items()
    )
    say(
        f"  {tulis(len(read.baris))} baris anggaran ({levels}), {tulis(len(read.total))} baris"
        " jumlah."
    )


def _tell_doubts(read: Terbaca) -> None:
    """What was read although it is not regular, and what was passed over."""
    from lkipnb.pribadi import masked

    for number, text, held in read.ditafsirkan:
        say(f"  baris {number}, {held}: “{text}” tidak teratur; dibaca dengan membuang pemisahnya.")
    for number, text in read.dilewati:
        say(f"  baris {number} dilewati: {masked(text)[:SHOWN]}")


def _tell_differences(read: Terbaca) -> None:
    """Sums that are printed otherwise than their parts make."""
    from lkipnb.present.format import uang

    for wrong in read.selisih:
        say(
            f"  baris {wrong.nomor}, {wrong.kolom}: “{wrong.uraian}” tercetak"
            f" {uang(wrong.tercetak)}, rinciannya berjumlah {uang(wrong.terhitung)}; disimpan"
            " sebagaimana tercetak."
        )
