"""Checklists answered by what the data show: the review of Lampiran III and the quality of the
report.

A question that no rule can answer stays `perlu dinilai`: it belongs to a person.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from lkipnb.model import NOT_APPLICABLE, Dataset, Results
from lkipnb.rules import Butir, Rules
from lkipnb.schemas import Analisis, Indikator, Kerangka, Kontradiksi, Sasaran

YA, SEBAGIAN, TIDAK, DINILAI = "ya", "sebagian", "tidak", "perlu dinilai"
DATA_UTAMA = ("kinerja", "anggaran", "belanja")  # tables whose source a reader asks for


@dataclass(frozen=True)
class Jawaban:
    """The answer to one question, and what it rests on."""

    kode: str
    kelompok: str
    pertanyaan: str
    jawaban: str
    alasan: str
    dasar: str


@dataclass(frozen=True)
class Terbuka:
    """What the audit leaves open: errors in the data, and figures typed into prose."""

    galat: int = 0
    terketik: int = 0


@dataclass(frozen=True)
class Laporan:
    """What is judged: the data of a year, what follows from them, the rules, and what the audit
    leaves open.
    """

    data: Dataset
    hasil: Results
    rules: Rules
    terbuka: Terbuka

    def terisi(self, tabel: str) -> bool:
        """Whether a table of the data holds any row."""
        return len(self.data.tables[tabel]) > 0


Putusan = tuple[str, str]  # an answer, and what it rests on
Uji = Callable[[Laporan], Putusan]


def nilai_butir(
    butir: Mapping[str, Butir], data: Dataset, hasil: Results, rules: Rules, terbuka: Terbuka
) -> list[Jawaban]:
    """Every question with its answer, in the order of the list.  Raises KeyError for a test that
    does not exist.
    """
    laporan = Laporan(data, hasil, rules, terbuka)
    return [_answer(kode, question, laporan) for kode, question in butir.items()]


def _answer(kode: str, butir: Butir, laporan: Laporan) -> Jawaban:
    answer, reason = DINILAI, "dinilai oleh pereviu"
    if butir.uji:
        answer, reason = UJI[butir.uji](laporan)
    return Jawaban(kode, butir.kelompok, butir.pertanyaan, answer, reason, butir.dasar)


def _share(had: int, whole: int, what: str) -> Putusan:
    """All, some or none of something, in words."""
    if not whole:
        return TIDAK, f"belum ada {what}"
    return _part(had, whole), f"{had} dari {whole} {what}"


def _part(had: int, whole: int) -> str:
    if had == whole:
        return YA
    return _some(had)


def _some(any_of_it: object) -> str:
    return SEBAGIAN if any_of_it else TIDAK


def _parts(filled: Mapping[str, bool], all_there: str, missing: str) -> Putusan:
    """Whether all parts are there; of those that are not the names behind `missing`."""
    empty = [name for name, there in filled.items() if not there]
    if not empty:
        return YA, all_there
    return _part(len(filled) - len(empty), len(filled)), f"{missing}: {', '.join(empty)}"


def _known(values: Iterable[object]) -> int:
    return sum(value is not None for value in values)


def _target_lengkap(laporan: Laporan) -> Putusan:
    rows = laporan.hasil.capaian
    return _share(_known(row.target for row in rows), len(rows), "indikator mempunyai target")


def _capaian_terhitung(laporan: Laporan) -> Putusan:
    counted = laporan.hasil.capaian_opd
    had, whole = int(counted.banyak_terhitung), int(counted.banyak_indikator)
    return _share(had, whole, "indikator terhitung capaiannya")


def _data_penting(laporan: Laporan) -> Putusan:
    parts = {
        "organisasi": laporan.terisi("unit"),
        "pegawai": laporan.terisi("pegawai_kelamin") or laporan.terisi("pegawai_eselon"),
        "rencana strategis": laporan.terisi("kerangka"),
        "anggaran": laporan.terisi("anggaran"),
        "isu strategis": "isu_strategis" in laporan.data.narasi,
    }
    return _parts(parts, f"{', '.join(parts)} terisi", "belum terisi")


def _lampiran(laporan: Laporan) -> Putusan:
    mended = "koreksi, " if laporan.terisi("koreksi") else ""
    return YA, (
        f"Perjanjian Kinerja, {mended}sumber data dengan sidik jari, dan cara menghitung"
        " dilampirkan"
    )


def _perbaikan(laporan: Laporan) -> Putusan:
    told = "langkah_tindak_lanjut" in laporan.data.narasi
    solved = _solved(laporan.data)
    short = [row.kode for row in laporan.hasil.capaian if row.tercapai is False]
    without = [kode for kode in short if kode not in solved]
    missing = []
    if not told:
        missing.append("langkah tindak lanjut")
    if without:
        missing.append(f"solusi {', '.join(without)}")
    if not missing:
        return YA, "langkah tindak lanjut dan solusi tiap indikator yang belum tercapai terisi"
    return _some(told or solved), f"belum terisi: {'; '.join(missing)}"


def _solved(data: Dataset) -> set[str]:
    """The indicators for which a remedy is told."""
    return {row.indikator for row in data.baris(Analisis) if row.jenis == "solusi"}


def _keuangan(laporan: Laporan) -> Putusan:
    lines = laporan.hasil.anggaran.rinci
    known = _known(line.realisasi_rp for line in lines)
    return _share(known, len(lines), "baris anggaran mempunyai realisasi")


def _keuangan_sasaran(laporan: Laporan) -> Putusan:
    rows = laporan.hasil.efisiensi_sasaran
    known = _known(row.serapan_persen for row in rows)
    return _share(known, len(rows), "sasaran terkait dengan realisasi anggarannya")


def _sumber_disebut(laporan: Laporan) -> Putusan:
    filled = [name for name in DATA_UTAMA if laporan.terisi(name)]
    named = len(filled) - len(tanpa_sumber(laporan.data))
    return _share(named, len(filled), "data utama menyebut sumbernya")


def tanpa_sumber(data: Dataset) -> list[str]:
    """The main tables that are filled and whose source the profile does not name."""
    filled = [name for name in DATA_UTAMA if len(data.tables[name])]
    return [name for name in filled if not data.profil.sumber.get(name)]


def _keandalan(laporan: Laporan) -> Putusan:
    hasil = laporan.hasil
    disputes = laporan.data.baris(Kontradiksi)
    claims = (*hasil.klaim, *hasil.klaim_anggaran, *hasil.klaim_kinerja)
    doubts = {
        "pertentangan terbuka": sum(row.status == "terbuka" for row in disputes),
        "angka menyimpang dari hasil hitung": sum(claim.cocok is False for claim in claims),
        "kesalahan data yang belum diselesaikan": laporan.terbuka.galat,
        "angka diketik tangan dalam kalimat": laporan.terbuka.terketik,
    }
    told = [f"{count} {what}" for what, count in doubts.items() if count]
    if told:
        return SEBAGIAN, f"{', '.join(told)}; lihat lampiran"
    return YA, (
        "tidak ada pertentangan terbuka, kesalahan data, angka yang menyimpang dari hasil hitung,"
        " atau angka yang diketik tangan dalam kalimat"
    )


def _sasaran_perjanjian(laporan: Laporan) -> Putusan:
    return YA, "laporan dan Perjanjian Kinerja memakai daftar sasaran yang sama"


def _target_perjanjian(laporan: Laporan) -> Putusan:
    return YA, "laporan dan Perjanjian Kinerja memakai daftar target yang sama"


def _sasaran_renstra(laporan: Laporan) -> Putusan:
    items = laporan.data.baris(Kerangka)
    planned = {item.uraian.casefold() for item in items if item.jenjang == "sasaran"}
    if not planned:
        return DINILAI, "kerangka rencana strategis belum diisi"
    goals = laporan.data.baris(Sasaran)
    found = sum(goal.uraian.casefold() in planned for goal in goals)
    return _share(found, len(goals), "sasaran berbunyi sama dengan sasaran Renstra")


def _pembanding(laporan: Laporan) -> Putusan:
    hasil = laporan.hasil
    whole = int(hasil.capaian_opd.banyak_indikator)
    kinds = {
        "tahun sebelumnya": _banyak_bertahun_lalu(hasil),
        "Renstra": _known(row.kemajuan_persen for row in hasil.kemajuan),
        "standar": len({row.kode for row in hasil.standar if row.persen is not None}),
    }
    told = ", ".join(f"{name} {count}" for name, count in kinds.items())
    reason = f"dari {whole} indikator dibandingkan dengan {told}"
    if all(count == whole for count in kinds.values()):
        return YA, reason
    return _some(any(kinds.values())), reason


def _indikator_ada(laporan: Laporan) -> Putusan:
    rows = laporan.hasil.capaian_sasaran
    had = sum(row.banyak_indikator > 0 for row in rows)
    answer, reason = _share(had, len(rows), "sasaran mempunyai indikator")
    return _judged(answer), f"{reason}; kecukupannya dinilai oleh pereviu"


def _terukur(laporan: Laporan) -> Putusan:
    rows = laporan.data.baris(Indikator)
    shown = sum(row.pembilang is not None or row.turunan is not None for row in rows)
    answer, reason = _share(shown, len(rows), "indikator menyebut cara menghitungnya")
    return _judged(answer), f"{reason}; syarat SMART lainnya dinilai oleh pereviu"


def _judged(answer: str) -> str:
    """What is all there is still judged by a person."""
    return DINILAI if answer == YA else answer


def _sistematika(laporan: Laporan) -> Putusan:
    chapters = ", ".join(bab.nomor for bab in laporan.rules.sistematika)
    held = f"memuat BAB {chapters} dan lampiran"
    empty = _belum_diisi(laporan)
    if not empty:
        return YA, held
    return SEBAGIAN, f"{held}; belum diisi: {', '.join(empty)}"


def _belum_diisi(laporan: Laporan) -> list[str]:
    """What the chapters say is not filled in, in their order."""
    told = laporan.data.narasi
    parts = {
        "kedudukan": "kedudukan" in told,
        "isu strategis": "isu_strategis" in told,
        "realisasi indikator": laporan.hasil.capaian_opd.banyak_belum_dilaporkan == 0,
        "analisis": laporan.terisi("analisis"),
        "anggaran": laporan.terisi("belanja") or laporan.terisi("anggaran"),
        "simpulan": "simpulan" in told,
        "langkah tindak lanjut": "langkah_tindak_lanjut" in told,
    }
    return [name for name, filled in parts.items() if not filled]


def _jangka_menengah(laporan: Laporan) -> Putusan:
    rows = laporan.hasil.kemajuan
    known = _known(row.kemajuan_persen for row in rows)
    return _share(known, len(rows), "indikator dibandingkan dengan target Renstra")


def _tahun_lalu(laporan: Laporan) -> Putusan:
    known = _banyak_bertahun_lalu(laporan.hasil)
    whole = len(laporan.hasil.perbandingan)
    return _share(known, whole, "indikator dibandingkan dengan tahun sebelumnya")


def _banyak_bertahun_lalu(hasil: Results) -> int:
    """How many indicators have a realisasi both this year and last."""
    rows = hasil.perbandingan
    return sum(_diketahui(row.realisasi) and _diketahui(row.realisasi_lalu) for row in rows)


def _diketahui(value: object) -> bool:
    return value is not None and value is not NOT_APPLICABLE


def _upaya(laporan: Laporan) -> Putusan:
    told = {row.indikator for row in laporan.data.baris(Analisis)}
    rows = laporan.hasil.capaian
    return _share(sum(row.kode in told for row in rows), len(rows), "indikator dianalisis")


def _efisiensi(laporan: Laporan) -> Putusan:
    rows = laporan.hasil.efisiensi
    return _share(_known(row.a for row in rows), len(rows), "indikator terhitung efisiensinya")


UJI: Mapping[str, Uji] = {
    "data_penting": _data_penting,
    "target_lengkap": _target_lengkap,
    "capaian_terhitung": _capaian_terhitung,
    "lampiran": _lampiran,
    "perbaikan": _perbaikan,
    "keuangan": _keuangan,
    "keuangan_sasaran": _keuangan_sasaran,
    "sumber_disebut": _sumber_disebut,
    "keandalan": _keandalan,
    "sasaran_perjanjian": _sasaran_perjanjian,
    "target_perjanjian": _target_perjanjian,
    "sasaran_renstra": _sasaran_renstra,
    "pembanding": _pembanding,
    "indikator_ada": _indikator_ada,
    "terukur": _terukur,
    "sistematika": _sistematika,
    "jangka_menengah": _jangka_menengah,
    "tahun_lalu": _tahun_lalu,
    "upaya": _upaya,
    "efisiensi": _efisiensi,
}
