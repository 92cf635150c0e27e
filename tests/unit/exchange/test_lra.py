"""Exports of budget systems as offices have them: read rightly, or refused with the row."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

import pytest
import xlsxwriter

from lkipnb.cli import main
from lkipnb.errors import DataError, UsageError
from lkipnb.exchange.lra import baca, tulis
from lkipnb.exchange.lra.angka import Rupiah, rupiah

NOW = datetime(2026, 2, 27, 9, 30)
OPD, TAHUN = "dinsos-flores-timur", 2020

PLAIN = """PEMERINTAH KABUPATEN CONTOH;;;;;
LAPORAN REALISASI ANGGARAN;;;;;
TAHUN ANGGARAN 2020;;;;;
;;;;;
Kode Rekening;Uraian;Anggaran (Rp);Realisasi (Rp);%;Sisa
1;2;3;4;5=4/3;6=3-4
1.06.01.15;Program Pemberdayaan;3.000.000;2.500.000,50;83,33;499.999,50
1.06.01.15.08;Pemberdayaan keluarga;2.000.000;1.500.000,50;75,00;499.999,50
1.06.01.15.09;Pelatihan yang namanya panjang;1.000.000;1.000.000;100,00;-
;sampai ke baris berikutnya;;;;
1.06.01.16.;Program Pelayanan;Rp 500.000,-;(100.000);-20,00;600.000
Jumlah;;3.500.000;2.400.000,50;68,57;1.099.999,50
;;;;;
;Mengetahui;;;;
;Kepala Dinas;;;;
"""


# Without the negative realisasi, which no table accepts.
SOUND = PLAIN.replace("(100.000);-20,00;600", "100.000;20,00;400").replace(
    "2.400.000,50;68,57;1.099", "2.600.000,50;74,29;899"
)


def export(tmp_path, text: str, name: str = "lra.csv"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def lines(read):
    return [(b.kode, b.uraian, b.jumlah["pagu_rp"], b.jumlah["realisasi_rp"]) for b in read.baris]


def test_titles_totals_and_footers_are_told_from_lines(tmp_path):
    read = baca(export(tmp_path, SOUND))
    assert lines(read) == [
        ("1.06.01.15", "Program Pemberdayaan", Decimal(3000000), Decimal("2500000.50")),
        ("1.06.01.15.08", "Pemberdayaan keluarga", Decimal(2000000), Decimal("1500000.50")),
        (
            "1.06.01.15.09",
            "Pelatihan yang namanya panjang sampai ke baris berikutnya",
            Decimal(1000000),
            Decimal(1000000),
        ),
        ("1.06.01.16", "Program Pelayanan", Decimal(500000), Decimal(100000)),
    ]
    assert (read.tahun, read.judul.baris + 1, read.selisih) == (2020, 5, ())
    assert [text for _, text in read.dilewati] == ["Mengetahui", "Kepala Dinas"]
    assert read.baris[0].jumlah["serapan_persen"] == Decimal("83.33")


@pytest.mark.parametrize("numbering", ["(1);(2);(3);(4);(5 = 4/3);(6)", "1.;2.;3.;4.;5.;6."])
def test_a_row_that_numbers_the_columns_is_no_line(tmp_path, numbering):
    plain, told = (
        baca(export(tmp_path, text))
        for text in (SOUND, SOUND.replace("1;2;3;4;5=4/3;6=3-4", numbering))
    )
    assert lines(told) == lines(plain)


def test_english_notation_and_tabs(tmp_path):
    amounts = "1,250,000.50\t1,000,000\n"
    head = "Kode\tUraian\tPagu (Rp)\tRealisasi\n"
    text = f"{head}1.01\tProgram A\t{amounts}1.01.01\tKegiatan\t{amounts}"
    assert lines(baca(export(tmp_path, text)))[1][2:] == (Decimal("1250000.50"), Decimal(1000000))


def test_a_code_over_five_columns_under_one_merged_heading_and_two_rows_of_header(tmp_path):
    path = tmp_path / "lra.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("LRA")
        sheet.merge_range("A1:K1", "Laporan Realisasi Anggaran per 31 Desember 2020")
        sheet.merge_range("A3:E4", "Kode Rekening")
        sheet.merge_range("F3:G4", "Program / Kegiatan")
        sheet.merge_range("H3:I3", "Anggaran")
        sheet.merge_range("J3:K3", "Realisasi")
        for at, text in (
            ("H4", "Sebelum Perubahan"),
            ("I4", "Setelah Perubahan"),
            ("J4", "Rp"),
            ("K4", "Fisik (%)"),
        ):
            sheet.write(at, text)
        sheet.write_row(
            "A5", ["1", "06", "01", "15", "", "Program A", "", 900000, 1000000, 800000, 0.9]
        )
        sheet.write_row(
            "A6", ["", "", "", "", "08", "", "Kegiatan satu", 500000, 600000, 500000.25, 1]
        )
        sheet.write_row(
            "A7", ["", "", "", "", "09", "", "Kegiatan dua", 400000, 400000, 299999.75, 0.75]
        )
        sheet.write_row("F8", ["Sub Total", "", 900000, 1000000, 800000])
        sheet.write_row("F10", ["Larantuka, 31 Desember 2020"])
    read = baca(path)
    assert [b.kode for b in read.baris] == ["1.06.01.15", "1.06.01.15.08", "1.06.01.15.09"]
    assert [b.uraian for b in read.baris] == ["Program A", "Kegiatan satu", "Kegiatan dua"]
    assert read.baris[1].jumlah == {
        "pagu_murni_rp": Decimal(500000),
        "pagu_rp": Decimal(600000),
        "realisasi_rp": Decimal("500000.25"),
        "serapan_persen": None,
        "fisik_persen": Decimal(100),
    }
    assert read.selisih == ()


def test_indented_names_without_codes_get_stand_ins(tmp_path):
    text = (
        "No|Uraian|Pagu (Rp)|Realisasi\n|Program A|300|200\n|  Kegiatan 1|100|100\n|  Kegiatan"
        " 2|200|100\n|Program B|50|50\n"
    )
    assert [b.kode for b in baca(export(tmp_path, text)).baris] == ["#1", "#1.1", "#1.2", "#2"]
    wrapped = text.replace("Kegiatan 1|100|100\n", "Kegiatan 1|100|100\n|  yang panjang||\n")
    read = baca(export(tmp_path, wrapped))
    assert [b.kode for b in read.baris] == ["#1", "#1.1", "#1.2", "#2"]
    assert read.baris[1].uraian == "Kegiatan 1 yang panjang"


def test_a_group_without_an_amount_gets_the_sum_of_its_lines(tmp_path):
    text = (
        "Kode;Uraian;Pagu (Rp);Realisasi\n1.01;Program"
        " A;;\n1.01.01;K1;100.000;90.000\n1.01.02;K2;50.000;50.000\n"
    )
    assert lines(baca(export(tmp_path, text)))[0][2:] == (Decimal(150000), Decimal(140000))


@pytest.mark.parametrize(
    ("text", "value", "regular"),
    [
        ("1.250.000", "1250000", True),
        ("1,250,000.5", "1250000.5", True),
        ("Rp 900.000,-", "900000", True),
        ("(4.500)", "-4500", True),
        ("-", "0", True),
        ("900.000", "900000", True),
        ("600876302", "600876302", True),
        ("1674727528.80", "1674727528.80", True),
        ("1,011.080.000", "1011080000", False),
        ("1403.419.201", "1403419201", False),
    ],
)
def test_rupiah_however_they_are_written(text, value, regular):
    assert rupiah(text) == Rupiah(Decimal(value), regular)


def test_what_was_mended_in_reading_is_told(tmp_path):
    text = "Kode;Uraian;Pagu;Realisasi\n1.01;A;1,011.080.000;1403.419.201\n"
    assert [(n, t) for n, t, _ in baca(export(tmp_path, text)).ditafsirkan] == [
        (2, "1,011.080.000"),
        (2, "1403.419.201"),
    ]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("a;b\nc;d\n", "judul kolom tidak ditemukan"),
        ("Kode;Uraian;Pagu;Realisasi\n", "judul kolom tidak ditemukan|tidak ada baris anggaran"),
        (
            "Kode;Uraian;Pagu;Realisasi\n1.01;A;banyak;5\n",
            "baris 2, kolom pagu_rp.*diharapkan jumlah rupiah",
        ),
        ("Kode;Uraian;Pagu;Realisasi\n1.01;A;5;5\n1.01;B;5;5\n", "baris 3.*sudah ada di baris 2"),
        ("Kode;Uraian;Pagu;Realisasi\n1.01;A;5;5\n;B;5;5\n", "tidak berkode"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_row(tmp_path, text, word):
    with pytest.raises(DataError, match=word):
        baca(export(tmp_path, text))


def test_sums_that_do_not_hold_are_refused_unless_kept_as_printed(tmp_path, data):
    read = baca(export(tmp_path, SOUND.replace("2.000.000;1.500", "2.000.001;1.500")))
    before = (data.year / "anggaran.csv").read_bytes()
    with pytest.raises(
        DataError, match=r"baris 7, kolom pagu_rp: tertulis “3000000”.*rinciannya, 3\.000\.001"
    ):
        tulis(read, OPD, TAHUN, data.path, NOW)
    assert (data.year / "anggaran.csv").read_bytes() == before
    backup = tulis(read, OPD, TAHUN, data.path, NOW, apa_adanya=True)
    assert backup.name == "anggaran.csv.cadangan-20260227-093000"
    assert backup.read_bytes() == before
    assert data.rows("anggaran")[2][:4] == ["1.06.01.15.08", "Pemberdayaan keluarga", "", "2000001"]


def test_a_return_of_last_year_is_no_realisasi_below_zero(tmp_path):
    with pytest.raises(DataError, match=r"baris 11.*tertulis “-100000”.*pindahkan ke pendapatan"):
        baca(export(tmp_path, PLAIN))


def test_a_line_that_breaks_the_contract_is_told_by_its_row_in_the_export(tmp_path, data):
    text = SOUND.replace("83,33", "8333")
    with pytest.raises(DataError, match=r"baris 7, kolom serapan_persen: tertulis “8333”"):
        tulis(baca(export(tmp_path, text)), OPD, TAHUN, data.path, NOW)


def test_a_total_that_fits_nothing_is_refused(tmp_path):
    (wrong,) = baca(
        export(tmp_path, SOUND.replace("Jumlah;;3.500.000", "Jumlah;;3.400.000"))
    ).selisih
    assert (wrong.nomor, wrong.tercetak, wrong.terhitung) == (
        12,
        Decimal(3400000),
        Decimal(3500000),
    )


def test_a_year_without_a_folder_is_told_how_to_begin(tmp_path, data):
    with pytest.raises(UsageError, match=r"lkipnb new dinas-baru 2020"):
        tulis(baca(export(tmp_path, SOUND)), "dinas-baru", 2020, data.path, NOW)


def test_the_command_shows_what_it_understood(tmp_path, data, capsys):
    assert main(["import", "--lra", str(export(tmp_path, SOUND)), "--data", str(data.path)]) == 0
    told = capsys.readouterr().out
    assert "tahun 2020" in told
    assert "pagu_rp          dari kolom C “Anggaran (Rp)”" in told
    assert "4 baris anggaran" in told
    assert "dilewati: Mengetahui" in told
    assert main(["import", "--data", str(data.path)]) == 2


def test_a_form_with_an_empty_budget_keeps_what_an_export_filled(tmp_path, data):
    from lkipnb.exchange import scaffold
    from lkipnb.exchange.intake import import_form

    made = scaffold.new(OPD, 2021, data.path, from_year=TAHUN)
    import_form(made.form, data.path, NOW)
    tulis(baca(export(tmp_path, SOUND)), OPD, 2021, data.path, NOW)
    done = import_form(made.form, data.path, NOW)
    assert done.kept == ("anggaran",)
    assert done.rows["anggaran"] == 4


@pytest.mark.parametrize("file", ["anggaran.csv", "impor.json"])
def test_no_link_of_a_folder_lets_an_export_write_over_a_file_elsewhere(data, tmp_path, file):
    elsewhere = tmp_path / "milik-lain"
    elsewhere.write_text("tetap")
    (data.year / file).unlink(missing_ok=True)
    (data.year / file).symlink_to(elsewhere)
    with pytest.raises(DataError, match="menunjuk ke luar folder instansi"):
        tulis(baca(export(tmp_path, SOUND)), OPD, TAHUN, data.path, NOW)
    assert elsewhere.read_text() == "tetap"


@pytest.mark.parametrize(
    ("name", "told"), [("=WEBSERVICE(1)", "rumus Excel"), ("Pelatihan\u200b x", "tidak terlihat")]
)
def test_a_name_that_no_table_takes_is_refused_before_it_is_written(data, tmp_path, name, told):
    read = baca(export(tmp_path, SOUND.replace("Pemberdayaan keluarga", name)))
    with pytest.raises(DataError, match=told):
        tulis(read, OPD, TAHUN, data.path, NOW)
