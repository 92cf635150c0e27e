"""What chapters say where figures are zero, negative, equal, missing or new: the exact words."""

from __future__ import annotations

import re
import shutil

import pytest
from conftest import OPD, TAHUN, chapter_outputs
from dokumen import undrawn

import lkipnb

DROPPED = ("fakta", "analisis", "klaim", "koreksi", "penerimaan", "kontradiksi")


@pytest.fixture(autouse=True)
def only_words(monkeypatch):
    """Pictures are not drawn: no test here looks at one."""
    undrawn(monkeypatch)


def words(data, chapter: str = "0") -> str:
    """The plain text of a chapter, or of all but the appendix, one blank between words."""
    html = " ".join(
        chapter_outputs(lkipnb.open(OPD, TAHUN, bab="3", data=data.path), chapter).values()
    )
    return " ".join(re.sub(r"<[^>]+>", "", html).split())


def measure(data, kode: str, target: str, realisasi: str) -> None:
    row = data.row_of("kinerja", "indikator", kode)
    data.set("kinerja", row, "target", target)
    data.set("kinerja", row, "realisasi", realisasi)


def kind(data, kode: str, **cells: str) -> None:
    for column, value in cells.items():
        data.set("indikator", data.row_of("indikator", "kode", kode), column, value)


def earlier(data, year: int, **realisasi: str) -> None:
    """The year as an earlier one with other realisasi (`IKU_1="2"`), without what quotes its
    figures.
    """
    shutil.copytree(data.year, data.path / OPD / str(year))
    folder = data.path / OPD / str(year)
    for name in (*DROPPED, "anggaran", "belanja"):
        (folder / f"{name}.csv").unlink(missing_ok=True)
    lines = (folder / "kinerja.csv").read_text(encoding="utf-8").splitlines()
    changed = [lines[0]]
    for line in lines[1:]:
        cells = line.split(",")
        cells[2] = realisasi.get(cells[0].replace("-", "_"), cells[2])
        changed.append(",".join(cells))
    (folder / "kinerja.csv").write_text("\n".join(changed) + "\n", encoding="utf-8")


def test_zero_against_zero_is_told_as_it_is(data):
    kind(data, "IKU-6", satuan="kejadian", polaritas="turun", maksimum="")
    measure(data, "IKU-6", "0", "0")
    text = words(data, "03")
    assert (
        "Target tahun 2020 adalah 0 kejadian; target dan realisasi nol, capaian tidak terhitung."
        in text
    )
    assert "belum dilaporkan" not in text.partition("Target tahun 2020 adalah 0 kejadian")[2][:100]
    assert "Capaian 1 indikator tidak terhitung." in text


def test_a_change_from_a_negative_value_is_told_as_a_difference(data):
    kind(data, "IKU-5", satuan="ribu orang", maksimum="")
    measure(data, "IKU-5", "1", "-3.14")
    earlier(data, 2019, IKU_5="-3.27")
    text = words(data, "03")
    assert (
        "naik dari −3,27 ribu orang menjadi −3,14 ribu orang, atau 0,13 ribu orang; keadaannya"
        " membaik" in text
    )


@pytest.mark.parametrize(
    ("satuan", "said"),
    [
        (
            "orang",
            "turun dari 22 orang menjadi 17 orang, atau 5 orang (22,73%); keadaannya memburuk",
        ),
        ("persen", "turun dari 22% menjadi 17%, atau 5 poin persen; keadaannya memburuk"),
        ("%", "turun dari 22% menjadi 17%, atau 5 poin persen; keadaannya memburuk"),
        ("indeks", "turun dari 22 menjadi 17, atau 5 poin (22,73%); keadaannya memburuk"),
    ],
)
def test_a_fall_is_told_without_a_second_minus_and_in_its_own_unit(data, satuan, said):
    kind(data, "IKU-5", satuan=satuan, maksimum="")
    measure(data, "IKU-5", "20", "17")
    earlier(data, 2019, IKU_5="22")
    assert said in words(data, "03")


def test_a_change_from_zero_has_no_percentage(data):
    kind(data, "IKU-5", satuan="orang", maksimum="")
    measure(data, "IKU-5", "20", "17")
    earlier(data, 2019, IKU_5="0")
    assert "naik dari 0 orang menjadi 17 orang, atau 17 orang; keadaannya membaik" in words(
        data, "03"
    )


def history(data, *rows: list[str]) -> None:
    data.write("riwayat", [["indikator", "tahun", "target", "realisasi"], *rows])


def test_a_year_that_is_not_known_is_not_an_indicator_that_is_new(data):
    history(data, ["IKU-1", "2019", "5", "2.9"])
    text = words(data, "03")
    # The second sasaran has no earlier year at all and says so once.
    assert text.count("belum dapat dibandingkan: data tahun 2019 tidak tersedia.") == 2
    assert "indikator baru" not in text


def test_an_indicator_that_says_when_it_began_is_new_in_that_year(data):
    rows = data.rows("indikator")
    data.write(
        "indikator",
        [[*rows[0], "mulai"], *([*row, "2020" if row[0] == "IKU-2" else ""] for row in rows[1:])],
    )
    history(data, ["IKU-1", "2019", "5", "2.9"])
    text = words(data, "03")
    assert text.count("adalah indikator baru; belum ada pembandingnya.") == 1
    assert text.count("data tahun 2019 tidak tersedia.") == 1


def test_no_extremes_are_told_where_all_are_equal(data):
    for row in data.rows("kinerja")[1:]:
        measure(data, row[0], "10", "10")
    text = words(data)
    assert "Capaian tertinggi" not in text
    assert "Tertinggi" not in lkipnb.open(OPD, TAHUN, data=data.path).gambar.capaian_iku().alt


def test_extremes_are_told_where_they_differ(data):
    assert "Capaian tertinggi ialah 133,33%" in words(data, "00")


def test_what_was_not_reported_is_neither_met_nor_missed(data):
    measure(data, "IKU-7", "100", "")
    lk = lkipnb.open(OPD, TAHUN, data=data.path)
    whole = lk.hasil.capaian_opd
    assert (whole.banyak_tercapai, whole.banyak_belum, whole.banyak_belum_dilaporkan) == (2, 6, 1)
    assert lk.hasil.capaian.set_index("kode").tercapai["IKU-7"] is None
    text = words(data)
    silent = "Realisasi 1 indikator belum dilaporkan."
    counted = "2 indikator mencapai atau melampaui target dan 6 indikator belum mencapainya."
    assert text.count(f"{counted} {silent}") == 2  # in the summary and in the conclusion
    assert (
        "Dari 9 indikator, 2 mencapai atau melampaui target dan 6 belum. Realisasi 1 indikator"
        " belum dilaporkan." in text
    )
    assert "2 dari 5 indikatornya yang terhitung mencapai target, 1 belum dilaporkan." in text
    assert "Tanpa batang: IKU-7 (realisasi belum dilaporkan)." in lk.gambar.capaian_iku().alt
    assert ">Belum dilaporkan</th>" in lk.tabel.capaian_sasaran().html


def test_where_all_was_reported_nothing_is_said_of_what_was_not(data):
    assert "indikator belum dilaporkan" not in words(data)
    assert (
        "Belum dilaporkan"
        not in lkipnb.open(OPD, TAHUN, data=data.path).tabel.capaian_sasaran().html
    )


def test_a_bound_is_told_with_what_it_means(data):
    rows = data.rows("kinerja")
    more = {"IKU-5": ["2.61", "BPS, Berita Resmi Statistik"]}
    data.write(
        "kinerja",
        [
            [*rows[0], "nilai_batas", "sumber_batas"],
            *([*row, *more.get(row[0], ["", ""])] for row in rows[1:]),
        ],
    )
    kind(data, "IKU-5", polaritas="turun")
    measure(data, "IKU-5", "< inflasi nasional", "2.5")
    kind(data, "IKU-4", polaritas="turun", maksimum="")
    measure(data, "IKU-4", "<= 5", "6")
    text = words(data, "03")
    assert (
        "Realisasi 2,5% memenuhi target &lt; inflasi nasional (2,61%); capaiannya 104,21%" in text
    )
    assert "belum memenuhi target ≤ 5%; capaiannya 80%" in text.replace("80,00%", "80%")
