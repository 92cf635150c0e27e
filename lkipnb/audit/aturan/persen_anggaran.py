"""A printed percentage of absorption follows from its own row."""

from collections.abc import Iterator

from lkipnb.audit.aturan.dasar import Aturan
from lkipnb.audit.kaitan import HasilBagi, Sel
from lkipnb.audit.materi import Materi
from lkipnb.audit.temuan import GALAT
from lkipnb.calculate.persen import SERATUS
from lkipnb.schemas import Anggaran

ID = "persen-anggaran"


def _kaitan(materi: Materi) -> Iterator[HasilBagi]:
    for row in materi.baris(Anggaran):
        cell = {
            name: Sel("anggaran", row.baris, name)
            for name in ("serapan_persen", "realisasi_rp", "pagu_rp")
        }
        yield HasilBagi(
            ID,
            GALAT,
            cell["serapan_persen"],
            cell["realisasi_rp"],
            cell["pagu_rp"],
            SERATUS,
            f"realisasi dibagi pagu “{row.uraian}”",
        )


ATURAN = Aturan(
    ID,
    GALAT,
    "Persentase serapan mengikuti barisnya",
    "Hitungan: realisasi dibagi pagu kali 100, dibulatkan setengah ke atas",
    "Persentase yang tercetak dibandingkan dengan realisasi dibagi pagu pada baris yang sama. Angka"
    " yang dipotong, bukan dibulatkan, hanya dicatat.",
    ("anggaran",),
    kaitan=_kaitan,
)
