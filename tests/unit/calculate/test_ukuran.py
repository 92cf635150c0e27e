"""The language of measures: what it cannot mean is refused with what was expected; nothing passes
in silence.
"""

from __future__ import annotations

import random
import shutil
from decimal import Decimal

import pytest
from conftest import OPD, TAHUN
from shipped import DATA

import lkipnb
from lkipnb.audit import audit
from lkipnb.calculate.isi_ukuran import isi_ukuran
from lkipnb.calculate.ukuran import hitung
from lkipnb.errors import DataError
from lkipnb.schemas.ukuran import KAMUS, UkuranSalah, baca

SEED = 20261125


@pytest.fixture(scope="module")
def isi():
    lk = lkipnb.open("contoh", 2023, data=DATA)
    return isi_ukuran(lk.data, lk.results, lk.skala)


def claim(data, ukuran: str, nilai: str = "1", row: int = 2) -> None:
    data.set("klaim", row, "ukuran", ukuran)
    data.set("klaim", row, "nilai", nilai)


WRONG = [
    ("anggaran.serapam", "barangkali maksudnya “serapan”"),
    ("angaran.serapan", "barangkali maksudnya “anggaran”"),
    ("capaian.capaian_persen[kode=IKU-99]", "barangkali maksudnya “IKU-9”"),
    ("kinerja.realisasi[indikator=IKU-10]", "barangkali maksudnya “IKU-1”"),
    ("anggaran.pagu_rp[kode=1]", "kolom pemilih anggaran “kode” tidak dikenal"),
    ("anggaran.banyak[tingkatan=2]", "barangkali maksudnya “tingkat”"),
    ("anggaran.banyak[tingkat=dua]", "tingkat diharapkan angka"),
    ("anggaran.pagu_rp[kode_rekening=1 06 01 99]", "tidak ada kode_rekening"),
    ("pegawai_eselon.jumlah[eselon=Eselon V]", "barangkali maksudnya “Eselon IV”"),
    ("belanja.pagu_rp[kelompok=langsug]", "barangkali maksudnya “langsung”"),
    ("capaian.capaian_persen", "cocok dengan 9 baris"),
    ("capaian.capaian_persen[sasaran=S1]", "tambahkan syarat pada kode"),
    ("riwayat.realisasi[indikator=IKU-1; tahun=2019]", ""),
    ("capaian.banyak[predikat=Baik Sekali]", "tidak ada predikat"),
    ("capaian.banyak[kode=IKU-1; kode=IKU-2]", "disyaratkan dua kali"),
    ("anggaran.banyak[]", "belum ada syarat"),
    ("anggaran.banyak[tingkat]", "diharapkan kolom=nilai"),
    ("anggaran", "diharapkan tabel.kolom"),
    ("fakta.uraian[kode=pkh]", "besaran fakta “uraian” tidak dikenal"),
    ("anggaran.pagu_rp[tingkat=9]", "tidak ada tingkat “9”"),
]


@pytest.mark.parametrize(("ukuran", "word"), [case for case in WRONG if case[1]])
def test_a_measure_that_names_nothing_is_refused_with_its_cell_and_what_was_meant(
    data, ukuran, word
):
    claim(data, ukuran)
    with pytest.raises(DataError) as caught:
        lkipnb.open(OPD, TAHUN, data=data.path)
    (fault,) = caught.value.faults
    assert (fault.file, fault.row, fault.column, fault.value) == ("klaim.csv", 2, "ukuran", ukuran)
    assert word in fault.expected


@pytest.mark.parametrize(
    "ukuran", ["anggaran.serapam", "capaian.capaian_persen", "anggaran.pagu_rp[kode=1]"]
)
def test_check_tells_it_too_and_goes_on(data, ukuran):
    claim(data, ukuran)
    found = [t for t in audit(OPD, TAHUN, data.path).temuan if t.kolom == "ukuran"]
    assert [(t.tingkat, t.berkas, t.baris) for t in found] == [("galat", "klaim.csv", 2)]


def test_a_year_without_a_past_tells_that_its_history_cannot_be_computed(data):
    claim(data, "riwayat.realisasi[indikator=IKU-1; tahun=2019]", "3")
    lk = lkipnb.open(OPD, TAHUN, data=data.path)
    row = lk.hasil.klaim.iloc[0]
    assert (row.cocok, row.sebab.endswith("belum ada datanya")) == (None, True)
    (found,) = [t for t in audit(OPD, TAHUN, data.path).temuan if t.aturan == "hitung-klaim"]
    assert found.tingkat == "catatan"


@pytest.mark.parametrize(
    ("ukuran", "nilai", "right"),
    [
        ("kemajuan.kemajuan_persen[kode=IK-03]", "91.00", "90.00"),
        ("capaian.pertumbuhan_persen[kode=IK-03]", "-18.50", "-18.52"),
        ("capaian.perubahan[kode=IK-03]", "-3.2", "-3.5"),
        ("efisiensi.ne[kode=IK-01]", "80.00", "79.07"),
        ("anggaran.sisa_rp", "1", "1102516050"),
        ("riwayat.realisasi[indikator=IK-03; tahun=2019]", "24.6", "24.1"),
        ("sasaran.capaian_persen[kode=S1]", "1.00", None),
        ("capaian.banyak[status=tercapai]", "99", None),
        ("capaian.banyak[kode=IK-01; predikat=Cukup]", "1", "0"),
    ],
)
def test_a_claim_about_anything_that_the_report_shows_is_judged(tmp_path, ukuran, nilai, right):
    shutil.copytree(DATA, tmp_path / "data")
    path = tmp_path / "data/contoh/2023/klaim.csv"
    head = path.read_text(encoding="utf-8").splitlines()[0]
    path.write_text(f"{head}\nK1,BAB III,Sebuah angka,{nilai},,persen,{ukuran}\n", encoding="utf-8")
    (found,) = [t for t in audit("contoh", 2023, tmp_path / "data").temuan if t.tingkat == "galat"]
    assert (found.berkas, found.baris, found.tercetak) == ("klaim.csv", 2, nilai)
    assert right is None or found.seharusnya == right


def test_a_claimed_capaian_with_a_broken_scale_does_not_stop_the_check(tmp_path):
    shutil.copytree(DATA, tmp_path / "data")
    folder = tmp_path / "data/contoh/2023"
    (folder / "skala.csv").write_text(
        "predikat,dari,sampai\nBaik,80,\nKurang,60,79.9\n", encoding="utf-8"
    )
    head = (folder / "klaim.csv").read_text(encoding="utf-8").splitlines()[0]
    line = "K1,BAB III,Capaian,90,,persen,capaian.capaian_persen[kode=IK-01]"
    (folder / "klaim.csv").write_text(f"{head}\n{line}\n", encoding="utf-8")
    hasil = audit("contoh", 2023, tmp_path / "data")
    assert any(t.berkas == "skala.csv" for t in hasil.temuan)
    assert "capaian-klaim" in dict(hasil.dilewati)


def test_a_group_of_the_budget_is_counted_once(isi):
    whole = hitung(baca("anggaran.pagu_rp"), isi).nilai
    by_level = [
        hitung(baca(f"anggaran.pagu_rp[tingkat={level}]"), isi).nilai for level in (1, 2, 3)
    ]
    assert by_level == [whole] * 3
    inside = [row for row in isi.baris["anggaran"] if row["program"] == "1.02.01" and row["rinci"]]
    assert hitung(baca("anggaran.pagu_rp[program=1.02.01]"), isi).nilai == sum(
        row["pagu_rp"] for row in inside
    )


def test_a_whole_and_its_parts_are_not_added_up(isi):
    assert hitung(baca("fakta.nilai[indikator=IK-07]"), isi).nilai == Decimal(19)
    with pytest.raises(UkuranSalah, match="bersatuan berlainan"):
        hitung(baca("fakta.nilai"), isi)


def test_whatever_is_written_gives_a_value_a_reason_or_a_sentence(isi):
    """Every table with every figure, under conditions right, wrong and of the wrong kind."""
    dice, told = random.Random(SEED), []
    for name, table in KAMUS.items():
        rows = isi.baris[name]
        for kolom in table.besaran:
            for _ in range(12):
                teks = f"{name}.{kolom}" + _conditions(dice, table, rows)
                try:
                    got = hitung(baca(teks), isi)
                except UkuranSalah as salah:
                    told.append(str(salah))
                else:
                    told.append(got.sebab or got.nilai)
    assert len(told) > 1500
    assert all(isinstance(each, Decimal | str) and each != "" for each in told)


def _conditions(dice: random.Random, table, rows) -> str:
    parts = []
    for column in dice.sample(
        list(table.pemilih), dice.randrange(0, min(3, len(table.pemilih)) + 1)
    ):
        held = [row.get(column) for row in rows] or [None]
        value = dice.choice(
            [dice.choice(held), "x", "", "1", "n/a", "²", "9" * 30, "a;b", '"', "[", "NaN"]
        )
        parts.append(f"{column}={value}")
    return f"[{'; '.join(parts)}]" if parts or dice.random() < 0.1 else ""


@pytest.mark.parametrize(
    "teks", ["", " ", ".", "[", "a.b", "a.b[c=d", "anggaran.pagu_rp]", "x" * 10_000, "a.b[" * 200]
)
def test_what_is_no_measure_is_refused(teks):
    with pytest.raises(UkuranSalah):
        baca(teks)
