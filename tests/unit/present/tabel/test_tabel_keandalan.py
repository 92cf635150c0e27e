"""The tables of the appendix: what was mended, what stands open, what was judged and by what."""

from __future__ import annotations

import re
from decimal import Decimal

from conftest import OPD, TAHUN
from kecil import anggaran, buka, indikator, isi, judul, kinerja, klaim
from shipped import DATA

import lkipnb
from lkipnb.rules import rules

CLAIM = "capaian.capaian_persen[kode=A1]"


def test_a_claim_that_holds_is_not_told_and_one_that_fails_is_with_what_is_computed(tmp_path):
    right, wrong = klaim(CLAIM, "83.33"), klaim(CLAIM, "90.10") | {"kode": "K2"}
    lk = buka(tmp_path, klaim=[right, wrong])
    (row,) = isi(lk.tabel.klaim())
    assert (row[0], row[3:]) == ("K2", ["90,10%", "83,33%"])
    assert [row.grup for row in lk.tabel.klaim().baris] == ["Tidak sama"]


def test_where_every_claim_holds_there_is_no_table_of_them(tmp_path):
    assert buka(tmp_path, klaim=[klaim(CLAIM, "83.33")]).tabel.klaim() is None


def test_a_claim_that_cannot_be_computed_stands_below_those_that_fail(tmp_path):
    silent = [indikator(), indikator(kode="A2")]
    claims = [
        klaim("capaian.capaian_persen[kode=A2]", "50.00"),
        klaim(CLAIM, "90.10"),
    ]
    own = {"indikator": silent, "kinerja": [kinerja("A1"), kinerja("A2", 60, "")]}
    table = buka(tmp_path, klaim=claims, **own).tabel.klaim()
    assert [(row.grup, cells[-1]) for row, cells in zip(table.baris, isi(table), strict=True)] == [
        ("Tidak sama", "83,33%"),
        ("Tidak dapat dihitung", "–"),
    ]


def test_a_claimed_interval_is_told_with_both_bounds(tmp_path):
    table = buka(tmp_path, klaim=[klaim(CLAIM, "10", "20")]).tabel.klaim()
    assert isi(table)[0][3] == "10–20%"


def contradiction(kode: str, status: str) -> dict:
    places = {"tempat_1": "BAB I", "tercetak_1": "25", "tempat_2": "BAB III", "tercetak_2": "24"}
    rest = {"dipakai": "25", "alasan": "Dirinci", "status": status}
    return {"kode": kode, "hal": "Pegawai"} | places | rest


def test_contradictions_that_are_open_stand_first(tmp_path):
    rows = [contradiction("T1", "selesai"), contradiction("T2", "terbuka")]
    table = buka(tmp_path, kontradiksi=rows).tabel.kontradiksi()
    assert [row.grup for row in table.baris] == ["Masih terbuka", "Terselesaikan"]
    assert isi(table)[0][2] == "BAB I: 25; BAB III: 24"


def correction(kode: str, printed: str, right: str, reason: str = "Salah ketik") -> dict:
    place = {"tabel": "kinerja", "kunci": "indikator=A1", "kolom": "realisasi"}
    told = {"tercetak": printed, "terkoreksi": right, "alasan": reason, "bukti": "Halaman 3"}
    return {"kode": kode} | place | told


def test_corrections_with_one_reason_stand_together(tmp_path):
    mended = [
        correction("C1", "5", "50"),
        correction("C2", "6", "60", "Tertukar") | {"kolom": "target"},
    ]
    lk = buka(tmp_path, kinerja=[kinerja(target=6, realisasi=5)], koreksi=mended)
    table = lk.tabel.koreksi()
    assert [row.grup for row in table.baris] == [
        "Salah ketik. Bukti: Halaman 3.",
        "Tertukar. Bukti: Halaman 3.",
    ]
    assert isi(table)[0] == [
        "C1",
        "Target dan realisasi indikator: Cakupan air minum layak (realisasi)",
        "5",
        "50",
    ]


def test_what_the_audit_finds_is_told_in_words_of_print_and_notes_are_not(tmp_path):
    note = [anggaran("1.02.02", 100, 90, sumber_dana="Entah")]
    lk = buka(tmp_path, klaim=[klaim(CLAIM, "90.10")], anggaran=note)
    found = lk.pemeriksaan[1].temuan
    table = lk.tabel.temuan()
    told = [row for row in found if row.tingkat != "catatan"]
    assert len(table.baris) == len(told) < len(found)
    assert {row.grup for row in table.baris} <= {"Kesalahan", "Perlu diperiksa"}
    assert not re.search(r"\w\.csv", table.html)


def test_how_often_each_rule_found_something_is_told_where_something_was_mended(lk, tmp_path):
    table = lk.tabel.pemeriksaan()
    assert judul(table)[:3] == ["Yang diperiksa", "Sebagaimana tercetak", "Setelah koreksi"]
    before, after = (sum(int(row[n]) for row in isi(table)) for n in (1, 2))
    assert before > after > 0
    # What was accepted is part of what is left after corrections.
    assert all(int(row[2]) >= int(row[3]) for row in isi(table))
    assert buka(tmp_path).tabel.pemeriksaan() is None


def test_every_question_of_the_checklists_has_an_answer_and_its_reason():
    contoh = lkipnb.open("contoh", 2023, data=DATA)
    for table, asked in (
        (contoh.tabel.mutu(), rules(2023).mutu),
        (contoh.tabel.reviu(), rules(2023).reviu),
    ):
        answers = isi(table)
        assert [row[0] for row in answers] == list(asked)
        assert all(row[2] and row[3] for row in answers)


def test_a_source_is_told_with_its_rows_and_the_start_of_its_digest(tmp_path):
    rows = isi(buka(tmp_path, kinerja=[kinerja()]).tabel.sumber_data())
    told = {row[0]: row[1:] for row in rows}
    assert told["Target dan realisasi indikator"][0] == "1"
    assert told["Profil instansi"][0] == ""
    assert all(re.fullmatch(r"[0-9a-f]{16}", row[1]) for row in told.values())


def test_the_rules_in_use_are_told_and_no_others(tmp_path):
    plain = [row[0] for row in isi(buka(tmp_path / "a").tabel.aturan())]
    assert plain == [
        "Capaian, indikator yang diharapkan naik",
        "Rata-rata",
        "Skala predikat",
    ]
    falling = [indikator(polaritas="turun")]
    zero = buka(tmp_path / "b", indikator=falling, kinerja=[kinerja(target=0)])
    told = [row[0] for row in isi(zero.tabel.aturan())]
    assert "Target nol" in told
    assert plain[0] not in told


def test_a_derived_indicator_has_its_rule_told(tmp_path):
    own = [indikator(kode="A0", turunan="jumlah", turunan_dari="A1; A2")]
    own += [indikator(kode=kode) for kode in ("A1", "A2")]
    values = [kinerja("A0", 60, ""), kinerja("A1", 60, 20), kinerja("A2", 60, 30)]
    lk = buka(tmp_path, indikator=own, kinerja=values)
    assert isi(lk.tabel.aturan())[0][0] == "Realisasi A0"
    assert lk.hasil.capaian.set_index("kode").realisasi["A0"] == Decimal(50)


def test_a_year_is_opened_from_a_copy_of_the_data_alone(data):
    assert lkipnb.open(OPD, TAHUN, data=data.path).tabel.koreksi() is not None
