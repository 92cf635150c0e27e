"""A capaian that its polarity cannot give."""

from collections.abc import Iterator
from decimal import Decimal

from lkipnb.audit.aturan.dasar import Aturan
from lkipnb.audit.materi import Materi
from lkipnb.audit.temuan import PERINGATAN, Temuan, polos
from lkipnb.calculate.capaian import CaraCapaian, nilai_capaian
from lkipnb.rules import rumus_untuk

ID = "capaian-mustahil"
TERTINGGI_TURUN = Decimal(200)


def _periksa(materi: Materi) -> Iterator[Temuan]:
    kinds = {row["kode"]: row for row in materi.baris("indikator")}
    zero = materi.rules.target_nol[materi.data.profil.pengukuran.target_nol]
    cara = CaraCapaian(materi.rules.capaian, zero)
    for row in materi.baris("kinerja"):
        kind = kinds.get(row["indikator"])
        if kind is None or (kind["rumus"] and kind["rumus"] not in materi.rules.capaian):
            continue
        value = nilai_capaian(kind, row["target"], row["realisasi"], cara)
        if value is None:
            continue
        formula = rumus_untuk(kind, materi.rules.capaian).rumus
        falling = formula == "(2T-R)/T" and isinstance(row["realisasi"], Decimal)
        if falling and (value > TERTINGGI_TURUN or value < 0):
            done = polos(row["realisasi"])
            yield Temuan(
                ID,
                PERINGATAN,
                "kinerja.csv",
                row["baris"],
                "realisasi",
                done,
                None,
                f"capaian {row['indikator']} menjadi {polos(value.quantize(Decimal('0.01')))} persen; untuk indikator "
                "yang diharapkan turun capaian berada antara 0 dan 200",
                "realisasi negatif"
                if value > TERTINGGI_TURUN
                else "realisasi lebih dari dua kali target, atau arahnya terbalik",
                "periksa arah (polaritas) indikator dan realisasinya",
                kunci=f"indikator={row['indikator']}",
            )


ATURAN = Aturan(
    ID,
    PERINGATAN,
    "Capaian mungkin menurut arah indikatornya",
    "Hitungan: (2T - R) / T tidak pernah melampaui 200 bila realisasi tidak negatif",
    "Capaian yang mustahil menandakan polaritas terbalik atau realisasi salah ketik.",
    ("kinerja", "indikator"),
    periksa=_periksa,
    utuh=("sasaran", "indikator", "kinerja", "triwulan"),
)
