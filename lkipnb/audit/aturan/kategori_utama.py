"""The headline that a report gives itself follows from its indicators under some custom."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from lkipnb.audit.aturan.dasar import Aturan
from lkipnb.audit.kaitan import DUA_DESIMAL, Sel, angka, bulat
from lkipnb.audit.materi import Materi, klaim_diperiksa, klaim_terbaca
from lkipnb.audit.temuan import CATATAN, GALAT, Temuan, polos
from lkipnb.bilangan import sebut, tulis
from lkipnb.calculate.klaim import dibandingkan
from lkipnb.calculate.persen import SERATUS, rata_rata
from lkipnb.model import CapaianIndikator
from lkipnb.schemas import Klaim

ID = "kategori-utama"
UKURAN = "capaian.rata_rata"
DISEBUT = (("kinerja", "target"), ("kinerja", "realisasi"))
MENURUT = {"sederhana": "rata-rata semua indikator", "terbobot": "rata-rata terbobot"}
CAPAIAN = ("capaian", "capaian_persen")
TERCETAK = ", dari capaian sebagaimana tercetak"
TANPA_CARA = "tidak ada cara merata-ratakan yang memberi nilai itu"
Capaian = Mapping[str, CapaianIndikator]


def rata_rata_menurut(materi: Materi) -> dict[str, Decimal]:
    """The mean capaian of the agency in percent under each custom, also as the text says where it
    says otherwise.
    """
    means = _means(materi.capaian)
    told = _as_told(materi)
    if told is not None:
        for name, value in _means(told.capaian).items():
            means[f"{name}, dengan nilai menurut teks"] = value
    return means


def _means(capaian: Capaian) -> dict[str, Decimal]:
    known = (row.capaian_persen for row in capaian.values())
    values = [value for value in known if value is not None]
    reached = [value for value in values if value >= SERATUS]
    shares = [Decimal(0)] * (len(values) - len(reached)) + [SERATUS] * len(reached)
    means = {
        MENURUT["sederhana"]: rata_rata(values),
        "rata-rata sasaran": rata_rata(_of_goals(capaian)),
        "rata-rata semua indikator, dibatasi 100": rata_rata([min(v, SERATUS) for v in values]),
        "rata-rata indikator yang mencapai target": rata_rata(reached),
        "bagian indikator yang mencapai target": rata_rata(shares),
    }
    means[MENURUT["terbobot"]] = _weighted(capaian)
    return {name: value for name, value in means.items() if value is not None}


def _weighted(capaian: Capaian) -> Decimal | None:
    """None while an indicator has no weight."""
    weights = [row.bobot for row in capaian.values()]
    if None in weights:
        return None
    return rata_rata([row.capaian_persen for row in capaian.values()], weights)


def _of_goals(capaian: Capaian) -> list[Decimal | None]:
    """The mean of each sasaran."""
    by_goal: dict[str, list[Decimal | None]] = {}
    for row in capaian.values():
        by_goal.setdefault(row.sasaran, []).append(row.capaian_persen)
    return [rata_rata(values) for values in by_goal.values()]


def _of_prints(materi: Materi) -> dict[str, Decimal]:
    """The same means of capaian as they are printed: those that the text claims, the others with
    two decimals.
    """
    claimed = {
        dict(ukuran.syarat).get("kode"): row.nilai
        for row, ukuran in klaim_terbaca(materi)
        if (ukuran.tabel, ukuran.kolom) == CAPAIAN
    }
    printed = {
        kode: replace(row, capaian_persen=claimed.get(kode) or _rounded(row.capaian_persen))
        for kode, row in materi.capaian.items()
    }
    return {f"{name}{TERCETAK}": value for name, value in _means(printed).items()}


def _rounded(value: Decimal | None) -> Decimal | None:
    return None if value is None else bulat(value, DUA_DESIMAL)


def _as_told(materi: Materi) -> Materi | None:
    """The year with the figures of indicators as the text claims them; None when it claims no
    other.
    """
    frame = materi.data.kinerja.copy()
    told = list(_told_otherwise(materi))
    for sel, value in told:
        frame[sel.kolom] = frame[sel.kolom].where(frame.index != sel.baris, value)
    tables = {**materi.data.tables, "kinerja": frame}
    return replace(materi, data=replace(materi.data, tables=tables)) if told else None


def _told_otherwise(materi: Materi) -> Iterator[tuple[Sel, Decimal]]:
    """The cells of `kinerja` that claims tell otherwise, with what those say."""
    plain = {row.indikator: row for row, kind in materi.terukur if kind.jenis == "angka"}
    for row, ukuran in klaim_terbaca(materi):
        own = plain.get(dict(ukuran.syarat).get("indikator", ""))
        if own is None or (ukuran.tabel, ukuran.kolom) not in DISEBUT or row.nilai is None:
            continue
        if getattr(own, ukuran.kolom) != row.nilai:
            yield Sel(ukuran.tabel, own.baris, ukuran.kolom), row.nilai


def _periksa(materi: Materi) -> Iterator[Temuan]:
    for row, ukuran in klaim_diperiksa(materi):
        if str(ukuran) == UKURAN and row.nilai is not None:
            yield from _compared(materi, row)


def _compared(materi: Materi, row: Klaim) -> Iterator[Temuan]:
    """A finding where the mean by the custom of the agency is not the claimed one."""
    means = rata_rata_menurut(materi)
    own = means.get(MENURUT[materi.data.profil.pengukuran.rata_rata])
    high = row.nilai_sampai if isinstance(row.nilai_sampai, Decimal) else row.nilai
    if own is None or _fits(own, row):
        return
    rounded = _of_prints(materi)
    custom = MENURUT[materi.data.profil.pengukuran.rata_rata]
    told = "; ".join(f"{name} {tulis(value, 2)}" for name, value in means.items())
    fits = [name for name, value in (means | rounded).items() if _fits(value, row)]
    minor = f"{custom}{TERCETAK}" in fits
    printed = polos(row.nilai)
    if high != row.nilai:
        printed = f"{sebut(row.nilai)}–{sebut(high)}"
    yield Temuan(
        ID,
        CATATAN if minor else GALAT,
        "klaim.csv",
        row.baris,
        "nilai",
        printed,
        str(own.quantize(DUA_DESIMAL)),
        f"{row.tempat} menyebut {row.uraian.lower()} {printed}; dari tabelnya sendiri: {told}",
        f"hanya {fits[0]} yang memberi nilai itu" if fits else TANPA_CARA,
        "pakai hasil hitung, dan sebut cara merata-ratakannya",
        kunci=f"kode={row.kode}",
    )


def _fits(value: Decimal, row: Klaim) -> bool:
    """Whether a mean is what a claim says, to the decimals of the claim."""
    return dibandingkan(value, row.nilai, angka(row.nilai_sampai))[1] is True


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
