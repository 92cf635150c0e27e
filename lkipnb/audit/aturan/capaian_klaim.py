"""A capaian that the document prints follows from its target and realisasi by the formula of the
indicator.
"""

from collections.abc import Iterator
from decimal import ROUND_DOWN, Decimal

from lkipnb.audit.aturan.dasar import Aturan
from lkipnb.audit.kaitan import SELISIH_PEMBULATAN, bulat, pembulatan, satuan_terakhir
from lkipnb.audit.materi import Materi, klaim_diperiksa
from lkipnb.audit.temuan import CATATAN, GALAT, PERINGATAN, Temuan, polos
from lkipnb.bilangan import sebut
from lkipnb.calculate import capaian_setahun
from lkipnb.calculate.persen import persen
from lkipnb.model import NOT_APPLICABLE
from lkipnb.schemas.ukuran import Ukuran

ID, PREDIKAT = "capaian-klaim", "predikat-klaim"
# The formulas that agencies use, in words, to tell which of them a print has followed.
CARA = {
    "realisasi dibagi target": lambda t, r: persen(r, t),
    "dua kali target dikurangi realisasi, dibagi target": lambda t, r: persen(2 * t - r, t),
    "target dibagi realisasi": lambda t, r: persen(t, r),
}


def _periksa(materi: Materi) -> Iterator[Temuan]:
    claims = [
        (row, _indicator(ukuran))
        for row, ukuran in klaim_diperiksa(materi)
        if _indicator(ukuran) and row["nilai_sampai"] is None
    ]
    if not claims:
        return
    rows = {
        row["kode"]: row for row in capaian_setahun(materi.data, materi.rules).to_dict("records")
    }
    for row, kode in claims:
        own, printed = rows.get(kode), row["nilai"]
        if own is None or own["capaian_persen"] is None or printed is None:
            continue
        value = own["capaian_persen"]
        right = bulat(value, printed)
        if right == printed:
            continue
        minor = _minor(value, printed, materi.tertulis)
        yield Temuan(
            ID,
            CATATAN if minor else GALAT,
            "klaim.csv",
            row["baris"],
            "nilai",
            polos(printed),
            polos(right),
            f"capaian {kode} {materi.tertulis} {sebut(printed)}, target dan realisasinya memberi"
            f" {sebut(right)}",
            minor or _other_way(own, printed),
            f"tulis {sebut(right)}",
            kunci=f"kode={row['kode']}",
        )


def _minor(value: Decimal, printed: Decimal, tertulis: str) -> str:
    """Why a difference is no error but a habit of rounding; empty for an error."""
    if value.quantize(satuan_terakhir(printed), ROUND_DOWN) == printed:
        return f"{tertulis} dipotong, bukan dibulatkan"
    return SELISIH_PEMBULATAN if pembulatan(printed, value) else ""


def _indicator(ukuran: Ukuran) -> str | None:
    """The indicator whose capaian is claimed."""
    told = dict(ukuran.syarat)
    is_capaian = (ukuran.tabel, ukuran.kolom) == ("capaian", "capaian_persen")
    return told.get("kode") if is_capaian and len(told) == 1 else None


def _other_way(own: dict, printed: Decimal) -> str:
    """Which other formula gives the print."""
    target, done = own["target"], own["realisasi"]
    if not isinstance(target, Decimal) or not isinstance(done, Decimal):
        return ""
    ways = [
        name
        for name, way in CARA.items()
        if (v := way(target, done)) is not None and bulat(v, printed) == printed
    ]
    return (
        f"angka itu mengikuti rumus lain: {ways[0]}"
        if ways
        else "tidak ada rumus yang lazim memberi angka itu"
    )


def _predikat(materi: Materi) -> Iterator[Temuan]:
    """A predicate that the document prints is that of the capaian on the agency's scale."""
    claimed = [row for row in materi.baris("kinerja") if row["predikat_tercetak"]]
    if not claimed:
        return
    rows = {
        row["kode"]: row for row in capaian_setahun(materi.data, materi.rules).to_dict("records")
    }
    for row in claimed:
        own, printed = rows.get(row["indikator"]), row["predikat_tercetak"]
        right = own and own["predikat"]
        if own and not right and not _says_none(printed, own["keterangan"]):
            yield _without_capaian(row, own["keterangan"], materi.tertulis)
        if not right or right.casefold() == printed.casefold():
            continue
        yield Temuan(
            PREDIKAT,
            GALAT,
            "kinerja.csv",
            row["baris"],
            "predikat_tercetak",
            printed,
            right,
            f"predikat {row['indikator']} {materi.tertulis} {printed}, capaiannya"
            f" {_told(own)} pada skala instansi {right}",
            "",
            f"tulis {right}",
            kunci=f"indikator={row['indikator']}",
        )


def _says_none(printed: str, why_not: str) -> bool:
    """Whether the print itself says that there is no predicate: a dash, or the reason."""
    said = printed.strip(" -–—.").casefold()
    return not said or said == str(NOT_APPLICABLE) or said in why_not.casefold()


def _without_capaian(row: dict, why_not: str, tertulis: str) -> Temuan:
    return Temuan(
        PREDIKAT,
        PERINGATAN,
        "kinerja.csv",
        row["baris"],
        "predikat_tercetak",
        row["predikat_tercetak"],
        None,
        f"predikat {row['indikator']} {tertulis} {row['predikat_tercetak']}, padahal capaiannya"
        f" tidak ada: {why_not}",
        "realisasinya belum diisi, atau predikatnya milik baris lain",
        "isi realisasinya, atau kosongkan predikatnya",
        kunci=f"indikator={row['indikator']}",
    )


def _told(own: dict) -> str:
    value = own["capaian_persen"]
    return "belum ada" if value is None else f"{sebut(bulat(value, Decimal('0.01')))} persen"


KLAIM = Aturan(
    ID,
    GALAT,
    "Capaian yang tercetak mengikuti target dan realisasinya",
    "Hitungan menurut rumus indikator; rumus yang dinyatakan instansi berlaku untuk semua tahun",
    "Capaian yang disebut dokumen (klaim dengan ukuran capaian.capaian_persen[kode=...]) dihitung"
    " ulang; bila cocok dengan rumus lain, rumus itu disebut.",
    ("klaim", "kinerja", "indikator"),
    periksa=_periksa,
    utuh=("sasaran", "indikator", "kinerja", "triwulan", "skala", "profil"),
)

ATURAN = (
    KLAIM,
    Aturan(
        PREDIKAT,
        GALAT,
        "Predikat yang tercetak mengikuti capaiannya",
        "Skala predikat yang dinyatakan instansi",
        "Predikat pada kolom predikat_tercetak dibandingkan dengan predikat hasil hitung.",
        ("kinerja", "indikator", "skala"),
        periksa=_predikat,
        utuh=("sasaran", "indikator", "kinerja", "triwulan", "skala", "profil"),
    ),
)
