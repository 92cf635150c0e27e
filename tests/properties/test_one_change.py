"""One number changed in `data/` changes every sentence, table and picture that depends on it."""

from __future__ import annotations

import pytest
from conftest import chapter_outputs
from shipped import DATA

import lkipnb

OPD, TAHUN = "dinsos-flores-timur", 2020


@pytest.fixture(scope="module")
def before() -> dict[tuple[str, str], str]:
    """What every cell shows of the year as it is shipped."""
    return chapter_outputs(lkipnb.open(OPD, TAHUN, data=DATA))


def changed(
    before, data, table: str, key: tuple[str, str], column: str, value: str
) -> set[tuple[str, str]]:
    """Chapter and source of every cell that shows something else once the cell of `data/` is
    changed.
    """
    data.set(table, data.row_of(table, *key), column, value)
    after = chapter_outputs(lkipnb.open(OPD, TAHUN, data=data.path))
    return {cell for cell in before if before[cell] != after[cell]}


@pytest.mark.parametrize(
    ("table", "key", "column", "value", "expected"),
    [
        (
            "kinerja",
            ("indikator", "IKU-1"),
            "realisasi",
            "6.25",
            {
                "lk.tabel.capaian_iku()",
                "lk.gambar.capaian_iku()",
                "lk.tabel.capaian_sasaran()",
                "lk.gambar.setahun()",
                "lk.tabel.klaim()",
                "lk.tabel.pemeriksaan()",
                "lk.tabel.temuan()",
                "lk.tabel.reviu()",
                "lk.tabel.sumber_data()",
            },
        ),
        (
            "kinerja",
            ("indikator", "IKU-2"),
            "target",
            "5",
            {
                "lk.tabel.capaian_iku()",
                "lk.gambar.capaian_iku()",
                "lk.tabel.capaian_sasaran()",
                "lk.gambar.setahun()",
                "lk.tabel.klaim()",
                "lk.tabel.pemeriksaan()",
                "lk.tabel.temuan()",
                "lk.tabel.reviu()",
                "lk.tabel.perjanjian_kinerja()",
                "lk.tabel.perjanjian_kinerja_lampiran()",
                "lk.tabel.sumber_data()",
            },
        ),
        (
            "anggaran",
            ("kode_rekening", "1 06 01 15 17"),
            "realisasi_rp",
            "13700000",
            {
                "lk.tabel.program()",
                "lk.tabel.anggaran()",
                "lk.gambar.anggaran_program()",
                "lk.gambar.serapan_kegiatan()",
                "lk.tabel.klaim()",
                "lk.tabel.pemeriksaan()",
                "lk.tabel.temuan()",
                "lk.tabel.reviu()",
                "lk.tabel.sumber_data()",
            },
        ),
        (
            "pegawai_eselon",
            ("jumlah", "9"),
            "jumlah",
            "8",
            {
                "lk.tabel.pegawai_eselon()",
                "lk.gambar.pegawai_susunan()",
                "lk.tabel.klaim()",
                "lk.tabel.pemeriksaan()",
                "lk.tabel.temuan()",
                "lk.tabel.reviu()",
                "lk.tabel.sumber_data()",
            },
        ),
        (
            "aset",
            ("nama", "Printer"),
            "jumlah",
            "18",
            {
                "lk.tabel.aset()",
                "lk.tabel.klaim()",
                "lk.tabel.pemeriksaan()",
                "lk.tabel.temuan()",
                "lk.tabel.reviu()",
                "lk.tabel.sumber_data()",
            },
        ),
    ],
)
def test_tables_and_pictures_follow(before, data, table, key, column, value, expected):
    cells = changed(before, data, table, key, column, value)
    assert {source for _, source in cells if source.startswith("lk.")} == expected


def test_sentences_follow_in_every_chapter_that_tells_the_figure(before, data):
    cells = changed(before, data, "kinerja", ("indikator", "IKU-1"), "realisasi", "6.25")
    told = {chapter for chapter, source in cells if source.startswith("%%narasi")}
    # In the appendix one claim fails and another one holds: the same count, of other claims.
    assert told == {
        "00_ikhtisar",
        "03_akuntabilitas_kinerja",
        "04_penutup",
        "91_keandalan",
        "92_rincian",
    }
