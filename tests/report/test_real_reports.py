"""Real reports typed into the Excel form as a planner would: what they print rightly comes out again."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from conftest import ROOT

import lkipnb
from lkipnb.audit.temuan import CATATAN
from lkipnb.exchange import scaffold
from lkipnb.exchange.form import flat_profile
from lkipnb.exchange.intake import import_form
from lkipnb.load.profile import read
from lkipnb.present.format import bulatkan

CASES = ROOT.parent / "shared" / "cases"
NOW = datetime(2026, 2, 27)
HOSPITAL, REVENUE = CASES / "jabar_rsj_2016.md", CASES / "jabar_dispenda_2014_2016.md"
PLAIN = {
    "nama": "Instansi Uji",
    "pengukuran.skala": "umum-80-60-50",
    "pengukuran.rata_rata": "sederhana",
    "pengukuran.target_nol": "tidak-terhitung",
    "pengukuran.batas_capaian": "",
    "pengukuran.dasar_skala": "",
    "penandatanganan.waktu": "2017-02-27",
    "perjanjian.waktu": "2016-01-15",
    "periode.rpjmd.awal": "2013",
    "periode.rpjmd.akhir": "2018",
    "periode.renstra.awal": "2013",
    "periode.renstra.akhir": "2018",
    "pemberitahuan": "Data uji",
}

pytestmark = pytest.mark.skipif(not CASES.is_dir(), reason="the cases of real reports are not in this machine")


def rows(path: Path, heading: str) -> list[list[str]]:
    """The cells of the Markdown table below a heading, without its header."""
    text = path.read_text(encoding="utf-8").partition(heading)[2]
    found = [line for line in re.split(r"\n## ", text)[0].splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in found[2:]]


def fill(folder: Path, opd: str, tables: dict[str, list[list[object]]]) -> lkipnb.Workbook:
    """Make the form, type the rows in, import it, open it."""
    shutil.copytree(ROOT / "data", folder / "data")
    form = scaffold.new(opd, 2016, folder / "data").form
    book = openpyxl.load_workbook(form)
    profil, _ = read(ROOT / "data/contoh/2023/profil.yaml", "profil.yaml")
    told = flat_profile(opd, 2016, profil) | PLAIN | {"opd": opd, "tahun": "2016"}
    for row in book["profil"].iter_rows(min_row=2):
        row[1].value = told.get(row[0].value) or None
    for table, typed in tables.items():
        header = [cell.value for cell in book[table][1]]
        for cells in typed:
            book[table].append([cell(cells.get(name)) for name in header])
    book.save(form)
    import_form(form, folder / "data", NOW)
    return lkipnb.open(opd, 2016, bab="3", data=folder / "data")


def cell(value: object) -> object:
    """What a planner would have in the cell: a number where the text is one, nothing for nothing."""
    is_number = isinstance(value, str) and re.fullmatch(r"-?\d+\.\d+", value)
    return float(value) if is_number else value or None


def indicator(kode: str, nama: str, satuan: str, polaritas: str = "naik", rumus: str = "") -> dict[str, str]:
    own = {"kode": kode, "sasaran": "S1", "nama": nama, "satuan": satuan, "polaritas": polaritas}
    return own | {"jenis": "angka", "rumus": rumus}


@pytest.fixture(scope="module")
def hospital(tmp_path_factory):
    indicators = rows(HOSPITAL, "## Tabel 8")
    earlier = {r[0]: re.search(r"thn lalu ([\d.]+); akhir Renstra ([\d.]+)", r[11]) for r in indicators}
    budget: list[dict] = []
    for level, kode, uraian, murni, pagu, realisasi, printed, *_ in rows(HOSPITAL, "## Tabel 11"):
        inside = sum(line["kode_rekening"].startswith(f"{kode}.") for line in budget)
        code = kode if level == "program" else f"{kode}.{inside + 1}"
        # The tables before 2021 tell levels by nesting; the amounts are typed as the print shows them.
        amounts = {"pagu_murni_rp": murni, "pagu_rp": pagu, "realisasi_rp": realisasi, "serapan_persen": printed}
        budget.append({"kode_rekening": code, "uraian": uraian} | amounts)
    tables = {
        "sasaran": [{"kode": "S1", "uraian": "Sasaran uji"}],
        "indikator": [indicator(f"IK-{r[0]}", r[2], "persen" if r[2][0] == "%" else "nilai") for r in indicators],
        "kinerja": [{"indikator": f"IK-{r[0]}", "target": r[5], "realisasi": r[6]} for r in indicators],
        "riwayat": [{"indikator": f"IK-{n}", "tahun": 2015, "realisasi": m[1]} for n, m in earlier.items()],
        "renstra": [{"indikator": f"IK-{n}", "tahun": 2018, "target": m[2]} for n, m in earlier.items()],
        "anggaran": budget,
        "klaim": [claim(f"IK-{r[0]}", r[7]) for r in indicators],
    }
    return fill(tmp_path_factory.mktemp("rsj"), "rsj-uji", tables)


def claim(kode: str, printed: str) -> dict[str, str]:
    """A printed capaian as a claim."""
    own = {"kode": f"K-{kode}", "tempat": "Tabel", "uraian": f"Capaian {kode}", "nilai": printed, "satuan": "persen"}
    return own | {"ukuran": f"capaian.capaian_persen[kode={kode}]"}


def right(printed: str, exact: Decimal) -> bool:
    """Whether the print is the rounded value, to the digits that it has."""
    digits = len(printed.partition(".")[2])
    return Decimal(printed) == bulatkan(exact, digits)


def test_the_hospital_gets_the_capaian_that_it_prints(hospital):
    computed = hospital.hasil.capaian.set_index("kode").capaian_persen
    printed = {f"IK-{r[0]}": r[7] for r in rows(HOSPITAL, "## Tabel 8")}
    assert len(printed) == 18
    assert [kode for kode, text in printed.items() if not right(text, computed[kode])] == []
    assert bulatkan(hospital.hasil.capaian_opd.capaian_persen, 2) == Decimal("94.12")


def test_the_hospital_gets_the_progress_to_the_renstra_that_it_prints(hospital):
    progress = hospital.hasil.kemajuan.set_index("kode").kemajuan_persen
    printed = {f"IK-{r[0]}": re.search(r"thd akhir printed ([\d.]+)", r[11])[1] for r in rows(HOSPITAL, "## Tabel 8")}
    assert [kode for kode, text in printed.items() if not right(text, progress[kode])] == []


def test_the_hospital_gets_every_percentage_of_its_budget_but_the_misprint(hospital):
    lines = hospital.hasil.anggaran
    printed = rows(HOSPITAL, "## Tabel 11")
    assert len(lines) == len(printed) == 30
    by_name = {(row.uraian, str(row.tingkat)): row.serapan_persen for row in lines.itertuples()}
    wrong = [r[2] for r in printed if not right(r[6], by_name[r[2], {"program": "1", "kegiatan": "2"}[r[0]]])]
    assert wrong == ["Program Pengembangan Lingkungan Sehat", "Penyelenggaraan K3 RS Jiwa"]


def test_the_audit_finds_the_misprints_of_the_hospital_and_no_others(hospital):
    found = [t for t in hospital.pemeriksaan[1].temuan if t.tingkat != CATATAN]
    assert {(t.aturan, t.tercetak, t.seharusnya) for t in found} == {("persen-anggaran", "89.66", "100.00")}
    assert len(found) == 2


def revenue_rows() -> Iterator[tuple[str, list[str]]]:
    for row in rows(REVENUE, "Three-year table"):
        if row[4:14:4] != ["", "", ""]:
            yield row[0], row


@pytest.fixture(scope="module")
def revenue(tmp_path_factory):
    """Rows whose cells are numbers; 3c of 2014 is printed as `1.834 T` and left out of that year."""
    own, this_year, past = [], [], []
    for kode, r in revenue_rows():
        if not r[12]:
            continue
        falls = r[3] == "−"
        own.append(indicator(kode, r[1], r[2].replace("%", "persen"), "turun" if falls else "naik"))
        this_year.append({"indikator": kode, "target": r[12], "realisasi": r[13]})
        for year, at in ((2014, 4), (2015, 8)):
            if r[at] and "T" not in r[at]:
                past.append({"indikator": kode, "tahun": year, "target": r[at], "realisasi": r[at + 1]})
    tables = {
        "sasaran": [{"kode": "S1", "uraian": "Sasaran uji"}],
        "indikator": own,
        "kinerja": this_year,
        "riwayat": past,
        "klaim": [claim(kode, r[14]) for kode, r in revenue_rows() if r[12]],
    }
    return fill(tmp_path_factory.mktemp("dispenda"), "dispenda-uji", tables)


@pytest.mark.parametrize(("year", "at"), [(2014, 4), (2015, 8), (2016, 12)])
def test_the_revenue_office_gets_the_capaian_that_it_prints_rightly(revenue, year, at):
    frame = revenue.hasil.capaian if year == 2016 else revenue.hasil.lampau[year]
    computed = frame.set_index("kode").capaian_persen
    compared = 0
    for kode, r in revenue_rows():
        printed, recomputed = r[at + 2], r[at + 3]
        if kode in computed.index and re.fullmatch(r"[\d.]+", recomputed) and Decimal(printed) == Decimal(recomputed):
            assert right(printed, computed[kode]), (kode, printed, computed[kode])
            compared += 1
    assert compared >= 11


def test_three_years_of_the_revenue_office_stand_side_by_side(revenue):
    row = revenue.hasil.perbandingan.set_index("kode").loc["1"]
    assert row.deret == {2014: Decimal("16.13"), 2015: Decimal("8.75"), 2016: Decimal("15.36")}
    assert (row.perubahan, row.membaik) == (Decimal("6.61"), True)
    assert revenue.tabel.tahun_lalu("S1").html.count("<tr") > 20


def test_the_audit_finds_the_misprints_of_the_revenue_office_and_no_others(revenue):
    """Where the print is no rounding of what its own figures give."""
    printed = {kode: r[14] for kode, r in revenue_rows() if r[12]}
    computed = revenue.hasil.capaian.set_index("kode").capaian_persen
    wrong = {kode for kode, text in printed.items() if not right(text, computed[kode])}
    found = {t.kunci.removeprefix("kode=K-"): t for t in revenue.pemeriksaan[1].temuan if t.aturan == "capaian-klaim"}
    assert set(found) == wrong
    assert {"16", "17", "19", "21"} <= wrong
    assert "target dibagi realisasi" in found["17"].sebab
    assert "target dibagi realisasi" in found["21"].sebab
