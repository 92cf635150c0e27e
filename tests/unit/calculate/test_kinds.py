"""Every kind of indicator from its cell to the page: read, calculated, shown."""

from __future__ import annotations

from datetime import datetime

import pytest
from conftest import chapter_outputs

import lkipnb
from lkipnb.errors import DataError
from lkipnb.exchange import scaffold
from lkipnb.exchange.intake import import_form

OPD, TAHUN = "dinsos-flores-timur", 2020


def indicator(data, kode: str, **cells: str) -> None:
    row = data.row_of("indikator", "kode", kode)
    for column, value in cells.items():
        data.set("indikator", row, column, value)


def measure(data, kode: str, target: str, realisasi: str) -> None:
    row = data.row_of("kinerja", "indikator", kode)
    data.set("kinerja", row, "target", target)
    data.set("kinerja", row, "realisasi", realisasi)


@pytest.fixture
def every_kind(data):
    """The 2020 indicators turned into one of each kind, without the claims that quote their
    figures.
    """
    (data.year / "klaim.csv").unlink()
    indicator(data, "IKU-1", jenis="rentang")
    measure(data, "IKU-1", "0 - 5,99", "4")
    indicator(
        data, "IKU-2", jenis="jenjang", jenjang="TMP; TW; WDP; WTP", satuan="opini", maksimum=""
    )
    measure(data, "IKU-2", "WTP", "WDP")
    indicator(data, "IKU-3", jenis="ya-tidak", satuan="keadaan", maksimum="")
    measure(data, "IKU-3", "ya", "ya")
    indicator(
        data,
        "IKU-4",
        jenis="rasio",
        satuan="rasio",
        polaritas="turun",
        rumus="turun-t-per-r",
        maksimum="",
    )
    measure(data, "IKU-4", "1:300", "1:240")
    indicator(data, "IKU-5", polaritas="turun")
    measure(data, "IKU-5", "10", "12")
    measure(data, "IKU-6", "0", "5")
    measure(data, "IKU-7", "100", "")
    measure(data, "IKU-8", "100", "n/a")
    return data


def test_each_kind_has_its_capaian(every_kind):
    rows = lkipnb.open(OPD, TAHUN, data=every_kind.path).hasil.capaian.set_index("kode")
    assert [None if v is None else f"{v:.2f}" for v in rows.capaian_persen] == [
        "100.00",
        "75.00",
        "100.00",
        "125.00",
        "80.00",
        None,
        None,
        None,
        "66.79",
    ]
    assert list(rows.keterangan[5:8]) == [
        "target nol, capaian tidak terhitung",
        "realisasi belum dilaporkan",
        "tidak berlaku tahun ini",
    ]


def test_each_kind_is_shown_as_it_is_written(every_kind):
    table = lkipnb.open(OPD, TAHUN, bab="3", data=every_kind.path).tabel.capaian_iku().html
    for shown in (
        "0–5,99%",
        ">WTP<",
        ">ya<",
        "1:300",
        "1:240",
        "belum dilaporkan",
        "tidak berlaku",
    ):
        assert shown in table


def test_every_picture_and_sentence_bears_every_kind(every_kind):
    lk = lkipnb.open(OPD, TAHUN, bab="3", data=every_kind.path)
    assert "75,00%" in lk.gambar.capaian_iku().svg
    for html in chapter_outputs(lk).values():
        assert "None" not in html


def profile(data, old: str, new: str) -> None:
    path = data.year / "profil.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_a_cap_holds_for_every_indicator(data):
    profile(data, "rata_rata: sederhana", "rata_rata: sederhana\n  batas_capaian: 100")
    lk = lkipnb.open(OPD, TAHUN, data=data.path)
    assert max(lk.hasil.capaian.capaian_persen) == 100
    assert f"{lk.hasil.capaian_opd.capaian_persen:.2f}" == "65.55"


def test_weights_count_and_a_missing_one_is_a_fault(data):
    profile(data, "rata_rata: sederhana", "rata_rata: terbobot")
    with pytest.raises(DataError, match="bobot wajib diisi"):
        lkipnb.open(OPD, TAHUN, data=data.path)
    for number in range(1, 10):
        indicator(data, f"IKU-{number}", bobot="10" if number == 5 else "0")
    assert (
        f"{lkipnb.open(OPD, TAHUN, data=data.path).hasil.capaian_opd.capaian_persen:.2f}"
        == "133.33"
    )


def test_every_kind_survives_the_form_and_the_carry_over(every_kind, tmp_path):
    scaffold.export(OPD, TAHUN, every_kind.path, tmp_path / "f.xlsx")
    before = every_kind.rows("kinerja")
    import_form(tmp_path / "f.xlsx", every_kind.path, datetime(2026, 2, 27))
    assert [row[: len(before[0])] for row in every_kind.rows("kinerja")] == before
    import_form(
        scaffold.new(OPD, 2021, every_kind.path, from_year=TAHUN).form,
        every_kind.path,
        datetime(2026, 2, 27),
    )
    carried = lkipnb.open(OPD, 2021, data=every_kind.path).data.kinerja
    assert [str(v) for v in carried.target[:4]] == ["0 - 5.99", "WTP", "ya", "1:300"]


@pytest.mark.parametrize(
    ("cells", "word"),
    [
        ({"jenis": "jenjang"}, "jenjangnya belum diisi"),
        ({"rumus": "kira-kira"}, "naik, turun, turun-t-per-r"),
        ({"bobot": "-1"}, "paling sedikit 0"),
    ],
)
def test_an_indicator_that_cannot_be_calculated_is_a_fault(data, cells, word):
    indicator(data, "IKU-1", **cells)
    with pytest.raises(DataError, match=word):
        lkipnb.open(OPD, TAHUN, data=data.path)
