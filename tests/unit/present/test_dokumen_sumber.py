"""What print says of formulas, weights, bounds, and places of another document."""

from __future__ import annotations

from decimal import Decimal

import kecil
import pytest

from lkipnb.present.dokumen_sumber import bertempat
from lkipnb.present.kalimat.banyak import sebanyak, seberapa
from lkipnb.present.kalimat.efisiensi import bersama
from lkipnb.present.rata_rata import berbobot, sebutan
from lkipnb.present.rumus import batas, rumus, target_nol


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Jumlah Tabel 3.2; lihat", "Jumlah Tabel 3.2 dokumen sumber; lihat"),
        ("Rumusan BAB II.C sama.", "Rumusan BAB II.C dokumen sumber sama."),
        ("Gambar 4", "Gambar 4 dokumen sumber"),
        ("Tabel 3.2 dokumen sumber", "Tabel 3.2 dokumen sumber"),
        ("PermenPANRB 53/2014, Lampiran II", "PermenPANRB 53/2014, Lampiran II"),
        ("Tabel anggaran", "Tabel anggaran"),
    ],
)
def test_a_place_of_the_source_is_no_place_of_this_report(typed, told):
    assert bertempat(typed) == told


TWO = [kecil.indikator(bobot="3"), kecil.indikator(kode="A2", nama="Sanitasi", bobot="1")]
DONE = [kecil.kinerja(realisasi="60"), kecil.kinerja("A2", realisasi="30")]
WEIGHED = {"rata_rata": "terbobot"}


def test_weights_stand_beside_the_mean_that_they_make(tmp_path):
    lk = kecil.buka(tmp_path, WEIGHED, indikator=TWO, kinerja=DONE)
    table = lk.tabel.capaian_iku()
    assert "Bobot" in kecil.judul(table)
    column = kecil.judul(table).index("Bobot")
    assert [row[column] for row in kecil.isi(table)[:2]] == ["3", "1"]
    assert any("Rata-rata terbobot" in cell for row in kecil.isi(table) for cell in row)
    assert sebutan(lk) == "rata-rata terbobot"


@pytest.mark.parametrize(
    ("measured", "weight"), [({}, "3"), (WEIGHED, "1")], ids=["sederhana", "sama berat"]
)
def test_weights_that_change_nothing_are_not_printed(tmp_path, measured, weight):
    two = [kecil.indikator(bobot=weight), TWO[1]]
    lk = kecil.buka(tmp_path, measured, indikator=two, kinerja=DONE)
    assert not berbobot(lk)
    assert "Bobot" not in kecil.judul(lk.tabel.capaian_iku())
    assert sebutan(lk) == "rata-rata"


def test_an_indicator_with_a_formula_of_its_own_is_named_beside_it(tmp_path):
    falls = {"polaritas": "turun"}
    two = [
        kecil.indikator(**falls),
        kecil.indikator(kode="A2", nama="Waktu tunggu", rumus="turun-t-per-r", **falls),
    ]
    lk = kecil.buka(tmp_path, indikator=two, kinerja=DONE)
    plain, own = rumus(lk)
    assert "A" not in plain.hal
    assert own.hal.endswith("(A2)")


@pytest.mark.parametrize(("target", "told"), [("0", True), ("60", False)])
def test_what_a_target_of_zero_gives_is_told_where_there_is_one(tmp_path, target, told):
    lk = kecil.buka(tmp_path, kinerja=[kecil.kinerja(target=target)])
    assert bool(target_nol(lk)) is told


def test_a_cap_and_a_floor_stand_among_the_rules_in_use(tmp_path):
    bound = kecil.buka(tmp_path / "a", {"batas_capaian": "120", "batas_bawah": "0"})
    assert batas(bound) == "paling tinggi 120% dan paling rendah 0%"
    assert ["Batas capaian", batas(bound)] in [row[:2] for row in kecil.isi(bound.tabel.aturan())]
    free = kecil.buka(tmp_path / "b")
    assert batas(free) == ""
    assert "Batas capaian" not in [row[0] for row in kecil.isi(free.tabel.aturan())]


def test_one_is_told_in_words():
    assert sebanyak(Decimal(1)) == "Satu"
    assert seberapa(Decimal(1)) == "satu"
    assert (sebanyak(Decimal(3)), seberapa(Decimal(3))) == ("Sebanyak 3", "3")


def serving(**codes: str) -> list[kecil.Row]:
    return [{"kode": kode, "kode_rekening": code} for kode, code in codes.items()]


def test_money_that_serves_two_sasaran_is_said_to_count_twice(tmp_path):
    lk = kecil.buka(
        tmp_path,
        sasaran=[{"kode": code, "uraian": f"Sasaran {code}"} for code in ("S1", "S2", "S3")],
        indikator=[
            kecil.indikator(),
            kecil.indikator(kode="B1", nama="Sanitasi", sasaran="S2"),
            kecil.indikator(kode="C1", nama="Jalan", sasaran="S3"),
        ],
        kinerja=[kecil.kinerja(), kecil.kinerja("B1"), kecil.kinerja("C1")],
        anggaran=[
            kecil.anggaran("1.06.01", 100, 60),
            kecil.anggaran("1.06.01.2.01", 60, 40),
            kecil.anggaran("1.06.01.2.02", 40, 20),
            kecil.anggaran("1.06.02", 10, 5),
        ],
        dukungan=serving(S1="1.06.01", B1="1.06.01.2.02", C1="1.06.02"),
    )
    shared = {row.kode: row.bersama for row in lk.results.efisiensi_sasaran}
    assert shared == {"S1": ("S2",), "S2": ("S1",), "S3": ()}


def test_only_money_that_is_shared_is_spoken_of():
    assert "menunjang sasaran 2 dan 3" in bersama([2, 3])
    assert bersama([]) == ""
