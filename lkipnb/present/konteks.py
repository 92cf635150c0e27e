"""The names that prose may use, and what stands behind each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import partial

import pandas as pd

from lkipnb.asal import Angka, Sel
from lkipnb.audit.temuan import CATATAN
from lkipnb.calculate.jenjang import terbawah
from lkipnb.calculate.organisasi import beda_pendidikan, pohon, urutan_pohon
from lkipnb.calculate.persen import selisih
from lkipnb.calculate.rekening import tercetak
from lkipnb.calculate.serapan import di_luar_program, tanpa_sumber_dana
from lkipnb.errors import UsageError
from lkipnb.model import Batas, Rasio
from lkipnb.present.analisis import pilah
from lkipnb.present.bahan import (
    Bahan,
    bersumber_banyak,
    cakupan,
    di_ujung,
    nomor_sasaran,
    rumus_dipakai,
    ujung,
)
from lkipnb.present.kalimat import anggaran as kalimat_anggaran
from lkipnb.present.kalimat import banyak, efisiensi
from lkipnb.present.kalimat.hitung import perincian
from lkipnb.present.kalimat.tahun import terhadap_tahun_lalu
from lkipnb.present.kalimat.target import sejak, terhadap_target
from lkipnb.present.kalimat.ujung import capaian_ujung, serapan_ujung
from lkipnb.present.narasi import Rujukan
from lkipnb.present.polos import Nilai, Panggilan, polos
from lkipnb.present.sebutan import baris as sebutan_baris
from lkipnb.present.tabel.daftar.aset import dapat_dijumlah
from lkipnb.present.tabel.daftar.kerangka import jenjang_kerangka
from lkipnb.present.tabel.daftar.klaim import klaim_disebut
from lkipnb.rules.satuan import satuan

Row = Mapping[str, object]
PROFILE = "profil"

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
    "capaian_ujung": "kalimat: capaian tertinggi dan terendah beserta indikatornya",
    "terendah": "indikator dengan capaian terendah",
    "tertinggi": "indikator dengan capaian tertinggi",
    "rumus_dipakai": "rumus capaian yang dipakai",
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
    "klaim": "angka yang diklaim, dengan hasil hitungnya",
    "klaim_meleset": "klaim yang tidak sama dengan hasil hitung",
    "kontradiksi": "pertentangan dalam dokumen sumber",
    "kontradiksi_terbuka": "pertentangan yang masih terbuka",
    "kontradiksi_selesai": "pertentangan yang sudah diputuskan",
    "koreksi": "baris koreksi.csv",
    "temuan": "temuan pemeriksaan yang masih berlaku atau diterima",
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
    values = Nilai(ready | {"rujuk": call}, {"temuan": partial(_standing, lk)})
    if unknown := values.keys() ^ NAMA.keys():
        raise AssertionError(f"NAMA and the values of prose differ: {', '.join(sorted(unknown))}")
    return values


def panggilan(nama: str, daftar: object) -> Mapping[str, Panggilan]:
    """The public methods of `lk.tabel` or `lk.gambar`, to be called from the prose of a chapter."""
    methods = [name for name in dir(daftar) if not name.startswith("_")]
    return polos({name: Panggilan(f"{nama}.{name}", getattr(daftar, name)) for name in methods})


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
    cited = {
        row["kode"]: row | {"sebutan": f"{row['nama']} tentang {row['tentang']}"}
        for row in _rows(lk.data.peraturan)
    }
    return {
        "opd": lk.data.opd,
        "tahun": lk.data.tahun,
        "terisi": {name for name, frame in lk.data.tables.items() if len(frame)},
        "profil": _profil(lk),
        "aturan": lk.rules,
        "peraturan": cited,
        "pmks": _rows(lk.data.pmks),
        "psks": _rows(lk.data.psks),
        "dasar_hukum": [cited[kode] for kode in lk.data.profil.dasar_hukum],
        "pembentukan": [cited[kode] for kode in lk.data.profil.pembentukan],
        "jenjang_kerangka": jenjang_kerangka(lk),
    }


def _profil(lk: Bahan) -> dict[str, object]:
    """The profile without the NIP, which stands in signatures only."""
    profil = lk.data.profil
    kepala = {name: value for name, value in profil.kepala if name != "nip"}
    return dict(profil) | {"kepala": kepala, "nama_lengkap": profil.nama_lengkap}


def _organisasi(lk: Bahan) -> dict[str, object]:
    """Units in tree order with their tasks; `fungsi_lain` are those that a regulation
    words anew.
    """
    duties = _rows(lk.data.tugas.sort_values("urutan", kind="stable"))
    units = urutan_pohon(lk.data.unit)

    def of(unit: Row, lingkup: str, jenis: str, quoted: bool = False) -> list[Row]:
        return [
            d
            for d in duties
            if d["unit"] == unit["kode"]
            and d["lingkup"] == lingkup
            and d["jenis"] == jenis
            and (d["dasar"] is not None) == quoted
        ]

    return {
        "organisasi": [
            unit
            | {
                "tugas": of(unit, "unit", "tugas"),
                "fungsi": of(unit, "unit", "fungsi"),
                "tugas_pimpinan": of(unit, "pimpinan", "tugas"),
                "fungsi_pimpinan": of(unit, "pimpinan", "fungsi"),
                "fungsi_lain": of(unit, "unit", "fungsi", quoted=True),
            }
            for unit in units
        ],
        "eselon_unit": [
            {"eselon": eselon, "unit": [unit for unit in units[1:] if unit["eselon"] == eselon]}
            for eselon in sorted({unit["eselon"] for unit in units[1:]})
        ],
        "pegawai": {"jumlah": lk.hasil.pegawai.jumlah, "kelamin": lk.hasil.pegawai.kelamin},
        "beda_pendidikan": beda_pendidikan(lk.data.pegawai_eselon, lk.data.pegawai_golongan),
        "aset": _rows(lk.data.aset),
        "aset_jumlah": lk.hasil.aset_jumlah,
        "aset_dapat_dijumlah": dapat_dijumlah(lk.data.aset),
    }


def _kinerja(lk: Bahan) -> dict[str, object]:
    indikator = [_indikator(lk, row) for row in _rows(lk.hasil.perbandingan)]
    low, high = ujung(indikator, "capaian_persen")
    lows, highs = di_ujung(indikator, "capaian_persen")
    return {
        "indikator": indikator,
        "perincian_indikator": perincian(indikator),
        "sasaran": [_sasaran(lk, row, indikator) for row in _rows(lk.hasil.capaian_sasaran)],
        "capaian": lk.hasil.capaian_opd,
        "pencapaian": banyak.pencapaian(vars(lk.hasil.capaian_opd)),
        "pencapaian_dari": banyak.pencapaian_dari(vars(lk.hasil.capaian_opd)),
        "capaian_ujung": capaian_ujung(highs, lows),
        "terendah": low,
        "tertinggi": high,
        "rumus_dipakai": rumus_dipakai(lk),
        "riwayat": sorted(lk.hasil.lampau),
        "cara_rata_rata": lk.rules.rata_rata[lk.data.profil.pengukuran.rata_rata],
        "skala": lk.skala,
        "batas_capaian": _of_profile(lk, "batas_capaian"),
        "batas_bawah": _of_profile(lk, "batas_bawah"),
    }


def _growth(row: Row) -> Angka | None:
    """The size of a growth in percent; of a percentage the difference says enough."""
    grown = row["pertumbuhan_persen"]
    return None if grown is None or satuan(row["satuan"]).pengali != 1 else abs(grown)


def _of_profile(lk: Bahan, name: str) -> Angka | None:
    """A number of the profile's `pengukuran`, knowing its field."""
    value = getattr(lk.data.profil.pengukuran, name)
    return None if value is None else Angka(value, Sel(PROFILE, f"pengukuran.{name}", 1))


def _sasaran(lk: Bahan, row: Row, indikator: list[Row]) -> Row:
    """A sasaran with what each of its analyses needs; a list is empty where the data are
    missing.
    """
    number = nomor_sasaran(lk)[row["kode"]]

    def own(frame: pd.DataFrame) -> list[Row]:
        return _rows(frame[frame.sasaran == row["kode"]])

    codes = set(lk.data.indikator.loc[lk.data.indikator.triwulan.notna(), "kode"]) & set(
        lk.data.triwulan.indikator
    )
    served = next(r for r in _rows(lk.hasil.efisiensi_sasaran) if r["kode"] == row["kode"])
    budget = lk.hasil.anggaran_semua
    program = _lines(budget[budget.kode_rekening.isin(served["program"])])
    told = row | {
        "nomor": number,
        "kunci": f"sasaran-{number}",
        "indikator": [i for i in indikator if i["sasaran"] == row["kode"]],
        "dihapus": [r for r in lk.hasil.dihapus if r["sasaran"] == row["kode"]],
        "kemajuan": own(lk.hasil.kemajuan),
        "standar": own(lk.hasil.standar),
        "efisiensi": own(lk.hasil.efisiensi),
        "catatan": _catatan(lk, [r["kode"] for r in own(lk.hasil.capaian)]),
        "anggaran": served,
        "anggaran_langsung": row["kode"] in set(lk.data.dukungan.kode),
        "program": program,
        "susunan_program": _per_jenjang(
            program, dict.fromkeys(line["jenjang"] for line in program)
        ),
        "per_triwulan": any(i["kode"] in codes for i in indikator if i["sasaran"] == row["kode"]),
    }
    return told | _sentences(told) | pilah(told, lk.rules.analisis, lk.data.tahun)


def _sentences(sasaran: Row) -> Row:
    """What is said of a sasaran as a whole."""
    told = {
        "kalimat_capaian": banyak.capaian_sasaran(sasaran),
        "kalimat_ringkas": banyak.ringkas_sasaran(sasaran),
    }
    if sasaran["anggaran"]["a"] is None:
        return told
    return told | {
        "kalimat_efisiensi": efisiensi.pertimbangan(sasaran),
        "kalimat_sisa": efisiensi.sisa_anggaran(sasaran),
        "kalimat_lingkup": efisiensi.lingkup(sasaran),
    }


def _indikator(lk: Bahan, row: Row) -> Row:
    analyses = _rows(lk.data.analisis.sort_values("urutan", kind="stable"))
    # A difference between two ratios 1:n has no unit that a sentence could tell.
    short, change = (
        None if isinstance(row["realisasi"], Rasio) else gap
        for gap in (selisih(row["target"], row["realisasi"]), row["perubahan"])
    )
    told = row | {
        "selisih": abs(short) if short is not None else None,
        "besar_perubahan": abs(change) if change is not None else None,
        "catatan_tahun": row["catatan"],
        "batas": isinstance(row["target"], Batas),
        "besar_pertumbuhan": _growth(row),
        "satuan_selisih": satuan(row["satuan"]).selisih,
        "analisis": [a for a in analyses if a["indikator"] == row["kode"]],
        "fakta": _fakta(lk, row["kode"]),
    }
    return told | {
        "terhadap_target": terhadap_target(told, lk.data.tahun),
        "kalimat_sejak": sejak(told, lk.data.tahun),
        "terhadap_tahun_lalu": terhadap_tahun_lalu(told, lk.data.tahun),
    }


def _fakta(lk: Bahan, indikator: str) -> list[Row]:
    """The facts of an indicator, each before its parts, with `kedalaman`; a part goes with what it
    is a part of.
    """
    found, own = [], False
    for fact in pohon(_rows(lk.data.fakta)):
        if fact["kedalaman"] == 0:
            own = fact["indikator"] == indikator
        if own:
            found.append(fact)
    return found


def _catatan(lk: Bahan, codes: list[str]) -> list[Row]:
    """The open contradictions of the source that name one of the indicators by its code,
    each once.
    """
    named = re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, codes))})(?!\w)")
    places = ("hal", "tempat_1", "tempat_2")
    rows = [row for row in _rows(lk.data.kontradiksi) if row["status"] == "terbuka"]
    return [row for row in rows if any(named.search(row[place]) for place in places)]


def _anggaran(lk: Bahan) -> dict[str, object]:
    lines, sources = _lines(lk.hasil.anggaran), _rows(lk.hasil.sumber_dana)
    program = [line for line in lines if line["tingkat"] == 1]
    kegiatan = _lines(terbawah(lk.hasil.anggaran, lk.rules.anggaran))
    lain = [source for source in sources if source["lain"]]
    return {
        "program": program,
        "kegiatan": kegiatan,
        "anggaran": lk.hasil.anggaran_jumlah,
        "program_terbesar": max(program, key=lambda line: line["pagu_rp"], default=None),
        "hanya_persen": [line for line in lines if _only_percent(line)],
        "tanpa_program": di_luar_program(lk.hasil.anggaran),
        "susunan_anggaran": _per_jenjang(lines, lk.rules.anggaran.tingkat),
        "rinci": kegiatan[0]["jenjang"] if kegiatan else "kegiatan",
        "cakupan": cakupan(lk),
        "sumber_dana": sources,
        "sumber_lain": lain,
        "sumber_tertabel": bersumber_banyak(lk),
        "sebutan_anggaran": kalimat_anggaran.sebutan_anggaran(lain),
        "di_luar_apbd": kalimat_anggaran.di_luar_apbd(lain),
        "asal_dana": _asal_dana(lk, [source for source in sources if not source["lain"]]),
        "anggaran_semua": lk.hasil.anggaran_semua_jumlah,
        "serapan_terendah": ujung(kegiatan, "serapan_persen")[0],
        "serapan_ujung": serapan_ujung(di_ujung(kegiatan, "serapan_persen")[0]),
        "belanja": {row["kelompok"]: row for row in _rows(lk.hasil.belanja)},
        "belanja_jumlah": lk.hasil.belanja_jumlah,
        "pendapatan": _rows(lk.hasil.pendapatan),
        "pendapatan_jumlah": lk.hasil.pendapatan_jumlah,
    }


def _asal_dana(lk: Bahan, own: list[Row]) -> str:
    silent = tanpa_sumber_dana(lk.hasil.anggaran)
    return kalimat_anggaran.asal_dana(own, None if silent is None else silent.as_row())


def _only_percent(line: Row) -> bool:
    return line["rinci"] and line["realisasi_rp"] is None and line["serapan_persen"] is not None


def _lines(anggaran: pd.DataFrame) -> list[Row]:
    """Budget lines, each with `sebutan`, its level and its name, the level once (`program Penunjang
    Urusan`), and `kode`, the code as print shows it.
    """
    return [
        row | {"sebutan": sebutan_baris(row), "kode": tercetak(row["kode_rekening"])}
        for row in _rows(anggaran)
    ]


def _per_jenjang(lines: list[Row], tingkat: Iterable[str]) -> list[Row]:
    """The levels that the budget has, with their lines and the word that joins each to the one
    before.
    """
    levels = [
        {"jenjang": name, "baris": [line for line in lines if line["jenjang"] == name]}
        for name in tingkat
    ]
    return sambung([level for level in levels if level["baris"]])


def sambung(rows: list[Row]) -> list[Row]:
    """Rows that a sentence tells one after the other, each with what stands before it: `, `, ` dan
    ` or `, dan `.
    """
    before_last = ", dan " if len(rows) > 2 else " dan "
    words = ["", *[", "] * (len(rows) - 2), before_last][: len(rows)]
    return [row | {"sambung": word} for row, word in zip(rows, words, strict=True)]


def _keandalan(lk: Bahan) -> dict[str, object]:
    klaim = klaim_disebut(lk)
    kontradiksi = _rows(lk.data.kontradiksi)
    return {
        "klaim": klaim,
        "klaim_meleset": [k for k in klaim if k["cocok"] is False],
        "kontradiksi": kontradiksi,
        "kontradiksi_terbuka": [k for k in kontradiksi if k["status"] == "terbuka"],
        "kontradiksi_selesai": [k for k in kontradiksi if k["status"] != "terbuka"],
        "koreksi": _rows(lk.data.koreksi),
    }


def _standing(lk: Bahan) -> list[object]:
    """The findings of the audit that stand or were accepted; only the appendix asks, for it takes
    its time.
    """
    _, mended = lk.pemeriksaan
    return [found for found in mended.temuan if found.tingkat != CATATAN] + list(mended.diterima)


def _rows(frame: pd.DataFrame) -> list[Row]:
    return frame.to_dict("records")
