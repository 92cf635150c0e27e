"""The tables of money: every line, every total, and what is said where an amount is not known."""

from __future__ import annotations

import pytest
import yaml
from kecil import OPD, TAHUN, anggaran, buat, buka, isi, judul

import lkipnb

PAIR = [
    anggaran("1.02.02", 100, 90),
    anggaran("1.02.02.2.01", 100, 90),
    anggaran("1.02.02.2.01.01", 60, 60),
    anggaran("1.02.02.2.01.02", 40, 30),
]


def test_a_line_is_indented_by_its_level_and_no_deeper_than_three(tmp_path):
    account = anggaran("1.02.02.2.01.01.5.1.02", 60, 60)
    deeper = anggaran("1.02.02.2.01.01.5.1.02.01", 60, 60)
    table = buka(tmp_path, anggaran=[*PAIR, account, deeper]).tabel.anggaran()
    roles = [row.peran for row in table.baris]
    indented = ["menjorok", "menjorok-2", "menjorok-3", "menjorok-3", "menjorok-2"]
    assert roles == ["program", *indented, "jumlah"]


def test_below_the_levels_of_the_law_a_code_tells_only_what_it_adds(tmp_path):
    account = anggaran("1.02.02.2.01.01.5.1.02", 60, 60)
    table = buka(tmp_path, anggaran=[*PAIR, account]).tabel.anggaran()
    assert [row[0] for row in isi(table)][2:4] == ["1.02.02.2.01.01", "5.1.02"]


def test_the_head_of_the_budget_names_the_levels_that_it_has(tmp_path):
    assert "Program, kegiatan, dan sub kegiatan" in judul(
        buka(tmp_path / "a", anggaran=PAIR).tabel.anggaran()
    )
    assert "Program" in judul(buka(tmp_path / "b", anggaran=PAIR[:1]).tabel.anggaran())


def test_pagu_before_a_change_is_a_column_where_one_line_has_it(tmp_path):
    changed = [*PAIR[:3], anggaran("1.02.02.2.01.02", 40, 30, pagu_murni_rp=35)]
    told = buka(tmp_path / "a", anggaran=changed).tabel.anggaran()
    plain = buka(tmp_path / "b", anggaran=PAIR).tabel.anggaran()
    assert "Sebelum perubahan (Rp)" in judul(told)
    assert "Sebelum perubahan (Rp)" not in judul(plain)
    at = judul(told).index("Sebelum perubahan (Rp)")
    assert [row[at] for row in isi(told)][:4] == ["95", "95", "60", "35"]


def test_amounts_before_a_change_add_up_though_some_lines_were_not_changed(tmp_path):
    grown = {"kelompok": "modal", "penggunaan": "Bangunan", "pagu_rp": 20, "pagu_murni_rp": 15}
    table = buka(tmp_path, belanja=[BELANJA[0], grown | {"realisasi_rp": 20}]).tabel.belanja()
    assert [row[1:3] for row in isi(table)] == [["80", "80"], ["15", "20"], ["95", "100"]]


@pytest.mark.parametrize(("anggaran_pk", "promised"), [("murni", "95"), ("perubahan", "100")])
def test_the_agreement_promises_the_budget_of_its_day(tmp_path, anggaran_pk, promised):
    changed = [*PAIR[:3], anggaran("1.02.02.2.01.02", 40, 30, pagu_murni_rp=35)]
    lk = _agreed(tmp_path, anggaran_pk, anggaran=changed)
    assert [row[2] for row in isi(lk.tabel.perjanjian_program())] == [promised, promised]


def test_prose_names_the_agreement_and_its_budget(tmp_path):
    grown = {"kelompok": "modal", "penggunaan": "Bangunan", "pagu_rp": 20, "pagu_murni_rp": 15}
    first = _agreed(tmp_path / "a", "murni", belanja=[BELANJA[0], grown]).konteks["perjanjian"]
    anew = _agreed(tmp_path / "b", "perubahan", belanja=[BELANJA[0], grown]).konteks["perjanjian"]
    assert dict(first) == {"nama": "Perjanjian Kinerja", "anggaran_rp": 95}
    assert dict(anew) == {"nama": "Perjanjian Kinerja Perubahan", "anggaran_rp": 100}


def _agreed(folder, anggaran_pk, **tables):
    path = buat(folder, **tables) / OPD / str(TAHUN) / "profil.yaml"
    profile = yaml.safe_load(path.read_text(encoding="utf-8"))
    profile["perjanjian"]["anggaran"] = anggaran_pk
    path.write_text(yaml.safe_dump(profile, allow_unicode=True), encoding="utf-8")
    return lkipnb.open(OPD, TAHUN, data=folder)


def test_physical_progress_is_a_column_where_one_line_tells_it(tmp_path):
    told = [*PAIR[:3], anggaran("1.02.02.2.01.02", 40, 30, fisik_persen=80)]
    table = buka(tmp_path, anggaran=told).tabel.anggaran()
    assert isi(table)[3][-1] == "80,00%"
    assert isi(table)[2][-1] == "–"


def test_a_programme_that_reports_nothing_says_so(tmp_path):
    table = buka(tmp_path, anggaran=[anggaran("1.02.02", 100)]).tabel.program()
    (row, total) = isi(table)
    assert row == ["1.02.02", "Baris 1.02.02", "100", "belum dilaporkan", "belum dilaporkan", "–"]
    assert total[1:3] == ["Jumlah seluruh belanja", "100"]


def test_what_other_sources_pay_stands_apart_with_totals_of_its_own(tmp_path):
    lines = [
        anggaran("1.02.02", 100, 90, sumber_dana="DAU"),
        anggaran("1.02.03", 70, 35, sumber_dana="APBN"),
    ]
    table = buka(tmp_path, anggaran=lines).tabel.program()
    told = [(row.grup, *cells[1:3]) for row, cells in zip(table.baris, isi(table), strict=True)]
    assert told == [
        ("APBD", "Baris 1.02.02", "100"),
        ("APBD", "Jumlah seluruh belanja APBD", "100"),
        ("Di luar APBD", "Baris 1.02.03", "70"),
        ("Di luar APBD", "Jumlah APBN", "70"),
        ("Seluruh sumber dana", "Jumlah seluruh sumber dana", "170"),
    ]


def test_the_agreement_numbers_the_programmes_and_names_the_sources_of_their_lines(tmp_path):
    lines = [
        anggaran("1.02.02", 100, 90),
        anggaran("1.02.02.2.01", 60, 60, sumber_dana="DAU"),
        anggaran("1.02.02.2.02", 40, 30, sumber_dana="DAK"),
        anggaran("1.02.03", 10, 5),
    ]
    table = buka(tmp_path, anggaran=lines).tabel.perjanjian_program()
    assert isi(table) == [
        ["1", "Baris 1.02.02", "100", "DAU, DAK"],
        ["2", "Baris 1.02.03", "10", ""],
        ["", "Jumlah", "110", ""],
    ]


def test_the_agreement_has_no_column_of_sources_where_none_is_named(tmp_path):
    table = buka(tmp_path, anggaran=PAIR).tabel.perjanjian_program()
    assert judul(table) == ["No.", "Program", "Anggaran (Rp)"]


BELANJA = [
    {"kelompok": "operasi", "penggunaan": "Belanja pegawai", "pagu_rp": 80, "realisasi_rp": 60},
    {"kelompok": "modal", "penggunaan": "Bangunan", "pagu_rp": 20, "realisasi_rp": 20},
]


def test_each_group_of_spending_is_told_with_its_use_and_summed(tmp_path):
    table = buka(tmp_path, belanja=BELANJA).tabel.belanja()
    assert isi(table) == [
        ["Belanja operasi: belanja pegawai", "80", "60", "20", "75,00%"],
        ["Belanja modal: bangunan", "20", "20", "0", "100,00%"],
        ["Jumlah", "100", "80", "20", "80,00%"],
    ]


def test_each_group_of_kinds_of_spending_has_its_own_total(tmp_path):
    kinds = [
        {"kelompok": "operasi", "jenis": "pegawai", "pagu_rp": 50, "realisasi_rp": 40},
        {"kelompok": "operasi", "jenis": "barang dan jasa", "pagu_rp": 30, "realisasi_rp": 20},
        {"kelompok": "modal", "jenis": "tanah", "pagu_rp": 20, "realisasi_rp": 20},
    ]
    table = buka(tmp_path, belanja_jenis=kinds).tabel.belanja_jenis()
    assert [row[:3] for row in isi(table)] == [
        ["Belanja pegawai", "50", "40"],
        ["Belanja barang dan jasa", "30", "20"],
        ["Jumlah belanja operasi", "80", "60"],
        ["Belanja tanah", "20", "20"],
        ["Jumlah belanja modal", "20", "20"],
    ]


def test_income_is_told_against_its_target_with_the_total(tmp_path):
    income = [
        {
            "kelompok": "pendapatan asli daerah",
            "uraian": "Retribusi",
            "target_rp": 200,
            "realisasi_rp": 250,
        },
        {"kelompok": "pendapatan asli daerah", "uraian": "Sewa", "target_rp": 100},
    ]
    table = buka(tmp_path, pendapatan=income).tabel.pendapatan()
    assert isi(table)[0] == ["Retribusi", "200", "250", "125,00%"]
    assert isi(table)[1] == ["Sewa", "100", "belum dilaporkan", "–"]
    assert isi(table)[2][:2] == ["Jumlah pendapatan", "300"]


def test_one_source_of_funds_needs_no_table(tmp_path):
    lines = [anggaran("1.02.02", 100, 90, sumber_dana="DAU")]
    assert buka(tmp_path, anggaran=lines).tabel.sumber_dana() is None


def test_several_sources_of_funds_have_a_total(tmp_path):
    lines = [
        anggaran("1.02.02", 100, 90, sumber_dana="DAU"),
        anggaran("1.02.03", 50, 50, sumber_dana="DAK"),
    ]
    assert [row[:2] for row in isi(buka(tmp_path, anggaran=lines).tabel.sumber_dana())] == [
        ["DAU", "100"],
        ["DAK", "50"],
        ["Jumlah seluruh belanja", "150"],
    ]


def test_a_budget_without_sources_has_no_table_of_them(tmp_path):
    assert buka(tmp_path, anggaran=PAIR).tabel.sumber_dana() is None


@pytest.mark.parametrize(("codes", "rows"), [(["1.02.02.2.01.01"], None), (None, 3)])
def test_programmes_that_serve_a_sasaran_are_a_table_from_two_on(tmp_path, codes, rows):
    served = codes or ["1.02.02.2.01.01", "1.02.02.2.01.02"]
    links = [{"kode": "A1", "kode_rekening": code} for code in served]
    table = buka(tmp_path, anggaran=PAIR, dukungan=links).tabel.program_pendukung("S1")
    assert (None if table is None else len(table.baris)) == rows


def test_a_line_that_serves_twice_counts_once_in_the_total(tmp_path):
    links = [{"kode": "A1", "kode_rekening": code} for code in ("1.02.02.2.01", "1.02.02.2.01.02")]
    table = buka(tmp_path, anggaran=PAIR, dukungan=links).tabel.program_pendukung("S1")
    assert isi(table)[-1][1:4] == ["Jumlah tanpa hitung ganda", "100", "90"]
