"""Tables of the appendix: what was mended, what stays open, what was claimed, where it all comes
from.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from itertools import chain

import pandas as pd

from lkipnb.asal import Angka, Rumus, banyak
from lkipnb.audit import KONTRAK, Diterima
from lkipnb.audit.aturan import ATURAN
from lkipnb.audit.temuan import CATATAN, Temuan
from lkipnb.calculate.penilaian import nilai_butir
from lkipnb.model import RentangNilai, turunan_dari
from lkipnb.present import sebutan
from lkipnb.present.bahan import Bahan, rumus_dipakai
from lkipnb.present.format import (
    KOSONG,
    angka,
    daftar,
    huruf_besar,
    huruf_kecil,
    nilai,
    persen,
    uang,
)
from lkipnb.present.koreksi import isi, tempat
from lkipnb.present.rujukan import peraturan_dirujuk, referensi_dipakai
from lkipnb.present.tabel.anggaran import JUMLAH, per_lingkup, tanpa_program
from lkipnb.present.tabel.susun import Baris, Kolom, apa_adanya
from lkipnb.rules import Aturan, Butir
from lkipnb.rules.satuan import PERSEN, satuan

COCOK = {True: "sama", False: "tidak sama", None: "tidak dapat dihitung"}
MOST_READINGS = 3
NAMA_STATUS = {"terbuka": "Masih terbuka", "selesai": "Terselesaikan"}


def koreksi(bahan: Bahan) -> tuple[list[Kolom], list[Baris]]:
    """Every correction, those with one reason and one evidence under one heading."""
    kolom = [
        Kolom("kode", "Kode", 8, utuh=True),
        Kolom("tempat", "Tabel, baris, dan kolom", 38, kepala=True),
        Kolom("tercetak", "Tercetak", 27, dari=partial(isi, sisi="tercetak")),
        Kolom("terkoreksi", "Dipakai", 27, dari=partial(isi, sisi="terkoreksi")),
    ]
    rows: dict[str, list[Baris]] = {}
    for row in bahan.data.koreksi.to_dict("records"):
        reason = f"{row['alasan']}. Bukti: {row['bukti']}."
        rows.setdefault(reason, []).append(
            Baris(row | {"tempat": tempat(row, bahan.data.tables)}, reason)
        )
    return kolom, [row for same in rows.values() for row in same]


def kontradiksi(bahan: Bahan) -> tuple[list[Kolom], list[Baris]]:
    """The open ones first."""
    kolom = [
        Kolom("kode", "Kode", 7, utuh=True),
        Kolom("hal", "Hal", 15, kepala=True),
        Kolom("tercetak", "Tercetak", 34),
        Kolom("dipakai", "Dipakai laporan ini", 18),
        Kolom("alasan", "Alasan", 26),
    ]
    rows = sorted(
        bahan.data.kontradiksi.to_dict("records"), key=lambda row: row["status"] != "terbuka"
    )
    return kolom, [
        Baris(
            row
            | {
                "tercetak": (
                    f"{row['tempat_1']}: {row['tercetak_1']}; {row['tempat_2']}:"
                    f" {row['tercetak_2']}"
                )
            },
            NAMA_STATUS[row["status"]],
        )
        for row in rows
    ]


def klaim_disebut(bahan: Bahan) -> list[dict]:
    """What the source document claims, and of the sums that tables tell beside their parts those
    that do not hold.

    Where neither is there, nothing was claimed that a reader should know of.
    """
    own = chain(
        bahan.hasil.klaim_anggaran.to_dict("records"), bahan.hasil.klaim_kinerja.to_dict("records")
    )
    return bahan.hasil.klaim.to_dict("records") + [
        row | {"kode": "–"} for row in own if not row["cocok"]
    ]


def klaim(bahan: Bahan) -> tuple[list[Kolom], list[Baris]]:
    """The claims that do not hold or cannot be computed; codes only where the agency gave them."""
    coded = len(bahan.hasil.klaim) > 0
    kolom = [
        Kolom("kode", "Kode", 7 if coded else 0, utuh=True),
        Kolom("tempat", "Tempat", 25),
        Kolom("uraian", "Klaim", 34 if coded else 41, kepala=True),
        Kolom("nilai", "Tercetak", 17, angka=True, dari=_claimed),
        Kolom("terhitung", "Hasil hitung", 17, angka=True, dari=_computed),
        Kolom("cocok", "Simpulan", 0, COCOK.get),
        Kolom("nilai_sampai", "Sampai", 0),
        Kolom("satuan", "Satuan", 0),
    ]
    rows = [row for row in klaim_disebut(bahan) if row["cocok"] is not True]
    ordered = sorted(rows, key=lambda row: row["cocok"] is None)
    return kolom, [Baris(row, huruf_besar(COCOK[row["cocok"]])) for row in ordered]


def _claimed(row: dict) -> str:
    low, high = row["nilai"], row["nilai_sampai"]
    return nilai(low if high is None else RentangNilai(low, high), row["satuan"])


def _computed(row: dict) -> str:
    """What is computed; a percentage with the decimals that the report gives it everywhere."""
    if row["terhitung"] is None:
        return KOSONG
    if satuan(row["satuan"]).kode == PERSEN:
        return persen(row["terhitung"])
    return nilai(row["terbulat"], row["satuan"])


def sumber_data(bahan: Bahan) -> tuple[list[Kolom], list[Baris]]:
    """Every source that the report uses, with its number of rows where it is a table and the start
    of its SHA-256.
    """
    kolom = [
        Kolom("sumber", "Data", 52, kepala=True),
        Kolom("baris", "Baris", 12, _rows, angka=True),
        Kolom("sha256", "SHA-256 (16 digit pertama)", 36),
        Kolom("berkas", "Berkas", 0),
    ]
    frames = bahan.data.tables | bahan.data.printed
    count = {name: Angka(len(frame), Rumus("baris", (name,))) for name, frame in frames.items()}
    return kolom, [
        Baris(
            {
                "sumber": sebutan.berkas(path),
                "baris": count.get(path.rpartition("/")[2].removesuffix(".csv")),
                "sha256": digest[:16],
                "berkas": path,
            }
        )
        for path, digest in bahan.data.sha256.items()
        if referensi_dipakai(bahan, path)
    ]


def _rows(value: object) -> str:
    return "" if value is None else angka(value)


def aturan(bahan: Bahan) -> tuple[list[Kolom], list[Baris]]:
    """The rules in use with their source."""
    kolom = [
        Kolom("hal", "Hal", 22, kepala=True),
        Kolom("isi", "Aturan", 38),
        Kolom("dasar", "Dasar", 40),
    ]
    used = {rule.hal: rule for rule in rumus_dipakai(bahan)}
    measured, rules = bahan.data.profil.pengukuran, bahan.rules
    rows = [*_derived(bahan)]
    rows += [_rule(f"Capaian, {hal}", rule.tampil, rule) for hal, rule in used.items()]
    if any(target == 0 for target in bahan.hasil.capaian.target):
        zero = rules.target_nol[measured.target_nol]
        rows.append(_rule("Target nol", zero.tampil, zero))
    mean = rules.rata_rata[measured.rata_rata]
    rows += [
        _rule("Rata-rata", mean.tampil, mean),
        _rule("Skala predikat", bahan.skala.nama, bahan.skala),
    ]
    if bahan.hasil.efisiensi_sasaran.a.notna().any() or bahan.hasil.efisiensi.a.notna().any():
        rows += [
            _rule(f"Efisiensi {code}", rule.tampil, rule) for code, rule in rules.efisiensi.items()
        ]
    if len(bahan.data.anggaran):
        rows.append(_rule("Susunan anggaran", ", ".join(rules.anggaran.tingkat), rules.anggaran))
    return kolom, rows


def _derived(bahan: Bahan) -> Iterable[Baris]:
    """How the realisasi of each indicator that follows from others is computed."""
    for row in bahan.hasil.capaian.to_dict("records"):
        if codes := turunan_dari(row):
            rule = bahan.rules.turunan[row["turunan"]]
            yield _rule(f"Realisasi {row['kode']}", f"{rule.tampil} {daftar(codes)}", rule)


def penilaian(bahan: Bahan, butir: Mapping[str, Butir]) -> tuple[list[Kolom], list[Baris]]:
    """A checklist with the answers that the data give; what only a person can judge says so."""
    kolom = [
        Kolom("kode", "Butir", 8, utuh=True),
        Kolom("pertanyaan", "Pertanyaan", 40, kepala=True),
        Kolom("jawaban", "Jawaban", 14, str.capitalize),
        Kolom("alasan", "Dasar jawaban", 38, huruf_besar),
    ]
    answers = nilai_butir(butir, bahan.data, bahan.hasil, bahan.rules)
    return kolom, [Baris(vars(answer), answer.kelompok) for answer in answers]


def perjanjian_program(bahan: Bahan) -> tuple[list[Kolom], list[Baris]]:
    """The second table of the Perjanjian Kinerja: programmes of the own budget; those of other
    sources apart.
    """
    known = bahan.hasil.anggaran_semua.sumber_dana.notna().any()
    kolom = [
        Kolom("nomor", "No.", 7, apa_adanya, angka=True),
        Kolom("uraian", "Program", 53 if known else 73, kepala=True),
        Kolom("pagu_rp", "Anggaran (Rp)", 20, uang, angka=True),
        *([Kolom("sumber_dana", "Keterangan", 20, apa_adanya)] if known else []),
    ]
    return kolom, per_lingkup(bahan, _programmes, "" if len(bahan.hasil.anggaran_lain) else JUMLAH)


def _programmes(part: pd.DataFrame) -> list[Baris]:
    """The programmes of a part of the budget, numbered, with the sources that their lines name."""
    lines = part[part.rinci.astype(bool)]
    rows = []
    for number, row in enumerate(part[part.tingkat == 1].to_dict("records"), 1):
        named = dict.fromkeys(
            lines.loc[lines.program == row["kode_rekening"], "sumber_dana"].dropna()
        )
        rows.append(Baris(row | {"nomor": number, "sumber_dana": ", ".join(named)}))
    return [*rows, *tanpa_program(part)]


def _rule(hal: str, isi: str, rule: Aturan) -> Baris:
    return Baris({"hal": hal, "isi": isi, "dasar": rule.dasar})


def peraturan(bahan: Bahan) -> tuple[list[Kolom], list[Baris]]:
    """The regulations that this report cites, with what has replaced them where something has."""
    name = dict(zip(bahan.data.peraturan.kode, bahan.data.peraturan.nama, strict=True))
    rows = [row | {"pengganti": name.get(row["diganti_oleh"])} for row in peraturan_dirujuk(bahan)]
    replaced = any(row["pengganti"] for row in rows)
    kolom = [
        Kolom("nama", "Peraturan", 36 if replaced else 45, kepala=True),
        Kolom("tentang", "Tentang", 40 if replaced else 55),
        *([Kolom("pengganti", "Digantikan oleh", 24, apa_adanya)] if replaced else []),
    ]
    return kolom, [Baris(row) for row in rows]


def pemeriksaan(bahan: Bahan) -> tuple[list[Kolom], list[Baris]]:
    """Every rule that found something, with how often: as printed, as corrected, and accepted.

    Without corrections the data are as printed, and without acceptances there is nothing to say of
    them.
    """
    raw, mended = bahan.pemeriksaan
    corrected = (
        [Kolom("tercetak", "Sebagaimana tercetak", 18, angka, angka=True)]
        if len(bahan.data.koreksi)
        else []
    )
    accepted = [Kolom("diterima", "Diterima", 18, angka, angka=True)] if mended.diterima else []
    found = Kolom("terkoreksi", "Setelah koreksi" if corrected else "Temuan", 18, angka, angka=True)
    counts = [*corrected, found, *accepted]
    kolom = [Kolom("judul", "Yang diperiksa", 100 - 18 * len(counts), kepala=True), *counts]
    title = {rule.id: rule.judul for rule in ATURAN} | {
        KONTRAK: "Isi sel sesuai dengan jenis kolomnya"
    }
    found_ids = {
        "tercetak": _by_rule(raw.temuan),
        "terkoreksi": _by_rule(mended.temuan),
        "diterima": _by_rule(one.temuan for one in mended.diterima),
    }
    found_by = {rule for ids in found_ids.values() for rule in ids}
    return kolom, [
        Baris(
            {"judul": title[rule]}
            | {name: banyak(ids.get(rule, ())) for name, ids in found_ids.items()}
        )
        for rule in title
        if rule in found_by
    ]


def _by_rule(found: Iterable[Temuan]) -> dict[str, list[str]]:
    """The ids of findings by their rule."""
    ids: dict[str, list[str]] = {}
    for one in found:
        ids.setdefault(one.aturan, []).append(one.id)
    return ids


def temuan(bahan: Bahan) -> tuple[list[Kolom], list[Baris]]:
    """What stands after the corrections, and what was accepted, with both values; notes are left to
    `lkipnb check`.
    """
    kolom = [
        Kolom("tempat", "Data", 22),
        Kolom("pesan", "Temuan", 46, kepala=True),
        Kolom("sebab", "Sebab atau alasan diterima", 32),
        Kolom("id", "Kode", 0),
    ]
    _, mended = bahan.pemeriksaan
    standing = [
        (found, found.sebab, found.tingkat.capitalize())
        for found in mended.temuan
        if found.tingkat != CATATAN
    ]
    accepted = [(one.temuan, _accepted(one), "Diterima") for one in mended.diterima]
    return kolom, [
        Baris(
            {
                "id": found.id,
                "tempat": _where(found),
                "pesan": _brief(huruf_besar(sebutan.cetak(found.pesan))),
                "sebab": huruf_besar(sebutan.cetak(reason)) or KOSONG,
            },
            group,
        )
        for found, reason, group in (*standing, *accepted)
    ]


def _accepted(one: Diterima) -> str:
    return f"{one.alasan}; diterima oleh {huruf_kecil(one.peran)}"


def _brief(pesan: str) -> str:
    """A message without the readings that were tried and lie further off."""
    first, *others = pesan.split("; ")
    return "; ".join([first, *others[:1]]) if len(others) > MOST_READINGS else pesan


def _where(found: Temuan) -> str:
    return sebutan.berkas(found.berkas)
