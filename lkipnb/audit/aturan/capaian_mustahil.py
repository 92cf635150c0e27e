"""A capaian that its polarity cannot give, or beyond all measure."""

from collections.abc import Iterator
from decimal import Decimal

from lkipnb.audit.aturan.dasar import Aturan
from lkipnb.audit.materi import Materi
from lkipnb.audit.temuan import PERINGATAN, Temuan, polos
from lkipnb.bilangan import tulis
from lkipnb.calculate.capaian import cara_capaian, dibatasi, nilai_capaian
from lkipnb.rules import nama_rumus
from lkipnb.schemas import Indikator, Kinerja

ID, BERLIPAT = "capaian-mustahil", "capaian-berlipat"
NEGATIF = "realisasi negatif"
TERBALIK = "realisasi lebih dari dua kali target, atau arahnya terbalik"


def _reached(materi: Materi) -> Iterator[tuple[Kinerja, Indikator, Decimal]]:
    """Each row of outcomes with its indicator and its capaian, where there is one."""
    cara = cara_capaian(materi.data.profil.pengukuran, materi.rules)
    for row, kind in materi.terukur:
        if kind.rumus and kind.rumus not in materi.rules.capaian:
            continue
        value = nilai_capaian(kind, row.target, row.realisasi, cara)
        if value is not None:
            yield row, kind, value


def _periksa(materi: Materi) -> Iterator[Temuan]:
    for row, kind, value in _reached(materi):
        formula = materi.rules.capaian[nama_rumus(kind, materi.rules.capaian)]
        lowest, highest = formula.terendah, formula.tertinggi
        if lowest is None or highest is None or not isinstance(row.realisasi, Decimal):
            continue
        if lowest <= value <= highest:
            continue
        yield Temuan(
            ID,
            PERINGATAN,
            "kinerja.csv",
            row.baris,
            "realisasi",
            polos(row.realisasi),
            None,
            f"capaian {row.indikator} {_told(materi, value)}; untuk indikator "
            "yang diharapkan turun capaian berada antara 0 dan 200",
            NEGATIF if value > highest else TERBALIK,
            "periksa arah (polaritas) indikator dan realisasinya",
            kunci=f"indikator={row.indikator}",
        )


def _told(materi: Materi, value: Decimal) -> str:
    """The capaian as it is computed, and as the report shows it where a bound holds it."""
    cara = cara_capaian(materi.data.profil.pengukuran, materi.rules)
    shown = dibatasi(value, cara.batas, cara.batas_bawah)
    if shown is None or shown == value:
        return f"menjadi {tulis(value, 2)} persen"
    return f"terhitung {tulis(value, 2)} persen (dibatasi menjadi {tulis(shown, 2)})"


def _berlipat(materi: Materi) -> Iterator[Temuan]:
    """A capaian beyond ten times its target, by any formula, says that one of the two is written
    otherwise.
    """
    limit = materi.rules.kewajaran[BERLIPAT].batas
    for row, _, value in _reached(materi):
        if abs(value) <= limit:
            continue
        yield Temuan(
            BERLIPAT,
            PERINGATAN,
            "kinerja.csv",
            row.baris,
            "realisasi",
            polos(row.realisasi),
            None,
            f"capaian {row.indikator} {_told(materi, value)}, lebih dari sepuluh "
            f"kali targetnya, {row.target}",
            "target atau realisasi ditulis dalam satuan lain, misalnya 1 untuk 100%",
            "samakan satuannya, atau terima temuan ini dengan alasannya",
            kunci=f"indikator={row.indikator}",
        )


MUSTAHIL = Aturan(
    ID,
    PERINGATAN,
    "Capaian mungkin menurut arah indikatornya",
    "Hitungan: (2T - R) / T tidak pernah melampaui 200 bila realisasi tidak negatif",
    "Capaian yang mustahil menandakan polaritas terbalik atau realisasi salah ketik.",
    ("kinerja", "indikator"),
    periksa=_periksa,
    utuh=("sasaran", "indikator", "kinerja", "triwulan"),
)

ATURAN = (
    MUSTAHIL,
    Aturan(
        BERLIPAT,
        PERINGATAN,
        "Capaian tidak melampaui sepuluh kali target",
        "Kehati-hatian: capaian di atas 1.000 persen hampir selalu satuan yang tertukar",
        "Target 1 (sel Excel yang tampil 100%) dengan realisasi 91,67 memberi 9.167 persen. Bila"
        " memang demikian, terima temuannya dengan alasan.",
        ("kinerja", "indikator"),
        periksa=_berlipat,
        utuh=("sasaran", "indikator", "kinerja", "triwulan"),
    ),
)
