"""A law that the prose cites is in the reference list, and still in force."""

import re
from collections.abc import Iterator

from lkipnb.audit.aturan.dasar import Aturan
from lkipnb.audit.materi import Materi
from lkipnb.audit.temuan import CATATAN, PERINGATAN, Temuan
from lkipnb.schemas import Analisis, Peraturan, Standar

ID = "peraturan"
JENIS = "|".join(
    (
        r"undang-undang|uu",
        r"peraturan\s+pemerintah|pp",
        r"peraturan\s+presiden|perpres|instruksi\s+presiden|inpres",
        r"pmk|permen\w*|peraturan\s+menteri[\w\s]{0,80}?",
        r"perda|peraturan\s+daerah[\w\s]{0,40}?|perbup|peraturan\s+bupati[\w\s]{0,40}?",
    )
)
CITED = re.compile(
    rf"\b(?:{JENIS})\s*(?:nomor|no\.?)?\s*(\d+)(?:/pmk\.\d+)?\s*(?:tahun\s*|/)\s*((?:19|20)\d\d)",
    re.IGNORECASE,
)


def _periksa(materi: Materi) -> Iterator[Temuan]:
    laws = [(_pair(row.nama or ""), row) for row in materi.baris(Peraturan)]
    known = {pair: row for pair, row in laws if pair is not None}
    for file, text in _texts(materi):
        for match in CITED.finditer(text):
            law = known.get((match[1], match[2]))
            cited = " ".join(match[0].split())
            if law is None:
                yield _unlisted(file, cited)
            elif law.diganti_oleh:
                yield _replaced(file, cited, law.diganti_oleh)


def _unlisted(file: str, cited: str) -> Temuan:
    told = f"{file} menyebut {cited}, yang tidak ada dalam referensi/peraturan.csv"
    saran = "tambahkan peraturan itu, atau betulkan nomornya"
    return Temuan(ID, PERINGATAN, file, None, None, cited, None, told, saran=saran)


def _replaced(file: str, cited: str, by: str) -> Temuan:
    told = f"{cited} sudah diganti oleh {by}"
    return Temuan(ID, CATATAN, file, None, None, cited, by, told, saran="rujuk penggantinya")


def _pair(name: str) -> tuple[str, str] | None:
    match = CITED.search(name)
    return (match[1], match[2]) if match else None


def _texts(materi: Materi) -> Iterator[tuple[str, str]]:
    yield from materi.prosa.items()
    for standar in materi.baris(Standar):
        if standar.sumber:
            yield "standar.csv", standar.sumber
    for analisis in materi.baris(Analisis):
        if analisis.uraian:
            yield "analisis.csv", analisis.uraian


ATURAN = Aturan(
    ID,
    PERINGATAN,
    "Peraturan yang disebut ada dalam daftar",
    "PermenPANRB 53/2014, Lampiran III: data dan rujukan dapat ditelusuri",
    "Nomor peraturan yang tidak ada dalam data/referensi mungkin salah ketik; yang sudah diganti"
    " dicatat.",
    ("peraturan",),
    periksa=_periksa,
)
