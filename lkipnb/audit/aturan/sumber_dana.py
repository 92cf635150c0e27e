"""The source of funds of a budget line says whether it belongs to the agency's own budget."""

from collections.abc import Iterator

from lkipnb.audit.aturan.dasar import Aturan
from lkipnb.audit.materi import Materi
from lkipnb.audit.temuan import CATATAN, GALAT, PERINGATAN, Temuan
from lkipnb.rules.sumber import Lingkup
from lkipnb.schemas import Anggaran

ID = "sumber-dana"
DI_PROFIL = "sebut sumber itu dalam profil.yaml: sumber_dana.apbd atau sumber_dana.lain"
PESAN = {
    Lingkup.CAMPUR: (
        GALAT,
        "menyebut sumber di dalam dan di luar APBD sekaligus; barisnya dihitung sebagai APBD",
    ),
    Lingkup.TANYA: (
        PERINGATAN,
        "dapat berarti anggaran sendiri atau anggaran pemerintah lain; dihitung sebagai APBD",
    ),
    Lingkup.ASING: (
        CATATAN,
        "tidak dikenal sebagai sumber di dalam atau di luar APBD; dihitung sebagai APBD",
    ),
}


def _periksa(materi: Materi) -> Iterator[Temuan]:
    told: set[str] = set()
    for row in materi.baris(Anggaran):
        source = row.sumber_dana
        tingkat, pesan = PESAN.get(materi.lingkup(source), ("", ""))
        if source is None or not pesan or source in told:
            continue
        told.add(source)
        mend = "pisahkan barisnya menurut sumber, atau " if tingkat == GALAT else ""
        yield Temuan(
            ID,
            tingkat,
            "anggaran.csv",
            row.baris,
            "sumber_dana",
            source,
            None,
            f"sumber dana “{source}” {pesan}",
            "",
            mend + DI_PROFIL,
            kunci=source,
        )


ATURAN = Aturan(
    ID,
    PERINGATAN,
    "Sumber dana menyatakan anggaran siapa",
    "Permendagri 13/2006 dan PP 12/2019: belanja perangkat daerah dianggarkan dalam APBD",
    "Belanja, Perjanjian Kinerja, dan serapan utama hanya memuat APBD instansi; dana lain (APBN,"
    " dana desa) dilaporkan terpisah. Nama sumber yang tidak dapat digolongkan ditanyakan: galat"
    " bila menyebut keduanya sekaligus, peringatan bila bergantung pada instansinya, catatan bila"
    " tidak dikenal.",
    ("anggaran",),
    periksa=_periksa,
)
