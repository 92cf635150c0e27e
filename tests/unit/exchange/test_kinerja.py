"""Tables of indicators: read where the table decides, asked about where it does not, and laid over
the tables of the year.
"""

from __future__ import annotations

import csv
import json
from datetime import datetime
from pathlib import Path

import kecil
import openpyxl
import pytest

from lkipnb.cli import main
from lkipnb.errors import DataError, UsageError
from lkipnb.exchange.kinerja import Pilihan, baca, baca_kolom, gabungkan, simpan
from lkipnb.exchange.kinerja.teks import lembar_teks
from lkipnb.exchange.lra.berkas import semua_lembar
from lkipnb.exchange.lra.lembar import Lembar
from lkipnb.load import impor

NOW = datetime(2026, 11, 27, 9, 30)
HEAD = ("No", "Sasaran", "Indikator", "Satuan", "Target", "Realisasi", "Capaian (%)")
AIR = ("1", "Meningkatnya mutu pelayanan publik", "Cakupan air minum layak", "persen")


def understood(rows, tmp_path, tahun: int | None = 2023, lebar=None, **more):
    sheet = Lembar("Sheet1", [list(row) for row in rows], lebar=lebar or {})
    return baca(tmp_path / "t.xlsx", [sheet], Pilihan(tahun=tahun, **more))


def refused(rows, tmp_path, **more) -> str:
    with pytest.raises(DataError) as caught:
        understood(rows, tmp_path, **more)
    return "\n".join(map(str, caught.value.faults))


def table(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def year(tmp_path) -> Path:
    """A year with one indicator, `A1`, whose target is 60 and realisasi 50."""
    return kecil.buat(tmp_path / "data") / kecil.OPD / str(kecil.TAHUN)


def imported(rows, year: Path, tmp_path, bila_beda: str | None = None, **more):
    read = understood(rows, tmp_path, **more)
    made = gabungkan(read, year, bila_beda)
    simpan(read, made, year, NOW)
    return made


def test_a_merged_sasaran_a_numbered_header_sums_notes_and_a_signature(tmp_path):
    read = understood(
        [
            ["PENGUKURAN KINERJA TAHUN 2023"],
            HEAD,
            list("1234567"),
            ["1", "Sasaran 1: Mutu", "1) Jumlah dokumen", "dokumen", "5", "4", "80"],
            ["", "", "Persentase B", "%", "92,5", "90%", "97,3"],
            ["", "", "Rata-rata", "", "", "", "88,65"],
            ["*) data sementara"],
            ["", "", "", "", "Kupang, 3 Januari 2024"],
            ["", "", "", "", "Kepala Dinas"],
        ],
        tmp_path,
        tahun=None,
    )
    assert read.tahun == 2023
    first, second = read.butir
    assert first.kata["sasaran"] == second.kata["sasaran"] == "Mutu"
    assert (first.nama, first.nilai["target"]) == ("Jumlah dokumen", "5")
    assert second.nilai == {"target": "92,5", "realisasi": "90%", "capaian": "97,3"}
    assert read.isi.diulang == [5]
    assert [number for number, _ in read.isi.dilewati] == [6, 7, 8, 9]


def test_an_indicator_called_jumlah_is_none_of_the_sums(tmp_path):
    rows = [
        HEAD,
        ("1", "S", "Jumlah kasus **", "kasus", "", "", ""),
        ("2", "S", "Rata-rata lama sekolah", "", "8.1", "8.2", ""),
        ("", "", "Jumlah", "", "8.1", "8.2", ""),
        ("", "", "Rata-rata capaian", "", "", "", "101"),
    ]
    read = understood(rows, tmp_path)
    assert [row.nama for row in read.butir] == ["Jumlah kasus", "Rata-rata lama sekolah"]
    assert [number for number, _ in read.isi.dilewati] == [4, 5]


def test_years_and_quarters_side_by_side_below_merged_headings(tmp_path):
    read = understood(
        [
            ["Indikator", "2022", "", "2023", "", "Realisasi TW", "", "Target Renstra"],
            ["", "Target", "Realisasi", "Target", "Realisasi", "TW I", "TW II", "2026"],
            ["A", "1", "2", "3", "4", "5", "6", "7"],
        ],
        tmp_path,
        lebar={(0, 1): 2, (0, 3): 2, (0, 5): 2},
    )
    assert read.butir[0].nilai == {
        "target-2022": "1",
        "realisasi-2022": "2",
        "target": "3",
        "realisasi": "4",
        "realisasi-tw1": "5",
        "realisasi-tw2": "6",
        "renstra-2026": "7",
    }


def test_money_beside_an_indicator_is_not_used(tmp_path):
    read = understood(
        [
            ["Indikator", "Kinerja", "", "Anggaran", ""],
            ["", "Target (%)", "Realisasi (%)", "Pagu", "Realisasi"],
            ["A", "95", "93", "1000000", "980000"],
        ],
        tmp_path,
        lebar={(0, 1): 2, (0, 3): 2},
    )
    assert read.butir[0].nilai == {"target": "95", "realisasi": "93"}
    assert read.butir[0].kata["satuan"] == "persen"
    assert set(read.arti.sisa) == {3, 4}


@pytest.mark.parametrize(
    ("head", "row", "told"),
    [
        (
            ["Indikator", "Target PK", "Target Perubahan", "Realisasi"],
            ["A", "1", "2", "3"],
            "2 kolom dapat berarti target: B “Target PK”, C “Target Perubahan”; sebutkan yang"
            " dimaksud dengan --kolom, misalnya --kolom target=B",
        ),
        (
            ["Indikator", "Target", "Capaian"],
            ["A", "1", "2"],
            "kolom C “Capaian” dapat berarti realisasi atau persentase capaian",
        ),
        (
            ["Uraian", "Target", "Realisasi"],
            ["A", "1", "2"],
            "sebutkan kolomnya dengan --kolom, misalnya --kolom indikator=B",
        ),
        (["Indikator", "Target (juta)"], ["A", "1"], "ribuan, jutaan, atau miliaran"),
        (["Indikator", "Target"], ["A", "90 80"], "bukan satu nilai"),
        (["Indikator", "Target"], ["A", "2024-08-05 00:00:00"], "terbaca sebagai tanggal"),
        (["Indikator", "Target", "Realisasi"], ["A", "1", "-"], "--tanda-hubung nol"),
        (["Indikator", "Target", "Realisasi"], ["", "1", "2"], "ada isi tanpa nama indikator"),
        (["No", "Indikator", "Target"], ["", "lanjutan nama", ""], "hanya kolom indikator"),
        (["Indikator", "Target", "Capaian (%)"], ["A", "1", "3.450"], "bermakna ganda"),
        (["Indikator", "Satuan", "Target", "Realisasi"], ["A", "%", "95", "0.93"], "tulis 93"),
    ],
)
def test_what_a_table_does_not_decide_is_asked(tmp_path, head, row, told):
    assert told in refused([head, row], tmp_path)


def test_a_named_column_answers(tmp_path):
    chosen = baca_kolom(["realisasi=C", "target=B"])
    read = understood([["Indikator", "Target", "Capaian"], ["A", "1", "2"]], tmp_path, kolom=chosen)
    assert read.butir[0].nilai == {"realisasi": "2", "target": "1"}
    with pytest.raises(UsageError, match="misalnya realisasi=H"):
        baca_kolom(["pagu=C"])


@pytest.mark.parametrize(("meaning", "value"), [("nol", "0"), ("kosong", "")])
def test_a_dash_is_what_a_person_says(tmp_path, meaning, value):
    rows = [["Indikator", "Target", "Realisasi"], ["A", "1", "–"]]
    read = understood(rows, tmp_path, tanda_hubung=meaning)
    assert read.butir[0].nilai["realisasi"] == value


def test_fractions_of_capaian_are_percent_where_realisasi_over_target_shows_it(tmp_path):
    rows = [HEAD, (*AIR, "200", "190", "0.95"), ("2", "S", "B", "orang", "20", "20", "1")]
    read = understood(rows, tmp_path)
    assert [row.nilai["capaian"] for row in read.butir] == ["95", "100"]
    assert "capaian berupa pecahan dibaca dalam persen" in read.catatan
    rows = [HEAD, (*AIR, "200", "", "0.95")]
    assert "pecahan atau persen" in refused(rows, tmp_path)


def test_percentages_that_are_all_fractions_are_asked_about(tmp_path):
    rows = [HEAD, *((*AIR[:2], f"Indikator {n}", "%", "0.9", "0.8", "") for n in range(3))]
    assert "tampak pecahan" in refused(rows, tmp_path)
    assert len(understood(rows, tmp_path, apa_adanya=True).butir) == 3


def test_a_fraction_beside_percent_is_asked_about_wherever_it_stands(tmp_path):
    rows = [HEAD, (*AIR, "92%", "0.93", "")]
    assert "tulis 93 bila maksudnya 93 persen" in refused(rows, tmp_path)
    rows = [["Indikator", "Satuan", "Target 2022", "Realisasi 2022"], ["A", "%", "90", "0.9"]]
    assert "tulis 90 bila" in refused(rows, tmp_path)
    rows = [HEAD, (*AIR, "200", "190", "95"), ("2", "S", "B", "orang", "20", "19", "0.95")]
    assert "pecahan atau persen" in refused(rows, tmp_path)


@pytest.mark.parametrize(
    "section",
    [["", "Sasaran kedua", "", "", "", ""], ["Sasaran 2: Sasaran kedua"], ["2", "Sasaran kedua"]],
)
def test_a_sasaran_in_a_row_of_its_own_is_that_of_the_rows_below(tmp_path, section):
    rows = [HEAD, (*AIR, "1", "1", ""), section, ("", "", "B", "orang", "1", "1", "")]
    read = understood(rows, tmp_path)
    assert [row.kata["sasaran"] for row in read.butir] == [AIR[1], "Sasaran kedua"]


def test_another_table_below_is_passed_over_or_asked_about(tmp_path):
    money = [["No", "Program", "Anggaran", "Keterangan"], ["1", "Program A", "Rp 1.000", "APBD"]]
    read = understood([HEAD, (*AIR, "1", "1", ""), *money], tmp_path)
    assert len(read.butir) == 1
    assert read.isi.dilewati == [(3, "tabel lain sampai akhir: No Program Anggaran Keterangan")]
    other = [["Indikator", "Target Akhir", "Realisasi"], ["B", "1", "2"]]
    assert "dengan susunan lain" in refused([HEAD, (*AIR, "1", "1", ""), *other], tmp_path)


def test_a_heading_may_tell_its_formula(tmp_path):
    head = ["Indikator", "Target (3)", "Realisasi (4)", "Capaian (4/3 x 100%)"]
    read = understood([head, ["A", "1", "2", "200"]], tmp_path)
    assert read.butir[0].nilai == {"target": "1", "realisasi": "2", "capaian": "200"}


def test_a_title_of_another_year_is_refused(tmp_path):
    with pytest.raises(UsageError, match="menyebut tahun 2022"):
        understood([["TAHUN 2022"], HEAD, (*AIR, "1", "1", "")], tmp_path)
    with pytest.raises(UsageError, match="--tahun"):
        understood([HEAD, (*AIR, "1", "1", "")], tmp_path, tahun=None)


def test_a_new_indicator_gets_a_code_and_what_is_not_there_stays_empty(year, tmp_path):
    rows = [
        [*HEAD, "Predikat"],
        (*AIR, "60", "50", "83,33", "Cukup"),
        ("2", "Meningkatnya mutu", "Nilai SAKIP", "predikat", "BB", "B", "", ""),
    ]
    made = imported(rows, year, tmp_path)
    assert table(year, "sasaran")[1] == {"kode": "S2", "uraian": "Meningkatnya mutu"}
    new = table(year, "indikator")[1]
    assert (new["kode"], new["sasaran"], new["satuan"]) == ("A2", "S2", "predikat")
    assert new["polaritas"] == new["jenis"] == ""
    assert made.kosong == {"polaritas indikator": [3], "jenis indikator": [3]}
    assert table(year, "kinerja")[0]["predikat_tercetak"] == "Cukup"
    assert table(year, "kinerja")[1]["target"] == "BB"
    (claim,) = table(year, "klaim")
    assert claim["ukuran"] == "capaian.capaian_persen[kode=A1]"
    assert (claim["nilai"], claim["tempat"]) == ("83.33", "t.xlsx, lembar Sheet1, baris 2")


def test_a_difference_is_told_and_decided_by_a_person(year, tmp_path):
    rows = [HEAD, (*AIR, "65", "50.0", "")]
    before = {path.name: path.read_bytes() for path in year.glob("*.csv")}
    with pytest.raises(DataError) as caught:
        imported(rows, year, tmp_path)
    (told,) = map(str, caught.value.faults)
    assert told.startswith("t.xlsx, lembar Sheet1, baris 2, kolom E: tertulis “65”; pada tabel")
    assert "kolom target sudah tertulis “60”; ulangi dengan --bila-beda lama" in told
    assert {path.name: path.read_bytes() for path in year.glob("*.csv")} == before
    imported(rows, year, tmp_path, bila_beda="lama")
    assert table(year, "kinerja")[0]["target"] == "60"
    imported(rows, year, tmp_path, bila_beda="baru")
    assert table(year, "kinerja")[0] | {"target": "65"} == table(year, "kinerja")[0]


def test_the_same_file_twice_changes_nothing(year, tmp_path):
    rows = [HEAD, (*AIR, "60", "50", "83,33"), ("2", "S", "B", "orang", "1", "1", "100")]
    imported(rows, year, tmp_path)
    after = {path.name: path.read_bytes() for path in year.glob("*.csv")}
    assert imported(rows, year, tmp_path).berubah == []
    assert {path.name: path.read_bytes() for path in year.glob("*.csv")} == after


def test_a_claim_that_another_place_makes_is_not_repeated(tmp_path):
    claim = kecil.klaim("capaian.capaian_persen[kode=A1]", "83,33")
    year = kecil.buat(tmp_path / "data", klaim=[claim]) / kecil.OPD / str(kecil.TAHUN)
    assert imported([HEAD, (*AIR, "60", "50", "83.33")], year, tmp_path).berubah == []
    assert imported([HEAD, (*AIR, "60", "50", "84")], year, tmp_path).berubah == ["klaim"]
    assert [row["nilai"] for row in table(year, "klaim")] == ["83,33", "84"]


def test_a_cell_that_breaks_a_contract_is_told_by_its_cell(year, tmp_path):
    rows = [HEAD, ("2", "S", "B", "orang", "10", "Belum rilis", "")]
    with pytest.raises(DataError, match="Sheet1, baris 2, kolom F: tertulis “Belum rilis”"):
        imported(rows, year, tmp_path)
    assert len(table(year, "kinerja")) == 1


def test_text_in_a_cell_stays_text(year, tmp_path):
    rows = [HEAD, ("2", "S", '=cmd|"x"', "orang", "10", "1", "")]
    with pytest.raises(DataError, match="tampak seperti rumus"):
        imported(rows, year, tmp_path)


@pytest.fixture
def file(tmp_path) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (HEAD, (*AIR, 0.6, 0.5, 83.33), ("", "", "Cakupan B", "persen", 0.92, 1, 108.7)):
        sheet.append(row)
    sheet.merge_cells("B2:B3")
    for cell in ("E2", "F2", "E3", "F3"):
        sheet[cell].number_format = "0%"
    path = tmp_path / "indikator.xlsx"
    book.save(path)
    return path


def run(year: Path, *more: str) -> int:
    own = ["--opd", kecil.OPD, "--tahun", "2023", "--data", str(year.parents[1])]
    return main(["import", *own, *more])


def test_the_command_shows_then_writes_and_can_be_undone(year, file, capsys):
    before = table(year, "kinerja")
    assert run(year, "--kinerja", str(file), "--lihat") == 0
    shown = capsys.readouterr().out
    assert "target           dari kolom E “Target”" in shown
    assert "baris terakhir: 3, Cakupan B; target 92%; realisasi 100%; capaian 108.7" in shown
    assert "polaritas indikator dikosongkan (isi naik atau turun): 1 baris: baris 3" in shown
    assert table(year, "kinerja") == before
    assert run(year, "--kinerja", str(file), "--ya") == 0
    assert [row["target"] for row in table(year, "kinerja")] == ["60", "92%"]
    assert run(year, "--batal") == 0
    assert table(year, "kinerja") == before


def test_the_cells_of_a_whole_new_table_are_remembered(year, file):
    (year / "kinerja.csv").write_text("indikator,target,realisasi,nilai_pembilang,nilai_penyebut\n")
    run(year, "--kinerja", str(file), "--ya")
    known = impor.baca(year)
    assert impor.tempat(known, "kinerja.csv", 3, "target") == "indikator.xlsx, lembar Sheet, sel E3"
    assert json.loads((year / impor.FILE).read_text()).keys() == {"kinerja.csv"}


def test_two_sheets_with_a_table_are_asked_about(tmp_path, file):
    book = openpyxl.load_workbook(file)
    book.copy_worksheet(book.active).title = "lain"
    book.save(file)
    with pytest.raises(DataError, match="2 lembar memuat tabel indikator: “Sheet”, “lain”"):
        baca(file, semua_lembar(file), Pilihan(2023))
    assert baca(file, semua_lembar(file), Pilihan(2023, "lain")).lembar.nama == "lain"


MARKDOWN = """Tabel 3.1

| No | Sasaran | **Indikator** | Satuan | Target | Realisasi |
|----|---------|-----------|--------|-------:|-----------|
| 1  | Mutu    | Cakupan *air* \\| gas | persen | 60 | 50,5 |
|    |         | Cakupan `B` | persen | 92 | 100 |
"""
PIPES = """| Indikator | Satuan | Target |
| Cakupan air | persen | 60 |
"""
TABS = "Indikator\tSatuan\tTarget\nCakupan air\tpersen\t60\nCakupan B\t\t5\n"
GAPS = """No   Indikator       Satuan    Target   Realisasi
1    Cakupan air     persen    60       50
2    Cakupan B                 5        4
"""


@pytest.mark.parametrize(
    ("text", "names", "targets"),
    [
        (MARKDOWN, ["Cakupan air | gas", "Cakupan B"], ["60", "92"]),
        (PIPES, ["Cakupan air"], ["60"]),
        (TABS, ["Cakupan air", "Cakupan B"], ["60", "5"]),
        (GAPS, ["Cakupan air", "Cakupan B"], ["60", "5"]),
    ],
)
def test_pasted_tables(tmp_path, text, names, targets):
    path = tmp_path / "t.md"
    path.write_text(text, encoding="utf-8")
    read = baca(path, lembar_teks(path), Pilihan(2023))
    assert [row.nama for row in read.butir] == names
    assert [row.nilai["target"] for row in read.butir] == targets


def test_gaps_that_do_not_tell_the_columns_are_refused_by_their_line(tmp_path):
    path = tmp_path / "t.txt"
    path.write_text("Indikator  Satuan  Target\nCakupan air yang sangat layak  60\n")
    with pytest.raises(DataError, match="baris 2; kolomnya tidak jelas: baris ini 2 bagian"):
        lembar_teks(path)


@pytest.mark.parametrize("content", [b"hanya  prosa.\n\nlagi", b"", b"PK\x03\x04", b"%PDF-1.7"])
def test_a_text_without_a_table_is_refused(tmp_path, content):
    path = tmp_path / "t.txt"
    path.write_bytes(content)
    with pytest.raises(DataError, match=r"tidak ada tabel|bukan teks"):
        lembar_teks(path)


def test_a_pasted_table_goes_in_by_the_command(year, tmp_path, capsys):
    path = tmp_path / "t.md"
    path.write_text(MARKDOWN, encoding="utf-8")
    assert run(year, "--dari-teks", str(path), "--ya") == 0
    assert "lembar tabel 1, judul di baris 1" in capsys.readouterr().out
    assert table(year, "indikator")[1]["nama"] == "Cakupan air | gas"


def test_a_number_in_brackets_is_asked_about(tmp_path):
    told = refused([HEAD, ["1", "S", "Pertumbuhan", "persen", "(1,5)", "2", "90"]], tmp_path)
    assert "“(1,5)” dapat berarti di bawah nol atau sekadar catatan; tulis -1,5" in told


def test_polarisasi_is_polaritas(tmp_path):
    head = ("No", "Indikator", "Polarisasi", "Satuan", "Target", "Realisasi")
    read = understood([head, ("1", "A", "Maximize", "persen", "5", "2")], tmp_path)
    assert read.butir[0].kata["polaritas"] == "Maximize"


def test_years_named_by_their_distance(tmp_path):
    read = understood(
        [
            ["Indikator", "Realisasi", "", "", "Target"],
            ["", "Thn n-2", "Thn n-1", "Thn n", "Tahun Ini"],
            ["A", "1", "2", "3", "4"],
        ],
        tmp_path,
        lebar={(0, 1): 3},
    )
    assert read.butir[0].nilai == {
        "realisasi-2021": "1",
        "realisasi-2022": "2",
        "realisasi": "3",
        "target": "4",
    }


@pytest.mark.parametrize("end", ["s.d. TW IV", "s/d Triwulan 4", "sampai dengan 31 Desember"])
def test_what_runs_up_to_the_end_of_the_year_is_that_of_the_year(tmp_path, end):
    head = ("Indikator", "Target", "Realisasi s.d. TW III", f"Realisasi {end}")
    read = understood([head, ("A", "5", "2", "4")], tmp_path)
    assert read.butir[0].nilai == {"target": "5", "realisasi": "4"}
    assert set(read.arti.sisa) == {2}


def test_a_realisasi_of_the_year_goes_before_one_up_to_its_end(tmp_path):
    head = ("Indikator", "Target", "Realisasi", "Realisasi s.d. TW IV")
    read = understood([head, ("A", "5", "2", "4")], tmp_path)
    assert read.butir[0].nilai == {"target": "5", "realisasi": "2"}
    assert read.arti.sisa == {3: "ada kolom lain yang lebih jelas"}


def test_a_number_merged_over_two_indicators_is_a_fault(tmp_path):
    book = openpyxl.Workbook()
    for row in (HEAD, (*AIR, "60", "50", ""), ("2", "", "Cakupan listrik", "persen", "70", "", "")):
        book.active.append(row)
    book.active.merge_cells("F2:F3")
    book.save(tmp_path / "t.xlsx")
    with pytest.raises(DataError, match=r"baris 2, kolom F.*digabung atas baris 2 sampai 3"):
        baca(tmp_path / "t.xlsx", semua_lembar(tmp_path / "t.xlsx"), Pilihan(tahun=2023))
