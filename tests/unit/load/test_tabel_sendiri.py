"""A table of an agency's own at the door."""

from __future__ import annotations

import pytest

from lkipnb.load.citra import Ditolak
from lkipnb.load.tabel_sendiri import muat


def loaded(folder, content: bytes):
    place = folder / "dinas" / "2023" / "lampiran"
    place.mkdir(parents=True, exist_ok=True)
    (place / "a.csv").write_bytes(content)
    return muat(place, "a.csv")


def test_a_table_is_read_as_it_stands(tmp_path):
    content = b'\xef\xbb\xbfKecamatan,Balita\r\n"Satu, Barat", 1.250 \r\n\r\n'
    with pytest.raises(Ditolak, match="sel seperti judulnya"):
        loaded(tmp_path, content + b"Dua,3\r\n")
    assert loaded(tmp_path, content) == (("Kecamatan", "Balita"), ("Satu, Barat", "1.250"))


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"a,b\n1,2\n1\n1,2,3\n", "baris 3, 4 tidak mempunyai 2 sel seperti judulnya"),
        (b"a,b\n", "diharapkan baris judul kolom dan sedikitnya satu baris isi"),
        (b"a;b\n1;2\n", "sel dipisah titik koma"),
        (b"a,a\n1,2\n", "judul kolom ada yang kosong atau tertulis dua kali"),
        (b"a,\n1,2\n", "judul kolom ada yang kosong atau tertulis dua kali"),
        (b'a,b\n"1,2\n', "susunan CSV rusak"),
        (b"a,b\n1,=SUM(A1)\n", "baris 2: tampak seperti rumus Excel"),
        ("a,b\n1,x\u202ey\n".encode(), "baris 2: "),
        (b"a,b\n1,\xff\n", "huruf tidak terbaca sebagai UTF-8"),
        (b"a,b\n" + b"1,2\n" * 300, "paling banyak 12 kolom dan 300 baris"),
        (b"a,b\n1," + b"x" * 401 + b"\n", "sel lebih dari 400 huruf"),
    ],
)
def test_what_is_no_table_is_refused_in_a_sentence(tmp_path, content, told):
    with pytest.raises(Ditolak, match=told):
        loaded(tmp_path, content)
