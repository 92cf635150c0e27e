"""An export of the budget system: what was understood of it, told line by line, and its import."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lkipnb.bahasa import say

if TYPE_CHECKING:
    from lkipnb.exchange.lra import Pilihan, Terbaca

SHOWN = 70  # characters of a line that was passed over
MOST_TOLD = 3  # rows of one kind


@dataclass(frozen=True)
class Cara:
    """How an export is to be read and written, as the options say."""

    tahun: int | None
    apa_adanya: bool
    lembar: str | None
    unit: str | None
    satuan: str | None
    kolom: tuple[str, ...]
    lihat: bool
    ya: bool
    simpan: bool
    bila_beda: str | None
    tanda_hubung: str | None


def import_lra(lra: Path, opd: str, data: Path, cara: Cara) -> None:
    """Tell what was understood of an export, then write it."""
    from lkipnb.bilangan import tulis
    from lkipnb.exchange import lra as ekspor

    unit = ekspor.SATUAN[cara.satuan] if cara.satuan else None
    columns = ekspor.baca_kolom(cara.kolom)
    chosen = ekspor.Pilihan(cara.tahun, cara.lembar, cara.unit, unit, columns)
    read = _read(lra, opd, data, cara, chosen)
    year = cara.tahun or read.tahun
    if year is None:
        raise click.UsageError("judul ekspor tidak menyebut tahun; sebutkan dengan --tahun")
    _tell(read, lra.name, year)
    if read.lembar.rumus:
        say(f"Rumus Excel dibaca menurut hasilnya: {read.lembar.rumus}.")
    _tell_sums(read, cara)
    if cara.lihat or not setuju(cara, "anggaran"):
        say("Tidak ada yang ditulis.")
        return
    backup = ekspor.tulis(read, opd, year, data, datetime.now(), apa_adanya=cara.apa_adanya)
    say(f"{data / opd / str(year)}: tabel anggaran, {tulis(len(read.baris))} baris.")
    if backup:
        say(f"Tabel sebelumnya disimpan di {backup.name}.")
    if cara.simpan:
        kept = ekspor.simpan(ekspor.dari(read, chosen), data, opd)
        say(f"Cara membacanya disimpan di {kept}; bulan depan cukup --lra, --opd, dan --tahun.")
    say(f"Periksa: lkipnb check {year} --opd {opd}")


def _read(path: Path, opd: str, data: Path, cara: Cara, chosen: Pilihan) -> Terbaca:
    """The export, read as the one before it where that was kept and nothing else is asked for."""
    from lkipnb.exchange import lra as ekspor

    kept = ekspor.tersimpan(data, opd)
    if kept is None:
        return ekspor.baca(path, chosen)
    if cara.simpan or chosen.lembar or chosen.unit or chosen.satuan or chosen.kolom:
        say(f"Cara membaca yang tersimpan untuk {opd} tidak dipakai kali ini.")
        return ekspor.baca(path, chosen)
    read = ekspor.baca_seperti(path, kept, chosen.tahun)
    say(f"Dibaca dengan cara yang tersimpan untuk {opd}.")
    return read


def setuju(cara: Cara, tabel: str) -> bool:
    """Whether to write; only a person at a terminal is asked."""
    if cara.ya or not sys.stdin.isatty():
        return True
    return click.confirm(f"Tulis ke tabel {tabel}?", default=True)


def _tell(read: Terbaca, name: str, year: int) -> None:
    """Everything that was understood."""
    say(f"{name}, lembar {read.lembar.nama}, judul di baris {read.judul.baris + 1}, tahun {year}:")
    for line in (*_columns(read), *_counts(read), *_doubts(read, year), *_passed(read)):
        say(f"  {line}")


def _columns(read: Terbaca) -> Iterator[str]:
    """Which column is which, and why where several could be meant."""
    from lkipnb.bilangan import tulis
    from lkipnb.exchange.lra.lembar import huruf

    places = _places(read)
    for held, columns in places.items():
        if columns:
            headings = " + ".join(_heading(read, at) for at in columns)
            yield f"{held:<16} dari kolom {headings}{_why(read, held)}"
    for at, factor in read.pasangan.pengali.items():
        told = "sebagaimana disebut dengan --satuan" if read.judul.satuan else "menurut judulnya"
        yield f"kolom {huruf(at)} dikalikan {tulis(factor)}, {told}"
    used = set(chain.from_iterable(places.values()))
    unused = [_heading(read, at) for at in read.judul.teks if at not in used]
    if unused:
        yield f"kolom yang tidak dipakai: {', '.join(unused)}"
    yield from read.pasangan.ditinggal


def _places(read: Terbaca) -> dict[str, tuple[int, ...]]:
    """The columns of each thing that an export tells."""
    from lkipnb.exchange.lra.kolom import ABAIKAN, AMOUNTS, SHARES

    names = set(read.judul.kolom.values()) - {ABAIKAN, *AMOUNTS, *SHARES}
    places: dict[str, tuple[int, ...]] = {}
    for kind in sorted(names):
        places[kind] = tuple(read.judul.letak(kind))
    places.update(read.pasangan.kolom)
    return places


def _heading(read: Terbaca, at: int) -> str:
    """A column by its letter and what stands above it."""
    from lkipnb.exchange.lra.lembar import huruf

    return f"{huruf(at)} “{read.judul.teks.get(at, '')}”"


def _why(read: Terbaca, held: str) -> str:
    why = read.pasangan.alasan.get(held)
    if not why:
        return ""
    return f" ({why})"


def _counts(read: Terbaca) -> Iterator[str]:
    """How many lines of which level there are, which is the first and which the last."""
    from lkipnb.bilangan import tulis

    levels = ", ".join(
        f"{tulis(count)} baris berkode {segments} ruas" for segments, count in read.ruas.items()
    )
    lines, totals = tulis(len(read.baris)), tulis(len(read.total))
    yield f"{lines} baris anggaran ({levels}), {totals} baris jumlah"
    for which, line in (("pertama", read.baris[0]), ("terakhir", read.baris[-1])):
        yield f"baris {which}: {line.nomor}, {line.kode} {line.uraian}"[: SHOWN + 30]
    if read.dijumlahkan:
        yield f"{tulis(read.dijumlahkan)} kode ada pada beberapa unit; jumlahnya ditambahkan"


def _doubts(read: Terbaca, year: int) -> Iterator[str]:
    """What was read although it is not regular: one line for each kind."""
    passed = {number for number, _ in read.dilewati}
    hidden = [row + 1 for row in read.lembar.baris_tersembunyi if row + 1 not in passed]
    mended = [number for number, _, _ in read.ditafsirkan]
    joined = [number for number, _ in read.isi.disambung]
    unknown = [line.nomor for line in read.tak_dikenal(year)]
    told = (
        ("baris tersembunyi ikut dibaca", hidden),
        ("angka tidak teratur, dibaca dengan membuang pemisahnya atau membulatkannya", mended),
        ("baris melanjutkan nama di atasnya", joined),
        ("baris ditambahkan ke baris di atasnya yang berkode sama", list(read.isi.ditambahkan)),
        (f"kode tidak dikenal aturan tahun {year}", unknown),
    )
    for kind in read.tak_jelas:
        yield f"{kind} ditinggal: tidak jelas apakah pecahan atau persen"
    for what, rows in told:
        if rows:
            yield _kind(what, rows)


def _passed(read: Terbaca) -> Iterator[str]:
    """What was passed over."""
    from lkipnb.pribadi import masked

    for kind in read.saksi:
        rows = [row.nomor for row in read.isi.saksi if row.jenis == kind]
        yield _kind(f"baris {kind} dilewati, hanya dicocokkan jumlahnya", rows)
    for number, text in read.dilewati[:MOST_TOLD]:
        yield f"baris {number} dilewati: {masked(text)[:SHOWN]}"
    rest = [number for number, _ in read.dilewati[MOST_TOLD:]]
    if rest:
        yield _kind("baris lain tanpa angka dilewati", rest)


def _kind(what: str, rows: list[int]) -> str:
    from lkipnb.bilangan import tulis
    from lkipnb.exchange.ringkas import tempat_lain

    return f"{tulis(len(rows))} {what}: {tempat_lain(rows)}"


def _tell_sums(read: Terbaca, cara: Cara) -> None:
    """What the sums bear out, and what they contradict."""
    from lkipnb.bilangan import tulis
    from lkipnb.present.format import uang

    if cara.apa_adanya:
        _tell_differences(read)
    elif read.selisih:
        say(
            "Tidak ada yang ditulis. Perbaiki ekspor itu, atau ulangi dengan --apa-adanya.",
            err=True,
        )
    pagu, realisasi = read.jumlah
    whole = f"{tulis(len(read.baris))} baris, pagu {uang(pagu)}, realisasi {uang(realisasi)}"
    if read.cocok:
        say(f"  {tulis(read.cocok)} jumlah dalam berkas cocok; terbaca {whole}")
    elif not read.selisih:
        say(f"  tidak ada jumlah dalam berkas yang menguatkan bacaan ini; terbaca {whole}")


def _tell_differences(read: Terbaca) -> None:
    """Sums that are printed otherwise than their parts make."""
    from lkipnb.present.format import uang

    for wrong in read.selisih:
        say(
            f"  baris {wrong.nomor}, {wrong.kolom}: “{wrong.uraian}” tercetak"
            f" {uang(wrong.tercetak)}, {wrong.menurut} {uang(wrong.terhitung)}; disimpan"
            " sebagaimana tercetak."
        )
