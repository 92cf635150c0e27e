"""Real reports typed into the Excel form as a planner would: what they print rightly comes out
again.
"""

from __future__ import annotations

import csv
import re
import shutil
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from conftest import CASES
from openpyxl.worksheet.worksheet import Worksheet
from shipped import DATA

import lkipnb
from lkipnb.audit.temuan import CATATAN
from lkipnb.bilangan import bulatkan
from lkipnb.exchange import scaffold
from lkipnb.exchange.intake import import_form
from lkipnb.exchange.isian import flat_profile
from lkipnb.load.profile import read

NOW = datetime(2026, 2, 27)
HOSPITAL, REVENUE = "rsj-jabar", "dispenda-jabar"

# Printed capaian of the revenue office that its own target and realisasi do not give: (indicator,
# year).
MISPRINTS = {
    *(("2", 2015), ("3a", 2014), ("5", 2014), ("6", 2014), ("8", 2014), ("14", 2016), ("20", 2016)),
    *((code, year) for code in ("16", "17", "19") for year in (2014, 2015, 2016)),
    *(
        ("11", 2014),
        ("11", 2015),
        ("12", 2014),
        ("18", 2016),
        ("21", 2014),
        ("21", 2016),
        ("23", 2015),
        ("23", 2016),
    ),
}


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


# The case holds figures only: no analysis, no prose, no names.
UNFILLED = {"isi-wajib", "isi-pelengkap", "isian-sementara"}


def typed(folder: Path, opd: str) -> lkipnb.Workbook:
    """Make the form, type the case into it, import it, open it."""
    data, case = folder / "data", CASES / opd / "2016"
    shutil.copytree(DATA, data)
    form = scaffold.new(opd, 2016, data).form
    book = openpyxl.load_workbook(form)
    type_profile(book["profil"], opd, case)
    for path in case.glob("*.csv"):
        type_rows(book[path.stem], table(path))
    book.save(form)
    import_form(form, data, NOW)
    return lkipnb.open(opd, 2016, bab="3", data=data)


def type_profile(sheet: Worksheet, opd: str, case: Path) -> None:
    profil, _ = read(case / "profil.yaml", "profil.yaml")
    told = flat_profile(opd, 2016, profil)
    for row in sheet.iter_rows(min_row=2):
        row[1].value = told.get(row[0].value) or None


def type_rows(sheet: Worksheet, rows: list[dict[str, str]]) -> None:
    header = [cell.value for cell in sheet[1]]
    for row in rows:
        sheet.append([typed_cell(name, row.get(name)) for name in header])


def typed_cell(name: str, value: str | None) -> float | str | None:
    """A column of codes is formatted as text in the form, so a code stays as it is typed."""
    return value or None if name == "kode_rekening" else cell(value)


def cell(value: str | None) -> float | str | None:
    """What a planner would have in the cell: a number where the text is one, nothing for
    nothing.
    """
    is_number = value and re.fullmatch(r"-?\d+\.\d+", value)
    return float(value) if is_number else value or None


def right(printed: str, exact: Decimal) -> bool:
    """Whether the print is the rounded value, to the digits that it has."""
    digits = len(printed.partition(".")[2])
    return Decimal(printed) == bulatkan(exact, digits)


def misprinted(printed: Mapping, computed: Mapping) -> set:
    """The keys whose print is no rounding of what is computed."""
    return {key for key, text in printed.items() if not right(text, computed[key])}


def claimed(opd: str) -> dict[str, str]:
    """The printed capaian of the year by indicator."""
    claims = table(CASES / opd / "2016/klaim.csv")
    return {
        row["kode"].removeprefix("K-"): row["nilai"] for row in claims if "kode=" in row["ukuran"]
    }


@pytest.fixture(scope="module")
def hospital(tmp_path_factory):
    return typed(tmp_path_factory.mktemp("rsj"), HOSPITAL)


@pytest.fixture(scope="module")
def revenue(tmp_path_factory):
    return typed(tmp_path_factory.mktemp("dispenda"), REVENUE)


def test_the_hospital_gets_the_capaian_that_it_prints(hospital):
    printed = claimed(HOSPITAL)
    assert len(printed) == 18
    assert misprinted(printed, hospital.hasil.capaian.set_index("kode").capaian_persen) == set()
    assert bulatkan(hospital.hasil.capaian_opd.capaian_persen, 2) == Decimal("94.12")


def test_the_hospital_gets_the_progress_to_the_renstra_that_it_prints(hospital):
    rows = table(CASES / HOSPITAL / "kemajuan.csv")
    printed = {row["indikator"]: row["kemajuan_persen"] for row in rows}
    assert len(printed) == 18
    assert misprinted(printed, hospital.hasil.kemajuan.set_index("kode").kemajuan_persen) == set()


def test_the_hospital_gets_every_percentage_of_its_budget_but_the_misprint(hospital):
    rows = table(CASES / HOSPITAL / "2016/anggaran.csv")
    printed = {row["kode_rekening"]: row["serapan_persen"] for row in rows}
    computed = hospital.hasil.anggaran.set_index("kode_rekening").serapan_persen
    assert len(computed) == len(printed) == 30
    assert misprinted(printed, computed) == {"2", "2.1"}


def test_the_audit_finds_the_misprints_of_the_hospital_and_no_others(hospital):
    told = [t for t in hospital.pemeriksaan[1].temuan if t.tingkat != CATATAN]
    found = [t for t in told if t.aturan not in UNFILLED]
    assert {(t.aturan, t.tercetak, t.seharusnya) for t in found} == {
        ("persen-anggaran", "89.66", "100.00")
    }
    assert len(found) == 2


def test_the_revenue_office_gets_the_capaian_that_it_prints_rightly(revenue):
    printed = {
        (row["indikator"], int(row["tahun"])): row["tercetak"]
        for row in table(CASES / REVENUE / "capaian.csv")
    }
    years = revenue.hasil.lampau | {2016: revenue.hasil.capaian}
    computed = {
        (row.kode, year): row.capaian_persen
        for year, frame in years.items()
        for row in frame.itertuples()
        if (row.kode, year) in printed
    }
    assert len(computed) == len(printed) == 68
    assert misprinted(printed, computed) == MISPRINTS


def test_three_years_of_the_revenue_office_stand_side_by_side(revenue):
    row = revenue.hasil.perbandingan.set_index("kode").loc["1"]
    assert row.deret == {2014: Decimal("16.13"), 2015: Decimal("8.75"), 2016: Decimal("15.36")}
    assert (row.perubahan, row.membaik) == (Decimal("6.61"), True)
    assert revenue.tabel.tahun_lalu("S1").html.count("<tr") > 20


def test_the_audit_finds_the_misprints_of_the_revenue_office_and_no_others(revenue):
    """Where the print is no rounding of what its own figures give."""
    wrong = misprinted(claimed(REVENUE), revenue.hasil.capaian.set_index("kode").capaian_persen)
    found = {
        t.kunci.removeprefix("kode=K-"): t
        for t in revenue.pemeriksaan[1].temuan
        if t.aturan == "capaian-klaim"
    }
    assert set(found) == wrong
    assert {"16", "17", "19", "21"} <= wrong
    assert "target dibagi realisasi" in found["17"].sebab
    assert "target dibagi realisasi" in found["21"].sebab
