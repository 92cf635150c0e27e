"""An abbreviation means one thing, and is written out once."""

import re
from collections.abc import Iterator, Mapping, Sequence

from lkipnb.audit.aturan.dasar import Aturan
from lkipnb.audit.materi import Materi
from lkipnb.audit.temuan import CATATAN, PERINGATAN, Temuan
from lkipnb.schemas import Baris, Fakta, Indikator, Pmks, Psks, Sasaran

ID = "singkatan"
# From the beginning of a word on: a text without spaces is looked at once, not from each letter.
EXPANDED = re.compile(r"(?<![\w/-])((?:[A-Za-z][\w/-]*,?\s+){1,9})\(([A-Z]{3,8})\)")
USED = re.compile(r"\b[A-Z]{3,8}\b(?!-\d)")
# What every reader of such a report knows, and Roman numbers.
_LAZIM = """
    NIP LKIP LAKIP RPJMD RPJPD APBD APBN SKPD OPD PNS ASN KTP DAU DAK DPA PPN SDM HIV AIDS NAPZA
    BAB III VII VIII XII
    """
LAZIM = frozenset(_LAZIM.split())
CHAPTER = ".ipynb"
Tempat = tuple[str, int | None, str | None]


def _periksa(materi: Materi) -> Iterator[Temuan]:
    meanings: dict[str, dict[str, Tempat]] = {}
    uses: dict[str, Tempat] = {}
    for place, text in _texts(materi):
        for words, short in EXPANDED.findall(text):
            long = _initials(words, short)
            if long:
                meanings.setdefault(short, {}).setdefault(long, place)
        for short in USED.findall(text):
            uses.setdefault(short, place)
    for short, found in sorted(meanings.items()):
        yield from _ambiguous(short, found)
    for short, place in sorted(uses.items()):
        # A chapter of the program is not in the hands of who fills the tables.
        if short not in meanings and short not in LAZIM and not place[0].endswith(CHAPTER):
            yield _never_written_out(short, place)


def _ambiguous(short: str, found: Mapping[str, Tempat]) -> Iterator[Temuan]:
    """A finding for each meaning after the first."""
    (known, (first, *_)), *others = found.items()
    for long, place in others:
        told = f"{short} berarti “{long}” di sini dan “{known}” di {first}"
        saran = "pakai satu arti"
        yield Temuan(ID, PERINGATAN, *place, long, known, told, "", saran, kunci=short)


def _never_written_out(short: str, place: Tempat) -> Temuan:
    told = f"singkatan {short} tidak pernah dipanjangkan"
    saran = "tulis kepanjangannya sekali, diikuti singkatannya dalam kurung"
    return Temuan(ID, CATATAN, *place, short, None, told, "", saran, kunci=short)


def _initials(words: str, short: str) -> str | None:
    """The shortest end of `words` that begins with the abbreviation's letter and holds its letters
    in order.
    """
    known = words.replace("/", " ").split()
    for length in range(1, len(known) + 1):
        tail = known[-length:]
        letters = iter("".join(tail).upper())
        if tail[0][:1].upper() == short[0] and all(letter in letters for letter in short):
            return " ".join(tail).lower()
    return None


def _texts(materi: Materi) -> Iterator[tuple[Tempat, str]]:
    yield from _columns(materi.baris(Indikator), "nama", "pembilang", "penyebut")
    yield from _columns(materi.baris(Sasaran), "uraian")
    yield from _columns(materi.baris(Fakta), "uraian")
    if materi.data.profil.urusan == "sosial":
        yield from _columns(materi.baris(Pmks), "nama")
        yield from _columns(materi.baris(Psks), "nama")
    for file, text in materi.prosa.items():
        yield (file, None, None), text


def _columns(rows: Sequence[Baris], *columns: str) -> Iterator[tuple[Tempat, str]]:
    """The cells of some columns that hold a text."""
    for row in rows:
        for column in columns:
            text = getattr(row, column)
            if text:
                yield (f"{row.table.name}.csv", row.baris, column), text


ATURAN = Aturan(
    ID,
    PERINGATAN,
    "Singkatan berarti satu hal dan dipanjangkan sekali",
    "Pedoman Umum Ejaan Bahasa Indonesia: singkatan yang belum lazim dipanjangkan",
    "Singkatan dengan dua arti menyesatkan; yang tidak pernah dipanjangkan hanya dicatat.",
    ("indikator",),
    periksa=_periksa,
)
