"""What tables and prose say of data that agencies fill in unlike the shipped ones."""

from __future__ import annotations

import csv
import re
import shutil
from pathlib import Path

import pytest
from conftest import chapter_outputs
from shipped import DATA

import lkipnb

OPD, TAHUN = "contoh", 2023
HEAD = (
    "kode_rekening,uraian,pagu_murni_rp,pagu_rp,realisasi_rp,serapan_persen,fisik_persen,"
    "sumber_dana\n"
)
PERSEN = f"""{HEAD}#1,Program Pemberdayaan,,100,,,,DAU
#1.1,Pelatihan,,60,,95.00,,
#1.2,Bantuan,,40,,82.50,,
#2,Program Pendataan,,50,40,,,
#2.1,Pencacahan,,50,40,,,
"""


@pytest.fixture
def year(tmp_path) -> Path:
    shutil.copytree(DATA, tmp_path / "data")
    return tmp_path / "data" / OPD / str(TAHUN)


def opened(year: Path) -> lkipnb.Workbook:
    return lkipnb.open(OPD, TAHUN, bab="3", data=year.parents[1])


def edited(path: Path, column: str, cells: dict[str, str]) -> None:
    """Put a value into a column of the rows with these first cells; a new column comes last."""
    with path.open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file)
    if column not in head:
        head, rows = [*head, column], [[*row, ""] for row in rows]
    for row in rows:
        row[head.index(column)] = cells.get(row[0], row[head.index(column)])
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([head, *rows])


def plain(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def without_budget_links(year: Path, budget: str) -> None:
    (year / "anggaran.csv").write_text(budget, encoding="utf-8")
    for name in ("dukungan", "belanja", "klaim"):
        (year / f"{name}.csv").unlink(missing_ok=True)


def test_numbers_run_on_though_an_indicator_of_the_first_sasaran_comes_last(year):
    table = opened(year).tabel.perjanjian_kinerja()
    numbers = [row["nomor"] for row in csv.DictReader(table.csv.splitlines())]
    assert numbers == [str(n) for n in range(1, len(numbers) + 1)]


def test_years_without_data_make_no_columns_but_a_note(year):
    with (year / "riwayat.csv").open("a", encoding="utf-8") as file:
        file.write("IK-02,2009,60,55\n")
    html = opened(year).tabel.tahun_lalu("S1").html
    assert ">2009<" in html
    assert ">2010<" not in html
    assert "Data tahun 2010–2018 tidak ada." in plain(html)


def test_a_total_of_lines_known_in_percent_is_a_dash_with_its_reason(year):
    without_budget_links(year, PERSEN)
    for table in (opened(year).tabel.program(), opened(year).tabel.anggaran()):
        assert "belum dilaporkan" not in plain(table.html)
        assert "sumbernya hanya menyebut persentase" in plain(table.html)


def test_a_line_that_reports_nothing_keeps_its_total_unreported(year):
    without_budget_links(year, PERSEN.replace("40,,82.50", "40,,"))
    assert "belum dilaporkan" in plain(opened(year).tabel.program().html)


def test_money_without_a_source_has_a_row_and_the_table_a_total(year):
    without_budget_links(year, PERSEN)
    text = plain(opened(year).tabel.sumber_dana().html)
    assert "DAU 100" in text
    assert "Sumber dana tidak disebut 50 40" in text
    assert re.search(r"Jumlah \S.* 150", text)


def test_stand_ins_for_codes_are_never_printed(year):
    without_budget_links(year, PERSEN)
    (year / "dukungan.csv").write_text("kode,kode_rekening\nS1,#1.1\n", encoding="utf-8")
    shown = " ".join(chapter_outputs(opened(year)).values())
    assert not re.search(r"#[0-9]", plain(re.sub(r"<svg.*?</svg>", "", shown, flags=re.S)))
