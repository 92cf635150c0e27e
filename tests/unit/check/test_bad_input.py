"""Bad input: one clear sentence for each fault, all at once, and nothing calculated."""

from __future__ import annotations

import shutil

import pytest

import lkipnb
from lkipnb.audit import audit
from lkipnb.errors import DataError, UsageError

OPD, TAHUN = "dinsos-flores-timur", 2020


def faults(data):
    with pytest.raises(DataError) as caught:
        lkipnb.open(OPD, TAHUN, data=data.path)
    return caught.value.faults


def only(data):
    found = faults(data)
    assert len(found) == 1, "\n".join(map(str, found))
    return found[0]


def test_the_shipped_data_have_no_fault(data):
    assert lkipnb.open(OPD, TAHUN, data=data.path).hasil.capaian_opd.banyak_indikator == 9


@pytest.mark.parametrize(
    ("table", "row", "column", "value", "expected"),
    [
        ("kinerja", 2, "target", "3.450", "bermakna ganda"),
        ("kinerja", 2, "realisasi", "tiga", "diharapkan angka"),
        ("kinerja", 3, "target", "", "sel kosong"),
        ("kinerja", 4, "realisasi", "100.01", "melebihi nilai maksimum indikator, 100"),
        ("kinerja", 2, "indikator", "IKU-99", "tidak ada di kolom kode pada indikator.csv"),
        ("anggaran", 21, "pagu_rp", "-5000000", "paling sedikit 0"),
        ("anggaran", 21, "pagu_rp", "", "sel kosong"),
        ("anggaran", 21, "serapan_persen", "1000", "paling banyak 999"),
        ("unit", 5, "induk", "sekretariat-lama", "tidak ada di kolom kode pada unit.csv"),
        ("unit", 5, "eselon", "V", "diharapkan salah satu dari: II, III, IV"),
        ("tugas", 9, "unit", "bidang-baru", "tidak ada di kolom kode pada unit.csv"),
        ("aset", 3, "jumlah", "2.5", "bilangan bulat"),
        ("aset", 3, "jumlah", "-2", "paling sedikit 0"),
        (
            "pegawai_kelamin",
            2,
            "jenis_kelamin",
            "Pria",
            "diharapkan salah satu dari: Laki-laki, Perempuan",
        ),
        ("indikator", 2, "polaritas", "datar", "diharapkan salah satu dari: naik, turun"),
        ("indikator", 2, "nama", "=1+1", "rumus Excel"),
        ("koreksi", 2, "kunci", "kode_rekening=9 99", "cocok dengan 0"),
        ("klaim", 2, "nilai", "6.353", "bermakna ganda"),
    ],
)
def test_a_wrong_cell_is_named_with_file_row_column_and_value(
    data, table, row, column, value, expected
):
    data.set(table, row, column, value)
    fault = next(f for f in faults(data) if f.column == column)
    assert (fault.file, fault.row) == (f"{table}.csv", row)
    assert fault.value == (value or None)
    assert expected in fault.expected


def test_a_cell_is_faulted_once(data):
    data.set("kinerja", 2, "target", "3.450")
    assert only(data).value == "3.450"


def test_all_faults_come_at_once(data):
    data.set("kinerja", 2, "target", "x")
    data.set("aset", 3, "jumlah", "y")
    data.set("unit", 5, "eselon", "V")
    assert {(f.file, f.row) for f in faults(data)} == {
        ("kinerja.csv", 2),
        ("aset.csv", 3),
        ("unit.csv", 5),
    }


def test_a_missing_table_is_named_once(data):
    (data.year / "kinerja.csv").unlink()
    fault = only(data)
    assert fault.file == "kinerja.csv"
    assert "berkas tidak ada" in fault.expected


def test_a_misspelt_table_is_named(data):
    (data.year / "aset.csv").rename(data.year / "asset.csv")
    fault = next(f for f in faults(data) if f.file == "asset.csv")
    assert "tabel ini tidak dikenal" in fault.expected


@pytest.mark.parametrize(
    ("header", "word"),
    [
        ("nomor,nama,jumlah,satuan", "kolom kondisi tidak ada"),
        ("nomor,nama,jumlah,satuan,kondisi,harga", "kolom harga tidak dikenal"),
    ],
)
def test_a_missing_or_extra_column_is_named(data, header, word):
    (data.year / "aset.csv").write_text(header + "\n", encoding="utf-8")
    assert word in only(data).expected


def test_a_key_that_stands_twice_names_the_first(data):
    rows = data.rows("aset")
    data.write("aset", [*rows, rows[1]])
    fault = only(data)
    assert (fault.file, fault.row, fault.column) == ("aset.csv", len(rows) + 1, "nomor")
    assert "sudah ada di baris 2" in fault.expected


def test_what_only_follows_from_a_code_typed_over_another_is_not_told(data):
    row = data.row_of("indikator", "kode", "IKU-2")
    data.set("indikator", row, "kode", "IKU-1")
    data.set("indikator", row, "satuan", "orang")
    found = only(data)
    assert (found.file, found.row, found.column, found.value) == (
        "indikator.csv",
        row,
        "kode",
        "IKU-1",
    )


def test_realisasi_without_pagu(data):
    row = data.row_of("anggaran", "kode_rekening", "1 06 01 15 17")
    data.set("anggaran", row, "pagu_rp", "0")
    assert (only(data).row, only(data).expected) == (row, "ada realisasi tanpa pagu")


def test_a_unit_that_is_its_own_superior(data):
    data.set("unit", data.row_of("unit", "kode", "dinas"), "induk", "sekretariat")
    assert any("atasan dirinya sendiri" in f.expected for f in faults(data))


def test_an_indicator_that_nobody_measured(data):
    data.write("kinerja", data.rows("kinerja")[:-1])
    assert (
        "tidak ada di kinerja.csv"
        in next(f for f in faults(data) if f.file == "indikator.csv").expected
    )


def test_wrong_encoding(data):
    path = data.year / "aset.csv"
    path.write_bytes(path.read_text(encoding="utf-8").replace("Gedung", "Gédung").encode("latin-1"))
    assert "UTF-8" in only(data).expected


def test_byte_order_mark_and_windows_lines_give_the_same_results(data):
    before = lkipnb.open(OPD, TAHUN, data=data.path).hasil
    for path in data.year.glob("*.csv"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    after = lkipnb.open(OPD, TAHUN, data=data.path).hasil
    assert after.capaian.equals(before.capaian)
    assert after.anggaran.equals(before.anggaran)


def test_html_and_jinja_in_a_cell_are_text(data):
    data.set("aset", 2, "nama", "<script>alert(1)</script> {{ 7 * 7 }} **tebal**")
    table = lkipnb.open(OPD, TAHUN, bab="1", data=data.path).tabel.aset()
    assert "&lt;script&gt;alert(1)&lt;/script&gt; {{ 7 * 7 }} **tebal**" in table.html
    assert "<script" not in table.html


@pytest.mark.parametrize(
    ("field", "line", "expected"),
    [
        ("nip", "  nip: '123'", "bentuknya tidak sesuai"),
        ("waktu", "  waktu: Januari 2021", "diharapkan tanggal yang ada di kalender"),
        ("skala", "  skala: tujuh-tingkat", "diharapkan salah satu dari"),
        ("telepon", "fax: 123", "isian ini tidak dikenal"),
    ],
)
def test_a_wrong_field_of_the_profile_is_named(data, field, line, expected):
    path = data.year / "profil.yaml"
    kept = [
        old
        for old in path.read_text(encoding="utf-8").splitlines()
        if not old.strip().startswith(f"{field}:")
    ]
    at = next(
        n
        for n, old in enumerate(path.read_text(encoding="utf-8").splitlines())
        if old.strip().startswith(f"{field}:")
    )
    path.write_text("\n".join([*kept[:at], line, *kept[at:]]), encoding="utf-8")
    assert any(f.file == "profil.yaml" and expected in f.expected for f in faults(data))


@pytest.mark.parametrize(
    ("opd", "tahun", "word"),
    [
        ("dinsos-flores-timor", 2020, "Maksudnya dinsos-flores-timur?"),
        ("dinsos", 2020, "tidak ada di folder data"),
        (OPD, 2019, "Data tahun 2019 untuk dinsos-flores-timur belum ada. Yang ada: 2020."),
        ("../rahasia", 2020, "tidak sah"),
        ("referensi", 2020, "tidak sah"),
        ("/etc", 2020, "tidak sah"),
        ("a/b", 2020, "tidak sah"),
        ("a" * 300, 2020, "paling banyak 60 huruf"),
        ("con", 2020, "tidak sah"),
        ("dinas\0", 2020, "tidak sah"),
        ("dinas.", 2020, "tidak sah"),
        ("Dinsos", 2020, "tidak sah"),
        ("dinas-١", 2020, "tidak sah"),
        (OPD, 0, "tidak sah"),
        (OPD, 99999, "tidak sah"),
        (OPD, 1999, "mulai tahun 2014 (PermenPANRB Nomor 53 Tahun 2014"),
        (OPD, 2013, "mulai tahun 2014"),
        (OPD, "dua ribu", "tidak sah"),
        (OPD, 20, "tidak sah"),
        (OPD, True, "tidak sah"),
        (5, 2020, "tidak sah"),
    ],
)
def test_an_agency_or_year_that_does_not_exist_gives_one_sentence(data, opd, tahun, word):
    with pytest.raises(UsageError) as caught:
        lkipnb.open(opd, tahun, data=data.path)
    assert word in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_year_that_links_out_of_the_data_folder_is_refused(data, tmp_path):
    (tmp_path / "luar").mkdir()
    (data.path / OPD / "2018").symlink_to(tmp_path / "luar")
    with pytest.raises(UsageError, match="ke luar folder data"):
        lkipnb.open(OPD, 2018, data=data.path)


def test_a_folder_of_a_year_without_rules_is_refused(data):
    shutil.copytree(data.year, data.year.parent / "2013")
    with pytest.raises(UsageError, match="2013 belum tercakup"):
        lkipnb.open(OPD, 2013, data=data.path)


CELLS = [("kinerja", 2, "realisasi"), ("anggaran", 21, "pagu_rp")]


@pytest.mark.parametrize(("table", "row", "column"), CELLS)
@pytest.mark.parametrize("value", ["9" * 19, "9" * 40, "0." + "0" * 18 + "1"])
def test_an_amount_of_too_many_digits_is_asked_back(data, table, row, column, value):
    data.set(table, row, column, value)
    assert any((f.file, f.row, f.column) == (f"{table}.csv", row, column) for f in faults(data))
    assert audit(OPD, TAHUN, data.path).banyak("galat")


@pytest.mark.parametrize(("table", "row", "column"), CELLS)
def test_the_longest_amount_that_is_taken_is_calculated_judged_and_shown(data, table, row, column):
    data.set(table, row, column, "9" * 18)
    if table == "kinerja":
        data.set("indikator", row, "maksimum", "")
        data.set("kinerja", row, "target", "0.000000000000000001")
    lk = lkipnb.open(OPD, TAHUN, bab="3", data=data.path)
    assert "999.999.999.999.999.999" in lk.tabel.anggaran().html + lk.tabel.capaian_iku().html
    assert audit(OPD, TAHUN, data.path).banyak("galat")


def test_a_piece_of_prose_that_is_not_utf_8_is_named(data):
    (data.year / "narasi/simpulan.md").write_bytes(b"caf\xe9")
    assert (only(data).file, only(data).row) == ("narasi/simpulan.md", 1)


def test_a_table_that_is_a_folder_is_not_passed_over(data):
    (data.year / "klaim.csv").unlink()
    (data.year / "klaim.csv").mkdir()
    assert any((f.file, f.expected) == ("klaim.csv", "bukan berkas biasa") for f in faults(data))
