"""The printed pages of every shipped year and of the agencies among the cases, measured as a reader
sees them.
"""

from __future__ import annotations

import shutil
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import halaman
import kecil
import pytest
from conftest import CASES
from filelock import FileLock
from halaman import ATAS, BAWAH, MM, PINGGIR, SAMPING, Garis, Halaman, Kata
from shipped import DATA

from lkipnb.load.dataset import load

AGENCIES = (
    ("dinsos-flores-timur", 2020),
    ("contoh", 2021),
    ("contoh", 2022),
    ("contoh", 2023),
    ("kecamatan", 2024),
    ("rsj-jabar", 2016),
    ("dispenda-jabar", 2016),
)


# Years whose report other tests build whole.
BUILT = (("dinsos-flores-timur", 2020), ("contoh", 2023))


@pytest.fixture(scope="session")
def printed(once, laporan):
    """The pages of an agency's year; each report is made once, however many processes test."""
    shared = once / "halaman-tercetak"
    shared.mkdir(exist_ok=True)
    read: dict[tuple[str, int], list[Halaman]] = {}

    def pages(opd: str, tahun: int) -> list[Halaman]:
        if (opd, tahun) not in read:
            built = (opd, tahun) in BUILT
            whole = (laporan(opd, tahun) / "lkip.pdf").read_bytes() if built else None
            read[opd, tahun] = halaman.pages(whole or _made(shared, opd, tahun))
        return read[opd, tahun]

    return pages


def _made(shared: Path, opd: str, tahun: int) -> bytes:
    path = shared / f"{opd}-{tahun}.pdf"
    with FileLock(f"{path}.lock"):
        if not path.exists():
            path.write_bytes(halaman.pdf(opd, tahun, _data(shared)))
        return path.read_bytes()


def _data(shared: Path) -> Path:
    """The shipped data and the cases in one folder."""
    data = shared / "data"
    with FileLock(f"{data}.lock"):
        if not data.exists():
            shutil.copytree(DATA, data)
            for case in CASES.iterdir():
                if case.is_dir():
                    shutil.copytree(case, data / case.name)
    return data


@pytest.mark.parametrize(("opd", "tahun"), AGENCIES)
def test_nothing_on_the_printed_pages_is_ugly(printed, opd, tahun):
    assert ugly(printed(opd, tahun)) == []


# Little to tell: nothing but an indicator; a budget of one programme; a staff and some goods.
LITTLE = {
    "indikator": {},
    "anggaran": {
        "anggaran": [kecil.anggaran("1.01", 1000, 900), kecil.anggaran("1.01.01", 1000, 900)],
        "belanja": [
            {"kelompok": "operasi", "penggunaan": "kegiatan", "pagu_rp": 1000, "realisasi_rp": 900}
        ],
    },
    "perpustakaan": {
        "unit": [{"kode": "U1", "nama": "Arsip", "jabatan": "Kepala", "eselon": "II", "urutan": 1}],
        "pegawai_eselon": [{"eselon": "Eselon II", "pendidikan": "S1", "jumlah": 3}],
        "aset": [
            {"nomor": n, "nama": f"Rak {n}", "jumlah": n, "satuan": "unit", "kondisi": "Baik"}
            for n in range(1, 13)
        ],
        "standar": [{"indikator": "A1", "lingkup": "nasional", "nilai": 70, "sumber": "Standar"}],
    },
}


@pytest.mark.parametrize("tables", LITTLE.values(), ids=LITTLE)
def test_nothing_is_ugly_where_there_is_little_to_tell(tmp_path, tables):
    data = kecil.buat(tmp_path, **tables)
    assert ugly(halaman.pages(halaman.pdf(kecil.OPD, kecil.TAHUN, data))) == []


def ugly(pages: list[Halaman]) -> list[str]:
    """What a reader would call ugly on any page, or where two meet."""
    told = [fault for page in pages for measure in halaman.MEASURES for fault in measure(page)]
    for one, other in pairwise(pages):
        told += halaman.parted_item(one, other) + halaman.hole(one, other)
        told += halaman.parted_table(one, other)
    return told


@pytest.mark.parametrize(("opd", "tahun"), AGENCIES)
def test_no_signature_stands_alone_on_its_page(printed, opd, tahun):
    place = {"dinsos-flores-timur": "Larantuka,", "contoh": "Kota", "kecamatan": "Sukamaju,"}.get(
        opd, "Bandung,"
    )
    pages = printed(opd, tahun)
    assert any(word.teks == place for page in pages for word in page.kata)
    assert [fault for page in pages for fault in halaman.lonely_signature(page, place)] == []


@pytest.mark.parametrize(("opd", "tahun"), AGENCIES)
def test_the_names_of_the_two_parties_stand_on_one_line(printed, tmp_path_factory, opd, tahun):
    pages = printed(opd, tahun)
    page = next(page for page in pages if sum(word.teks == "Pihak" for word in page.kata) == 2)
    lines = [" ".join(word.teks for word in line) for line in halaman.lines(page)]
    assert "Pihak Kedua Pihak Pertama" in lines
    shared = tmp_path_factory.getbasetemp().parent / "halaman-tercetak"
    data, _ = load(opd, tahun, _data(shared))
    promising = data.profil.kepala.nama
    assert any(line.endswith(f" {promising}") for line in lines)


def _year(pages: list[Halaman]) -> Halaman:
    """The page that tells the year."""
    title = "Tahun Ini dalam Satu Halaman"
    return next(
        page
        for page in pages
        if any(" ".join(word.teks for word in line) == title for line in halaman.lines(page))
    )


@pytest.mark.parametrize(("opd", "tahun"), AGENCIES)
def test_the_year_stands_on_one_page(printed, opd, tahun):
    starts = [
        [word.teks for word in line[:2]] for line in halaman.lines(_year(printed(opd, tahun)))
    ]
    assert ["Yang", "tercapai."] in starts
    assert ["Gambar", "1"] in starts


def test_the_year_of_twelve_sasaran_stands_on_one_page(tmp_path):
    long = "Meningkatnya kesejahteraan sosial penyandang masalah kesejahteraan sosial di wilayah"
    codes = range(1, 13)
    data = kecil.buat(
        tmp_path,
        sasaran=[{"kode": f"S{n}", "uraian": f"{long} {n}"} for n in codes],
        indikator=[kecil.indikator(kode=f"A{n}", sasaran=f"S{n}") for n in codes],
        kinerja=[kecil.kinerja(f"A{n}", realisasi=30 + n) for n in codes],
        riwayat=[{"tahun": 2022, **kecil.kinerja(f"A{n}", realisasi=20 + n)} for n in codes],
        anggaran=[kecil.anggaran(f"1.01.{n:02}", 10**9 * n, 9 * 10**8 * n) for n in codes],
        dukungan=[{"kode": f"S{n}", "kode_rekening": f"1.01.{n:02}"} for n in codes],
        analisis=[
            {"indikator": "A1", "jenis": kind, "urutan": 1, "uraian": f"{long}, {long}."}
            for kind in ("hambatan", "solusi")
        ],
    )
    year = _year(halaman.pages(halaman.pdf(kecil.OPD, kecil.TAHUN, data)))
    starts = [line[0].teks for line in halaman.lines(year)]
    assert [start for start in starts if start in ("1.", "12.", "Gambar")] == [
        "1.",
        "12.",
        "Gambar",
    ]
    assert halaman.overlapping(year) == []


# Each measure has been seen to fail: on a page made for it.

LINE = 10.0


def words(
    *texts: str, top: float = ATAS + 10, left: float = 80.0, width: float = 40.0, gap: float = 6.0
):
    """Words beside each other on one line."""
    step = width + gap
    return tuple(
        Kata(text, left + n * step, top, left + n * step + width, top + LINE)
        for n, text in enumerate(texts)
    )


def page(*lines: tuple[Kata, ...], judul: tuple[float, ...] = ()) -> Halaman:
    return Halaman(5, 210 * MM, 297 * MM, tuple(word for line in lines for word in line), judul)


FULL = words("teks", top=297 * MM - BAWAH - 20)
PLAIN = page(words("satu", "dua"), FULL)


def test_a_plain_page_is_not_blamed():
    assert [fault for measure in halaman.MEASURES for fault in measure(PLAIN)] == []


def test_a_page_with_two_lines_is_found():
    assert halaman.near_empty(page(words("satu"), words("dua", top=ATAS + 24))) == [
        "halaman 5: terisi 5%"
    ]


def test_words_over_each_other_are_found():
    assert halaman.overlapping(page(words("78,45%", "88,46%", gap=-20))) == [
        "halaman 5: “78,45%” dan “88,46%” bertumpuk"
    ]


def test_a_word_beyond_the_margin_is_found():
    assert len(halaman.outside(page(words("jauh", left=190 * MM)))) == 1


def test_a_table_parted_from_its_number_is_found():
    parted = page(words("pada", "Tabel"), words("3.1", "dan", top=ATAS + 24))
    assert halaman.split_name(parted) == ["halaman 5: “Tabel” terpisah dari “3.1”"]
    assert halaman.split_name(page(words("pada", "Tabel", "3.1"))) == []


def test_a_page_within_a_chapter_that_is_half_white_is_found():
    white = replace(PLAIN, celah=0.5)
    assert halaman.hole(white, PLAIN) == ["halaman 5: 50% kosong"]
    assert halaman.hole(white, replace(PLAIN, awal_bab=True)) == []


def test_letters_too_small_to_read_are_found():
    small = replace(words("2024")[0], bawah=ATAS + 13)
    assert len(halaman.too_small(page((small,)))) == 1


def test_amounts_that_touch_are_found():
    assert len(halaman.touching(page(words("101.419.009.879", "6.475.573.391", gap=1)))) == 1
    assert len(halaman.touching(page(words("101.419.009.8796.475.573.391")))) == 1
    assert halaman.touching(page(words("101.419.009.879", "6.475.573.391"))) == []


def test_a_heading_at_the_foot_is_found():
    foot = 297 * MM - BAWAH - 20
    heading = page(words("isi"), words("Judul", top=foot), judul=(foot - 2,))
    assert len(halaman.lonely_heading(heading)) == 1
    below = words("teks", top=foot + 18)
    assert (
        halaman.lonely_heading(page(words("Judul", top=foot - 20), below, judul=(foot - 22,))) == []
    )


def test_a_line_that_announces_what_stands_overleaf_is_found():
    assert len(halaman.announcing(page(words("Manfaatnya:", top=297 * MM - BAWAH - 12)))) == 1


def test_a_signature_alone_is_found():
    sign = words("Sukamaju,", "14", left=300)
    assert len(halaman.lonely_signature(page(sign), "Sukamaju,")) == 1
    closing = words("Demikian", "laporan")
    below = words("Sukamaju,", "14", left=300, top=ATAS + 60)
    assert halaman.lonely_signature(page(closing, below), "Sukamaju,") == []


def test_an_item_parted_from_its_list_is_found():
    last = page(words("•", "Predikat", left=80, top=700))
    assert len(halaman.parted_item(last, page(words("•", "Pendukung", left=95)))) == 1
    assert halaman.parted_item(last, page(words("•", "Nilai", left=80))) == []


def rules(*places: float, thick: tuple[float, ...] = ()) -> tuple[Garis, ...]:
    found = [Garis(y, False) for y in places] + [Garis(y, True) for y in thick]
    return tuple(sorted(found, key=lambda rule: rule.y))


def test_the_last_row_of_a_table_alone_overleaf_is_found():
    alone = replace(PLAIN, garis=rules(100, thick=(80, 112)))
    assert halaman.orphan_row(alone) == ["halaman 5: tabel bersambung dengan 1 baris"]
    assert halaman.orphan_row(replace(PLAIN, garis=rules(100, 112, thick=(80, 124)))) == []
    title = words("Tabel", "3.1", top=60)
    assert halaman.orphan_row(replace(page(title, FULL), garis=alone.garis)) == []


def test_a_picture_between_the_parts_of_a_table_is_found():
    begun = replace(PLAIN, garis=rules(620, 640, thick=(600,)))
    rest = rules(320, 340, thick=(300, 360))
    picture = page(words("Gambar", "3.2", "Capaian", top=200), FULL)
    assert halaman.parted_table(begun, replace(picture, garis=rest)) == [
        "halaman 5: gambar memisahkan tabel"
    ]
    assert halaman.parted_table(begun, replace(PLAIN, garis=rest)) == []


def test_lines_that_end_alike_are_found():
    edge = 210 * MM - SAMPING - PINGGIR
    even = [words("satu", top=ATAS + 14 * n, left=edge - 40) for n in range(1, 4)]
    assert halaman.justified(page(*even)) == ["halaman 5: teks rata kanan"]
    ragged = words("satu", top=ATAS + 28, left=edge - 47)
    assert halaman.justified(page(even[0], ragged, even[2])) == []
