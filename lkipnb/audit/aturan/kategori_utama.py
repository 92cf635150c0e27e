"""The headline that a report gives itself follows from its indicators under some custom."""

from collections.abc import Iterator
from decimal import Decimal

from lkipnb.audit.aturan.dasar import Aturan
from lkipnb.audit.materi import Materi
from lkipnb.audit.temuan import GALAT, Temuan, polos
from lkipnb.calculate import capaian_setahun
from lkipnb.calculate.persen import rata_rata

ID = "kategori-utama"
UKURAN = "capaian.rata_rata"
SERATUS = Decimal(100)


def rata_rata_menurut(materi: Materi) -> dict[str, Decimal | None]:
    """The mean capaian of the agency in percent, under each custom of averaging and capping."""
    rows = capaian_setahun(materi.data, materi.rules)
    values = [v for v in rows.capaian_persen if v is not None]
    by_goal = [rata_rata(rows.loc[rows.sasaran == s, "capaian_persen"]) for s in dict.fromkeys(rows.sasaran)]
    weights = rows.bobot if rows.bobot.notna().all() else None
    return {
        "rata-rata semua indikator": rata_rata(values),
        "rata-rata sasaran": rata_rata(by_goal),
        "rata-rata semua indikator, dibatasi 100": rata_rata([min(v, SERATUS) for v in values]),
        "rata-rata indikator yang mencapai target": rata_rata([v for v in values if v >= SERATUS]),
        "bagian indikator yang mencapai target": rata_rata([SERATUS if v >= SERATUS else Decimal(0) for v in values]),
        **({"rata-rata terbobot": rata_rata(rows.capaian_persen, weights)} if weights is not None else {}),
    }


def _periksa(materi: Materi) -> Iterator[Temuan]:
    for row in materi.baris("klaim"):
        if row["ukuran"] != UKURAN or row["nilai"] is None:
            continue
        means = {name: value for name, value in rata_rata_menurut(materi).items() if value is not None}
        low, high = row["nilai"], row["nilai_sampai"] if row["nilai_sampai"] is not None else row["nilai"]
        own = means.get("rata-rata semua indikator")
        if own is None or low <= own <= high or own.quantize(Decimal(1).scaleb(low.as_tuple().exponent)) == low == high:
            continue
        told = "; ".join(f"{name} {value.quantize(Decimal('0.01'))}" for name, value in means.items())
        fits = [name for name, value in means.items() if low <= value <= high]
        printed = polos(low) if low == high else f"{polos(low)}–{polos(high)}"
        yield Temuan(
            ID,
            GALAT,
            "klaim.csv",
            row["baris"],
            "nilai",
            printed,
            str(own.quantize(Decimal("0.01"))),
            f"{row['tempat']} menyebut {row['uraian'].lower()} {printed}; dari tabelnya sendiri: {told}",
            f"hanya {fits[0]} yang memberi nilai itu"
            if fits
            else "tidak ada cara merata-ratakan yang memberi nilai itu",
            "pakai hasil hitung, dan sebut cara merata-ratakannya",
            kunci=f"kode={row['kode']}",
        )


ATURAN = Aturan(
    ID,
    GALAT,
    "Predikat utama mengikuti capaiannya",
    "PermenPANRB 53/2014: simpulan umum atas capaian kinerja; cara merata-ratakan adalah pilihan instansi",
    "Rata-rata yang disebut di ikhtisar dibandingkan dengan rata-rata menurut setiap cara yang lazim.",
    ("klaim", "kinerja", "indikator"),
    periksa=_periksa,
)
