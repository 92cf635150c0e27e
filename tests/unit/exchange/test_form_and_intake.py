"""The Excel form: what is written can be imported unchanged; what is wrong is told by sheet and
cell.
"""

from __future__ import annotations

import shutil
import zipfile
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import kecil
import openpyxl
import pytest
import xlsxwriter
from kecil import buat, indikator, kinerja
from shipped import DATA

import lkipnb
from lkipnb.cli import main
from lkipnb.errors import DataError, UsageError
from lkipnb.exchange import scaffold
from lkipnb.exchange.intake import import_form
from lkipnb.exchange.isian import flat_profile
from lkipnb.schemas import YEAR_TABLES

OPD, TAHUN = "dinsos-flores-timur", 2020
NOW = datetime(2026, 2, 27, 9, 30)


@pytest.fixture(scope="module")
def exported(tmp_path_factory) -> Path:
    """The shipped year as a form; each test works on a copy."""
    path = tmp_path_factory.mktemp("ekspor") / "formulir.xlsx"
    scaffold.export(OPD, TAHUN, DATA, path)
    return path


@pytest.fixture
def form(exported, tmp_path) -> Path:
    return Path(shutil.copy(exported, tmp_path))


def change(path: Path, sheet: str, cell: str, value) -> None:
    book = openpyxl.load_workbook(path)
    book[sheet][cell] = value
    book.save(path)


def faults(path: Path, data) -> list:
    before = snapshot(data.path)
    with pytest.raises(DataError) as caught:
        import_form(path, data.path, NOW)
    assert snapshot(data.path) == before, "an import with faults wrote something"
    return list(caught.value.faults)


def snapshot(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()
    }


def filled(rows: list[list[str]]) -> list[dict[str, str]]:
    """Each record by its columns, without empty cells: a form has columns that an older table has
    not.
    """
    return [
        {column: cell for column, cell in zip(rows[0], row, strict=True) if cell}
        for row in rows[1:]
    ]


def test_data_to_form_to_data_is_the_identity(data, form):
    tables = [path.stem for path in data.year.glob("*.csv")]
    before, cells = snapshot(data.year), {name: filled(data.rows(name)) for name in tables}
    profil = lkipnb.open(OPD, TAHUN, data=data.path).data.profil
    done = import_form(form, data.path, NOW)
    after = snapshot(data.year)
    assert after.keys() == before.keys() | {"impor.json"}
    assert {name: filled(data.rows(name)) for name in tables} == cells
    assert {n: c for n, c in after.items() if n.endswith(".md")} == {
        n: c for n, c in before.items() if n.endswith(".md")
    }
    assert lkipnb.open(OPD, TAHUN, data=data.path).data.profil == profil
    assert done.rows["anggaran"] == 36


def test_the_earlier_data_stay_as_a_dated_backup(data, form):
    before = snapshot(data.year)
    done = import_form(form, data.path, NOW)
    assert done.backup.name == "2020.cadangan-20260227-093000"
    assert snapshot(done.backup) == before
    assert lkipnb.open(OPD, TAHUN, data=data.path)


def test_the_form_follows_the_schemas(form):
    book = openpyxl.load_workbook(form)
    assert book.sheetnames == ["profil", *YEAR_TABLES, "narasi", "pilihan"]
    for name, table in YEAR_TABLES.items():
        header = [cell.value for cell in book[name][1]]
        assert header == ["#", *table.names]
        listed = {rule.formula1.strip('"') for rule in book[name].data_validations.dataValidation}
        assert listed == {_offered(column) for column in table.columns if column.choices}


def _offered(column) -> str:
    """A choice with a comma would fall apart in a list; such choices stand on a sheet."""
    if any("," in choice for choice in column.choices):
        return f"pilihan!$G$2:$G${len(column.choices) + 1}"
    return ",".join(column.choices)


def test_the_form_lists_what_the_profile_chooses_from_and_marks_what_it_needs(form):
    book = openpyxl.load_workbook(form)
    listed = {cell.value for row in book["pilihan"].iter_rows() for cell in row}
    assert {"perpres-29-2014", "permendagri-91-76-66-51", "jalan, jaringan, dan irigasi"} <= listed
    meanings = {row[0].value: row[2].value for row in book["profil"].iter_rows(min_row=2)}
    assert meanings["kepala.nama"].endswith("Wajib diisi.")
    assert meanings["sumber.kinerja"].endswith("Boleh kosong.")


def test_examples_are_written_as_indonesians_write_numbers(form):
    book = openpyxl.load_workbook(form)
    names, shown = ([cell.value for cell in book["kinerja"][row]] for row in (1, 3))
    assert shown[names.index("target")] == "6,25"
    names, shown = ([cell.value for cell in book["anggaran"][row]] for row in (1, 3))
    assert "99,84" in shown
    assert "1.06.01.15.08" in shown


def test_an_agency_is_offered_no_regulations_of_another_region(data, tmp_path):
    own = scaffold.new(OPD, 2021, data.path, from_year=TAHUN).form
    other = scaffold.new("contoh", 2024, data.path, from_year=2023).form
    empty = scaffold.new("baru", 2024, data.path).form
    assert "perda-flotim-11-2016" in _offered_names(own)
    for form in (other, empty):
        assert "perpres-29-2014" in _offered_names(form)
        assert not any("flotim" in str(name) for name in _offered_names(form))


def _offered_names(form):
    return {
        cell.value for row in openpyxl.load_workbook(form)["pilihan"].iter_rows() for cell in row
    }


@pytest.mark.parametrize(
    ("sheet", "cell", "value", "column", "word"),
    [
        ("kinerja", "C4", "3.450", "target", "bermakna ganda"),
        ("kinerja", "C5", None, "target", "sel kosong"),
        ("kinerja", "B4", "IKU-99", "indikator", "tidak ada di kolom kode"),
        ("unit", "E5", "V", "eselon", "diharapkan salah satu dari"),
        ("aset", "D6", -2, "jumlah", "paling sedikit 0"),
        ("anggaran", "B4", datetime(2020, 1, 6), "kode_rekening", "maksudnya 6.1?"),
        ("kinerja", "C4", True, "target", "TRUE atau FALSE"),
        ("kinerja", "C4", "=1+1", "target", "rumus tanpa nilai tersimpan"),
        ("belanja", "E4", 12345678901234567, "pagu_rp", "lebih dari 15 angka"),
    ],
)
def test_a_wrong_cell_is_told_by_sheet_and_cell(data, form, sheet, cell, value, column, word):
    change(form, sheet, cell, value)
    fault = next(
        f
        for f in faults(form, data)
        if f.file == f"formulir.xlsx, lembar {sheet}, sel {cell}" and f.column == column
    )
    assert word in fault.expected


def test_numbers_typed_as_numbers_are_read_exactly(data, form):
    change(form, "kinerja", "D4", 3.2)
    change(form, "anggaran", "E4", 600876302)
    import_form(form, data.path, NOW)
    assert data.rows("kinerja")[1] == ["IKU-1", "6.25", "3.2", "", "", "", "", ""]
    assert data.rows("anggaran")[1][3] == "600876302"


def test_three_decimals_typed_as_a_number_are_no_thousands(data, form):
    change(form, "kinerja", "D4", 3.125)
    import_form(form, data.path, NOW)
    assert lkipnb.open(OPD, TAHUN, data=data.path).data.kinerja.realisasi.iloc[0] == Decimal(
        "3.125"
    )


def test_a_changed_example_row_is_never_dropped_silently(data, form):
    change(form, "aset", "C3", "Komputer")
    assert "baris contoh diubah" in faults(form, data)[0].expected


def test_merged_amounts_hidden_rows_and_hidden_sheets_are_refused(data, form):
    book = openpyxl.load_workbook(form)
    book["aset"].merge_cells("C6:D7")
    book["belanja"].merge_cells("E4:E5")
    book["unit"].row_dimensions[6].hidden = True
    book["fakta"].sheet_state = "hidden"
    book.save(form)
    told = {(f.file.split(", ", 1)[1], f.expected.split(";")[0]) for f in faults(form, data)}
    assert {
        ("lembar aset, sel C6", "sel digabung melewati beberapa kolom"),
        ("lembar belanja, sel E4", "sel digabung"),
        ("lembar unit", "baris 6 tersembunyi dan berisi data"),
        ("lembar fakta", "lembar tersembunyi"),
    } == told


def test_a_sheet_of_a_persons_own_is_passed_over_and_told(data, form):
    book = openpyxl.load_workbook(form)
    book.create_sheet("catatan saya")["A1"] = "x"
    book.save(form)
    done = import_form(form, data.path, NOW)
    assert done.notes == ("Lembar catatan saya: bukan bagian formulir; dilewati.",)


def test_a_sheet_of_empty_formatted_rows_is_read_in_bounded_memory(data, form):
    book = openpyxl.load_workbook(form)
    book["aset"].cell(row=200_000, column=1).number_format = "0.00"
    book.save(form)
    assert import_form(form, data.path, NOW).rows["aset"] == 24


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"bukan excel", "rusak"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"x" * 600, "kata sandi"),
        (b"", "rusak"),
    ],
)
def test_a_broken_or_locked_file_is_refused(data, tmp_path, content, word):
    path = tmp_path / "f.xlsx"
    path.write_bytes(content)
    assert word in faults(path, data)[0].expected


@pytest.mark.parametrize(
    ("member", "word"),
    [("xl/vbaProject.bin", "makro"), ("xl/externalLinks/externalLink1.xml", "berkas lain")],
)
def test_macros_and_links_are_refused(data, form, member, word):
    with zipfile.ZipFile(form, "a") as package:
        package.writestr(member, b"x")
    assert word in faults(form, data)[0].expected


def test_a_huge_file_is_refused_before_it_is_opened(data, tmp_path):
    path = tmp_path / "f.xlsx"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    assert "terlalu besar" in faults(path, data)[0].expected


def test_a_form_that_names_a_path_is_refused(data, form):
    change(form, "profil", "B2", "../rahasia")
    with pytest.raises(UsageError, match="tidak sah"):
        import_form(form, data.path, NOW)


def test_text_that_looks_like_a_formula_or_a_link_stays_text(data, tmp_path):
    from lkipnb.exchange.form import form as made

    path = tmp_path / "f.xlsx"
    path.write_bytes(
        made(
            {"aset": [["1", "=HYPERLINK(1)", "2", "http://x", "Baik"]]},
            flat_profile(OPD, TAHUN, None),
            {},
        )
    )
    cell = openpyxl.load_workbook(path)["aset"]["C4"]
    assert (cell.value, cell.data_type, cell.hyperlink) == ("=HYPERLINK(1)", "s", None)


def test_a_new_year_carries_structure_and_targets_and_no_outcome(data):
    path = scaffold.new(OPD, 2021, data.path, from_year=2020).form
    import_form(path, data.path, NOW)
    lk = lkipnb.open(OPD, 2021, data=data.path)
    assert list(lk.data.kinerja.target) == list(
        lkipnb.open(OPD, TAHUN, data=data.path).data.kinerja.target
    )
    assert lk.data.kinerja.realisasi.isna().all()
    assert lk.hasil.capaian_opd.capaian_persen is None
    assert (
        lk.data.unit.nama.iloc[16]
        == "Seksi Pemberdayaan Potensi Kesetiakawanan dan Restorasi Sosial"
    )
    assert lk.data.koreksi.empty


def test_last_years_amounts_and_words_stay_behind_unless_asked_for(data):
    made = scaffold.new(OPD, 2021, data.path, from_year=2020)
    assert {"belanja", "anggaran", "aset", "pegawai_eselon", "fakta", "analisis", "narasi"} <= set(
        made.ditinggal
    )
    assert {"sasaran", "indikator", "kinerja", "tugas"} <= set(made.dibawa)
    import_form(made.form, data.path, NOW)
    lk = lkipnb.open(OPD, 2021, data=data.path)
    assert all(lk.data.tables[name].empty for name in made.ditinggal if name != "narasi")
    assert lk.data.narasi == {}
    assert lk.data.profil.dokumen_sumber is None
    assert lk.data.profil.sumber == {}


def test_a_field_that_nobody_filled_stays_empty_in_the_form_of_the_next_year(data):
    profil = lkipnb.open(OPD, TAHUN, data=data.path).data.profil
    assert "batas_selang" not in profil.pengukuran.model_fields_set
    assert flat_profile(OPD, 2021, profil)["pengukuran.batas_selang"] == ""
    assert flat_profile(OPD, 2021, profil)["pengukuran.rata_rata"] == "sederhana"


def test_the_target_of_a_new_year_is_that_of_the_carried_renstra(data):
    made = scaffold.new("contoh", 2024, data.path, from_year=2023)
    import_form(made.form, data.path, NOW)
    tables = lkipnb.open("contoh", 2024, data=data.path).data
    targets = dict(zip(tables.kinerja.indikator, tables.kinerja.target, strict=True))
    assert (targets["IK-01"], targets["IK-06"]) == (120, 86)
    assert (targets["IK-07"], targets["IK-13"]) == (3, 14_000_000_000)  # what the plan adds
    assert targets["IK-10"] == 100
    assert made.target.tambahan == ("IK-07", "IK-13")
    assert "IK-10" in made.target.tetap
    assert {"IK-01", "IK-12"} <= set(made.target.renstra)
    quarters = tables.triwulan[tables.triwulan.indikator == "IK-06"]
    assert len(quarters) == 4
    assert quarters.target.isna().all()


def test_what_follows_from_an_outcome_is_not_carried(tmp_path):
    told = {"predikat_tercetak": "Tinggi", "nilai_batas": "2.61", "sumber_batas": "BPS"}
    target = {"target": "< inflasi nasional", "realisasi": "2.1"}
    kinds = [indikator(polaritas="turun")]
    buat(tmp_path, indikator=kinds, kinerja=[kinerja() | target | told])
    made = scaffold.new(kecil.OPD, kecil.TAHUN + 1, tmp_path, from_year=kecil.TAHUN)
    row = dict(zip(*_rows(made.form, "kinerja"), strict=True))
    assert row["target"] == "< inflasi nasional"
    assert {row[name] for name in ("realisasi", *told)} == {None}


def test_decimals_are_carried_as_they_were_typed(tmp_path):
    past = {"indikator": "A1", "tahun": "2022", "target": "10", "realisasi": "9,10"}
    buat(tmp_path, riwayat=[past])
    made = scaffold.new(kecil.OPD, kecil.TAHUN + 1, tmp_path, from_year=kecil.TAHUN)
    row = dict(zip(*_rows(made.form, "riwayat"), strict=True))
    assert (row["target"], row["realisasi"]) == (10, "9,10")


def _rows(form, sheet):
    """The names of the columns of a sheet, and its first row."""
    rows = list(openpyxl.load_workbook(form)[sheet].iter_rows(values_only=True))
    return rows[0], rows[3]


def test_words_and_staff_are_carried_when_asked_for(data):
    made = scaffold.new(OPD, 2021, data.path, from_year=2020, sertakan={"narasi", "pegawai"})
    import_form(made.form, data.path, NOW)
    lk, earlier = (lkipnb.open(OPD, year, data=data.path) for year in (2021, TAHUN))
    assert lk.data.narasi == earlier.data.narasi
    assert lk.hasil.pegawai.jumlah == earlier.hasil.pegawai.jumlah


def test_a_budget_laid_out_by_an_older_law_is_not_carried_over(data):
    made = scaffold.new(OPD, 2021, data.path, from_year=2020, sertakan={"anggaran"})
    assert "Permendagri Nomor 90 Tahun 2019" in made.susunan_baru
    import_form(made.form, data.path, NOW)
    assert lkipnb.open(OPD, 2021, data=data.path).data.anggaran.empty


def test_a_budget_under_the_same_law_is_carried_over_without_its_outcome(data):
    shutil.move(data.year, data.path / OPD / "2019")
    made = scaffold.new(OPD, 2020, data.path, from_year=2019, sertakan={"anggaran"})
    assert made.susunan_baru == ""
    import_form(made.form, data.path, NOW)
    carried = lkipnb.open(OPD, 2020, data=data.path).data.anggaran
    assert carried.pagu_rp.sum() > 0
    assert carried.realisasi_rp.isna().all()


def test_a_new_agency_starts_from_an_empty_form_whose_gaps_are_told(data):
    path = scaffold.new("dinkes-contoh", 2021, data.path).form
    with pytest.raises(DataError) as caught:
        import_form(path, data.path, NOW)
    told = {f.file.rpartition(" isian ")[2] for f in caught.value.faults}
    assert {"nama", "kepala.nama", "kepala.jabatan", "periode.renstra.awal"} <= told
    assert [p.name for p in (data.path / "dinkes-contoh" / "2021").iterdir()] == ["formulir.xlsx"]


def test_new_overwrites_nothing(data):
    with pytest.raises(UsageError, match="tidak ada yang ditimpa"):
        scaffold.new(OPD, TAHUN, data.path)


def test_a_formula_with_a_stored_value_counts_by_its_value(data, form):
    """XlsxWriter stores the value that Excel would have shown."""
    book = openpyxl.load_workbook(form)
    rows = {name: list(book[name].values) for name in book.sheetnames}
    with xlsxwriter.Workbook(form) as made:
        for name, cells in rows.items():
            sheet = made.add_worksheet(name)
            for r, row in enumerate(cells):
                for c, value in enumerate(row):
                    if value is not None:
                        sheet.write_string(r, c, str(value))
            if name == "kinerja":
                sheet.write_formula("D4", "=1.6*2", None, 3.2)
    import_form(form, data.path, NOW)
    assert data.rows("kinerja")[1][2] == "3.2"


def test_a_template_in_the_sheet_of_prose_is_refused_by_the_name_of_its_text(data, form):
    name = openpyxl.load_workbook(form)["narasi"]["A2"].value
    change(form, "narasi", "B2", "satu\n{{ profil.nama | tojson }}")
    (told,) = map(str, faults(form, data))
    assert told.startswith(
        f"formulir.xlsx, lembar narasi, sel B2, teks {name}, baris 2; “| tojson” tidak ada"
    )


def test_an_import_says_how_to_check_it(form, data, capsys):
    assert main(["import", str(form), "--data", str(data.path)]) == 0
    assert capsys.readouterr().out.endswith(f"Periksa: lkipnb check {TAHUN} --opd {OPD}\n")


def test_a_new_year_says_where_its_targets_come_from(data, capsys):
    main(["new", "contoh", "2024", "--from", "2023", "--data", str(data.path)])
    told = capsys.readouterr().out
    assert "Target berupa tambahan setahun menurut Renstra: IK-07, IK-13." in told
    assert "Target masih sama dengan 2023, periksa: IK-04" in told


def test_a_form_without_texts_leaves_those_of_the_year_and_says_so(form, data):
    book = openpyxl.load_workbook(form)
    sheet = book["narasi"]
    sheet.delete_rows(2, sheet.max_row)
    book.save(form)
    before = snapshot(data.year / "narasi")
    assert before
    told = import_form(form, data.path, NOW).notes
    assert snapshot(data.year / "narasi") == before
    assert any("naskah di folder narasi tetap" in note for note in told)
