"""The headline that a report gives itself follows from its indicators under some custom."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from lkipnb.audit.aturan.dasar import Aturan
from lkipnb.audit.materi import Materi, klaim_diperiksa, klaim_terbaca
from lkipnb.audit.temuan import GALAT, Temuan, polos
from lkipnb.bilangan import sebut, tulis
from lkipnb.calculate import capaian_setahun
from lkipnb.calculate.klaim import dibandingkan
from lkipnb.calculate.persen import rata_rata
from lkipnb.model import Dataset

ID = "kategori-utama"
UKURAN = "capaian.rata_rata"
DISEBUT = (("kinerja", "target"), ("kinerja", "realisasi"))
MENURUT = {"sederhana": "rata-rata semua indikator", "terbobot": "rata-rata terbobot"}
SERATUS = Decimal(100)


def rata_rata_menurut(materi: Materi) -> dict[str, Decimal]:
    """The mean capaian of the agency in percent under each custom, also as the text says where it
    says otherwise.
    """
    means = _means(materi.data, materi)
    told = _as_told(materi)
    if told is not None:
        means |= {
            f"{name}, dengan nilai menurut teks": value
            for name, value in _means(told, materi).items()
        }
    return means


def _means(data: Dataset, materi: Materi) -> dict[str, Decimal]:
    rows = capaian_setahun(data, materi.rules)
    values = [v for v in rows.capaian_persen if v is not None]
    by_goal = [
        rata_rata(rows.loc[rows.sasaran == s, "capaian_persen"])
        for s in dict.fromkeys(rows.sasaran)
    ]
    means = {
        MENURUT["sederhana"]: rata_rata(values),
        "rata-rata sasaran": rata_rata(by_goal),
        "rata-rata semua indikator, dibatasi 100": rata_rata([min(v, SERATUS) for v in values]),
        "rata-rata indikator yang mencapai target": rata_rata([v for v in values if v >= SERATUS]),
        "bagian indikator yang mencapai target": rata_rata(
            [SERATUS if v >= SERATUS else Decimal(0) for v in values]
        ),
    }
    if rows.bobot.notna().all():
        means[MENURUT["terbobot"]] = rata_rata(rows.capaian_persen, rows.bobot)
    return {name: value for name, value in means.items() if value is not None}


def _as_told(materi: Materi) -> Dataset | None:
    """The data with the figures of indicators as the text claims them; None when it claims no
    other.
    """
    frame = materi.data.kinerja.copy()
    plain = set(materi.data.indikator.loc[materi.data.indikator.jenis == "angka", "kode"])
    changed = False
    for row, ukuran in klaim_terbaca(materi):
        kode = dict(ukuran.syarat).get("indikator")
        if (ukuran.tabel, ukuran.kolom) not in DISEBUT or row["nilai"] is None or kode not in plain:
            continue
        own = frame.indikator == kode
        if own.any() and frame.loc[own, ukuran.kolom].iloc[0] != row["nilai"]:
            frame.loc[own, ukuran.kolom] = row["nilai"]
            changed = True
    return (
        replace(materi.data, tables={**materi.data.tables, "kinerja": frame}) if changed else None
    )


def _periksa(materi: Materi) -> Iterator[Temuan]:
    for row, ukuran in klaim_diperiksa(materi):
        if str(ukuran) != UKURAN or row["nilai"] is None:
            continue
        means = rata_rata_menurut(materi)
        low, high = (
            row["nilai"],
            row["nilai_sampai"] if row["nilai_sampai"] is not None else row["nilai"],
        )
        own = means.get(MENURUT[materi.data.profil.pengukuran.rata_rata])
        if own is None or dibandingkan(own, low, row["nilai_sampai"])[1]:
            continue
        told = "; ".join(f"{name} {tulis(value, 2)}" for name, value in means.items())
        fits = [name for name, value in means.items() if low <= value <= high]
        printed = polos(low) if low == high else f"{sebut(low)}–{sebut(high)}"
        yield Temuan(
            ID,
            GALAT,
            "klaim.csv",
            row["baris"],
            "nilai",
            printed,
            str(own.quantize(Decimal("0.01"))),
            f"{row['tempat']} menyebut {row['uraian'].lower()} {printed}; dari tabelnya sendiri:"
            f" {told}",
            (
                f"hanya {fits[0]} yang memberi nilai itu"
                if fits
                else "tidak ada cara merata-ratakan yang memberi nilai itu"
            ),
            "pakai hasil hitung, dan sebut cara merata-ratakannya",
            kunci=f"kode={row['kode']}",
        )


ATURAN = Aturan(
    ID,
    GALAT,
    "Predikat utama mengikuti capaiannya",
    "PermenPANRB 53/2014: simpulan umum atas capaian kinerja; cara merata-ratakan adalah pilihan"
    " instansi",
    "Rata-rata yang disebut di ikhtisar dibandingkan dengan rata-rata menurut setiap cara yang"
    " lazim.",
    ("klaim", "kinerja", "indikator"),
    periksa=_periksa,
    utuh=("sasaran", "indikator", "kinerja", "triwulan", "skala", "profil"),
)
