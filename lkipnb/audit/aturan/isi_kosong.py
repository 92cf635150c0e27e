"""What a report must hold and the year has not yet: told by kind, with the first places."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lkipnb.audit.aturan.dasar import Aturan
from lkipnb.audit.materi import Materi
from lkipnb.audit.temuan import CATATAN, GALAT, PERINGATAN, Temuan
from lkipnb.calculate.penilaian import tanpa_sumber
from lkipnb.calculate.putusan import BELUM_DILAPORKAN
from lkipnb.schemas import (
    PROSE,
    Analisis,
    Anggaran,
    Belanja,
    Dukungan,
    Indikator,
    Kinerja,
    Renstra,
    Unit,
)

WAJIB, PELENGKAP, SUMBER = "isi-wajib", "isi-pelengkap", "isi-sumber"
MOST_PLACES = 5


@dataclass(frozen=True)
class Kosong:
    """Content that is missing: its file and column, what it is, at which places, what to do."""

    berkas: str
    kolom: str | None
    apa: str
    tempat: Sequence[str]
    saran: str
    baris: int | None = None


def _wajib(materi: Materi) -> Iterator[Temuan]:
    """What PermenPANRB 53/2014, Lampiran II, asks of every report."""
    for kind in (_outcomes, _money, _prose, _causes):
        for gap in kind(materi):
            yield _finding(WAJIB, GALAT, gap)


def _pelengkap(materi: Materi) -> Iterator[Temuan]:
    """What the same asks for and a report can do without where there is nothing to tell."""
    for kind in (_single_causes, _organisation, _plan, _programmes):
        for gap in kind(materi):
            yield _finding(PELENGKAP, PERINGATAN, gap)


def _sumber(materi: Materi) -> Iterator[Temuan]:
    """The fields of the profile that name where the main tables come from."""
    fields = [f"sumber.{name}" for name in tanpa_sumber(materi.data)]
    if fields:
        advice = "sebut dokumen dan unit asal datanya; tercetak di bawah tabel dan dijawab butir M2"
        gap = Kosong("profil.yaml", "sumber", "sumber data utama", fields, advice)
        yield _finding(SUMBER, CATATAN, gap)


def _finding(aturan: str, tingkat: str, gap: Kosong) -> Temuan:
    return Temuan(
        aturan,
        tingkat,
        gap.berkas,
        gap.baris,
        gap.kolom,
        None,
        None,
        f"{gap.apa} belum diisi{_places(gap.tempat)}",
        "",
        gap.saran,
        kunci="; ".join([gap.apa, *gap.tempat]),
    )


def _places(names: Sequence[str]) -> str:
    """How many, and the first of them; nothing where all of it is missing."""
    if not names:
        return ""
    shown = ", ".join(names[:MOST_PLACES])
    more = ", …" if len(names) > MOST_PLACES else ""
    return f" ({len(names)}): {shown}{more}"


def _outcomes(materi: Materi) -> Iterator[Kosong]:
    if materi.hasil is None:
        return
    rows = materi.hasil.capaian
    silent = [row.kode for row in rows if row.keterangan == BELUM_DILAPORKAN]
    if silent:
        at = {row.indikator: row.baris for row in materi.baris(Kinerja)}
        advice = "isi realisasinya; n/a bila indikator itu tidak berlaku tahun ini"
        what = "realisasi indikator"
        yield Kosong("kinerja.csv", "realisasi", what, silent, advice, at.get(silent[0]))


def _money(materi: Materi) -> Iterator[Kosong]:
    groups, lines = materi.baris(Belanja), materi.baris(Anggaran)
    if not groups and not lines:
        advice = "isi belanja, atau anggaran menurut program, dari laporan realisasi anggaran"
        yield Kosong("belanja.csv", None, "anggaran dan realisasinya", (), advice)
    unspent = {row.baris: row.kelompok for row in groups if row.realisasi_rp is None}
    yield from _unspent("belanja", "realisasi kelompok belanja", unspent)
    lowest = set(materi.pohon.rinci())
    silent = [row for row in lines if row.baris in lowest and _silent(row)]
    names = {row.baris: row.kode_rekening or row.uraian for row in silent}
    yield from _unspent("anggaran", "realisasi anggaran", names)


def _unspent(tabel: str, what: str, names: Mapping[int, str]) -> Iterator[Kosong]:
    """The rows without realisasi by their number, where there are any."""
    advice = "isi realisasinya; 0 bila memang tidak ada"
    if names:
        told, first = list(names.values()), min(names)
        yield Kosong(f"{tabel}.csv", "realisasi_rp", what, told, advice, first)


def _silent(row: Anggaran) -> bool:
    """Whether neither an amount nor a share of a budget line is told."""
    return row.realisasi_rp is None and row.serapan_persen is None


def _prose(materi: Materi) -> Iterator[Kosong]:
    """The pieces that the chapters show; all, where no chapters are looked at."""
    shown = materi.narasi_dipakai or PROSE.keys()
    missing = [
        name for name in PROSE if name in shown and not materi.data.narasi.get(name, "").strip()
    ]
    if missing:
        advice = f"tulis {', '.join(f'narasi/{name}.md' for name in missing)}"
        yield Kosong("narasi", None, "narasi", [PROSE[name] for name in missing], advice)


def _causes(materi: Materi) -> Iterator[Kosong]:
    without = _unexplained(materi)
    empty = [sasaran for sasaran, (codes, explained) in without.items() if not explained]
    if empty:
        advice = "isi sebab, hambatan, dan solusi paling sedikit untuk satu indikator tiap sasaran"
        yield Kosong("analisis.csv", None, "analisis sasaran", empty, advice)


def _single_causes(materi: Materi) -> Iterator[Kosong]:
    codes = [
        code
        for codes, explained in _unexplained(materi).values()
        if explained
        for code in codes
        if code not in explained
    ]
    if codes:
        advice = "isi sebab, hambatan, atau solusinya"
        yield Kosong("analisis.csv", None, "analisis indikator", codes, advice)


def _unexplained(materi: Materi) -> dict[str, tuple[list[str], set[str]]]:
    """By sasaran its indicators, and those of them that the analysis speaks of."""
    told = {row.indikator for row in materi.baris(Analisis)}
    found: dict[str, tuple[list[str], set[str]]] = {}
    for row in materi.baris(Indikator):
        codes, explained = found.setdefault(row.sasaran, ([], set()))
        codes.append(row.kode)
        if row.kode in told:
            explained.add(row.kode)
    return found


def _organisation(materi: Materi) -> Iterator[Kosong]:
    if not materi.baris(Unit):
        yield Kosong("unit.csv", None, "susunan organisasi", (), "isi unit dan tugasnya")


def _plan(materi: Materi) -> Iterator[Kosong]:
    if not materi.baris(Renstra):
        advice = "isi target Renstra untuk tahun ini dan tahun akhirnya"
        yield Kosong("renstra.csv", None, "target jangka menengah (Renstra)", (), advice)


def _programmes(materi: Materi) -> Iterator[Kosong]:
    if materi.baris(Anggaran) and not materi.baris(Dukungan):
        advice = "hubungkan program dengan indikator atau sasaran, supaya efisiensinya terhitung"
        yield Kosong("dukungan.csv", None, "program yang menunjang sasaran", (), advice)


ATURAN = (
    Aturan(
        WAJIB,
        GALAT,
        "Isi yang diwajibkan sudah ada",
        "PermenPANRB 53/2014, Lampiran II: BAB I, III.A (target, realisasi, dan sebabnya), III.B"
        " (realisasi anggaran), dan BAB IV",
        "Realisasi indikator, anggaran dan realisasinya, narasi BAB I dan BAB IV, dan analisis tiap"
        " sasaran harus terisi. Selama belum, laporan dapat disusun tetapi berupa KONSEP.",
        ("kinerja", "indikator", "belanja", "anggaran", "analisis"),
        periksa=_wajib,
    ),
    Aturan(
        PELENGKAP,
        PERINGATAN,
        "Isi yang memperkuat laporan sudah ada",
        "PermenPANRB 53/2014, Lampiran II, BAB I dan III.A butir 3, 5, 6, dan 7",
        "Susunan organisasi, target Renstra, dukungan program, dan analisis tiap indikator"
        " ditanyakan bila kosong; tanpa itu bagiannya tidak dapat disajikan.",
        ("unit", "renstra", "dukungan", "anggaran", "indikator", "analisis"),
        periksa=_pelengkap,
    ),
    Aturan(
        SUMBER,
        CATATAN,
        "Data utama menyebut sumbernya",
        "PermenPANRB 53/2014, Lampiran III, Mekanisme butir 2: informasi didukung data yang"
        " memadai",
        "Sumber kinerja, anggaran, dan belanja ditulis dalam profil (sumber.kinerja,"
        " sumber.anggaran, sumber.belanja). Selama belum, daftar uji reviu mencatatnya.",
        ("kinerja", "anggaran", "belanja"),
        periksa=_sumber,
    ),
)
