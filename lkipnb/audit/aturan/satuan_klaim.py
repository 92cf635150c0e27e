"""A claim stands in the unit of the figure that it is compared with."""

from collections.abc import Iterator

from lkipnb.audit.aturan.dasar import Aturan
from lkipnb.audit.materi import Materi, klaim_terbaca
from lkipnb.audit.temuan import PERINGATAN, Temuan
from lkipnb.rules.satuan import PERSEN, RUPIAH, satuan

ID = "satuan-klaim"
POIN_PERSEN = "poin persen"
# Units that say by how much a number is multiplied, or of what it is a part; no count and no index
# has them.
BERSKALA = frozenset(
    {PERSEN, "permil", POIN_PERSEN, RUPIAH, "ribu rupiah", "juta rupiah", "miliar rupiah"}
)
SEARTI = {POIN_PERSEN: (POIN_PERSEN, "poin")}
TANPA_SATUAN = "angka"


def _periksa(materi: Materi) -> Iterator[Temuan]:
    for row, ukuran in klaim_terbaca(materi):
        verdict = materi.vonis(row.baris)
        right = verdict.satuan_hasil if verdict else ""
        if row.satuan and right and berlainan(row.satuan, right):
            yield Temuan(
                ID,
                PERINGATAN,
                "klaim.csv",
                row.baris,
                "satuan",
                row.satuan,
                right,
                f"{row.uraian} bersatuan {row.satuan}, sedangkan {ukuran} dihitung dalam {right}",
                "satuannya salah tulis, atau ukurannya bukan yang dimaksud",
                f"tulis nilainya dalam {right}, atau betulkan ukurannya",
                kunci=f"kode={row.kode}",
            )


def berlainan(tertulis: str, terhitung: str) -> bool:
    """Whether two units cannot be of one figure; of counts and indices any name will do."""
    own, right = satuan(tertulis).kode, satuan(terhitung).kode
    if own == TANPA_SATUAN:
        return False
    if right in BERSKALA:
        return own not in SEARTI.get(right, (right,))
    return own in BERSKALA


ATURAN = Aturan(
    ID,
    PERINGATAN,
    "Satuan klaim sama dengan satuan hasil hitungnya",
    "Hitungan: angka hanya dapat dibandingkan dalam satuan yang sama",
    "Serapan dihitung dalam persen, pagu dalam rupiah, dan selisih dua persentase dalam poin"
    " persen; klaim dengan satuan lain diperingatkan.",
    ("klaim", "indikator"),
    periksa=_periksa,
)
