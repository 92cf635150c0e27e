"""A law that the prose cites is in the reference list, and still in force."""

import re
from collections.abc import Iterator

from lkipnb.audit.aturan.dasar import Aturan
from lkipnb.audit.materi import Materi
from lkipnb.audit.temuan import CATATAN, PERINGATAN, Temuan

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
    known = {pair for row in materi.baris("peraturan") if (pair := _pair(row["nama"]))}
    replaced = {
        _pair(row["nama"]): row["diganti_oleh"]
        for row in materi.baris("peraturan")
        if row["diganti_oleh"]
    }
    for file, text in _texts(materi):
        for match in CITED.finditer(text):
            pair = (match[1], match[2])
            cited = " ".join(match[0].split())
            if pair not in known:
                told = f"{file} menyebut {cited}, yang tidak ada dalam referensi/peraturan.csv"
                saran = "tambahkan peraturan itu, atau betulkan nomornya"
                yield Temuan(ID, PERINGATAN, file, None, None, cited, None, told, "", saran)
            elif pair in replaced:
                told = f"{cited} sudah diganti oleh {replaced[pair]}"
                yield Temuan(
                    ID,
                    CATATAN,
                    file,
                    None,
                    None,
                    cited,
                    replaced[pair],
                    told,
                    "",
                    "rujuk penggantinya",
                )


def _pair(name: str) -> tuple[str, str] | None:
    match = CITED.search(name)
    return (match[1], match[2]) if match else None


def _texts(materi: Materi) -> Iterator[tuple[str, str]]:
    yield from (materi.prosa or {}).items()
    for tabel, column in (("standar", "sumber"), ("analisis", "uraian")):
        for row in materi.baris(tabel):
            if row[column]:
                yield f"{tabel}.csv", row[column]


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
