"""What a person put into the folder of a year appears in the report, or check says that it does
not.
"""

from __future__ import annotations

import html
import re
import shutil
from pathlib import Path

import pytest
from conftest import OPD, ROOT, TAHUN, chapter_outputs
from shipped import DATA

import lkipnb
from lkipnb.audit import audit
from lkipnb.present.dokumen_sumber import bertempat
from lkipnb.schemas import YEAR_TABLES, Kind

# Said in the report in other words, or only where the duties of the head of a unit are told.
REWORDED = {
    ("koreksi", "kunci"),
    ("koreksi", "kolom"),
    ("koreksi", "tercetak"),
    ("koreksi", "terkoreksi"),
    ("indikator", "jenjang"),
    ("unit", "jabatan"),
}


@pytest.fixture
def year(tmp_path) -> Path:
    shutil.copytree(DATA, tmp_path / "data")
    return tmp_path / "data/contoh/2023"


def told(year: Path) -> list[tuple]:
    found = audit("contoh", 2023, year.parents[1], notebooks=ROOT / "notebooks").temuan
    return [(t.tingkat, t.berkas, t.kolom) for t in found if t.aturan == "tak-tampil"]


def write(name: str, text: str):
    def change(year: Path) -> None:
        path = year / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")

    return change


def append(name: str, line: str):
    def change(year: Path) -> None:
        path = year / name
        path.write_text(path.read_text(encoding="utf-8") + line + "\n", encoding="utf-8")

    return change


def replace(name: str, old: str, new: str):
    def change(year: Path) -> None:
        path = year / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


def test_of_the_shipped_year_nothing_is_told(year):
    assert told(year) == []


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (write("foto.png", "x"), ("catatan", "foto.png", None)),
        (write("lampiran/daftar.csv", "a,b\n"), ("catatan", "lampiran/daftar.csv", None)),
        (write("narasi/visi_misi.md", "Visi.\n"), ("peringatan", "narasi/visi_misi.md", None)),
        (
            replace("profil.yaml", "skala: sendiri", "skala: umum-80-60-50"),
            ("peringatan", "skala.csv", None),
        ),
        (append("triwulan.csv", "IK-01,1,30,29"), ("peringatan", "triwulan.csv", "indikator")),
        (append("riwayat.csv", "IK-01,2022,140,141"), ("peringatan", "riwayat.csv", "tahun")),
        (
            replace("profil.yaml", "rata_rata: terbobot", "rata_rata: sederhana"),
            ("catatan", "indikator.csv", "bobot"),
        ),
    ],
)
def test_what_no_chapter_shows_is_told(year, change, expected):
    change(year)
    assert expected in told(year)


def test_prose_that_a_chapter_of_the_agency_calls_is_shown(year, tmp_path):
    write("narasi/visi_misi.md", "Visi.\n")(year)
    shutil.copytree(ROOT / "notebooks", tmp_path / "notebooks")
    chapter = tmp_path / "notebooks/04_penutup.ipynb"
    chapter.write_text(
        chapter.read_text(encoding="utf-8").replace(
            'narasi(\\"simpulan\\")', 'narasi(\\"visi_misi\\")'
        )
    )
    found = audit("contoh", 2023, year.parents[1], notebooks=tmp_path / "notebooks").temuan
    assert [t for t in found if t.berkas == "narasi/visi_misi.md"] == []


def test_what_the_program_itself_keeps_in_the_folder_is_not_told(year):
    for name in ("formulir.xlsx", "anggaran.csv.cadangan-20260227-093000", ".anggaran.csv.kunci"):
        write(name, "x")(year)
    assert told(year) == []


def unseen(lk: lkipnb.Workbook) -> set[tuple[str, int]]:
    """Table and row of every text of the data that stands in no chapter."""
    shown = plain(re.sub(r"<[^>]+>", "", "".join(chapter_outputs(lk).values())))
    missed = set()
    for name, table in YEAR_TABLES.items():
        frame = lk.data.tables[name]
        for column in (
            c.name for c in table.columns if c.kind is Kind.TEXT and (name, c.name) not in REWORDED
        ):
            missed |= {
                (name, row)
                for row, text in frame[column].items()
                if text and plain(text) not in shown and plain(bertempat(text)) not in shown
            }
    # Claims that hold are told by their number alone.
    return missed - {("klaim", row) for row in lk.hasil.klaim.index[lk.hasil.klaim.cocok == True]}  # noqa: E712


def plain(text: str) -> str:
    return " ".join(html.unescape(text).split()).rstrip(".").casefold()


@pytest.mark.parametrize(("opd", "tahun"), [(OPD, TAHUN), ("contoh", 2023), ("kecamatan", 2024)])
def test_every_text_of_a_year_stands_in_a_chapter(tmp_path, opd, tahun):
    folder = tmp_path / "data"
    shutil.copytree(DATA, folder)
    if opd == "kecamatan":
        shutil.copytree(ROOT / "tests/cases/kecamatan", folder / opd)
    assert unseen(lkipnb.open(opd, tahun, bab="3", data=folder)) == set()


def test_duties_that_chapter_i_leaves_out_are_exactly_those_that_are_told(data):
    """Every scope, kind and source of a duty, at the top and below it."""
    header, *_ = data.rows("tugas")
    law = data.rows("tugas")[1:]
    cited = next(row[header.index("dasar")] for row in law if row[header.index("dasar")])
    rows = [
        [
            unit,
            scope,
            kind,
            source,
            str(number),
            f"Butir {unit} {scope} {kind} {source or 'sendiri'} {number}",
        ]
        for unit in ("dinas", "sekretariat", "bidang-rehabilitasi")
        for scope in ("unit", "pimpinan")
        for kind in ("tugas", "fungsi")
        for source in ("", cited)
        for number in (1, 2)
        if (unit, scope) != ("bidang-rehabilitasi", "pimpinan")
    ]
    data.write("tugas", [header, *rows])
    data.write("koreksi", [row for row in data.rows("koreksi") if row[1] != "tugas"])
    missed = {
        row
        for table, row in unseen(lkipnb.open(OPD, TAHUN, bab="3", data=data.path))
        if table == "tugas"
    }
    found = audit(OPD, TAHUN, data.path).temuan
    assert {
        t.baris for t in found if t.aturan == "tak-tampil" and t.berkas == "tugas.csv"
    } == missed
    assert missed
