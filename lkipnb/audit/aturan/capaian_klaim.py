"""A capaian that the document prints follows from its target and realisasi by the formula of the
indicator.
"""

from collections.abc import Callable, Iterator, Mapping
from decimal import ROUND_DOWN, Decimal
from itertools import product

from lkipnb.audit.aturan.dasar import Aturan
from lkipnb.audit.intervals import Selang, asal_tercetak, sekitar
from lkipnb.audit.kaitan import DUA_DESIMAL, SELISIH_PEMBULATAN, bulat, pembulatan, satuan_terakhir
from lkipnb.audit.materi import Materi, klaim_diperiksa
from lkipnb.audit.temuan import CATATAN, GALAT, PERINGATAN, Temuan, polos
from lkipnb.bilangan import sebut
from lkipnb.calculate.capaian import cara_capaian, dibatasi, nilai_capaian
from lkipnb.calculate.persen import persen
from lkipnb.model import NOT_APPLICABLE, CapaianIndikator
from lkipnb.schemas import Kinerja, Klaim
from lkipnb.schemas.ukuran import Ukuran

ID, PREDIKAT = "capaian-klaim", "predikat-klaim"
MASUKAN_DIBULATKAN = "akibat pembulatan target dan realisasi yang tercetak"
# The formulas that agencies use, in words, to tell which of them a print has followed.
CARA: Mapping[str, Callable[[Decimal, Decimal], Decimal | None]] = {
    "realisasi dibagi target": lambda t, r: persen(r, t),
    "dua kali target dikurangi realisasi, dibagi target": lambda t, r: persen(2 * t - r, t),
    "target dibagi realisasi": lambda t, r: persen(t, r),
}


def _periksa(materi: Materi) -> Iterator[Temuan]:
    for row, ukuran in klaim_diperiksa(materi):
        kode = _indicator(ukuran)
        if kode is None or row.nilai_sampai is not None or row.nilai is None:
            continue
        own = materi.capaian.get(kode)
        if own is not None and own.capaian_persen is not None:
            yield from _compared(materi, row, own, own.capaian_persen)


def _compared(
    materi: Materi, row: Klaim, own: CapaianIndikator, value: Decimal
) -> Iterator[Temuan]:
    """A finding where the capaian of an indicator is not that of the claim."""
    right = bulat(value, row.nilai)
    if right == row.nilai:
        return
    minor = _minor(value, row.nilai, materi.tertulis) or _of_inputs(materi, own, row.nilai)
    yield Temuan(
        ID,
        CATATAN if minor else GALAT,
        "klaim.csv",
        row.baris,
        "nilai",
        polos(row.nilai),
        polos(right),
        f"capaian {own.kode} {materi.tertulis} {sebut(row.nilai)}, target dan realisasinya memberi"
        f" {sebut(right)}",
        minor or _other_way(own, row.nilai),
        f"tulis {sebut(right)}",
        kunci=f"kode={row.kode}",
    )


def _minor(value: Decimal, printed: Decimal, tertulis: str) -> str:
    """Why a difference is no error but a habit of rounding; empty for an error."""
    if value.quantize(satuan_terakhir(printed), ROUND_DOWN) == printed:
        return f"{tertulis} dipotong, bukan dibulatkan"
    return SELISIH_PEMBULATAN if pembulatan(printed, value) else ""


def _of_inputs(materi: Materi, own: CapaianIndikator, printed: Decimal) -> str:
    """Why a capaian is right of a target and a realisasi that were rounded for print only; empty
    where none of those gives it.
    """
    kind, target, done = materi.indikator.get(own.kode), own.target, own.realisasi
    if kind is None or not isinstance(target, Decimal) or not isinstance(done, Decimal):
        return ""
    cara = cara_capaian(materi.data.profil.pengukuran, materi.rules)
    corners = product(asal_tercetak(target), asal_tercetak(done))
    values = [nilai_capaian(kind, t, r, cara) for t, r in corners]
    shown = [dibatasi(value, cara.batas, cara.batas_bawah) for value in values]
    known = [value for value in shown if value is not None]
    # Every formula rises or falls throughout with each of the two, so its ends are at the corners.
    possible = known and Selang(min(known), max(known)).bertemu(sekitar(printed))
    return MASUKAN_DIBULATKAN if possible else ""


def _indicator(ukuran: Ukuran) -> str | None:
    """The indicator whose capaian is claimed."""
    told = dict(ukuran.syarat)
    is_capaian = (ukuran.tabel, ukuran.kolom) == ("capaian", "capaian_persen")
    return told.get("kode") if is_capaian and len(told) == 1 else None


def _other_way(own: CapaianIndikator, printed: Decimal) -> str:
    """Which other formula gives the print."""
    target, done = own.target, own.realisasi
    if not isinstance(target, Decimal) or not isinstance(done, Decimal):
        return ""
    for name, way in CARA.items():
        value = way(target, done)
        if value is not None and bulat(value, printed) == printed:
            return f"angka itu mengikuti rumus lain: {name}"
    return "tidak ada rumus yang lazim memberi angka itu"


def _predikat(materi: Materi) -> Iterator[Temuan]:
    """A predicate that the document prints is that of the capaian on the agency's scale."""
    for row in materi.baris(Kinerja):
        printed = row.predikat_tercetak
        if not printed:
            continue
        own = materi.capaian.get(row.indikator)
        if own is None:
            continue
        right = own.predikat
        if right and right.casefold() != printed.casefold():
            yield _other_predicate(materi, row, printed, own)
        elif not right and not _says_none(printed, own.keterangan):
            yield _without_capaian(row, own.keterangan, materi.tertulis)


def _other_predicate(materi: Materi, row: Kinerja, printed: str, own: CapaianIndikator) -> Temuan:
    right = own.predikat
    return Temuan(
        PREDIKAT,
        GALAT,
        "kinerja.csv",
        row.baris,
        "predikat_tercetak",
        printed,
        right,
        f"predikat {row.indikator} {materi.tertulis} {printed}, capaiannya"
        f" {_told(own.capaian_persen)} pada skala instansi {right}",
        saran=f"tulis {right}",
        kunci=f"indikator={row.indikator}",
    )


def _says_none(printed: str, why_not: str) -> bool:
    """Whether the print itself says that there is no predicate: a dash, or the reason."""
    said = printed.strip(" -–—.").casefold()
    return not said or said == str(NOT_APPLICABLE) or said in why_not.casefold()


def _without_capaian(row: Kinerja, why_not: str, tertulis: str) -> Temuan:
    return Temuan(
        PREDIKAT,
        PERINGATAN,
        "kinerja.csv",
        row.baris,
        "predikat_tercetak",
        row.predikat_tercetak,
        None,
        f"predikat {row.indikator} {tertulis} {row.predikat_tercetak}, padahal capaiannya"
        f" tidak ada: {why_not}",
        "realisasinya belum diisi, atau predikatnya milik baris lain",
        "isi realisasinya, atau kosongkan predikatnya",
        kunci=f"indikator={row.indikator}",
    )


def _told(capaian_persen: Decimal | None) -> str:
    if capaian_persen is None:
        return "belum ada"
    return f"{sebut(bulat(capaian_persen, DUA_DESIMAL))} persen"


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
