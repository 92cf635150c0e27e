"""Names of persons, programmes and sasaran in a sentence of the agency stand as in the tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from lkipnb.audit.aturan.dasar import Aturan
from lkipnb.audit.kalimat import Kalimat, kalimat
from lkipnb.audit.materi import Materi
from lkipnb.audit.temuan import PERINGATAN, Temuan
from lkipnb.schemas import Anggaran, Indikator, Sasaran

ID = "nama-narasi"
MIRIP = 0.88  # below, two names are those of two things
TERPENDEK = 10  # letters; short names resemble one another
# What stands in quotation marks, and words with capitals one after another.
DIKUTIP = re.compile(r"[“\"]([^”\"]{10,200})[”\"]")
BERKAPITAL = re.compile(
    r"\b[A-Z][\w.,'-]*(?:\s+(?:dan|di|untuk|atau|yang|bagi)\b(?=\s+[A-Z])|\s+[A-Z][\w.,'-]*)+"
)


def _periksa(materi: Materi) -> Iterator[Temuan]:
    known = {_plain(name): name for name in _names(materi)}
    for each in kalimat(materi):
        for said in (*DIKUTIP.findall(each.isi), *BERKAPITAL.findall(each.isi)):
            meant = _meant(_plain(said), list(known))
            if meant:
                yield _told(each, said.strip(" .,"), known[meant])


def _names(materi: Materi) -> Iterator[str]:
    profil = materi.data.profil
    yield from (profil.nama, profil.kepala.nama, profil.kepala.jabatan)
    if profil.perjanjian is not None:
        yield profil.perjanjian.pihak_kedua
    yield from (row.uraian for row in materi.baris(Anggaran) if row.uraian)
    yield from (row.uraian for row in materi.baris(Sasaran) if row.uraian)
    yield from (row.nama for row in materi.baris(Indikator) if row.nama)


def _plain(name: str) -> str:
    return " ".join(re.findall(r"\w+", name.casefold()))


def _meant(said: str, known: Sequence[str]) -> str | None:
    """The one name that was meant where it is a little different; None for one that is a name
    already, a part of one, or holds one.
    """
    if len(said) < TERPENDEK or any(said in name or name in said for name in known if name):
        return None
    near = [name for name in known if _alike(said, name)]
    return near[0] if len(near) == 1 else None


def _alike(one: str, other: str) -> bool:
    """Whether two names differ by a slip: nearly the same letters, and no other number."""
    if abs(len(one) - len(other)) > len(one) * (1 - MIRIP) * 2 or _numbers(one) != _numbers(other):
        return False
    pair = SequenceMatcher(None, one, other, autojunk=False)
    return pair.quick_ratio() >= MIRIP and pair.ratio() >= MIRIP


def _numbers(name: str) -> list[str]:
    return re.findall(r"\d+|\b[ivx]+\b", name)


def _told(each: Kalimat, said: str, meant: str) -> Temuan:
    return Temuan(
        ID,
        PERINGATAN,
        each.berkas,
        each.baris,
        None,
        said,
        meant,
        f"{each.berkas} menyebut “{said}”, sedangkan namanya “{meant}”: {each.dikutip}",
        "nama salah salin, atau berubah sesudah kalimatnya ditulis",
        f"tulis {meant} bila itu maksudnya",
        kunci=said,
    )


ATURAN = Aturan(
    ID,
    PERINGATAN,
    "Nama dalam kalimat tertulis seperti dalam tabel",
    "PermenPANRB 53/2014, Lampiran III: isi laporan andal dan tidak saling bertentangan",
    "Nama pejabat, program, kegiatan, sasaran, dan indikator yang dikutip atau ditulis dengan huruf"
    " besar dibandingkan dengan tabelnya; yang hampir sama tetapi tidak persis disebut.",
    ("anggaran", "sasaran", "indikator"),
    periksa=_periksa,
)
