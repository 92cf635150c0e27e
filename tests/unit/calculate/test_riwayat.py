"""This year beside earlier years: followed by code, gaps stated, nothing taken for zero."""

from __future__ import annotations

import re
import shutil
from decimal import Decimal

import pytest
from conftest import DataFolder, chapter_outputs

import lkipnb
from lkipnb.errors import DataError

OPD, TAHUN = "dinsos-flores-timur", 2020


def earlier(data: DataFolder, year: int, **realisasi: str) -> DataFolder:
    """A copy of the year as an earlier one, with other realisasi (`IKU_1="2"`)."""
    shutil.copytree(data.year, data.path / OPD / str(year))
    rows = _rows(data, year, "kinerja")
    for row in rows[1:]:
        row[2] = realisasi.get(row[0].replace("-", "_"), row[2])
    _write(data, year, "kinerja", rows)
    return data


def _rows(data: DataFolder, year: int, table: str) -> list[list[str]]:
    import csv

    with (data.path / OPD / str(year) / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def _write(data: DataFolder, year: int, table: str, rows: list[list[str]]) -> None:
    import csv

    with (data.path / OPD / str(year) / f"{table}.csv").open(
        "w", encoding="utf-8", newline=""
    ) as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def comparison(data: DataFolder):
    return lkipnb.open(OPD, TAHUN, bab="3", data=data.path).hasil.perbandingan.set_index("kode")


def test_the_change_is_told_against_last_year_and_by_polarity(data):
    row = data.row_of("indikator", "kode", "IKU-5")
    data.set("indikator", row, "polaritas", "turun")
    frame = comparison(earlier(data, 2019, IKU_1="2", IKU_3="40", IKU_5="50"))
    assert list(frame.perubahan[["IKU-1", "IKU-2", "IKU-3", "IKU-5"]]) == [
        Decimal("1.2"),
        0,
        -7,
        10,
    ]
    assert list(frame.membaik[["IKU-1", "IKU-2", "IKU-3", "IKU-5"]]) == [True, None, False, False]


def test_a_missing_year_is_a_gap_and_never_a_zero(data):
    frame = comparison(earlier(data, 2018, IKU_1="2"))
    assert frame.deret["IKU-1"] == {2018: Decimal(2), 2020: Decimal("3.2")}
    assert frame.perubahan.isna().all()
    table = lkipnb.open(OPD, TAHUN, bab="3", data=data.path).tabel.tahun_lalu("S1")
    assert table.catatan == ("Data tahun 2019 tidak ada.",)
    assert ">2019</th>" in table.html


def test_an_indicator_is_followed_by_its_code_when_it_is_renamed_added_or_dropped(data):
    earlier(data, 2019)
    rows = [row for row in _rows(data, 2019, "indikator") if row[0] != "IKU-9"]
    rows[1][2] = "Nama lama"
    _write(data, 2019, "indikator", [*rows, ["IKU-10", *rows[-1][1:]]])
    measured = [row for row in _rows(data, 2019, "kinerja") if row[0] != "IKU-9"]
    _write(data, 2019, "kinerja", [*measured, ["IKU-10", "1", "1", "", ""]])
    for table in ("fakta", "analisis", "klaim", "koreksi"):
        (data.path / OPD / "2019" / f"{table}.csv").unlink()
    budget = _rows(data, 2019, "anggaran")
    _write(
        data, 2019, "anggaran", budget[:12]
    )  # without corrections the slipped rows would not load
    frame = comparison(data)
    assert (frame.catatan["IKU-1"], frame.nama_lalu["IKU-1"]) == ("berganti nama", "Nama lama")
    assert frame.catatan["IKU-9"] == "baru"
    lk = lkipnb.open(OPD, TAHUN, bab="3", data=data.path)
    assert list(lk.hasil.dihapus.kode) == ["IKU-10"]


def test_years_further_back_than_five_are_left_out(data):
    earlier(data, 2014)
    earlier(data, 2015)
    assert sorted(lkipnb.open(OPD, TAHUN, data=data.path).hasil.lampau) == [2015]


def test_a_fault_in_an_earlier_year_is_told_with_the_year(data):
    earlier(data, 2019, IKU_1="banyak")
    with pytest.raises(DataError, match=r"2019/kinerja\.csv, baris 2, kolom realisasi"):
        lkipnb.open(OPD, TAHUN, data=data.path)


def test_the_chapter_tells_what_rose_and_fell(data):
    lk = lkipnb.open(OPD, TAHUN, bab="3", data=earlier(data, 2019, IKU_1="2", IKU_3="40").path)
    html = next(html for (_, source), html in chapter_outputs(lk).items() if "{% include" in source)
    told = re.sub(r"</?data[^>]*>", "", html)
    for sentence in (
        (
            "bantuan sosial</strong> naik dari 2% menjadi 3,2%, atau 1,2 poin persen; keadaannya"
            " membaik.</li>"
        ),
        (
            "kebutuhan dasar</strong> turun dari 40% menjadi 33%, atau 7 poin persen; keadaannya"
            " memburuk.</li>"
        ),
        "<li><strong>Persentase PMKS yang tertangani</strong> tetap 3,2%.</li>",
    ):
        assert sentence in told
