"""An abbreviation means one thing, and is written out once."""

import re
from collections.abc import Iterator

from lkipnb.audit.aturan.dasar import Aturan
from lkipnb.audit.materi import Materi
from lkipnb.audit.temuan import CATATAN, PERINGATAN, Temuan

ID = "singkatan"
EXPANDED = re.compile(r"((?:[A-Za-z][\w/-]*,?\s+){1,9})\(([A-Z]{3,8})\)")
USED = re.compile(r"\b[A-Z]{3,8}\b(?!-\d)")
# What every reader of such a report knows, and Roman numbers.
_LAZIM = """
    NIP LKIP LAKIP RPJMD RPJPD APBD APBN SKPD OPD PNS ASN KTP DAU DAK DPA PPN SDM HIV AIDS NAPZA
    BAB III VII VIII XII
    """
LAZIM = frozenset(_LAZIM.split())
TABEL = (
    ("indikator", ("nama", "pembilang", "penyebut")),
    ("sasaran", ("uraian",)),
    ("fakta", ("uraian",)),
)
REFERENSI = (("pmks", "nama"), ("psks", "nama"))


def _periksa(materi: Materi) -> Iterator[Temuan]:
    meanings: dict[str, dict[str, tuple[str, int | None, str | None]]] = {}
    uses: dict[str, tuple[str, int | None, str | None]] = {}
    for place, text in _texts(materi):
        for words, short in EXPANDED.findall(text):
            if long := _initials(words, short):
                meanings.setdefault(short, {}).setdefault(long, place)
        for short in USED.findall(text):
            uses.setdefault(short, place)
    for short, found in sorted(meanings.items()):
        if len(found) > 1:
            first, *others = found.items()
            for long, (file, row, column) in others:
                told = f"{short} berarti “{long}” di sini dan “{first[0]}” di {first[1][0]}"
                yield Temuan(
                    ID,
                    PERINGATAN,
                    file,
                    row,
                    column,
                    long,
                    first[0],
                    told,
                    "",
                    "pakai satu arti",
                    kunci=short,
                )
    for short, (file, row, column) in sorted(uses.items()):
        if short not in meanings and short not in LAZIM:
            told = f"singkatan {short} tidak pernah dipanjangkan"
            saran = "tulis kepanjangannya sekali, diikuti singkatannya dalam kurung"
            yield Temuan(ID, CATATAN, file, row, column, short, None, told, "", saran, kunci=short)


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


def _texts(materi: Materi) -> Iterator[tuple[tuple[str, int | None, str | None], str]]:
    for tabel, columns in (*TABEL, *((name, (column,)) for name, column in REFERENSI)):
        if tabel in dict(REFERENSI) and materi.data.profil.urusan != "sosial":
            continue
        for row in materi.baris(tabel):
            for column in columns:
                if row.get(column):
                    yield (f"{tabel}.csv", row["baris"], column), row[column]
    for file, text in (materi.prosa or {}).items():
        yield (file, None, None), text


ATURAN = Aturan(
    ID,
    PERINGATAN,
    "Singkatan berarti satu hal dan dipanjangkan sekali",
    "Pedoman Umum Ejaan Bahasa Indonesia: singkatan yang belum lazim dipanjangkan",
    "Singkatan dengan dua arti menyesatkan; yang tidak pernah dipanjangkan hanya dicatat.",
    ("indikator",),
    periksa=_periksa,
)
