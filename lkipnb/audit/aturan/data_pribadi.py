"""Personal data stands where the law wants it, the NIP of who signs, and nowhere else."""

import re
from collections.abc import Iterator, Mapping

from lkipnb import pribadi
from lkipnb.audit.aturan.dasar import Aturan
from lkipnb.audit.materi import Materi
from lkipnb.audit.temuan import GALAT, Temuan
from lkipnb.load.pictures import COORDINATES, UNREADABLE
from lkipnb.load.profile import FILE as PROFILE
from lkipnb.load.profile import told
from lkipnb.schemas import ALL_TABLES, Table
from lkipnb.schemas.markdown import markdown, teks
from lkipnb.schemas.tambahan import FOLDER

ID = "data-pribadi"
SIGNATURE = "kepala.nip"
MENTIONED = re.compile(r"\{[{%][^}]*\bkepala\s*\.\s*nip\b")
JOINED = re.compile(r"""["']\s*~\s*["']|\\""")
MEND = (
    "hapus, atau ganti dengan keterangan tanpa orangnya; bila harus terbit, terima temuan ini"
    " dengan alasannya"
)
Place = tuple[str, int | None, str | None]


def _periksa(materi: Materi) -> Iterator[Temuan]:
    yield from _written(materi)
    yield from _mentioned(materi)
    yield from _carried(materi)


def _written(materi: Materi) -> Iterator[Temuan]:
    office = _office(materi)
    for place, text in _texts(materi):
        found = [trace for trace in _found(place, text) if _plain(trace.text) not in office]
        for number, trace in enumerate(found):
            yield _finding(place, trace.kind, trace.masked, number)


def tersusun(materi: Materi, tercetak: Mapping[str, str]) -> Iterator[Temuan]:
    """What stands in the filled prose, by its file, and in no text of the year: put together from
    pieces, or called by another name.
    """
    known = {_plain(trace.text) for place, text in _texts(materi) for trace in _found(place, text)}
    for file, text in tercetak.items():
        for number, trace in enumerate(pribadi.traces(pribadi.terang(text))):
            if _plain(trace.text) not in known | _office(materi):
                yield _finding((file, None, None), trace.kind, trace.masked, number)


def _found(place: Place, text: str) -> list[pribadi.Trace]:
    """The traces in a text as it is typed, then those that only its reader meets."""
    typed = pribadi.traces(text)
    known = {_plain(trace.text) for trace in typed}
    return typed + [t for t in pribadi.traces(_read(place, text)) if _plain(t.text) not in known]


def _read(place: Place, text: str) -> str:
    """The text as a reader sees it: of prose without the signs of Markdown and of joined words."""
    if place[0].endswith((".md", ".ipynb")):
        text = teks(markdown(JOINED.sub("", text)))
    return pribadi.terang(text)


def _mentioned(materi: Materi) -> Iterator[Temuan]:
    """The NIP called by its name in prose."""
    for file, text in materi.prosa.items():
        for line, words in enumerate(text.splitlines(), start=1):
            if MENTIONED.search(words):
                yield _finding((file, line, None), "NIP", "{{ profil.kepala.nip }}")


def _office(materi: Materi) -> frozenset[str]:
    """The telephone and mail of the office, which are nobody's own."""
    profil = materi.data.profil
    reach = [
        trace.text for field in (profil.telepon, profil.alamat) for trace in pribadi.traces(field)
    ]
    return frozenset(map(_plain, (*reach, profil.telepon))) - {""}


def _plain(text: str) -> str:
    """A number as its digits, a mail address in small letters."""
    return text.lower() if "@" in text else pribadi.digits(pribadi.terang(text))


def _texts(materi: Materi) -> Iterator[tuple[Place, str]]:
    """Every text that may reach a page: profile, tables as typed, prose by line, what pictures
    carry.
    """
    for field, value in told(materi.data.profil).items():
        if field != SIGNATURE:
            yield (PROFILE, None, field), value
    for table in ALL_TABLES.values():
        yield from _cells(materi, table)
    for file, text in materi.prosa.items():
        for line, words in enumerate(text.splitlines(), start=1):
            yield (file, line, None), words
    for file, carried in materi.data.gambar.items():
        for tag, text in carried.items():
            yield (file, None, tag), text
    yield from _added(materi)


def _added(materi: Materi) -> Iterator[tuple[Place, str]]:
    """The cells of tables that the agency adds."""
    for name, rows in materi.data.tabel_sendiri.items():
        head = rows[0]
        for number, row in enumerate(rows, start=1):
            for column, cell in zip(head, row, strict=True):
                yield (f"{FOLDER}/{name}", number, column), cell


def _cells(materi: Materi, table: Table) -> Iterator[tuple[Place, str]]:
    """The cells of a table that hold anything."""
    frame = materi.data.printed.get(table.name, materi.data.tables[table.name])
    for column in frame.columns:
        for row, value in zip(frame.index, frame[column], strict=True):
            if value:
                yield (table.file, row, column), str(value)


def _carried(materi: Materi) -> Iterator[Temuan]:
    """Where a picture was taken, or that it cannot be told."""
    for file, carried in materi.data.gambar.items():
        for tag in (COORDINATES, UNREADABLE):
            if tag in carried:
                yield _finding((file, None, tag), tag, pribadi.DOT * 3)


def _finding(place: Place, kind: str, masked: str, number: int = 0) -> Temuan:
    file, row, column = place
    # The value itself must not be found again from the code, which a report prints: the place
    # stands for it.
    key = f"{row}/{column}/{number}"
    told = f"memuat {kind}: {masked}"
    return Temuan(ID, GALAT, file, row, column, masked, None, told, "", MEND, kunci=key)


ATURAN = Aturan(
    ID,
    GALAT,
    "Data pribadi tidak terbit",
    "UU 27/2022 tentang Pelindungan Data Pribadi, Pasal 4, 16, dan 20",
    "NIP hanya berada pada blok tanda tangan (kepala.nip); NIK, nomor KK, nomor telepon dan surel"
    " orang, nama beserta alamatnya, dan koordinat di dalam foto tidak diperlukan laporan. Laporan"
    " tidak disusun selama temuan ini berdiri; bila harus terbit, alasannya dinyatakan di"
    " penerimaan.csv.",
    (),
    periksa=_periksa,
)
