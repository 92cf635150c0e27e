"""A CSV file as Excel or a text editor leaves it."""

from decimal import Decimal

import pytest

from lkipnb.load.table import text_frame, typed_frame
from lkipnb.model import NOT_APPLICABLE
from lkipnb.schemas import Belanja, PegawaiKelamin

FILE = "pegawai_kelamin.csv"
PLAIN = b"jenis_kelamin,jumlah\nLaki-laki,10\nPerempuan,15\n"


def read(content: bytes):
    return text_frame(content, PegawaiKelamin.table, FILE)


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbf" + PLAIN,
        PLAIN.replace(b"\n", b"\r\n"),
        PLAIN.replace(b",10", b", 10 "),
        PLAIN + b"\n,\n",
        b"jumlah,jenis_kelamin\n10,Laki-laki\n15,Perempuan\n",
    ],
)
def test_byte_order_mark_windows_lines_spaces_blank_rows_and_column_order_do_not_matter(content):
    frame, faults = read(content)
    assert not faults
    assert frame.to_dict("list") == read(PLAIN)[0].to_dict("list")


def test_rows_are_counted_as_excel_counts_them():
    frame, _ = read(b"jenis_kelamin,jumlah\n\nLaki-laki,10\n")
    assert list(frame.index) == [3]


@pytest.mark.parametrize(
    ("content", "row", "word"),
    [
        (b"jenis_kelamin,jumlah\nLaki-laki,\xff\n", 2, "UTF-8"),
        (b"jenis_kelamin;jumlah\nLaki-laki;10\n", 1, "titik koma"),
        (b"jenis_kelamin\nLaki-laki\n", 1, "kolom jumlah tidak ada"),
        (b"jenis_kelamin,jumlah,catatan\nLaki-laki,10,x\n", 1, "kolom catatan tidak dikenal"),
        (b"jenis_kelamin,jumlah,jumlah\nLaki-laki,10,10\n", 1, "dua kali"),
        (b"jenis_kelamin,jumlah\nLaki-laki,10,9\n", 2, "diharapkan 2 sel"),
        (b'jenis_kelamin,jumlah\n"Laki-laki,10\n', 2, "tanda petik"),
        ("jenis_kelamin,jumlah\nLaki-laki,10\n".encode("utf-16"), None, "CSV UTF-8"),
        ("jenis_kelamin,jumlah\nLaki-laki,10\n".encode("utf-16-le"), 1, "NUL"),
        (b"jenis_kelamin,jumlah\nLaki\x00,10\n", 2, "NUL"),
        (b"jenis_kelamin,jumlah\n" + b"x" * 200_000 + b",10\n", 2, "sel terlalu panjang"),
        (b"x," * 1_000_000, 1, "terlalu banyak kolom, 1000001"),
        (b"jenis_kelamin,jumlah\n" + b"Laki-laki,10\n" * 400_000, 20_001, "terlalu banyak baris"),
        (b"jenis_kelamin,jumlah\n=1+1,10\n", 2, "rumus Excel"),
        (b"jenis_kelamin,jumlah\nLaki\x07,10\n", 2, "karakter kendali"),
        (b"", 1, "kolom jenis_kelamin tidak ada"),
    ],
)
def test_a_broken_file_is_named_with_its_row(content, row, word):
    _, faults = read(content)
    assert next((f.file, f.row) for f in faults) == (FILE, row)
    assert word in faults[0].expected


def test_all_faults_of_a_header_come_at_once():
    _, faults = read(b"jenis,jml\nLaki-laki,10\n")
    assert len(faults) == 4


def test_empty_not_applicable_and_zero_stay_three_things():
    rows = b"A,x,,5,\nB,x,,5,n/a\nC,x,,5,0\nD,x,,5,-\n"
    texts, _ = text_frame(
        b"kelompok,penggunaan,pagu_murni_rp,pagu_rp,realisasi_rp\n" + rows,
        Belanja.table,
        "belanja.csv",
    )
    frame, faults = typed_frame(texts, Belanja.table, "belanja.csv")
    assert not faults
    assert list(frame.realisasi_rp) == [None, NOT_APPLICABLE, Decimal(0), Decimal(0)]


def test_a_cell_that_is_no_number_is_named_with_its_value():
    texts, _ = text_frame(
        b"kelompok,penggunaan,pagu_murni_rp,pagu_rp,realisasi_rp\nA,x,,625,3.450\n",
        Belanja.table,
        "belanja.csv",
    )
    _, (fault,) = typed_frame(texts, Belanja.table, "belanja.csv")
    assert (fault.row, fault.column, fault.value) == (2, "realisasi_rp", "3.450")
    assert str(fault) == (
        "belanja.csv, baris 2, kolom realisasi_rp: tertulis “3.450”; angka ini bermakna ganda; "
        "tulis 3450 bila ribuan, atau 3,45 bila desimal"
    )


def test_a_file_from_an_old_macintosh_is_read_line_by_line():
    frame, faults = read(b"jenis_kelamin,jumlah\rLaki-laki,10\rPerempuan,9\r")
    assert not faults
    assert list(frame.index) == [2, 3]
