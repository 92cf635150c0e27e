"""The sheet of the profile: each field with its text, read as its kind wants it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date

from lkipnb.errors import Fault
from lkipnb.exchange.form import PROFILE_LAYOUT
from lkipnb.exchange.isian import CHOICES, NUMBERS, SCALE, TIMES, is_known
from lkipnb.exchange.terisi import hari
from lkipnb.exchange.terisi.catatan import Catatan
from lkipnb.exchange.terisi.ejaan import bersih, pilih, sama, satu_baris
from lkipnb.exchange.terisi.pasangan import Pasangan, pasangan
from lkipnb.load.buku import Lembar
from lkipnb.load.profile import FILE
from lkipnb.present.format import tanggal

REGULATIONS = ("dasar_hukum", "pembentukan")
NIP = "kepala.nip"
_UNKNOWN = "isian ini tidak dikenal; lihat lembar profil pada formulir yang baru"
_NIP_DIGITS = re.compile(r"([0-9]{8})([0-9]{6})([0-9])([0-9]{3})")
_YEAR = re.compile(r"(?:tahun|th\.?)? *([0-9]{4})", re.IGNORECASE)
_PARTS = re.compile(r"[;\n]")
_NUMBER_WORDS = re.compile(r"\b(?:nomor|no|tahun|th)\b\.?")


@dataclass
class Isian:
    """What the sheet says: the text of each field, and the row that it has."""

    nilai: dict[str, str] = field(default_factory=dict)
    sel: dict[str, str] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    catatan: list[Catatan] = field(default_factory=list)


@dataclass(frozen=True)
class Dikenal:
    """What fields may name: scales, and regulations by their code with their name."""

    skala: Collection[str] = ()
    peraturan: Mapping[str, str] = field(default_factory=dict)


def isian(sheet: Lembar | None, known: Dikenal) -> Isian:
    """Every field of the sheet; one that cannot be read, is unknown or stands twice is a fault."""
    read = Isian()
    if sheet is None:
        return read
    for pair in pasangan(sheet, PROFILE_LAYOUT):
        _field(read, sheet, pair, known)
    return read


def _field(read: Isian, sheet: Lembar, pair: Pasangan, known: Dikenal) -> None:
    name = satu_baris(pair.nama).casefold().replace(" ", "")
    if not name:
        return
    reason = _no_field(name, read.nilai)
    if reason:
        read.faults.append(Fault(FILE, pair.baris, None, pair.nama, reason))
        return
    read.sel[name] = pair.sel
    read.nilai[name] = ""
    if pair.sebab:
        read.faults.append(Fault(FILE, None, name, pair.tertulis, pair.sebab))
        return
    value = _of_day(pair.tanggal, name) if pair.tanggal else _value(pair.teks, name, known)
    read.nilai[name] = value
    if pair.tanggal or sama(value) != sama(pair.teks):
        told = f"“{satu_baris(pair.teks)}” dibaca {value}" if pair.teks else f"dibaca {value}"
        read.catatan.append(Catatan(sheet.nama, f"sel {pair.sel}", told))


def _no_field(name: str, told: Collection[str]) -> str | None:
    if not is_known(name):
        return _UNKNOWN
    if name in told:
        return "tertulis dua kali"
    return None


def _of_day(day: date, name: str) -> str:
    if name in NUMBERS:
        return str(hari.tahun_dari(day) or day.year)
    if name in TIMES:
        return day.isoformat()
    return tanggal(day.isoformat())


def _value(text: str, name: str, known: Dikenal) -> str:
    if name in REGULATIONS:
        return _regulations(text, known.peraturan)
    if name == SCALE:
        return pilih(text, known.skala) or bersih(text)
    if name in CHOICES:
        return pilih(text, CHOICES[name]) or bersih(text)
    return _BY_KIND.get(_kind(name), bersih)(text)


def _kind(name: str) -> str:
    """The group of fields that a field is read with."""
    if name in NUMBERS:
        return "tahun"
    if name in TIMES:
        return "waktu"
    if name == NIP:
        return "nip"
    return ""


def _year(text: str) -> str:
    match = _YEAR.fullmatch(satu_baris(text).removeprefix("'"))
    if match:
        return match[1]
    return bersih(text)


def _time(text: str) -> str:
    return hari.waktu(satu_baris(text)) or bersih(text)


def _nip(text: str) -> str:
    """`19690101 199001 1 001`, however its digits were grouped."""
    match = _NIP_DIGITS.fullmatch(re.sub(r"[\s.\u00a0']", "", text))
    if match:
        return " ".join(match.groups())
    return bersih(text)


_BY_KIND: dict[str, Callable[[str], str]] = {"tahun": _year, "waktu": _time, "nip": _nip}


def _regulations(text: str, known: Mapping[str, str]) -> str:
    """Codes in place of regulations that are called by their short or full name."""
    parts = [satu_baris(part) for part in _PARTS.split(text)]
    if not any(parts) and text.strip():
        return ""
    codes = [_regulation(part, known) for part in parts if part]
    return "; ".join(codes)


def _regulation(text: str, known: Mapping[str, str]) -> str:
    if text in known:
        return text
    by_name = {sama(name): code for code, name in known.items()}
    if sama(text) in by_name:
        return by_name[sama(text)]
    return pilih(_NUMBER_WORDS.sub("", text.casefold()), known) or text
