"""The sheet of prose: pieces of Markdown by their name."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lkipnb.errors import Fault
from lkipnb.exchange.form import PROSE_LAYOUT
from lkipnb.exchange.terisi.ejaan import satu_baris
from lkipnb.exchange.terisi.pasangan import Pasangan, pasangan
from lkipnb.load.buku import Lembar
from lkipnb.load.places import nama_sah
from lkipnb.load.prose import FOLDER
from lkipnb.present.format import tanggal

_NAME = re.compile(r"[a-z0-9_]+")


@dataclass
class Narasi:
    """The pieces by name, and the cell of each."""

    teks: dict[str, str] = field(default_factory=dict)
    sel: dict[str, str] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


def narasi(sheet: Lembar | None) -> Narasi:
    """Every piece of the sheet that holds a text."""
    read = Narasi()
    if sheet is None:
        return read
    for pair in pasangan(sheet, PROSE_LAYOUT):
        _piece(read, pair)
    return read


def _piece(read: Narasi, pair: Pasangan) -> None:
    name = satu_baris(pair.nama).casefold().replace(" ", "_")
    text = tanggal(pair.tanggal.isoformat()) if pair.tanggal else pair.teks.strip()
    if not name and not text:
        return
    file = f"{FOLDER}/{name}.md"
    if pair.sebab:
        read.faults.append(Fault(file, None, None, pair.tertulis, pair.sebab))
    elif not name:
        told = "teks ini tidak bernama; tulis nama bagiannya di kolom nama"
        read.faults.append(Fault(f"{FOLDER}/", pair.baris, None, text, told))
    elif not nama_sah(name, _NAME):
        told = "hanya huruf kecil, angka, dan garis bawah"
        read.faults.append(Fault(f"{FOLDER}/", pair.baris, None, pair.nama, told))
    elif name in read.sel:
        read.faults.append(Fault(f"{FOLDER}/", pair.baris, None, name, "tertulis dua kali"))
    else:
        read.sel[name] = pair.sel
        read.teks[name] = text
