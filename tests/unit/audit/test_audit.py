"""The audit: finds what is wrong, says why, proposes the mend, and is silent about sound data."""

from __future__ import annotations

import csv
import io
import json
import random
import re
import shutil
import sys
from datetime import datetime
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from conftest import OPD, ROOT, TAHUN
from shipped import DATA

import lkipnb
from lkipnb.audit import audit, muat, nilai, saran
from lkipnb.audit.aturan import ATURAN
from lkipnb.audit.keluaran import KOLOM, layar, sebagai
from lkipnb.audit.temuan import CATATAN, GALAT
from lkipnb.cli import main
from lkipnb.errors import UsageError
from lkipnb.schemas import Anggaran

sys.path.insert(0, str(ROOT / "benchmarks"))
import audit as harness

NOW = datetime(2026, 2, 27, 9, 30)


@pytest.fixture(scope="module")
def raw():
    return audit(OPD, TAHUN, DATA, mentah=True)


@pytest.fixture
def copied(tmp_path) -> Path:
    shutil.copytree(DATA, tmp_path / "data")
    return tmp_path / "data"


def write(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, old
    path.write_text(text.replace(old, new), encoding="utf-8")


def of(hasil, aturan: str) -> list:
    return [found for found in hasil.temuan if found.aturan == aturan]


@pytest.mark.parametrize("tahun", [2021, 2022, 2023])
def test_sound_data_raise_no_alarm(tahun):
    hasil = audit("contoh", tahun, DATA, notebooks=ROOT / "notebooks")
    assert [t for t in hasil.temuan if t.tingkat != CATATAN] == []


def test_the_slipped_rows_of_the_print_are_found_and_explained(raw):
    found = of(raw, "jumlah-anggaran")
    assert {(t.baris, t.kolom, t.tercetak, t.seharusnya) for t in found} == {
        (2, "pagu_rp", "600876302", "776688052"),
        (2, "realisasi_rp", "592188285", "767747785"),
    }
    assert all("menggeser baris 14–19 membuat 4 dari 4 jumlah tepat" in t.sebab for t in found)


@pytest.mark.parametrize(
    ("aturan", "baris", "tercetak", "seharusnya"),
    [
        ("realisasi-pagu", 3, "6265251035", "paling banyak 4.679.201.102"),
        ("banyak-klaim", 3, "28", "29"),
        ("kategori-utama", 10, "70–80", "69.25"),
        ("persen-anggaran", 33, "99.93", "99.94"),
        ("jumlah-klaim", 38, "100", "60"),
        ("sebaran-pegawai", None, "16", "15"),
    ],
)
def test_the_contradictions_of_the_print_are_found_with_both_values(
    raw, aturan, baris, tercetak, seharusnya
):
    assert (baris, tercetak, seharusnya) in {
        (t.baris, t.tercetak, t.seharusnya) for t in of(raw, aturan)
    }


def test_words_of_the_print_are_judged_too(raw):
    assert {t.kunci for t in of(raw, "rumus-indikator")} == {"kode=IKU-4", "kode=IKU-7"}
    assert of(raw, "indikator-kembar")
    assert [t.baris for t in of(raw, "susunan-kode")] == [14]
    assert "strategi 1.2.4.2" in of(raw, "rumusan-sasaran")[0].sebab


def test_a_share_that_belongs_to_another_sum_is_named():
    hasil = audit(OPD, TAHUN, DATA)
    (found,) = [d.temuan for d in hasil.diterima if d.temuan.aturan == "persen-klaim"]
    assert (found.tercetak, found.seharusnya) == ("98.60", "99.27")
    assert found.sebab == "angka itu adalah serapan seluruh belanja, bukan yang disebut"


def test_the_headline_is_told_under_each_custom(raw):
    (found,) = of(raw, "kategori-utama")
    for mean in (
        "rata-rata semua indikator 69,25",
        "rata-rata sasaran 64,67",
        "dibatasi 100 65,55",
    ):
        assert mean in found.pesan
    assert (
        found.sebab
        == "hanya rata-rata semua indikator, dengan nilai menurut teks yang memberi nilai itu"
    )
    assert "rata-rata semua indikator, dengan nilai menurut teks 74,46" in found.pesan


def test_no_rule_knows_this_document():
    words = re.compile(
        r"[Ff]lores|[Ll]arantuka|[Dd]inas [Ss]osial|IKU-\d|PMKS|panti|6265251035|98[.,]60"
    )
    for path in sorted((ROOT / "lkipnb" / "audit").rglob("*.py")):
        assert not words.search(path.read_text(encoding="utf-8")), path


@cache
def sound(tahun: int):
    """The invented agency as shipped; a fault is made in a copy."""
    return muat("contoh", tahun, DATA)


@pytest.mark.parametrize("name", harness.CLASSES)
def test_a_fault_of_each_class_is_found(name):
    dice = random.Random(f"{name} 1")
    for tahun in (2021, 2023):
        materi = sound(tahun)
        wrong = harness.CLASSES[name](materi, dice)
        found = harness.judged(materi, wrong)
        assert found
        assert wrong.benar is None or any(map(wrong.benar, found))


def test_changes_that_explain_equally_well_are_all_told():
    """27.000 too little: two amounts of the same group become right by swapping two digits."""
    materi = muat("contoh", 2021, DATA)
    row = next(r.baris for r in materi.baris(Anggaran) if r.realisasi_rp == 1059230500)
    wrong = harness.cell(materi, "anggaran", row, "realisasi_rp", Decimal(1059203500))
    (found,) = harness.judged(materi, wrong)
    assert "sama mungkinnya" in found.sebab
    assert "1.488.352.000" in found.saran
    assert "1.059.230.500" in found.sebab


def test_every_rule_says_what_it_rests_on():
    for rule in ATURAN:
        assert len(rule.dasar) > 10
        assert len(rule.penjelasan) > 40
        assert rule.periksa or rule.kaitan
    assert len({rule.id for rule in ATURAN}) == len(ATURAN)


def test_nothing_single_is_claimed_where_two_things_are_wrong(copied):
    path = copied / "contoh/2023/anggaran.csv"
    write(
        path,
        "Penyusunan Dokumen Perencanaan Perangkat Daerah,102000000,102000000",
        "x,102000000,112345000",
    )
    write(path, "Evaluasi Kinerja Perangkat Daerah,84000000,84000000", "y,84000000,97654000")
    found = of(audit("contoh", 2023, copied), "jumlah-anggaran")
    assert found
    assert {"102000000", "84000000"} <= {p.terkoreksi for t in found for p in t.perbaikan} or all(
        "tidak ada satu perubahan" in t.sebab for t in found
    )


def test_a_sum_that_any_of_its_cells_could_mend_proposes_none(copied):
    """100.811.000 is no slip of the true amount, and without percentages no other relation speaks
    for a line.
    """
    path = copied / "contoh/2023/anggaran.csv"
    write(path, "102000000,102000000,101245000,99.26,100", "102000000,102000000,100811000,,100")
    write(path, "84000000,84000000,82975000,98.78", "84000000,84000000,82975000,")
    (found,) = of(audit("contoh", 2023, copied), "jumlah-anggaran")
    assert found.perbaikan == ()
    assert found.saran.startswith("salah satu dari: (1)")
    assert {p.terkoreksi for one in found.pilihan for p in one.perbaikan} == {
        "101245000",
        "83409000",
    }


def test_a_suggestion_goes_into_the_corrections_with_reason_and_evidence(copied):
    path = copied / "contoh/2023/anggaran.csv"
    write(
        path,
        "Penyusunan Dokumen Perencanaan Perangkat Daerah,102000000,102000000",
        "Penyusunan,102000000,120000000",
    )
    materi = muat("contoh", 2023, copied)
    hasil = nilai(materi)
    (found,) = of(hasil, "jumlah-anggaran")
    assert found.sebab.startswith("dua angka tertukar")
    before = path.read_bytes()
    assert saran.terima(found.id, hasil, materi, copied, NOW) == ["C01"]
    assert path.read_bytes() == before
    (row,) = list(csv.DictReader((copied / "contoh/2023/koreksi.csv").open(encoding="utf-8")))
    assert (row["tabel"], row["kolom"], row["tercetak"], row["terkoreksi"]) == (
        "anggaran",
        "pagu_rp",
        "120000000",
        "102000000",
    )
    assert found.id in row["bukti"]
    assert audit("contoh", 2023, copied).banyak(GALAT) == 0
    assert audit("contoh", 2023, copied, mentah=True).banyak(GALAT) > 0
    assert lkipnb.open("contoh", 2023, data=copied).tabel.koreksi() is not None


def test_a_suggestion_that_does_not_exist_or_mends_nothing_is_refused(copied, raw):
    materi = muat(OPD, TAHUN, copied, mentah=True)
    with pytest.raises(UsageError, match="tidak ada"):
        saran.terima("00000000", raw, materi, copied, NOW)
    with pytest.raises(UsageError, match="tidak mengusulkan"):
        saran.terima(of(raw, "sebaran-pegawai")[0].id, raw, materi, copied, NOW)


def test_an_accepted_finding_stands_aside_until_its_figures_change(copied):
    path = copied / "contoh/2023/klaim.csv"
    write(path, "Jumlah program,3", "Jumlah program,4")
    (found,) = of(audit("contoh", 2023, copied), "banyak-klaim")
    accepted = copied / "contoh/2023/penerimaan.csv"
    accepted.write_text(
        f"temuan,alasan,peran\n{found.id},Salah hitung di ikhtisar,Sekretaris\n", encoding="utf-8"
    )
    hasil = audit("contoh", 2023, copied)
    assert not of(hasil, "banyak-klaim")
    assert [(d.temuan.id, d.peran) for d in hasil.diterima] == [(found.id, "Sekretaris")]
    write(path, "Jumlah program,4", "Jumlah program,5")
    hasil = audit("contoh", 2023, copied)
    assert of(hasil, "banyak-klaim")
    assert "tidak berlaku lagi" in of(hasil, "kontrak")[0].pesan


def test_a_table_that_cannot_be_read_stops_only_the_rules_that_need_it(copied):
    (copied / "contoh/2023/klaim.csv").write_bytes(b"\xff\xfe rusak")
    hasil = audit("contoh", 2023, copied)
    needed = {
        "jumlah-klaim",
        "banyak-klaim",
        "persen-klaim",
        "hitung-klaim",
        "satuan-klaim",
        "capaian-klaim",
        "kategori-utama",
    }
    assert {rule for rule, _ in hasil.dilewati} == needed
    assert any(t.aturan == "kontrak" and t.berkas == "klaim.csv" for t in hasil.temuan)


def test_the_outputs_hold_the_documented_fields(raw):
    told = json.loads(sebagai("json", raw))
    assert list(told["temuan"][0]) == list(KOLOM)
    rows = list(csv.DictReader(io.StringIO(sebagai("csv", raw))))
    assert len(rows) == len(raw.temuan)
    page = sebagai("html", raw)
    assert "<script" not in page
    assert page.count("<tr") == len(raw.temuan) + 1
    assert raw.temuan[0].pesan in sebagai("text", raw)


def test_a_cell_is_text_in_every_output(copied):
    path = copied / "contoh/2023/klaim.csv"
    write(path, "Jumlah program,3", "<script>alert(1)</script>,4")
    hasil = audit("contoh", 2023, copied)
    assert "<script>alert" not in sebagai("html", hasil)


def test_at_a_terminal_the_findings_stand_in_a_table_as_they_were_typed(copied):
    path = copied / "contoh/2023/klaim.csv"
    write(path, "Jumlah program,3", "[bold red]Jumlah[/] program,4")
    shown = layar(audit("contoh", 2023, copied), lebar=160)
    assert "seharusnya" in shown
    assert "[bold red]jumlah[/]" in shown
    assert shown.rstrip().endswith("1 catatan.")


def test_the_command_ends_by_what_stands(copied, capsys):
    assert main(["check", "2020", "--data", str(copied)]) == 0
    assert main(["check", "2020", "--raw", "--format", "json", "--data", str(copied)]) == 1
    capsys.readouterr()
    assert main(["check", "2020", "--accept-suggestion", "00000000", "--data", str(copied)]) == 2


@pytest.mark.parametrize(
    ("table", "change"),
    [
        ("indikator", lambda rows: rows[:1]),
        ("kinerja", lambda rows: rows[:1]),
        ("kinerja", lambda rows: [*rows, rows[1]]),
        ("kinerja", lambda rows: [rows[0], ["x", *rows[1][1:]], *rows[2:]]),
        ("indikator", lambda rows: [rows[0], [*rows[1][:7], "n/a", *rows[1][8:]], *rows[2:]]),
        ("kerangka", lambda rows: [rows[0], [*rows[1][:3], ""], *rows[2:]]),
    ],
)
def test_what_breaks_a_contract_stops_only_the_rules_that_calculate_with_it(copied, table, change):
    path = copied / f"contoh/2023/{table}.csv"
    rows = list(csv.reader(path.open(encoding="utf-8", newline="")))
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(change(rows))
    hasil = audit("contoh", 2023, copied)
    assert any(t.aturan == "kontrak" and t.berkas == f"{table}.csv" for t in hasil.temuan)
    assert bool(hasil.dilewati) == (table != "kerangka")
