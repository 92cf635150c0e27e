"""What stands in the folder of a year and no chapter shows."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from lkipnb.audit.aturan.dasar import Aturan
from lkipnb.audit.materi import Materi
from lkipnb.audit.temuan import CATATAN, PERINGATAN, Temuan, polos
from lkipnb.model import Batas
from lkipnb.rules.skala import SENDIRI
from lkipnb.schemas import (
    PROSE,
    YEAR_TABLES,
    Indikator,
    Kinerja,
    Riwayat,
    Sasaran,
    SelangSkala,
    Triwulan,
    Tugas,
    Unit,
)
from lkipnb.schemas.tambahan import TAMBAHAN, TEMPAT

ID = "tak-tampil"
PARTS = ("nilai_pembilang", "nilai_penyebut")
TUGAS, FUNGSI, UNIT, PIMPINAN = "tugas", "fungsi", "unit", "pimpinan"
HANYA_FUNGSI = "butir yang menyebut dasarnya hanya tampil sebagai fungsi instansi"


@dataclass(frozen=True)
class Luput:
    """Something that no chapter shows: its place, why, and what to do."""

    berkas: str
    baris: int | None
    kolom: str | None
    isi: object
    sebab: str
    saran: str
    tingkat: str = PERINGATAN


def _files(materi: Materi) -> Iterator[Luput]:
    why, advice = "berkas ini tidak dibaca", "pindahkan keluar dari folder data"
    for name in materi.data.lain:
        yield Luput(name, None, None, None, why, advice, CATATAN)


def _prose(materi: Materi) -> Iterator[Luput]:
    why = "tidak ada bab yang memuat narasi ini"
    advice = (
        f"ganti namanya menjadi salah satu dari: {', '.join(PROSE)}; bagian tambahan bernama"
        f" {TAMBAHAN} dan tempatnya: kode sasaran, {', '.join(TEMPAT)}"
    )
    codes = [row.kode for row in materi.baris(Sasaran)]
    added = {f"{TAMBAHAN}{place}" for place in (*TEMPAT, *codes)}
    for name in materi.data.narasi:
        if name not in (PROSE.keys() | added) and name not in materi.narasi_dipakai:
            yield Luput(f"narasi/{name}.md", None, None, None, why, advice)


def _scale(materi: Materi) -> Iterator[Luput]:
    chosen = materi.data.profil.pengukuran.skala
    if chosen != SENDIRI and materi.baris(SelangSkala):
        why = f"skala yang dipakai ialah {chosen} (profil.yaml)"
        advice = "tulis pengukuran.skala: sendiri, atau kosongkan tabel ini"
        yield Luput("skala.csv", None, None, None, why, advice)


def _quarters(materi: Materi) -> Iterator[Luput]:
    """Quarters of an indicator that takes none, the first of them only."""
    advice = "isi kolom triwulan di indikator.csv"
    first: dict[str, Triwulan] = {}
    for row in materi.baris(Triwulan):
        first.setdefault(row.indikator, row)
    for kode, row in first.items():
        kind = materi.indikator.get(kode)
        if kind is not None and kind.triwulan is None:
            why = f"kolom triwulan indikator {kode} kosong, sehingga triwulannya tidak dipakai"
            yield Luput("triwulan.csv", row.baris, "indikator", kode, why, advice)


def _without_quarters(materi: Materi) -> Iterator[Luput]:
    why = "indikator ini tidak mempunyai baris di triwulan.csv"
    measured = {row.indikator for row in materi.baris(Triwulan)}
    for row in materi.baris(Indikator):
        if row.triwulan is not None and row.kode not in measured:
            yield _of_kind(row, "triwulan", why, "isi triwulan.csv, atau kosongkan", CATATAN)


def _history(materi: Materi) -> Iterator[Luput]:
    """A year with a folder of its own speaks for itself."""
    advice = "hapus baris ini, atau betulkan folder itu"
    for row in materi.baris(Riwayat):
        known = materi.lampau.get(int(row.tahun)) if isinstance(row.tahun, Decimal) else None
        if known is not None and any(past.kode == row.indikator for past in known):
            why = f"{row.indikator} tahun {row.tahun} dibaca dari folder {row.tahun}"
            yield Luput("riwayat.csv", row.baris, "tahun", row.tahun, why, advice)


def _weights(materi: Materi) -> Iterator[Luput]:
    """Weights that the chosen custom makes no use of, the first of them only."""
    weighted = [row for row in materi.baris(Indikator) if row.bobot is not None]
    if weighted and materi.data.profil.pengukuran.rata_rata != "terbobot":
        why = "rata-ratanya sederhana (profil.yaml), sehingga bobot tidak dipakai"
        yield _of_kind(weighted[0], "bobot", why, "biarkan, atau pilih terbobot", CATATAN)


def _ladders(materi: Materi) -> Iterator[Luput]:
    for row in materi.baris(Indikator):
        if row.jenjang is not None and row.jenis != "jenjang":
            why = f"jenis indikator ini {row.jenis}, bukan jenjang"
            yield _of_kind(row, "jenjang", why, "kosongkan, atau ganti jenisnya")


def _single_parts(materi: Materi) -> Iterator[Luput]:
    """A numerator without its denominator, or the reverse."""
    why = "pasangannya kosong, sehingga realisasi tidak dihitung darinya"
    for row in materi.baris(Kinerja):
        filled = [name for name in PARTS if getattr(row, name) is not None]
        if len(filled) == 1:
            yield _of_outcome(row, filled[0], why, "isi pembilang dan penyebutnya")


def _idle(materi: Materi) -> Iterator[Luput]:
    """Cells of indicators that only another choice would use."""
    measured = {row.indikator: row for row in materi.baris(Kinerja)}
    for row in materi.baris(Indikator):
        yield from _idle_start(row)
        yield from _idle_factor(row, measured.get(row.kode))
        yield from _idle_parents(row)


def _idle_start(row: Indikator) -> Iterator[Luput]:
    if row.nilai_awal is not None and row.sifat_target != "akumulasi":
        why = "sifat_target indikator ini tahunan, sehingga keadaan awalnya tidak dijumlahkan"
        yield _of_kind(row, "nilai_awal", why, "kosongkan, atau tulis akumulasi pada sifat_target")


def _idle_factor(row: Indikator, measured: Kinerja | None) -> Iterator[Luput]:
    if row.pengali is None:
        return
    parts = [getattr(measured, name, None) for name in PARTS]
    if row.jenis == "rasio":
        yield _of_kind(row, "pengali", "hasil bagi sebuah rasio tidak dikalikan", "kosongkan")
    elif parts == [None, None]:
        why = "nilai pembilang dan penyebutnya kosong, sehingga tidak ada yang dikalikan"
        yield _of_kind(
            row, "pengali", why, "isi nilai_pembilang dan nilai_penyebut, atau kosongkan"
        )


def _idle_parents(row: Indikator) -> Iterator[Luput]:
    if row.turunan_dari is not None and row.turunan is None:
        why = "kolom turunan kosong, sehingga realisasinya tidak mengikuti indikator itu"
        advice = "isi turunan dengan jumlah atau rata-rata, atau kosongkan"
        yield _of_kind(row, "turunan_dari", why, advice)


def _bounds(materi: Materi) -> Iterator[Luput]:
    """What stands for a target in words, where the target tells a number itself."""
    last = {row.indikator: row for row in materi.baris(Kinerja)}
    for row in last.values():
        named = isinstance(row.target, Batas) and row.target.sebutan
        if row.nilai_batas is not None and not named:
            why = "targetnya sendiri menyebut angkanya, sehingga nilai_batas tidak dipakai"
            advice = "kosongkan, atau tulis target seperti < inflasi nasional"
            yield _of_outcome(row, "nilai_batas", why, advice)
        elif row.sumber_batas is not None and row.nilai_batas is None:
            why, advice = "nilai_batas kosong", "isi nilai_batas, atau kosongkan"
            yield _of_outcome(row, "sumber_batas", why, advice)


def _of_kind(row: Indikator, column: str, why: str, advice: str, level: str = PERINGATAN) -> Luput:
    return Luput("indikator.csv", row.baris, column, getattr(row, column), why, advice, level)


def _of_outcome(row: Kinerja, column: str, why: str, advice: str) -> Luput:
    return Luput("kinerja.csv", row.baris, column, getattr(row, column), why, advice)


def _bounds_of_the_scale(materi: Materi) -> Iterator[Luput]:
    measured = materi.data.profil.pengukuran
    if measured.skala != SENDIRI and "batas_selang" in measured.model_fields_set:
        why = f"skala {measured.skala} menetapkan sendiri batas yang termasuk selangnya"
        advice = "hapus, atau tulis pengukuran.skala: sendiri"
        field, told = "pengukuran.batas_selang", measured.batas_selang
        yield Luput("profil.yaml", None, field, told, why, advice, CATATAN)


def _duties(materi: Materi) -> Iterator[Luput]:
    """Chapter I tells the duties of a unit by those of its head where there are any, and quotes
    only for the agency.
    """
    advice = "gabungkan dengan butir yang tampil, atau hapus"
    bab = _Uraian(materi)
    for row in sorted(materi.baris(Tugas), key=_order):
        why = bab.mengapa_tidak(row)
        if why:
            yield Luput("tugas.csv", row.baris, "uraian", row.uraian, why, advice)


def _order(row: Tugas) -> tuple[bool, Decimal]:
    unknown = row.urutan is None
    return unknown, Decimal(0) if unknown else row.urutan


class _Uraian:
    """Which duties chapter I tells, item by item in their order."""

    def __init__(self, materi: Materi):
        self._top = {row.kode for row in materi.baris(Unit) if row.induk is None}
        self._of_heads = {
            (row.unit, row.jenis)
            for row in materi.baris(Tugas)
            if row.lingkup == PIMPINAN and row.dasar is None
        }
        self._told: set[str] = set()

    def mengapa_tidak(self, row: Tugas) -> str:
        """Why an item is not shown; empty when it is."""
        own, is_top = row.lingkup == UNIT, row.unit in self._top
        if row.dasar is not None:
            return "" if own and is_top and row.jenis == FUNGSI else HANYA_FUNGSI
        if not own:
            return ""
        if is_top:
            return self._of_the_agency(row)
        if (row.unit, row.jenis) in self._of_heads:
            return f"bab I memuat {row.jenis} pimpinan unit ini"
        return ""

    def _of_the_agency(self, row: Tugas) -> str:
        if row.jenis != TUGAS:
            return ""
        first = row.unit not in self._told
        self._told.add(row.unit)
        return "" if first else "bab I memuat satu kalimat tugas instansi"


def _sources(materi: Materi) -> Iterator[Luput]:
    """A line of source below a table that is not there."""
    for name, text in materi.data.profil.sumber.items():
        if name in YEAR_TABLES and materi.dapat(name) and materi.data.tables[name].empty:
            field, why = f"sumber.{name}", f"tabel {name} kosong"
            advice = "hapus, atau isi tabelnya"
            yield Luput("profil.yaml", None, field, text, why, advice, CATATAN)


BAGIAN: tuple[Callable[[Materi], Iterator[Luput]], ...] = (
    _files,
    _prose,
    _scale,
    _quarters,
    _without_quarters,
    _history,
    _weights,
    _ladders,
    _single_parts,
    _idle,
    _bounds,
    _bounds_of_the_scale,
    _duties,
    _sources,
)


def _periksa(materi: Materi) -> Iterator[Temuan]:
    for part in BAGIAN:
        for missed in part(materi):
            yield Temuan(
                ID,
                missed.tingkat,
                missed.berkas,
                missed.baris,
                missed.kolom,
                polos(missed.isi),
                None,
                f"tidak tampil dalam laporan: {missed.sebab}",
                "",
                missed.saran,
                kunci=f"{missed.kolom}={polos(missed.isi)}",
            )


ATURAN = Aturan(
    ID,
    PERINGATAN,
    "Yang diisi tampil dalam laporan",
    "PermenPANRB 53/2014: laporan menyajikan data kinerja yang dikumpulkan",
    "Berkas yang tidak dibaca, narasi yang tidak dimuat bab mana pun, tabel dan baris yang tidak"
    " dipakai, dan kolom yang terisi tetapi tidak berpengaruh menurut cara yang dipilih instansi"
    " disebut satu per satu. Yang hanya patut diketahui menjadi catatan.",
    (),
    periksa=_periksa,
)
