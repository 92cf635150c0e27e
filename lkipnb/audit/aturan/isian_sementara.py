"""A profile still holds what stands in for a name, a number or a date."""

import re
from collections.abc import Iterator

from lkipnb.audit.aturan.dasar import Aturan
from lkipnb.audit.materi import Materi
from lkipnb.audit.temuan import GALAT, Temuan
from lkipnb.load.profile import FILE, told

ID = "isian-sementara"
SEMENTARA = re.compile(r"\([^()]*\)")


def _periksa(materi: Materi) -> Iterator[Temuan]:
    profil = materi.data.profil
    held = {field: text for field, text in told(profil).items() if SEMENTARA.fullmatch(text)}
    if held:
        shown = ", ".join(f"{field} {text}" for field, text in held.items())
        yield _finding(", ".join(held), f"isian profil masih sementara ({len(held)}): {shown}")
    if profil.perjanjian is None:
        yield _finding("perjanjian", "pihak kedua dan tanggal Perjanjian Kinerja belum diisi")


def _finding(field: str, pesan: str) -> Temuan:
    sebab = "tempat isian itu tercetak pada tanda tangan"
    saran = "tulis isi yang sebenarnya di profil.yaml"
    return Temuan(ID, GALAT, FILE, None, field, None, None, pesan, sebab, saran, kunci=field)


ATURAN = Aturan(
    ID,
    GALAT,
    "Tidak ada isian sementara dalam profil",
    "PermenPANRB 53/2014, Lampiran I dan II: laporan dan Perjanjian Kinerja ditandatangani",
    "Isian seperti (nama kepala dinas) atau (NIP), dan Perjanjian Kinerja tanpa pihak kedua dan"
    " tanggalnya, tercetak di atas tanda tangan; selama itu laporan masih KONSEP.",
    (),
    periksa=_periksa,
)
