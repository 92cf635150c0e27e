"""Tables, columns and files in the words of print."""

from __future__ import annotations

import pytest

from lkipnb.present import sebutan


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("contoh/2023/kinerja.csv", "Target dan realisasi indikator"),
        ("referensi/pmks.csv", sebutan.tabel("pmks")),
        ("contoh/2023/profil.yaml", "Profil instansi"),
        ("narasi/simpulan.md", "Simpulan umum atas capaian kinerja"),
        ("narasi/lain_lagi.md", "lain lagi"),
        ("foto.png", "foto.png"),
        ("contoh/2023/lampiran/foto.png", "Berkas foto.png"),
    ],
)
def test_a_file_is_told_by_what_it_holds(path, told):
    assert sebutan.berkas(path) == told


def test_a_column_is_told_without_its_unit():
    assert sebutan.kolom("pagu_murni_rp") == "pagu murni"
    assert sebutan.kolom("serapan_persen") == "serapan"
    assert sebutan.kolom("pengukuran.batas_capaian") == "pengukuran batas capaian"


def test_a_message_speaks_of_no_file_and_no_column_of_the_program():
    told = sebutan.cetak("lihat kinerja.csv, kolom realisasi_rp dan kode_rekening")
    assert told == "lihat “Target dan realisasi indikator”, kolom realisasi dan kode rekening"


def test_a_field_of_the_profile_is_told_in_words():
    told = sebutan.cetak("isian: kepala.nip (NIP), perjanjian.pihak_kedua, dan bupati.nama")
    assert told == "isian: NIP kepala (NIP), pihak kedua perjanjian, dan bupati.nama"
