"""Indonesian numbers, dates and lists."""

from decimal import Decimal

import pytest

from lkipnb.asal import Angka, Sel
from lkipnb.model import NOT_APPLICABLE, Batas, Rasio, RentangNilai, Tingkat
from lkipnb.present import format as bentuk


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("69.245", "69,25%"),
        ("69.2449999", "69,24%"),
        ("2.675", "2,68%"),
        ("98.604", "98,60%"),
        ("0", "0,00%"),
        ("-0.004", "0,00%"),
        ("-12.345", "−12,35%"),
        ("8726", "8.726,00%"),
        ("1E+3", "1.000,00%"),
    ],
)
def test_a_percentage_is_rounded_half_up_to_two_decimals(value, shown):
    assert bentuk.persen(Decimal(value)) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("4679201102", "Rp4.679.201.102"),
        ("6353928630.80", "Rp6.353.928.630,80"),
        ("0", "Rp0"),
        ("-1500.5", "−Rp1.500,50"),
        ("12345678901234567.89", "Rp12.345.678.901.234.567,89"),
    ],
)
def test_rupiah_shows_sen_only_where_there_are_any(value, shown):
    assert bentuk.rupiah(Decimal(value)) == shown


@pytest.mark.parametrize(
    ("value", "satuan", "shown"),
    [
        ("6.25", "persen", "6,25%"),
        ("100", "persen", "100%"),
        ("2000000", "rupiah", "Rp2.000.000"),
        ("3450", "kilogram", "3.450 kilogram"),
    ],
)
def test_a_quantity_carries_its_unit(value, satuan, shown):
    assert bentuk.nilai(Decimal(value), satuan) == shown


@pytest.mark.parametrize(
    "form",
    [bentuk.angka, bentuk.persen, bentuk.rupiah, lambda v: bentuk.nilai(v, "persen"), bentuk.teks],
)
def test_not_reported_not_applicable_and_zero_are_three_things(form):
    assert form(None) == "belum dilaporkan"
    assert form(NOT_APPLICABLE) == "tidak berlaku"
    assert form(Decimal(0)).lstrip("Rp").startswith("0")


def test_dates_with_and_without_a_day():
    assert bentuk.tanggal("2021-01") == "Januari 2021"
    assert bentuk.tanggal("2021-02-28") == "28 Februari 2021"


def test_lists_and_words():
    assert bentuk.daftar([]) == ""
    assert bentuk.daftar(["a"]) == "a"
    assert bentuk.daftar(["a", "b"]) == "a dan b"
    assert bentuk.daftar(["a", "b", "c"]) == "a, b, dan c"
    assert bentuk.terbilang(28) == "dua puluh delapan"
    assert bentuk.huruf_kecil("Persentase PMKS") == "persentase PMKS"
    assert bentuk.huruf_kecil("PMKS yang") == "PMKS yang"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("1507841700", "Rp1,51 miliar"),
        ("600876302", "Rp600,9 juta"),
        ("900000", "Rp900.000"),
        ("999999999", "Rp1,00 miliar"),
        ("995000000", "Rp995,0 juta"),
    ],
)
def test_round_amounts_in_pictures(value, shown):
    assert bentuk.jutaan(Decimal(value)) == shown


def test_a_name_keeps_its_capitals_in_a_sentence():
    names = ("Indeks Kepuasan pelanggan", "Pajak Air Permukaan")
    assert [bentuk.huruf_kecil(name) for name in names] == list(names)
    assert bentuk.huruf_kecil("Membantu Bupati") == "membantu Bupati"


@pytest.mark.parametrize(
    ("nama", "satuan", "told"),
    [
        ("Pajak Kendaraan Bermotor", "kendaraan", "Pajak Kendaraan Bermotor (kendaraan)"),
        ("Jumlah wajib pajak", "wajib pajak", "Jumlah wajib pajak"),
        ("Indeks Kepuasan Pegawai", "nilai", "Indeks Kepuasan Pegawai"),
    ],
)
def test_a_name_tells_its_unit_only_where_it_counts(nama, satuan, told):
    assert bentuk.nama_bersatuan(nama, satuan) == told


def test_one_amount_with_sen_gives_sen_to_its_column():
    amounts = [Decimal("1674727528.80"), Decimal("4679201102")]
    shown = [bentuk.uang(value, bentuk.sen(amounts)) for value in amounts]
    assert shown == ["1.674.727.528,80", "4.679.201.102,00"]


def sel(value: str, column: str = "realisasi") -> Angka:
    return Angka(value, Sel("kinerja", column, 2))


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("1000000000", "Rp1,00 miliar"),
        ("999900000", "Rp999,9 juta"),
        ("1000000", "Rp1,0 juta"),
        ("999999", "Rp999.999"),
        ("-1000000000", "−Rp1,00 miliar"),
    ],
)
def test_a_round_amount_changes_its_word_at_exactly_one_miliar_and_one_juta(value, shown):
    assert bentuk.jutaan(Decimal(value)) == shown


def test_a_negative_number_has_a_true_minus_everywhere():
    """U+2212, which no line break parts from its number and which is as wide as a plus."""
    forms = (bentuk.angka, bentuk.persen, bentuk.rupiah, bentuk.uang, bentuk.teks)
    for form in forms:
        assert form(Decimal("-1234.5")).startswith("\N{MINUS SIGN}"), form
        assert "-" not in form(Decimal("-1234.5")), form


@pytest.mark.parametrize(
    ("value", "satuan", "shown"),
    [
        (RentangNilai(Decimal(0), Decimal("5.99")), "persen", "0–5,99%"),
        (RentangNilai(Decimal(1000), Decimal(2000)), "rupiah", "Rp1.000–Rp2.000"),
        (RentangNilai(Decimal(2), Decimal(3)), "orang", "2–3 orang"),
        (Batas(5, "<="), "persen", "≤ 5%"),
        (Batas("2.61", "<", "inflasi nasional"), "persen", "< inflasi nasional (2,61%)"),
        (Rasio(2500), "rasio", "1:2.500"),
        (Tingkat("BB", Sel("kinerja", "target", 2), Decimal(72)), "predikat", "BB (72)"),
        (Tingkat("BB", Sel("kinerja", "target", 2)), "predikat", "BB"),
        (Decimal(0), "juta rupiah", "Rp0 juta"),
        (Decimal(-2), "juta rupiah", "−Rp2 juta"),
        (None, "persen", "belum dilaporkan"),
    ],
)
def test_a_value_of_any_kind_is_written_with_its_unit(value, satuan, shown):
    assert bentuk.nilai(value, satuan) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (True, "ya"),
        (False, "tidak"),
        (1.5, "1,5"),
        (Decimal("0.1250"), "0,125"),
        ("WTP", "WTP"),
        (3, 3),
    ],
)
def test_a_bare_value_of_prose_is_told_as_people_write_it(value, shown):
    assert bentuk.teks(value) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("1.25", "1,25"),
        ("0.125", "0,125"),
        ("0.1250", "0,125"),
        ("0.1234", "0,12"),
        ("0.0012345", "0,0012"),
        ("98.6000000000", "98,6"),
        ("33.33333333333", "33,33"),
    ],
)
def test_a_quotient_has_two_decimals_or_two_digits_that_count(value, shown):
    assert bentuk.angka(Decimal(value)) == shown


def test_a_shown_figure_keeps_its_exact_value_and_its_origin():
    shown = bentuk.persen(sel("12.3456"))
    assert (shown, shown.nilai, shown.asal) == ("12,35%", "12.3456", Sel("kinerja", "realisasi", 2))
    assert not isinstance(bentuk.persen(Decimal(1)), bentuk.Tampil)


def test_a_range_that_one_cell_holds_comes_from_that_cell_and_another_from_both():
    low, high = (
        Angka(n, Sel("kinerja", "target", 2, side)) for n, side in ((1, "dari"), (2, "sampai"))
    )
    shown = bentuk.nilai(RentangNilai(low, high), "orang")
    assert (shown.nilai, shown.asal) == ("1/2", Sel("kinerja", "target", 2))
    claimed = bentuk.nilai(RentangNilai(sel("1", "nilai"), sel("2", "nilai_sampai")), "orang")
    assert claimed.asal.nama == "selang"
    assert not isinstance(bentuk.nilai(RentangNilai(Decimal(1), high), "x"), bentuk.Tampil)


def test_another_way_to_show_a_figure_keeps_its_origin_and_a_word_has_none():
    told = bentuk.angka(sel("5"))
    assert bentuk.seperti("+5", told).asal == told.asal
    assert not isinstance(bentuk.seperti("+5", "5"), bentuk.Tampil)
    assert bentuk.berdampingan("5 dari 5", told, told).nilai == "5/5"
    assert not isinstance(bentuk.berdampingan("5 dari x", told, "x"), bentuk.Tampil)
    assert not isinstance(bentuk.berdampingan("x dari 5", "x", told), bentuk.Tampil)


def test_a_count_of_rows_knows_what_it_counted():
    rows = [{"nilai": sel("5"), "kode": "A"}, {"kode": "B", "nilai": None}, {"nilai": sel("5")}]
    counted = bentuk.length(rows)
    assert counted == 3
    assert counted.asal.bagian == ("A", "B", Sel("kinerja", "realisasi", 2))
    assert bentuk.length(["a", "b"]).asal.bagian == ("a", "b")
    assert bentuk.length("abc") == bentuk.length({"a": 1, "b": 2, "c": 3}) == 3
    assert type(bentuk.length("abc")) is int


@pytest.mark.parametrize(
    ("text", "small", "large"),
    [
        ("Persentase", "persentase", "Persentase"),
        ("a", "a", "A"),
        ("IKM pegawai", "IKM pegawai", "IKM pegawai"),
        ("", "", ""),
        ("pelayanan PBB", "pelayanan PBB", "Pelayanan PBB"),
    ],
)
def test_the_first_letter_alone_changes(text, small, large):
    assert (bentuk.huruf_kecil(text), bentuk.huruf_besar(text)) == (small, large)


@pytest.mark.parametrize(
    ("items", "told"), [(["a", "b", "c", "d"], "a, b, c, dan d"), (["a", "b"], "a dan b")]
)
def test_a_list_of_three_has_a_comma_before_its_last(items, told):
    assert bentuk.daftar(items) == told


def test_a_percentage_stays_with_its_sign_where_other_units_are_left_out():
    assert bentuk.nilai_ringkas(Decimal(5), "persen") == "5%"
    assert bentuk.nilai_ringkas(Decimal(5), "orang") == "5"
    assert bentuk.nilai_ringkas("WTP", "predikat") == "WTP"
