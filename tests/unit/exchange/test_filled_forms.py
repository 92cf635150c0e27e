"""Forms as people fill them: read where there is one reading, else asked for by the cell."""

from __future__ import annotations

import csv
import shutil
import zipfile
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
import yaml
from conftest import CASES

import lkipnb
from lkipnb.errors import DataError, UsageError
from lkipnb.exchange import scaffold
from lkipnb.exchange.intake import import_form, undo
from lkipnb.load import buku

OPD, TAHUN = "kecamatan", 2024
NOW = datetime(2026, 11, 27, 9, 30)
OLD = Path(__file__).with_name("formulir_ad44a16.yaml")


@pytest.fixture(scope="module")
def filled(tmp_path_factory) -> Path:
    """A form that holds the invented kecamatan."""
    data = tmp_path_factory.mktemp("sumber") / "data"
    shutil.copytree(CASES / OPD, data / OPD)
    path = data / "formulir.xlsx"
    scaffold.export(OPD, TAHUN, data, path)
    return path


class Form:
    """A copy of the filled form, to be changed, and the data folder that it goes into."""

    def __init__(self, source: Path, folder: Path):
        self.path = folder / "formulir.xlsx"
        self.data = folder / "data"
        self.year = self.data / OPD / str(TAHUN)
        self.book = openpyxl.load_workbook(source)

    def sheet(self, name: str):
        return self.book[name]

    def put(self, sheet: str, cell: str, value: object, shown: str = "") -> None:
        self.book[sheet][cell] = value
        if shown:
            self.book[sheet][cell].number_format = shown

    def field(self, name: str, value: object) -> str:
        """Fill a field of the profile; gives its cell."""
        for row in self.book["profil"].iter_rows():
            if row[0].value == name:
                row[1].value = value
                return row[1].coordinate
        raise KeyError(name)

    def read(self):
        self.book.save(self.path)
        return import_form(self.path, self.data, NOW)

    def refused(self) -> list[str]:
        with pytest.raises(DataError) as caught:
            self.read()
        assert not self.year.exists()
        return [str(fault) for fault in caught.value.faults]

    def rows(self, table: str) -> list[dict[str, str]]:
        with (self.year / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))


@pytest.fixture
def form(filled, tmp_path) -> Form:
    return Form(filled, tmp_path)


def test_words_days_and_names_are_read_as_they_are_meant(form):
    form.put("indikator", "F4", "Naik ")
    form.put("indikator", "G5", "ANGKA")
    form.put("triwulan", "C4", "TW I")
    form.put("renstra", "C4", datetime(int(form.sheet("renstra")["C4"].value), 1, 1))
    form.field("perjanjian.waktu", "10 Januari 2024")
    form.field("pengukuran.rata_rata", "Sederhana")
    form.field("dasar_hukum", "Perpres Nomor 29 Tahun 2014; permenpanrb-53-2014")
    code = form.sheet("indikator")["B5"].value
    form.put("kinerja", "B5", f" {code.lower()}\u00a0")
    done = form.read()
    assert form.rows("kinerja")[1]["indikator"] == code
    assert form.rows("indikator")[0]["polaritas"] == "naik"
    assert form.rows("indikator")[1]["jenis"] == "angka"
    assert form.rows("triwulan")[0]["triwulan"] == "1"
    profil = yaml.safe_load((form.year / "profil.yaml").read_text(encoding="utf-8"))
    assert profil["perjanjian"]["waktu"] == "2024-01-10"
    assert profil["dasar_hukum"] == ["perpres-29-2014", "permenpanrb-53-2014"]
    assert "Lembar indikator, sel F4: “Naik” dibaca naik." in done.notes


def test_sheets_and_columns_are_found_wherever_they_stand(form):
    form.sheet("anggaran").title = "Anggaran 2024"
    form.book.create_sheet("Catatan")["A1"] = "ingat"
    sheet = form.sheet("sasaran")
    sheet.insert_cols(2)
    sheet["B1"], sheet["B4"] = "No", 1
    sheet = form.book["Anggaran 2024"]
    headings = {cell.value: cell for cell in sheet[1]}
    headings["pagu_rp"].value = "Pagu_RP\n(Rp)"
    headings["realisasi_rp"].value = "realisasi"
    sheet["L5"] = "SPJ, menyusul"
    done = form.read()
    assert done.rows["anggaran"] == len(form.rows("anggaran"))
    assert form.rows("anggaran")[0]["pagu_rp"]
    assert "Lembar Anggaran 2024: dibaca sebagai lembar anggaran." in done.notes
    assert "Lembar Catatan: bukan bagian formulir; dilewati." in done.notes
    assert "Lembar Anggaran 2024, kolom L: bukan kolom formulir; dilewati." in done.notes


def test_sums_and_blank_rows_are_passed_over_and_merged_words_repeated(form):
    sheet = form.sheet("anggaran")
    last = sheet.max_row
    sheet.cell(last + 2, 3).value = "Jumlah"
    sheet.cell(last + 2, 5).value = 1
    renstra = form.sheet("renstra")
    first = renstra["B4"].value
    rows = [r for r in range(4, renstra.max_row + 1) if renstra.cell(r, 2).value == first]
    renstra.merge_cells(f"B{rows[0]}:B{rows[-1]}")
    done = form.read()
    assert f"Lembar anggaran, baris {last + 2}: baris jumlah; dilewati." in done.notes
    assert [row["indikator"] for row in form.rows("renstra")][: len(rows)] == [first] * len(rows)


def test_the_example_row_filled_in_is_data_and_half_filled_is_asked(form):
    form.put("sasaran", "C3", "Sasaran tambahan")
    form.put("sasaran", "B3", "S99")
    form.put("aset", "C3", "Komputer")
    told = form.refused()
    assert any("lembar aset, baris 3; baris contoh diubah" in line for line in told)
    assert not any("lembar sasaran, baris 3" in line for line in told)


def test_every_fault_is_told_at_once_and_none_that_follows_from_another(form):
    form.put("indikator", "G5", "tingkat")
    form.put("sasaran", "B4", datetime(2024, 1, 2))
    form.put("kinerja", "D4", "1.876")
    form.put("anggaran", "E5", "=1+1")
    form.put("anggaran", "B6", 7.01)
    nip = form.field("kepala.nip", 197001011990011001)
    scale = form.field("pengukuran.skala", "ngawur")
    form.put("belanja", "E4", "8,60x")
    told = form.refused()
    cells = [line.split(", sel ")[1].split(",")[0] for line in told]
    assert sorted(cells) == sorted([nip, scale, "B4", "G5", "D4", "E4", "E5", "B6"]), told
    assert any("tulis 1876 bila ribuan, atau 1,8760 bila desimal" in line for line in told)


def test_equal_refusals_are_one_line_and_the_whole_list_stands_beside_until_the_form_goes_in(form):
    sheet = form.sheet("renstra")
    for row in range(4, 12):
        sheet.cell(row, 4).value = "-"
    told = form.refused()
    assert told[0].startswith("formulir.xlsx, lembar renstra, sel D4, kolom target: tertulis “-”")
    assert told[0].endswith("(8 kali; juga sel D5, D6, D7, dan 4 lagi)")
    assert told[1:] == [
        "formulir.xlsx; daftar lengkapnya, 8 kesalahan, ada di formulir.xlsx.kesalahan.txt"
    ]
    beside = form.path.with_name("formulir.xlsx.kesalahan.txt")
    assert len(beside.read_text(encoding="utf-8").splitlines()) == 8
    for row in range(4, 12):
        sheet.cell(row, 4).value = 50
    form.read()
    assert not beside.exists()


def test_a_list_of_refusals_in_the_folder_of_a_year_is_no_unknown_file(form):
    form.read()
    (form.year / "formulir-2.xlsx.kesalahan.txt").write_text("baris\n")
    assert lkipnb.open(OPD, TAHUN, data=form.data).data.lain == ()


def test_formulas_are_told_from_the_one_reading(form, monkeypatch):
    form.put("anggaran", "E4", 8612345)
    form.book.save(form.path)
    _with_formula(form.path, "8612345")
    opened = []
    real = buku.buka_excel
    monkeypatch.setattr(buku, "buka_excel", lambda path: opened.append(path) or real(path))
    done = import_form(form.path, form.data, NOW)
    assert done.notes[0] == "Rumus Excel dibaca menurut hasilnya: lembar anggaran sel E4."
    assert form.rows("anggaran")[0]["pagu_rp"] == "8612345"
    assert len(opened) == 1


def _with_formula(path: Path, value: str) -> None:
    """Put a formula into the cell that holds `value`, which stays as what Excel stored for it."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    stored = f"<v>{value}</v>".encode()
    with zipfile.ZipFile(path, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content.replace(stored, b"<f>SUM(E5:E6)</f>" + stored))


def _exchange(sheet, one: str, other: str) -> None:
    """Exchange the headings alone, as one who types them anew."""
    cells = {cell.value: cell for cell in sheet[1]}
    cells[one].value, cells[other].value = other, one


def _exchange_all(sheet, one: str, other: str) -> None:
    """Exchange what stands below two headings."""
    at = {cell.value: cell.column for cell in sheet[1]}
    for row in range(4, sheet.max_row + 1):
        left, right = sheet.cell(row, at[one]), sheet.cell(row, at[other])
        left.value, right.value = right.value, left.value


def test_exchanged_headings_are_asked_about_and_taken_as_they_stand_when_told_so(form):
    _exchange(form.sheet("belanja"), "pagu_rp", "realisasi_rp")
    told = form.refused()
    assert len(told) == 2
    assert told[0].startswith("formulir.xlsx, lembar belanja, sel E1, kolom realisasi_rp")
    assert "milik kolom pagu_rp, jadi judulnya tampak tertukar" in told[0]
    assert import_form(form.path, form.data, NOW, apa_adanya=True).rows["belanja"]


@pytest.mark.parametrize(
    ("sheet", "one", "other", "why"),
    [
        ("anggaran", "pagu_rp", "realisasi_rp", "realisasi melebihi pagu pada semua baris"),
        ("belanja", "pagu_rp", "realisasi_rp", "realisasi melebihi pagu pada semua baris"),
        ("kinerja", "target", "realisasi", "isinya bertukar menurut renstra"),
    ],
)
def test_columns_whose_cells_were_exchanged_are_asked_about(form, sheet, one, other, why):
    _exchange_all(form.sheet(sheet), one, other)
    (told,) = [line for line in form.refused() if "tampak tertukar" in line]
    assert told.startswith(f"formulir.xlsx, lembar {sheet}; kolom {one} dan {other}")
    assert why in told


def test_one_row_that_speaks_against_it_ends_the_suspicion(form):
    _exchange_all(form.sheet("anggaran"), "pagu_rp", "realisasi_rp")
    sheet = form.sheet("anggaran")
    at = {cell.value: cell.column for cell in sheet[1]}
    sheet.cell(7, at["realisasi_rp"]).value = 1
    form.read()


def test_whole_columns_that_were_moved_are_read_by_their_headings(form):
    sheet = form.sheet("kinerja")
    _exchange(sheet, "target", "realisasi")
    at = {cell.value: cell.column for cell in sheet[1]}
    for row in range(2, sheet.max_row + 1):
        left, right = sheet.cell(row, at["target"]), sheet.cell(row, at["realisasi"])
        left.value, right.value = right.value, left.value
    form.read()
    assert form.rows("kinerja")[0]["target"] == "86"


def _plan(form, codes: list[object], parents: list[object]) -> None:
    """A plan of these codes in place of that of the form."""
    sheet = form.sheet("kerangka")
    for row in range(4, sheet.max_row + 1):
        for column in range(2, 6):
            sheet.cell(row, column).value = None
    for row, (code, parent) in enumerate(zip(codes, parents, strict=True), start=4):
        level = ("misi", "tujuan", "sasaran")[str(code).count(".")]
        for column, value in enumerate((code, level, parent, f"Butir {row}"), start=2):
            cell = sheet.cell(row, column)
            cell.number_format = "General"
            cell.value = value


@pytest.mark.parametrize(
    ("codes", "parents", "at", "right", "why"),
    [
        (
            ["1", *(f"1.{n}" for n in range(1, 10)), 1.1, "1.11"],
            [None, *["1"] * 11],
            10,
            "1.10",
            "nomor itu menyambung",
        ),
        (["1", "1.01", "1.09", 1.1, "1.11"], [None, *["1"] * 4], 3, "1.10", "ruas kode"),
        (["1", "1.9", 1.1, "1.10.1"], [None, "1", "1", "1.10"], 2, "1.10", "kode itu disebut"),
        (["1", 1.1, 1.2], [None, "1", "1"], 2, "1.2", "nomor itu menyambung"),
    ],
)
def test_a_code_that_lost_its_last_zero_is_mended_where_one_reading_is_left(
    form, codes, parents, at, right, why
):
    _plan(form, codes, parents)
    done = form.read()
    assert form.rows("kerangka")[at]["kode"] == right
    (note,) = [n for n in done.notes if f"dibaca {right}, karena {why}" in n]
    assert f"Lembar kerangka, sel B{at + 4}: kode tersimpan sebagai angka" in note


def test_what_refers_to_such_a_code_is_mended_with_it(form):
    _plan(form, ["1", "1.9", "1.10", "1.10.1"], [None, "1", "1", 1.1])
    done = form.read()
    assert form.rows("kerangka")[3]["induk"] == "1.10"
    assert any("sel D7: kode tersimpan sebagai angka 1.1; dibaca 1.10" in n for n in done.notes)


@pytest.mark.parametrize(
    ("codes", "parents"),
    [
        (["1", 1.3], [None, "1"]),
        (["1", "1.1", "1.2", 1.5], [None, *["1"] * 3]),
        (["1", "1.1", "1.2", 1.1], [None, *["1"] * 3]),
    ],
)
def test_a_code_that_may_be_another_is_asked_for(form, codes, parents):
    _plan(form, codes, parents)
    (told,) = form.refused()
    assert "lembar kerangka" in told
    assert "kode ini tersimpan sebagai angka" in told


def test_thousands_are_the_only_reading_of_rupiah(form):
    form.put("anggaran", "E4", "8.600")
    form.put("anggaran", "F4", "Rp 8.500,00")
    done = form.read()
    assert form.rows("anggaran")[0]["pagu_rp"] == "8600"
    assert "Lembar anggaran, sel E4: “8.600” dibaca 8600." in done.notes


def test_a_form_for_another_year_than_its_folder_is_refused_by_its_cell(form):
    folder = form.data / OPD / "2023"
    folder.mkdir(parents=True)
    form.path = folder / "formulir.xlsx"
    (line,) = form.refused()
    assert "isian tahun: tertulis “kecamatan/2024”" in line


def test_what_came_beside_the_form_stays(form):
    form.read()
    fix = "C01,sasaran,kode=S1,uraian,{0},{0} baik,Salah ketik.,Dokumen lain.\n"
    text = form.rows("sasaran")[0]["uraian"]
    header = "kode,tabel,kunci,kolom,tercetak,terkoreksi,alasan,bukti\n"
    (form.year / "koreksi.csv").write_text(header + fix.format(text), encoding="utf-8")
    form.put("sasaran", "C5", "Rumusan baru sasaran kedua")
    done = form.read()
    assert "koreksi" in done.kept
    assert form.rows("koreksi")[0]["kode"] == "C01"
    form.put("sasaran", "C4", f"{text} baik")
    done = form.read()
    assert "Koreksi C01 dilepas: sel itu dalam formulir sudah benar." in done.notes


def test_the_last_import_is_undone_and_done_again(form):
    with pytest.raises(UsageError, match="Tidak ada cadangan"):
        undo(OPD, TAHUN, form.data, NOW)
    form.read()
    before = form.rows("sasaran")
    form.put("sasaran", "C4", "Rumusan lain")
    form.read()
    undo(OPD, TAHUN, form.data, NOW)
    assert form.rows("sasaran") == before
    undo(OPD, TAHUN, form.data, NOW)
    assert form.rows("sasaran")[0]["uraian"] == "Rumusan lain"


def test_a_form_of_an_older_version_goes_in(form, tmp_path):
    """Its columns, examples and fields are as the program wrote them then."""
    old = yaml.safe_load(OLD.read_text(encoding="utf-8"))
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name, fields in (("profil", old["profil"]), ("narasi", old["narasi"])):
        source = {row[0].value: row[1].value for row in form.sheet(name).iter_rows()}
        sheet = made.create_sheet(name)
        sheet.append([cell.value for cell in form.sheet(name)[1]])
        for field in fields:
            sheet.append([field, source.get(field), "keterangan lama"])
    for name, columns in old["lembar"].items():
        sheet = made.create_sheet(name)
        sheet.append(["#", *columns])
        sheet.append(["keterangan", *("keterangan lama" for _ in columns)])
        sheet.append(["contoh", *columns.values()])
        head = [cell.value for cell in form.sheet(name)[1]]
        for row in form.sheet(name).iter_rows(min_row=4, values_only=True):
            told = dict(zip(head, row, strict=True))
            sheet.append([None, *(told.get(column) for column in columns)])
    expected = form.read()
    form.book = made
    assert form.read().rows == expected.rows
