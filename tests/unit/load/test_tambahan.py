"""What an agency adds is read for its year: all faults at once, where the file is named."""

from __future__ import annotations

import kecil
import pytest
from berkas import GPS, SHIELD, berlambang, jpeg, letakkan, pdf, png

from lkipnb.errors import DataError
from lkipnb.load import tambahan
from lkipnb.load.dataset import load
from lkipnb.load.tambahan import lengkapi

FOTO = {"tempat": "S1", "judul": "Kegiatan", "alt": "Bidang hijau tanpa orang"}
TWICE = [FOTO | {"berkas": "a.jpg"}, FOTO | {"berkas": "b.jpg"}]


def test_every_fault_is_told_at_once_where_the_file_is_named(tmp_path):
    rows = [
        FOTO | {"berkas": "hilang.jpg"},
        FOTO | {"berkas": "a.jpg", "tempat": "S9", "tanggal": "2023-02-30", "alt": "foto"},
    ]
    bound = [{"urutan": 1, "judul": "Perjanjian", "berkas": "a.pdf"}]
    folder = kecil.buat(tmp_path, foto=rows, lampiran=bound)
    letakkan(folder, a_jpg=png(), a_pdf=pdf(1, sandi="x"), l_svg=b"<svg onload=''/>")
    with pytest.raises(DataError) as error:
        kecil.lkipnb.open(kecil.OPD, kecil.TAHUN, data=berlambang(folder, "l.svg"))
    told = "\n".join(map(str, error.value.faults))
    for expected in (
        "foto.csv, baris 2, kolom berkas: tertulis “hilang.jpg”; berkas lampiran/hilang.jpg",
        "foto.csv, baris 3, kolom berkas: tertulis “a.jpg”; namanya menyebut JPEG",
        "foto.csv, baris 3, kolom tempat: tertulis “S9”; tidak ada bab dengan tempat itu",
        "foto.csv, baris 3, kolom tanggal: tertulis “2023-02-30”; diharapkan tanggal yang ada",
        "foto.csv, baris 3, kolom alt: tertulis “foto”; diharapkan apa yang terlihat",
        "lampiran.csv, baris 2, kolom berkas: tertulis “a.pdf”; terkunci kata sandi",
        "profil.yaml, kolom lambang.berkas: tertulis “l.svg”; bukan SVG yang utuh",
    ):
        assert expected in told


def test_a_photograph_in_use_may_carry_its_place_another_may_not(tmp_path):
    """What goes into the report tells no place; what only lies in the folder might be published."""
    taken = jpeg(exif={GPS: {1: "S", 2: (8.0, 20.0, 0.0)}})
    folder = kecil.buat(tmp_path, foto=TWICE[:1])
    letakkan(folder, a_jpg=taken, b_jpg=taken)
    assert [found.berkas for found in kecil.temuan(folder, "data-pribadi")] == ["lampiran/b.jpg"]
    assert [found.berkas for found in kecil.temuan(folder, "tak-tampil")] == ["lampiran/b.jpg"]


def test_a_changed_photograph_is_a_changed_input(tmp_path):
    folder = letakkan(kecil.buat(tmp_path, foto=TWICE[:1]), a_jpg=jpeg())
    before = load(kecil.OPD, kecil.TAHUN, folder)[0].sha256
    letakkan(folder, a_jpg=jpeg((800, 600)))
    after = load(kecil.OPD, kecil.TAHUN, folder)[0].sha256
    changed = {name for name in after if after[name] != before.get(name)}
    assert changed == {"kecil/2023/lampiran/a.jpg"}


def test_reading_the_tables_opens_no_file_that_they_name(tmp_path):
    folder = kecil.buat(tmp_path, foto=TWICE[:1])
    dataset, faults = load(kecil.OPD, kecil.TAHUN, folder)
    assert not faults
    assert lengkapi(dataset, folder / kecil.OPD / str(kecil.TAHUN))[1]


def test_more_photographs_than_a_report_holds_are_told(tmp_path, monkeypatch):
    monkeypatch.setattr(tambahan, "MOST_PHOTOS", 1)
    folder = letakkan(kecil.buat(tmp_path, foto=TWICE), a_jpg=jpeg(), b_jpg=jpeg())
    dataset, _ = load(kecil.OPD, kecil.TAHUN, folder)
    (fault,) = lengkapi(dataset, folder / kecil.OPD / str(kecil.TAHUN))[1]
    assert "lebih dari 1 baris" in str(fault)


def test_an_alternative_text_that_is_a_file_name_is_refused(tmp_path):
    folder = letakkan(kecil.buat(tmp_path), l_svg=SHIELD.format("").encode())
    with pytest.raises(DataError, match="diharapkan nama lambangnya"):
        kecil.lkipnb.open(
            kecil.OPD, kecil.TAHUN, data=berlambang(folder, "l.svg", "logo besar.png")
        )
