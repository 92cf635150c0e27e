"""The names that prose may use, and what stands behind each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from types import MappingProxyType

from lkipnb.asal import Angka, Sel
from lkipnb.audit.temuan import CATATAN
from lkipnb.calculate.organisasi import Cabang, beda_pendidikan, pohon, urutan_pohon
from lkipnb.calculate.rekening import tercetak
from lkipnb.errors import UsageError
from lkipnb.model import (
    BarisAnggaran,
    Batas,
    CapaianSasaran,
    EfisiensiIndikator,
    EfisiensiSasaran,
    JumlahSumberDana,
    KlaimTerhitung,
    Perbandingan,
)
from lkipnb.present import perjanjian, rata_rata
from lkipnb.present.analisis import pilah
from lkipnb.present.bahan import (
    Bahan,
    bersumber_banyak,
    cakupan,
    nomor_sasaran,
    row_of,
    rows_of,
)
from lkipnb.present.dokumen_sumber import bertempat
from lkipnb.present.format import KOSONG
from lkipnb.present.kalimat import anggaran as kalimat_anggaran
from lkipnb.present.kalimat import banyak, efisiensi, setahun
from lkipnb.present.kalimat.hitung import perincian
from lkipnb.present.kalimat.tahun import terhadap_tahun_lalu
from lkipnb.present.kalimat.target import sejak, terhadap_target
from lkipnb.present.kalimat.ujung import capaian_ujung, serapan_ujung
from lkipnb.present.keandalan import keandalan
from lkipnb.present.narasi import Rujukan
from lkipnb.present.polos import Nilai, Panggilan
from lkipnb.present.rumus import rumus, target_nol
from lkipnb.present.sebutan import baris as sebutan_baris
from lkipnb.present.tabel.kolom import isi
from lkipnb.rules.satuan import satuan
from lkipnb.schemas import (
    Analisis,
    Aset,
    Baris,
    Dukungan,
    Fakta,
    Kontradiksi,
    Koreksi,
    PegawaiEselon,
    PegawaiGolongan,
    Peraturan,
    Pmks,
    Psks,
    Tugas,
    Unit,
)

Row = Mapping[str, object]
PROFILE = "profil"
TERBUKA = "terbuka"
# What a contradiction says of places in the source document.
BERTEMPAT = ("hal", "tempat_1", "tempat_2", "alasan")

# The names that prose may use, and nothing beside them: each with what it is.
NAMA = {
    "opd": "nama folder instansi",
    "tahun": "tahun laporan",
    "terisi": "nama tabel yang berisi",
    "profil": "isi profil.yaml beserta nama_lengkap, tanpa NIP",
    "aturan": (
        "aturan yang berlaku tahun itu: sistematika, analisis, capaian, anggaran, dan lainnya"
    ),
    "peraturan": "peraturan menurut kodenya: nama, tentang, sebutan",
    "pmks": "jenis PMKS",
    "psks": "jenis PSKS",
    "dasar_hukum": "peraturan yang menjadi dasar laporan",
    "pembentukan": "peraturan pembentukan instansi",
    "jenjang_kerangka": "jenjang tabel kerangka yang diisi",
    "organisasi": "unit menurut pohonnya, dengan tugas dan fungsinya",
    "eselon_unit": "banyaknya unit tiap eselon",
    "pegawai": "jumlah pegawai, dan jumlahnya menurut jenis kelamin",
    "beda_pendidikan": "pendidikan yang jumlah pegawainya berbeda antara dua tabel",
    "aset": "baris tabel aset",
    "aset_jumlah": "jumlah barang",
    "aset_dapat_dijumlah": "apakah jumlah barang berarti",
    "indikator": (
        "indikator dengan target, realisasi, capaian_persen, predikat, dan perbandingannya"
    ),
    "perincian_indikator": "kata: apa yang disebut tabel indikator tentang tiap indikator",
    "sasaran": "sasaran dengan indikator, anggaran, dan analisisnya",
    "capaian": "capaian instansi: capaian_persen, predikat, banyak_tercapai, banyak_belum",
    "pencapaian": "kalimat: banyaknya indikator yang mencapai target dan yang belum",
    "pencapaian_dari": "kalimat yang sama, dari berapa indikator",
    "setahun": "tiga kalimat: tercapai, belum, selanjutnya",
    "capaian_ujung": "kalimat: capaian tertinggi dan terendah beserta indikatornya",
    "terendah": "indikator dengan capaian terendah",
    "tertinggi": "indikator dengan capaian tertinggi",
    "rumus_dipakai": "rumus capaian yang dipakai: hal, tampil",
    "target_nol": "capaian bila targetnya nol; kosong bila tidak ada target nol",
    "rata_rata": "rata-rata, atau rata-rata terbobot bila bobotnya berbeda",
    "riwayat": "tahun-tahun lampau yang diketahui",
    "cara_rata_rata": "cara merata-rata",
    "skala": "skala predikat yang dipakai",
    "batas_capaian": "batas capaian dalam persen",
    "batas_bawah": "batas bawah capaian dalam persen",
    "program": "baris anggaran tingkat program",
    "kegiatan": "baris anggaran terinci",
    "anggaran": "jumlah anggaran terinci: pagu_rp, realisasi_rp, sisa_rp, serapan_persen",
    "program_terbesar": "program dengan pagu terbesar",
    "hanya_persen": "baris anggaran yang serapannya hanya diketahui dalam persen",
    "tanpa_program": "jumlah kegiatan yang tidak disebut programnya",
    "susunan_anggaran": "jenjang anggaran yang ada",
    "rinci": "nama jenjang terinci",
    "cakupan": "nama belanja yang dirinci",
    "sumber_dana": "anggaran menurut sumber dana",
    "sumber_lain": "sumber dana di luar APBD instansi, yang dilaporkan terpisah",
    "sumber_tertabel": "apakah anggaran terbagi menurut beberapa sumber dana",
    "sebutan_anggaran": "anggaran, atau anggaran APBD bila ada dana lain di luarnya",
    "di_luar_apbd": "kalimat: dana di luar APBD menurut sumbernya",
    "asal_dana": "kalimat: sumber dana anggaran, dan yang tidak disebut sumbernya",
    "anggaran_semua": "jumlah anggaran dari semua sumber dana",
    "pendapatan": "pendapatan menurut asalnya",
    "pendapatan_jumlah": "jumlah pendapatan: target, realisasi, dan persentasenya",
    "serapan_terendah": "baris anggaran dengan serapan terendah",
    "serapan_ujung": "kalimat: serapan terendah beserta baris anggarannya",
    "belanja": "belanja menurut kelompok",
    "belanja_jumlah": "jumlah seluruh belanja",
    "perjanjian": "nama Perjanjian Kinerja, dan anggaran_rp yang dijanjikan di dalamnya",
    "klaim": "angka yang diklaim, dengan hasil hitungnya",
    "klaim_meleset": "klaim yang tidak sama dengan hasil hitung",
    "kontradiksi": "pertentangan dalam dokumen sumber",
    "kontradiksi_terbuka": "pertentangan yang masih terbuka",
    "kontradiksi_selesai": "pertentangan yang sudah diputuskan",
    "koreksi": "baris koreksi.csv",
    "temuan": "temuan pemeriksaan yang masih berlaku atau diterima",
    "keandalan": (
        "banyaknya: sumber, kesalahan, peringatan, diterima, dan jawaban daftar uji reviu dan mutu"
    ),
    "rujuk": (
        "rujuk(“tabel”, kunci) atau rujuk(“gambar”, kunci): tautan ke tabel atau gambar bab itu"
    ),
}


def konteks(lk: Bahan) -> Nilai:
    """Every value that a sentence may show, by its Indonesian name (`NAMA`); plain values only
    (`present.polos`).

    Tables become rows (`indikator`, `sasaran`, `program` ...); single figures are exact numbers
    that a filter (`| persen`, `| rupiah`) gives their form.
    """
    ready = _instansi(lk) | _organisasi(lk) | _kinerja(lk) | _anggaran(lk) | _keandalan(lk)
    call = Panggilan("rujuk", partial(rujuk, lk))
    values = Nilai(
        ready | {"rujuk": call},
        {"temuan": partial(_standing, lk), "keandalan": partial(keandalan, lk)},
    )
    unknown = values.keys() ^ NAMA.keys()
    if unknown:
        raise AssertionError(f"NAMA and the values of prose differ: {', '.join(sorted(unknown))}")
    return values


def panggilan(nama: str, daftar: object) -> Mapping[str, Panggilan]:
    """The public methods of `lk.tabel` or `lk.gambar`, to be called from the prose of a chapter."""
    methods = [name for name in dir(daftar) if not name.startswith("_")]
    called = {name: Panggilan(f"{nama}.{name}", getattr(daftar, name)) for name in methods}
    return MappingProxyType(called)


def rujuk(lk: Bahan, jenis: str = "", kunci: str = "", *lain: str) -> Rujukan:
    """A link to a table or picture of this chapter, shown by its number."""
    number = {"tabel": lk.nomor.tabel, "gambar": lk.nomor.gambar}.get(jenis)
    if number is None or not kunci or lain:
        raise UsageError(
            f"Rujukan “{jenis}” tidak dikenal; diharapkan rujuk(“tabel”, kunci) atau"
            " rujuk(“gambar”, kunci)."
        )
    return Rujukan(f"{jenis}-{kunci}", number(kunci))


def _instansi(lk: Bahan) -> dict[str, object]:
    cited = {row.kode: _peraturan(row) for row in lk.data.baris(Peraturan)}
    profil = lk.data.profil
    return {
        "opd": lk.data.opd,
        "tahun": lk.data.tahun,
        "terisi": {name for name, frame in lk.data.tables.items() if len(frame)},
        "profil": _profil(lk),
        "aturan": lk.rules,
        "peraturan": cited,
        "pmks": _rows(lk.data.baris(Pmks)),
        "psks": _rows(lk.data.baris(Psks)),
        "dasar_hukum": [cited[kode] for kode in profil.dasar_hukum],
        "pembentukan": [cited[kode] for kode in profil.pembentukan],
        "jenjang_kerangka": lk.results.jenjang_kerangka,
    }


def _peraturan(row: Peraturan) -> Row:
    return isi(row, sebutan=f"{row.nama} tentang {row.tentang}")


def _profil(lk: Bahan) -> dict[str, object]:
    """The profile without the NIP, which stands in signatures only."""
    profil = lk.data.profil
    kepala = {name: value for name, value in profil.kepala if name != "nip"}
    return {**dict(profil), "kepala": kepala, "nama_lengkap": profil.nama_lengkap}


def _organisasi(lk: Bahan) -> dict[str, object]:
    """Units in tree order with their tasks."""
    duties = sorted(lk.data.baris(Tugas), key=lambda row: row.urutan)
    units = [_unit(branch, duties) for branch in urutan_pohon(lk.data.baris(Unit))]
    staff = lk.results.pegawai
    by_echelon, by_rank = lk.data.baris(PegawaiEselon), lk.data.baris(PegawaiGolongan)
    return {
        "organisasi": units,
        "eselon_unit": _per_eselon(units[1:]),
        "pegawai": {"jumlah": staff.jumlah, "kelamin": staff.kelamin},
        "beda_pendidikan": beda_pendidikan(by_echelon, by_rank),
        "aset": _rows(lk.data.baris(Aset)),
        "aset_jumlah": lk.results.aset_jumlah,
        "aset_dapat_dijumlah": lk.results.aset_dapat_dijumlah,
    }


def _per_eselon(units: Sequence[Row]) -> list[Row]:
    """The echelons in their order, each with its units."""
    groups: dict[str, list[Row]] = {}
    for unit in sorted(units, key=lambda unit: str(unit["eselon"])):
        groups.setdefault(str(unit["eselon"]), []).append(unit)
    return [{"eselon": eselon, "unit": own} for eselon, own in groups.items()]


def _unit(branch: Cabang[Unit], duties: Sequence[Tugas]) -> Row:
    """A unit with its duties; `fungsi_lain` are those that a regulation words anew."""
    own = [duty for duty in duties if duty.unit == branch.isi.kode]
    plain = [duty for duty in own if duty.dasar is None]
    quoted = [duty for duty in own if duty.dasar is not None]
    return isi(
        branch.isi,
        kedalaman=branch.kedalaman,
        tugas=_duties(plain, "unit", "tugas"),
        fungsi=_duties(plain, "unit", "fungsi"),
        tugas_pimpinan=_duties(plain, "pimpinan", "tugas"),
        fungsi_pimpinan=_duties(plain, "pimpinan", "fungsi"),
        fungsi_lain=_duties(quoted, "unit", "fungsi"),
    )


def _duties(own: Sequence[Tugas], lingkup: str, jenis: str) -> list[Row]:
    return _rows([duty for duty in own if duty.lingkup == lingkup and duty.jenis == jenis])


def _kinerja(lk: Bahan) -> dict[str, object]:
    results = lk.results
    indikator = {row.kode: _indikator(lk, row) for row in results.perbandingan}
    ends = results.capaian_ujung
    return {
        "indikator": list(indikator.values()),
        "perincian_indikator": perincian(results.perbandingan),
        "sasaran": [_sasaran(lk, row, indikator) for row in results.capaian_sasaran],
        "capaian": results.capaian_opd,
        "pencapaian": banyak.pencapaian(results.capaian_opd),
        "pencapaian_dari": banyak.pencapaian_dari(results.capaian_opd),
        "setahun": _setahun(lk),
        "capaian_ujung": capaian_ujung(ends),
        "terendah": indikator[ends.terendah[0].kode] if ends.terendah else None,
        "tertinggi": indikator[ends.tertinggi[0].kode] if ends.tertinggi else None,
        "rumus_dipakai": [{"hal": used.hal, "tampil": used.tampil} for used in rumus(lk)],
        "target_nol": target_nol(lk),
        "rata_rata": rata_rata.sebutan(lk),
        "riwayat": sorted(results.lampau),
        "cara_rata_rata": lk.rules.rata_rata[lk.data.profil.pengukuran.rata_rata],
        "skala": lk.skala,
        "batas_capaian": _of_profile(lk, "batas_capaian"),
        "batas_bawah": _of_profile(lk, "batas_bawah"),
    }


def _setahun(lk: Bahan) -> Row:
    """The year in three sentences."""
    results, analyses = lk.results, lk.data.baris(Analisis)
    acts = "langkah_tindak_lanjut" in lk.data.narasi
    return {
        "tercapai": setahun.tercapai(results.capaian_opd, results.capaian_sasaran),
        "belum": setahun.belum(results.capaian_opd, results.capaian, analyses),
        "selanjutnya": setahun.selanjutnya(results.capaian, analyses, bertindak=acts),
    }


def _of_profile(lk: Bahan, name: str) -> Angka | None:
    """A number of the profile's `pengukuran`, knowing its field."""
    value = getattr(lk.data.profil.pengukuran, name)
    if value is None:
        return None
    return Angka(value, Sel(PROFILE, f"pengukuran.{name}", 1))


def _sasaran(lk: Bahan, row: CapaianSasaran, indikator: Mapping[str, Row]) -> Row:
    """A sasaran with what each of its analyses needs; a list is empty where the data are
    missing.
    """
    results = lk.results
    own = [kind.kode for kind in rows_of(results.capaian, row.kode)]
    budget = row_of(results.efisiensi_sasaran, row.kode)
    lines = [line for line in results.anggaran_semua.baris if line.kode_rekening in budget.program]
    told = isi(
        row,
        kunci=f"sasaran-{row.nomor}",
        indikator=[indikator[kode] for kode in own],
        dihapus=_rows(rows_of(results.dihapus, row.kode)),
        kemajuan=_rows(rows_of(results.kemajuan, row.kode)),
        standar=_rows(rows_of(results.standar, row.kode)),
        efisiensi=_rows(rows_of(results.efisiensi, row.kode)),
        catatan=_catatan(lk, own),
        anggaran=isi(budget),
        anggaran_langsung=_served_directly(lk, row.kode),
        program=list(map(_line, lines)),
        kalimat_bersama=efisiensi.bersama([nomor_sasaran(lk)[kode] for kode in budget.bersama]),
        susunan_program=_per_jenjang(lines, dict.fromkeys(line.jenjang for line in lines)),
        per_triwulan=any(kode in results.per_triwulan for kode in own),
    )
    return {**told, **_sentences(lk, row), **pilah(told, lk.rules.analisis, lk.data.tahun)}


def _served_directly(lk: Bahan, sasaran: str) -> bool:
    """Whether lines of the budget serve a sasaran itself, not only through its indicators."""
    return any(line.kode == sasaran for line in lk.data.baris(Dukungan))


def _sentences(lk: Bahan, row: CapaianSasaran) -> Row:
    """What is said of a sasaran as a whole."""
    told = {
        "kalimat_capaian": banyak.capaian_sasaran(row),
        "kalimat_ringkas": banyak.ringkas_sasaran(row, rata_rata.sebutan(lk)),
    }
    served = row_of(lk.results.efisiensi_sasaran, row.kode)
    own, direct = rows_of(lk.results.efisiensi, row.kode), _served_directly(lk, row.kode)
    compared: list[EfisiensiSasaran | EfisiensiIndikator] = [served, *own]
    if all(each.a is None for each in compared):
        return told
    return {
        **told,
        "kalimat_efisiensi": efisiensi.perbandingan(served, own),
        "kalimat_sisa": efisiensi.sisa_anggaran(served),
        "kalimat_lingkup": efisiensi.lingkup(served, own, langsung=direct),
    }


def _indikator(lk: Bahan, row: Perbandingan) -> Row:
    analyses = sorted(lk.data.baris(Analisis), key=lambda told: told.urutan)
    return isi(
        row,
        catatan_tahun=row.catatan,
        batas=isinstance(row.target, Batas),
        satuan_selisih=satuan(row.satuan).selisih,
        analisis=_rows([told for told in analyses if told.indikator == row.kode]),
        fakta=_fakta(lk, row.kode),
        terhadap_target=terhadap_target(row, lk.data.tahun),
        kalimat_sejak=sejak(row, lk.data.tahun),
        terhadap_tahun_lalu=terhadap_tahun_lalu(row, lk.data.tahun),
    )


def _fakta(lk: Bahan, indikator: str) -> list[Row]:
    """The facts of an indicator, each before its parts, with `kedalaman`; a part goes with what it
    is a part of.
    """
    found, own = [], False
    for branch in pohon(lk.data.baris(Fakta)):
        if branch.kedalaman == 0:
            own = branch.isi.indikator == indikator
        if own:
            found.append(isi(branch.isi, kedalaman=branch.kedalaman))
    return found


def _catatan(lk: Bahan, codes: list[str]) -> list[Row]:
    """The open contradictions of the source that name one of the indicators by its code,
    each once.
    """
    named = re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, codes))})(?!\w)")
    disputes = [row for row in lk.data.baris(Kontradiksi) if row.status == TERBUKA]
    return [_dispute(row) for row in disputes if _names(row, named)]


def _dispute(row: Kontradiksi) -> Row:
    """A contradiction whose places are said to be of the source document."""
    placed = {name: bertempat(getattr(row, name)) for name in BERTEMPAT}
    return isi(row, **placed)


def _names(row: Kontradiksi, named: re.Pattern[str]) -> bool:
    return any(named.search(text) for text in (row.hal, row.tempat_1, row.tempat_2))


def _anggaran(lk: Bahan) -> dict[str, object]:
    results = lk.results
    budget, largest = results.anggaran, results.anggaran.program_terbesar
    told, low = budget.dirinci, budget.serapan_ujung.terendah
    lain = [source for source in results.sumber_dana if source.lain]
    return {
        "program": list(map(_line, budget.program)),
        "kegiatan": list(map(_line, told)),
        "anggaran": budget.jumlah,
        "program_terbesar": None if largest is None else _line(largest),
        "hanya_persen": [_line(line) for line in budget.rinci if _only_percent(line)],
        "tanpa_program": budget.tanpa_program,
        "susunan_anggaran": _per_jenjang(budget.baris, lk.rules.anggaran.tingkat),
        "rinci": told[0].jenjang if told else "kegiatan",
        "cakupan": cakupan(lk),
        "sumber_dana": _rows(results.sumber_dana),
        "sumber_lain": _rows(lain),
        "sumber_tertabel": bersumber_banyak(lk),
        "sebutan_anggaran": kalimat_anggaran.sebutan_anggaran(lain),
        "di_luar_apbd": kalimat_anggaran.di_luar_apbd(lain),
        "asal_dana": _asal_dana(lk),
        "anggaran_semua": results.anggaran_semua.jumlah,
        "serapan_terendah": _line(low[0]) if low else None,
        "serapan_ujung": serapan_ujung(low),
        "belanja": {row.kelompok: isi(row) for row in results.belanja},
        "belanja_jumlah": results.belanja_jumlah,
        "perjanjian": _perjanjian(lk),
        "pendapatan": _rows(results.pendapatan),
        "pendapatan_jumlah": results.pendapatan_jumlah,
    }


def _perjanjian(lk: Bahan) -> Row:
    profil = lk.data.profil
    promised = perjanjian.dijanjikan(isi(lk.results.belanja_jumlah), profil)
    return {"nama": perjanjian.nama(profil), "anggaran_rp": promised}


def _asal_dana(lk: Bahan) -> str:
    own: list[JumlahSumberDana] = [row for row in lk.results.sumber_dana if not row.lain]
    return kalimat_anggaran.asal_dana(own, lk.results.anggaran.tanpa_sumber)


def _only_percent(line: BarisAnggaran) -> bool:
    return line.realisasi_rp is None and line.serapan_persen is not None


def _line(line: BarisAnggaran) -> Row:
    """A budget line with `sebutan`, its level and its name, the level once (`program Penunjang
    Urusan`), and `kode`, the code as print shows it.
    """
    return isi(line, sebutan=sebutan_baris(line), kode=tercetak(line.kode_rekening))


def _per_jenjang(lines: Sequence[BarisAnggaran], tingkat: Iterable[str]) -> list[Row]:
    """The levels that the budget has, with their lines and the word that joins each to the one
    before.
    """
    levels: list[Row] = []
    for name in tingkat:
        own = [_line(line) for line in lines if line.jenjang == name]
        if own:
            levels.append({"jenjang": name, "baris": own})
    return sambung(levels)


def sambung(rows: list[Row]) -> list[Row]:
    """Rows that a sentence tells one after the other, each with what stands before it: `, `, ` dan
    ` or `, dan `.
    """
    before_last = ", dan " if len(rows) > 2 else " dan "
    words = ["", *[", "] * (len(rows) - 2), before_last][: len(rows)]
    return [{**row, "sambung": word} for row, word in zip(rows, words, strict=True)]


def _keandalan(lk: Bahan) -> dict[str, object]:
    claims, disputes = lk.results.klaim_disebut, lk.data.baris(Kontradiksi)
    missed = [claim for claim in claims if claim.cocok is False]
    return {
        "klaim": list(map(_claim, claims)),
        "klaim_meleset": list(map(_claim, missed)),
        "kontradiksi": _rows(disputes),
        "kontradiksi_terbuka": _rows([row for row in disputes if row.status == TERBUKA]),
        "kontradiksi_selesai": _rows([row for row in disputes if row.status != TERBUKA]),
        "koreksi": _rows(lk.data.baris(Koreksi)),
    }


def _claim(claim: KlaimTerhitung) -> Row:
    return isi(claim, kode=claim.kode or KOSONG)


def _standing(lk: Bahan) -> list[object]:
    """The findings of the audit that stand or were accepted; only the appendix asks, for it takes
    its time.
    """
    _, mended = lk.pemeriksaan
    return [found for found in mended.temuan if found.tingkat != CATATAN] + list(mended.diterima)


def _rows(rows: Iterable[Baris | object]) -> list[Row]:
    return [isi(row) for row in rows]
