"""A table of indicators: what was understood of it, told line by line, and its import."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from lkipnb.bahasa import say
from lkipnb.cli.lra import MOST_TOLD, SHOWN, Cara, setuju

if TYPE_CHECKING:
    from lkipnb.exchange.kinerja import Bacaan, Gabungan
    from lkipnb.exchange.kinerja.baris import Butir
    from lkipnb.exchange.lra.lembar import Lembar

EMPTY = "dikosongkan"
HINTS = {
    "polaritas indikator": "isi naik atau turun",
    "jenis indikator": "isi angka, rentang, jenjang, ya-tidak, atau rasio",
}


def import_kinerja(path: Path, opd: str, data: Path, cara: Cara) -> None:
    """Tell what was understood of the table of indicators in a file, then write it."""
    from lkipnb.exchange.lra.berkas import semua_lembar

    _import(path, semua_lembar(path), opd, data, cara)


def import_teks(path: Path, opd: str, data: Path, cara: Cara) -> None:
    """The same for the tables of a pasted text."""
    from lkipnb.exchange.kinerja.teks import lembar_teks

    _import(path, lembar_teks(path), opd, data, cara)


def _import(path: Path, sheets: Sequence[Lembar], opd: str, data: Path, cara: Cara) -> None:
    from lkipnb.exchange import kinerja
    from lkipnb.load.places import year_path

    columns = kinerja.baca_kolom(cara.kolom)
    chosen = kinerja.Pilihan(cara.tahun, cara.lembar, cara.tanda_hubung, cara.apa_adanya, columns)
    read = kinerja.baca(path, sheets, chosen)
    folder = year_path(data, opd, read.tahun)
    for line in (*_columns(read), *_rows(read), *_passed(read)):
        say(line)
    made = kinerja.gabungkan(read, folder, cara.bila_beda)
    kinerja.periksa(read, made)
    for line in _effect(made):
        say(f"  {line}")
    tables = ", ".join(made.berubah)
    if not made.berubah:
        say("Semua isinya sudah ada; tidak ada yang ditulis.")
        return
    if cara.lihat or not setuju(cara, tables):
        say("Tidak ada yang ditulis.")
        return
    backup = kinerja.simpan(read, made, folder, datetime.now())
    say(f"{folder}: tabel {tables} ditulis.")
    if backup:
        say(f"Data sebelumnya disimpan di {backup.name}; kembalikan dengan --batal.")


def _columns(read: Bacaan) -> Iterator[str]:
    """Where the header stands, and which column is which."""
    from lkipnb.exchange.kinerja.arti import sebut

    head = read.kepala
    yield f"{read.where}, judul di baris {head.baris + 1}, tahun {read.tahun}:"
    for name, at in read.arti.kolom.items():
        yield f"  {name:<16} dari kolom {sebut(head, [at])}"
    for at, reason in read.arti.sisa.items():
        why = f" ({reason})" if reason else ""
        yield f"  kolom {sebut(head, [at])} tidak dipakai{why}"


def _rows(read: Bacaan) -> Iterator[str]:
    """How many indicators there are, the first and the last, and what was read otherwise."""
    from lkipnb.bilangan import tulis

    yield f"  {tulis(len(read.butir))} indikator"
    for which, row in (("pertama", read.butir[0]), ("terakhir", read.butir[-1])):
        yield f"  baris {which}: {row.nomor}, {_row(row)}"
    if read.isi.diulang:
        yield f"  {_kind('baris memakai sasaran di atasnya', read.isi.diulang)}"
    for what, rows in read.catatan.items():
        yield f"  {_kind(f'baris: {what}', rows)}"
    if read.lembar.rumus:
        yield f"  Rumus Excel dibaca menurut hasilnya: {read.lembar.rumus}."
    hidden = [at + 1 for at in read.lembar.baris_tersembunyi]
    if hidden:
        yield f"  {_kind('baris tersembunyi ikut dibaca', hidden)}"


def _row(row: Butir) -> str:
    figures = [f"{name} {text}" for name, text in row.nilai.items() if text]
    return "; ".join([row.nama[:SHOWN], *figures])


def _passed(read: Bacaan) -> Iterator[str]:
    from lkipnb.pribadi import masked

    for number, text in read.isi.dilewati[:MOST_TOLD]:
        yield f"  baris {number} dilewati: {masked(text)[:SHOWN]}"
    rest = [number for number, _ in read.isi.dilewati[MOST_TOLD:]]
    if rest:
        yield f"  {_kind('baris lain dilewati', rest)}"


def _effect(made: Gabungan) -> Iterator[str]:
    """What becomes of the tables, and what stays empty."""
    from lkipnb.bilangan import tulis

    for name in made.berubah:
        told = ((made.baru, "baris baru"), (made.diisi, "sel diisi"))
        counts = [f"{tulis(count[name])} {what}" for count, what in told if count.get(name)]
        yield f"tabel {name}: {', '.join(counts)}"
    for what, rows in made.kosong.items():
        hint = f" ({HINTS[what]})" if what in HINTS else ""
        yield f"{what} {EMPTY}{hint}: {_kind('baris', rows)}"


def _kind(what: str, rows: Sequence[int]) -> str:
    from lkipnb.bilangan import tulis
    from lkipnb.exchange.ringkas import tempat_lain

    return f"{tulis(len(rows))} {what}: {tempat_lain(rows)}"
