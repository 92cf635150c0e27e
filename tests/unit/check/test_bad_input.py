"""Bad input: one clear sentence for each fault, all at once, and nothing calculated."""

from __future__ import annotations

import pytest

import lkipnb
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
        ("pegawai_kelamin", 2, "jenis_kelamin", "Pria", "diharapkan salah satu dari: Laki-laki, Perempuan"),
        ("indikator", 2, "polaritas", "datar", "diharapkan salah satu dari: naik, turun"),
        ("indikator", 2, "nama", "=1+1", "rumus Excel"),
        ("koreksi", 2, "kunci", "kode_rekening=9 99", "cocok dengan 0"),
        ("klaim", 2, "nilai", "6.353", "bermakna ganda"),
    ],
)
def test_a_wrong_cell_is_named_with_file_row_column_and_value(data, table, row, column, value, expected):
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
    assert {(f.file, f.row) for f in faults(data)} == {("kinerja.csv", 2), ("aset.csv", 3), ("unit.csv", 5)}


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


def test_realisasi_without_pagu(data):
    row = data.row_of("anggaran", "kode_rekening", "1 06 01 15 17")
    data.set("anggaran", row, "pagu_rp", "0")
    assert (only(data).row, only(data).expected) == (row, "ada realisasi tanpa pagu")


def test_a_unit_that_is_its_own_superior(data):
    data.set("unit", data.row_of("unit", "kode", "dinas"), "induk", "sekretariat")
    assert any("atasan dirinya sendiri" in f.expected for f in faults(data))


def test_an_indicator_that_nobody_measured(data):
    data.write("kinerja", data.rows("kinerja")[:-1])
    assert "tidak ada di kinerja.csv" in next(f for f in faults(data) if f.file == "indikator.csv").expected


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
        ("waktu", "  waktu: Januari 2021", "bentuknya tidak sesuai"),
        ("skala", "  skala: tujuh-tingkat", "diharapkan salah satu dari"),
        ("telepon", "fax: 123", "isian ini tidak dikenal"),
    ],
)
def test_a_wrong_field_of_the_profile_is_named(data, field, line, expected):
    path = data.year / "profil.yaml"
    kept = [old for old in path.read_text(encoding="utf-8").splitlines() if not old.strip().startswith(f"{field}:")]
    at = next(
        n for n, old in enumerate(path.read_text(encoding="utf-8").splitlines()) if old.strip().startswith(f"{field}:")
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
        (OPD, "2020", "tidak sah"),
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
