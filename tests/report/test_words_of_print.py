"""What stands in print: the words of the agency, never those of the program, and nothing that it
does not have.
"""

from __future__ import annotations

import csv
import re
import shutil
from pathlib import Path

import pytest
from dokumen import CASES, assembled, headings_without_text, unaudited, undrawn
from shipped import DATA

from lkipnb.schemas import ALL_TABLES, REFERENCE_FOLDER, YEAR_TABLES

SHIPPED = [("dinsos-flores-timur", 2020), ("contoh", 2021), ("contoh", 2022), ("contoh", 2023)]
KECAMATAN = ("kecamatan", 2024)
OPTIONAL = sorted(table.name for table in YEAR_TABLES.values() if table.optional)
# Tables that an agency may lack, those together that no section has in common.
ABSENT = (
    ("analisis", "unit", "tugas", "belanja"),
    ("anggaran", "dukungan", "pegawai_kelamin", "riwayat"),
    ("aset", "dukungan", "kerangka", "standar"),
    ("fakta", "pegawai_eselon", "renstra"),
    ("tugas", "pegawai_golongan", "triwulan"),
)

_NAMES = {column.name for table in ALL_TABLES.values() for column in table.columns} | set(
    ALL_TABLES
)
_WITH_UNDERSCORE = sorted(name for name in _NAMES if "_" in name)
FORBIDDEN = re.compile(
    "|".join(
        (
            rf"\b(?:{'|'.join(map(re.escape, _WITH_UNDERSCORE))})\b",
            r"\w\.(?:csv|md|yaml|xlsx|json|ipynb)\b",
            r"\b(?:None|NaN|nan|True|False|Decimal|NotApplicable)\b",
            r"\bn/a\b",
            r"\{\{|\}\}|\{%",
            r"\(tabel \w+\)|\btabel unit\b|\bfolder\b|\bsel data\b",
            r"\(\s*\)|\(tidak ada\)",
            r"\b0 (?:koreksi|pertentangan|klaim|baris)\b",
            r"(?:Tabel|Gambar) \.|(?:Tabel|Gambar) \w\.(?!\d)",
            r"\b(?:program Program|kegiatan Kegiatan|sub kegiatan Sub Kegiatan|Belanja belanja)\b",
            r" [.,;:](?=\s|$)|,,|;;|(?<!\.)\.\.(?!\.)|\(\s|\s\)",
        )
    )
)
DOUBLED = re.compile(r"\b(\w{3,}) \1\b")


@pytest.fixture(scope="module")
def kecamatan(tmp_path_factory):
    """The report of the kecamatan as it was filled in."""
    folder = tmp_path_factory.mktemp("kecamatan")
    with pytest.MonkeyPatch.context() as patch:
        undrawn(patch)
        return assembled(*KECAMATAN, copied(folder))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The kecamatan and the shared lists, to be changed."""
    return copied(tmp_path)


def copied(folder: Path) -> Path:
    shutil.copytree(CASES / "kecamatan", folder / "kecamatan")
    shutil.copytree(DATA / REFERENCE_FOLDER, folder / REFERENCE_FOLDER)
    return folder


def texts(root) -> list[str]:
    """The text of every paragraph, item, cell, caption and heading, each by itself; not what a
    correction quotes.
    """
    kinds = ("p", "li", "td", "th", "figcaption", "caption", "h1", "h2", "h3", "h4")
    elements = root.xpath(
        "//main//*[not(ancestor::figure[@id='tabel-koreksi' or @id='tabel-kontradiksi'])]"
    )
    return [
        " ".join(element.text_content().split()) for element in elements if element.tag in kinds
    ]


def slips(root) -> list[str]:
    """Each text of the page that holds a word of the program or a slip of the pen."""
    found = []
    for text in texts(root):
        match = FORBIDDEN.search(text) or DOUBLED.search(text)
        if match:
            found.append(f"{match[0]!r} in {text[:160]!r}")
    return found


def holds(root) -> None:
    """What every report keeps: no word of the program, no empty heading, no empty table."""
    assert slips(root) == []
    assert headings_without_text(root) == []
    for table in root.xpath("//main//table"):
        assert table.xpath("./tbody/tr[td]"), table.find("caption").text_content()


@pytest.mark.parametrize(("opd", "tahun"), SHIPPED)
def test_a_shipped_report_speaks_to_its_reader(opd, tahun, monkeypatch):
    undrawn(monkeypatch)
    holds(assembled(opd, tahun, DATA))


def test_the_report_of_the_kecamatan_speaks_of_the_kecamatan(kecamatan):
    holds(kecamatan)
    text = " ".join(kecamatan.text_content().split())
    assert not re.search(r"Flores Timur|PMKS|PSKS|Rumah Sakit|Dinas Sosial", text)
    assert "Pertentangan" not in text
    assert "Koreksi atas" not in text
    assert "Hasil Hitung" not in text
    assert "5 program, 7 kegiatan, dan 9 sub kegiatan" in text
    assert "sub kegiatan Fasilitasi Pengelolaan Keuangan Desa" in text
    assert "Tugas dan Fungsi Unit" not in text


def test_the_kecamatan_gets_no_table_and_no_picture_that_its_sentences_tell(kecamatan):
    for number in range(1, 5):
        ids = kecamatan.xpath(f"//figure[contains(@id, '-sasaran-{number}')]/@id")
        assert len(ids) <= 4, ids
        assert not [
            name
            for name in ids
            if name.startswith(("gambar-target", "gambar-renstra", "gambar-efisiensi"))
        ]


def test_accounts_below_a_sub_kegiatan_are_indented_with_a_code_that_fits(kecamatan):
    (row,) = kecamatan.xpath("//figure[@id='tabel-anggaran']//tr[th='Belanja Pegawai']")
    assert row.get("class") == "menjorok-3"
    assert row.findtext("td") == "5.1.01"


def test_every_table_that_the_kecamatan_may_lack_is_taken_away_once():
    there = {path.stem for path in (CASES / "kecamatan" / "2024").glob("*.csv")}
    assert there & set(OPTIONAL) == {name for names in ABSENT for name in names}


@pytest.mark.parametrize("names", ABSENT, ids="-".join)
def test_without_some_of_its_tables_the_report_still_holds(names, data, monkeypatch):
    undrawn(monkeypatch)
    unaudited(monkeypatch)
    for name in names:
        (data / "kecamatan" / "2024" / f"{name}.csv").unlink()
    holds(assembled(*KECAMATAN, data))


def test_an_agency_with_nothing_but_targets_gets_a_short_report_that_holds(data, monkeypatch):
    undrawn(monkeypatch)
    unaudited(monkeypatch)
    folder = data / "kecamatan" / "2024"
    for name in OPTIONAL:
        (folder / f"{name}.csv").unlink(missing_ok=True)
    shutil.rmtree(folder / "narasi")
    empty(folder / "kinerja.csv", "realisasi", "nilai_pembilang", "nilai_penyebut")
    root = assembled(*KECAMATAN, data)
    holds(root)
    text = " ".join(root.text_content().split())
    told = (
        "Belum dapat disajikan untuk sasaran ini karena datanya tidak ada atau belum lengkap:"
        " perbandingan dengan"
    )
    assert text.count(told) == 4
    assert "Isu strategis dan permasalahan utama belum diisi." in text
    assert not root.xpath("//figure[@class='gambar']")
    assert "Daftar Gambar" not in text


@pytest.mark.parametrize("said", ["", "n/a"])
def test_an_agency_that_reports_nothing_yet_gets_a_report_that_holds(said, data, monkeypatch):
    undrawn(monkeypatch)
    unaudited(monkeypatch)
    folder = data / "kecamatan" / "2024"
    (folder / "triwulan.csv").unlink()
    empty(folder / "kinerja.csv", "nilai_pembilang", "nilai_penyebut")
    empty(folder / "kinerja.csv", "realisasi", value=said)
    empty(folder / "anggaran.csv", "realisasi_rp")
    empty(folder / "belanja.csv", "realisasi_rp")
    holds(assembled(*KECAMATAN, data))


def test_an_agency_with_one_sasaran_gets_a_report_that_holds(data, monkeypatch):
    undrawn(monkeypatch)
    unaudited(monkeypatch)
    folder = data / "kecamatan" / "2024"
    only(folder, "sasaran.csv", "kode", {"S1"})
    for file in ("kinerja", "triwulan", "renstra", "riwayat", "standar", "analisis", "fakta"):
        only(folder, f"{file}.csv", "indikator", {"IK-1", "IK-2"})
    only(folder, "indikator.csv", "kode", {"IK-1", "IK-2"})
    only(folder, "dukungan.csv", "kode", {"IK-1", "IK-2"})
    root = assembled(*KECAMATAN, data)
    holds(root)
    assert not root.xpath("//figure[@id='tabel-capaian-sasaran']")


def empty(path: Path, *columns: str, value: str = "") -> None:
    """Put `value` into every cell of the columns."""
    with path.open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file)
    for row in rows:
        for name in columns:
            row[head.index(name)] = value
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([head, *rows])


def only(folder: Path, name: str, column: str, kept: set[str]) -> None:
    """Keep the rows whose column holds one of the values."""
    path = folder / name
    with path.open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file)
    left = [row for row in rows if row[head.index(column)] in kept]
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([head, *left])
