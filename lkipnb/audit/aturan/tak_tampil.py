"""What stands in the folder of a year and no chapter shows."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from lkipnb.audit.aturan.dasar import Aturan
from lkipnb.audit.materi import Materi
from lkipnb.audit.temuan import CATATAN, PERINGATAN, Temuan, polos
from lkipnb.model import Batas
from lkipnb.rules.skala import SENDIRI
from lkipnb.schemas import PROSE, YEAR_TABLES

ID = "tak-tampil"
TUGAS, FUNGSI, UNIT, PIMPINAN = "tugas", "fungsi", "unit", "pimpinan"


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
    for name in materi.data.lain:
        yield Luput(
            name,
            None,
            None,
            None,
            "berkas ini tidak dibaca",
            "pindahkan keluar dari folder data",
            CATATAN,
        )


def _prose(materi: Materi) -> Iterator[Luput]:
    for name in materi.data.narasi:
        if name not in PROSE and name not in materi.narasi_dipakai:
            expected = f"ganti namanya menjadi salah satu dari: {', '.join(PROSE)}"
            yield Luput(
                f"narasi/{name}.md",
                None,
                None,
                None,
                "tidak ada bab yang memuat narasi ini",
                expected,
            )


def _scale(materi: Materi) -> Iterator[Luput]:
    chosen = materi.data.profil.pengukuran.skala
    if chosen != SENDIRI and len(materi.data.skala):
        why = f"skala yang dipakai ialah {chosen} (profil.yaml)"
        yield Luput(
            "skala.csv",
            None,
            None,
            None,
            why,
            "tulis pengukuran.skala: sendiri, atau kosongkan tabel ini",
        )


def _quarters(materi: Materi) -> Iterator[Luput]:
    way = {row["kode"]: row["triwulan"] for row in materi.baris("indikator")}
    told: set[str] = set()
    for row in materi.baris("triwulan"):
        kode = row["indikator"]
        if way.get(kode) is None and kode in way and kode not in told:
            told.add(kode)
            why = f"kolom triwulan indikator {kode} kosong, sehingga triwulannya tidak dipakai"
            yield Luput(
                "triwulan.csv",
                row["baris"],
                "indikator",
                kode,
                why,
                "isi kolom triwulan di indikator.csv",
            )
    measured = {row["indikator"] for row in materi.baris("triwulan")}
    for row in materi.baris("indikator"):
        if row["triwulan"] is not None and row["kode"] not in measured:
            why, advice = (
                "indikator ini tidak mempunyai baris di triwulan.csv",
                "isi triwulan.csv, atau kosongkan",
            )
            yield Luput(
                "indikator.csv", row["baris"], "triwulan", row["triwulan"], why, advice, CATATAN
            )


def _history(materi: Materi) -> Iterator[Luput]:
    """A year with a folder of its own speaks for itself."""
    for row in materi.baris("riwayat"):
        year = row["tahun"]
        known = materi.lampau.get(int(year)) if isinstance(year, Decimal) else None
        if known is not None and row["indikator"] in set(known.kode):
            why = f"{row['indikator']} tahun {year} dibaca dari folder {year}"
            yield Luput(
                "riwayat.csv",
                row["baris"],
                "tahun",
                year,
                why,
                "hapus baris ini, atau betulkan folder itu",
            )


def _columns(materi: Materi) -> Iterator[Luput]:
    """Cells that are filled and that the chosen custom, or the rest of their row, makes
    no use of.
    """
    simple = materi.data.profil.pengukuran.rata_rata != "terbobot"
    rows = materi.baris("indikator")
    weighted = [row for row in rows if row["bobot"] is not None]
    if simple and weighted:
        why = "rata-ratanya sederhana (profil.yaml), sehingga bobot tidak dipakai"
        first, advice = weighted[0], "biarkan, atau pilih terbobot"
        yield Luput("indikator.csv", first["baris"], "bobot", first["bobot"], why, advice, CATATAN)
    for row in rows:
        if row["jenjang"] is not None and row["jenis"] != "jenjang":
            why = f"jenis indikator ini {row['jenis']}, bukan jenjang"
            yield Luput(
                "indikator.csv",
                row["baris"],
                "jenjang",
                row["jenjang"],
                why,
                "kosongkan, atau ganti jenisnya",
            )
    for row in materi.baris("kinerja"):
        parts = {
            name: row[name]
            for name in ("nilai_pembilang", "nilai_penyebut")
            if row[name] is not None
        }
        if len(parts) == 1:
            ((name, value),) = parts.items()
            why = "pasangannya kosong, sehingga realisasi tidak dihitung darinya"
            yield Luput(
                "kinerja.csv", row["baris"], name, value, why, "isi pembilang dan penyebutnya"
            )


def _idle(materi: Materi) -> Iterator[Luput]:
    """Cells that only another choice would use."""
    measured = {row["indikator"]: row for row in materi.baris("kinerja")}
    for row in materi.baris("indikator"):
        for column, why, advice in _idle_of_kind(row, measured.get(row["kode"], {})):
            yield Luput("indikator.csv", row["baris"], column, row[column], why, advice)
    for row in measured.values():
        named = isinstance(row["target"], Batas) and row["target"].sebutan
        if row["nilai_batas"] is not None and not named:
            why = "targetnya sendiri menyebut angkanya, sehingga nilai_batas tidak dipakai"
            advice = "kosongkan, atau tulis target seperti < inflasi nasional"
            yield Luput("kinerja.csv", row["baris"], "nilai_batas", row["nilai_batas"], why, advice)
        elif row["sumber_batas"] is not None and row["nilai_batas"] is None:
            why, advice = "nilai_batas kosong", "isi nilai_batas, atau kosongkan"
            yield Luput(
                "kinerja.csv", row["baris"], "sumber_batas", row["sumber_batas"], why, advice
            )


def _idle_of_kind(row: dict, measured: dict) -> Iterator[tuple[str, str, str]]:
    """The cells of an indicator without effect: column, why, and what to do."""
    if row["nilai_awal"] is not None and row["sifat_target"] != "akumulasi":
        why = "sifat_target indikator ini tahunan, sehingga keadaan awalnya tidak dijumlahkan"
        yield "nilai_awal", why, "kosongkan, atau tulis akumulasi pada sifat_target"
    parts = (measured.get("nilai_pembilang"), measured.get("nilai_penyebut"))
    if row["pengali"] is not None and row["jenis"] == "rasio":
        yield "pengali", "hasil bagi sebuah rasio tidak dikalikan", "kosongkan"
    elif row["pengali"] is not None and parts == (None, None):
        why = "nilai pembilang dan penyebutnya kosong, sehingga tidak ada yang dikalikan"
        yield "pengali", why, "isi nilai_pembilang dan nilai_penyebut, atau kosongkan"
    if row["turunan_dari"] is not None and row["turunan"] is None:
        why = "kolom turunan kosong, sehingga realisasinya tidak mengikuti indikator itu"
        yield "turunan_dari", why, "isi turunan dengan jumlah atau rata-rata, atau kosongkan"


def _bounds_of_the_scale(materi: Materi) -> Iterator[Luput]:
    measured = materi.data.profil.pengukuran
    if measured.skala != SENDIRI and "batas_selang" in measured.model_fields_set:
        why = f"skala {measured.skala} menetapkan sendiri batas yang termasuk selangnya"
        yield Luput(
            "profil.yaml",
            None,
            "pengukuran.batas_selang",
            measured.batas_selang,
            why,
            "hapus, atau tulis pengukuran.skala: sendiri",
            CATATAN,
        )


def _duties(materi: Materi) -> Iterator[Luput]:
    """Chapter I tells the duties of a unit by those of its head where there are any, and quotes
    only for the agency.
    """
    top = {row["kode"] for row in materi.baris("unit") if row["induk"] is None}
    rows = materi.baris("tugas")
    of_heads = {
        (row["unit"], row["jenis"])
        for row in rows
        if row["lingkup"] == PIMPINAN and row["dasar"] is None
    }
    told: set[str] = set()
    for row in sorted(rows, key=lambda row: (row["urutan"] is None, row["urutan"])):
        if why := _hidden(row, row["unit"] in top, of_heads, told):
            advice = "gabungkan dengan butir yang tampil, atau hapus"
            yield Luput("tugas.csv", row["baris"], "uraian", row["uraian"], why, advice)


def _hidden(row: dict, is_top: bool, of_heads: set[tuple[str, str]], told: set[str]) -> str:
    """Why an item of duties is not shown; empty when it is."""
    own = row["lingkup"] == UNIT
    if row["dasar"] is not None:
        quoted = own and is_top and row["jenis"] == FUNGSI
        return "" if quoted else "butir yang menyebut dasarnya hanya tampil sebagai fungsi instansi"
    if not own:
        return ""
    if is_top and row["jenis"] == TUGAS:
        first = row["unit"] not in told
        told.add(row["unit"])
        return "" if first else "bab I memuat satu kalimat tugas instansi"
    if not is_top and (row["unit"], row["jenis"]) in of_heads:
        return f"bab I memuat {row['jenis']} pimpinan unit ini"
    return ""


def _sources(materi: Materi) -> Iterator[Luput]:
    """A line of source below a table that is not there."""
    for name, text in materi.data.profil.sumber.items():
        if name in YEAR_TABLES and materi.dapat(name) and materi.data.tables[name].empty:
            why = f"tabel {name} kosong"
            yield Luput(
                "profil.yaml",
                None,
                f"sumber.{name}",
                text,
                why,
                "hapus, atau isi tabelnya",
                CATATAN,
            )


BAGIAN: tuple[Callable[[Materi], Iterator[Luput]], ...] = (
    _files,
    _prose,
    _scale,
    _quarters,
    _history,
    _columns,
    _idle,
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
