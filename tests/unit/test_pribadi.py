"""Personal data in a text: found where it is, and an amount, a code or a law is not taken for it.

Every number here is made up.
"""

from __future__ import annotations

import pytest

from lkipnb.errors import Fault
from lkipnb.pribadi import ALAMAT, NIK, NIP, SUREL, TELEPON, masked, traces

MADE_UP = [
    ("5379014101850003", NIK),
    ("5379014101850003.00", NIK),
    ("NIK 5379 0141 0185 0003", NIK),
    ("53.79.01.410185.0003", NIK),
    ("537901-410185-0003", NIK),
    ("No. KK 5379011203100001", NIK),
    ("No.5379014101850003", NIK),
    ("KTP.5379014101850003", NIK),
    ("5379  0141  0185  0003", NIK),
    ("5379\n0141\n0185\n0003", NIK),
    ("- 5379\n- 0141\n- 0185\n- 0003", NIK),
    ("[5379][0141][0185][0003]", NIK),
    ("5379 | 0141 | 0185 | 0003", NIK),
    ("5379\u20110141\u20110185\u20110003", NIK),
    ("537901\u2013410185\u20130003", NIK),
    ("53/79/01/410185/0003", NIK),
    ("[data](https://x.example/5379014101850003)", NIK),
    ("5.379.014.101.850.003", NIK),
    ("19850312-201001-1-001", NIP),
    ("19850312  201001  1  001", NIP),
    ("0812\u20133456\u20137890", TELEPON),
    ("0812  3456  7890", TELEPON),
    ("081 234 567 890", TELEPON),
    ("a.n. FULAN CONTOH, Jl. Melati 5", ALAMAT),
    ("KTP lama: NIK 1234567890123456", NIK),
    ("19850101 201001 1 001", NIP),
    ("198501012010011001", NIP),
    ("199001012023212001", NIP),
    ("NIP. 131 234 567", NIP),
    ("0812-3456-7890", TELEPON),
    ("081234567890", TELEPON),
    ("+62 812 3456 7890", TELEPON),
    ("HP. 0812 3456 789", TELEPON),
    ("telepon 0262 445566", TELEPON),
    ("(0262) 445566", TELEPON),
    ("https://wa.me/6281234567890", TELEPON),
    ("orang.biasa@contoh.example", SUREL),
    ("Ibu Fulana Contoh, Jl. Melati Nomor 3", ALAMAT),
    ("Fulan Contoh beralamat di Jalan Mawar 3", ALAMAT),
    ("Fulan Contoh (45 tahun), Desa Contoh RT 01/RW 02", ALAMAT),
    ("bantuan bagi Sdr. Fulan di Dusun Dua RT 3", ALAMAT),
]
NOBODY = [
    "6265251035",
    "Rp6.353.928.630,80",
    "1.234.567.890.123.456",
    "9999999999999999",
    "1000000000000000",
    "1.06.01.2.01.0001.5.1.02.01.01.0024",
    "1 06 01 2 01 0001",
    "Permendagri Nomor 90 Tahun 2019",
    "NPWP 01.234.567.8-901.000",
    "2016-2021",
    "2021-01-29 sampai 2021-02-28",
    "KK 11.639 keluarga",
    "Ibu Kota Kabupaten di Jalan Herman Fernandez",
    "Rehabilitasi rumah di Desa Contoh RT 03/RW 01",
    "Jalan Contoh Nomor 1",
    "SK Bupati Nomor 188.45/0812/2020",
    "62812345678",
    "0.5379014101850003",
    "2019 2020 2021 2022 2023",
    "1.200 dan 1.450 dan 1.380 dan 1.290",
    "Ibu KOTA dan KEPALA DESA di Jalan Herman Fernandez",
    "target 5306 orang, realisasi 5210 orang",
    "serapan 98,60% dari 4.711.251.035",
]


@pytest.mark.parametrize(("text", "kind"), MADE_UP)
def test_it_is_found_and_only_once(text, kind):
    assert [trace.kind for trace in traces(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("5379014101850003/5379014101850004", NIK),
        ("5379014101850003-5379014101850004", NIK),
        ("5379014101850003,5379014101850004", NIK),
        ("081234567890/081298765432", TELEPON),
    ],
)
def test_of_two_side_by_side_one_is_found_at_least(text, kind):
    assert {trace.kind for trace in traces(text)} == {kind}


@pytest.mark.parametrize("text", NOBODY)
def test_an_amount_a_code_a_law_or_a_place_is_nobody(text):
    assert traces(text) == []


@pytest.mark.parametrize(
    "number",
    [
        "5379013201850003",
        "5379014113850003",
        "9979010101850003",
        "5300010101850003",
        "5379010101850000",
    ],
    ids=["day 32", "month 13", "no such province", "no kabupaten", "serial 0000"],
)
def test_sixteen_digits_that_no_register_gives_are_a_number(number):
    assert traces(number) == []


@pytest.mark.parametrize(("text", "kind"), MADE_UP)
def test_a_masked_text_keeps_two_characters_of_it(text, kind):
    (trace,) = traces(text)
    hidden = masked(text)
    assert trace.text not in hidden
    assert hidden.startswith(text[: trace.start] + trace.text[:2])
    assert sum(c.isdigit() for c in trace.masked) <= 2
    assert traces(hidden) == []


def test_a_message_about_a_cell_does_not_tell_the_number_in_it():
    fault = Fault("kinerja.csv", 2, "target", "5379014101850003", "diharapkan angka")
    assert (
        str(fault)
        == "kinerja.csv, baris 2, kolom target: tertulis “53••••••••••••••”; diharapkan angka"
    )
