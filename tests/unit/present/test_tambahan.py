"""What an agency adds stands at its place, numbered like everything else."""

from __future__ import annotations

import kecil
import pytest
from berkas import SHIELD, berlambang, jpeg, letakkan

from lkipnb.errors import DataError, UsageError
from lkipnb.present.sanitize import bersih
from lkipnb.present.tambahan import foto, lambang

ROWS = [
    {
        "berkas": "a.jpg",
        "tempat": "S1",
        "judul": "Pelatihan kader <b>",
        "tanggal": "2023-05-17",
        "alt": "Bidang hijau & tenang",
        "sumber": "Dinas",
    },
    {"berkas": "b.jpg", "tempat": "simpulan", "judul": "Lain", "alt": "Bidang hijau saja"},
]


@pytest.fixture
def lk(tmp_path):
    folder = letakkan(kecil.buat(tmp_path, foto=ROWS), a_jpg=jpeg(), b_jpg=jpeg())
    letakkan(folder, l_svg=SHIELD.format("").encode())
    prose = folder / kecil.OPD / str(kecil.TAHUN) / "narasi"
    prose.mkdir()
    (prose / "tambahan_S1.md").write_text("### Inovasi\n\nAda {{ tahun }}.\n", encoding="utf-8")
    return kecil.lkipnb.open(kecil.OPD, kecil.TAHUN, bab="3", data=berlambang(folder, "l.svg"))


def test_a_photograph_is_a_numbered_picture_with_its_date(lk):
    (picture,) = foto(lk, "S1")
    assert (picture.nomor, picture.judul) == ("Gambar 3.1", "Pelatihan kader <b>, 17 Mei 2023")
    assert 'alt="Bidang hijau &amp; tenang"' in picture.html
    assert "Pelatihan kader &lt;b&gt;" in picture.html
    assert bersih(picture.html).count("data:image/jpeg;base64,") == 1


def test_sections_of_prose_come_before_the_photographs_of_their_place(lk):
    html = lk.tambahan("S1").html
    assert html.index("Inovasi") < html.index("gambar-foto-1")
    assert "gambar-foto-2" not in html
    assert 'class="narasi instansi"' in html


def test_prose_of_a_chapter_shows_what_stands_at_the_place_of_each_sasaran(lk):
    html = lk.tulis("{% for s in sasaran %}\n{{ tambahan(s.kode) }}\n\n{% endfor %}").html
    assert "gambar-foto-1" in html


def test_a_place_that_there_is_not_is_refused(lk):
    with pytest.raises(UsageError, match="Tempat “mana” tidak dikenal"):
        lk.tambahan("mana")


def test_the_coat_of_arms_passes_the_gate_as_a_picture_with_its_words(lk):
    shown = bersih(lambang(lk))
    assert 'class="lambang"' in shown
    assert "data:image/png;base64," in shown
    assert 'alt="Lambang rekaan"' in shown


def test_an_agency_without_a_coat_of_arms_shows_none(tmp_path):
    assert kecil.buka(tmp_path).lambang() is None


OWN = [{"berkas": "t.csv", "tempat": "S1", "judul": "Kunjungan", "satuan": "orang", "sumber": "X"}]


def with_table(folder, content: bytes):
    return letakkan(kecil.buat(folder, tabel_lain=OWN), t_csv=content)


def test_a_table_of_the_agency_is_numbered_and_shown_as_it_was_typed(tmp_path):
    folder = with_table(tmp_path, b"Kecamatan,Balita\nSatu <b>,1.250\nDua,-\n")
    lk = kecil.lkipnb.open(kecil.OPD, kecil.TAHUN, bab="3", data=folder)
    (table,) = lk.tambahan("S1").blok
    assert (table.nomor, table.judul, table.sumber) == ("Tabel 3.1", "Kunjungan (orang)", "X")
    assert kecil.isi(table) == [["Satu <b>", "1.250"], ["Dua", "-"]]
    assert [column.angka for column in table.tampak] == [False, True]
    assert "Satu &lt;b&gt;" in table.html


def test_personal_data_in_a_table_of_the_agency_is_found_at_its_cell(tmp_path):
    folder = with_table(tmp_path, b"Nama,Telepon\nKader,0812-3456-7890\n")
    (found,) = kecil.temuan(folder, "data-pribadi")
    assert (found.berkas, found.baris, found.kolom) == ("lampiran/t.csv", 2, "Telepon")


def test_a_table_at_no_place_is_told(tmp_path):
    rows = [OWN[0] | {"tempat": "S9"}]
    folder = letakkan(kecil.buat(tmp_path, tabel_lain=rows), t_csv=b"a,b\n1,2\n")
    with pytest.raises(DataError, match=r"tabel_lain\.csv, baris 2, kolom tempat"):
        kecil.lkipnb.open(kecil.OPD, kecil.TAHUN, data=folder)
