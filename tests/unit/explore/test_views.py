"""What the views show: sides beside each other, an indicator, the findings, origins, files."""

from __future__ import annotations

from io import BytesIO

import openpyxl
import pytest
from kecil import buka, kinerja
from shipped import DATA

import lkipnb
from lkipnb.errors import DataError, UsageError
from lkipnb.explore import Andai, Andaian, terapkan
from lkipnb.explore.asal import asal, telusur
from lkipnb.explore.banding import banding
from lkipnb.explore.besaran import BESARAN, sebutan
from lkipnb.explore.grafik import batang_anggaran, batang_capaian
from lkipnb.explore.indikator import rincian
from lkipnb.explore.peka import jarak, sajian
from lkipnb.explore.semua import semua
from lkipnb.explore.sesi import MOST_KEPT, Sesi
from lkipnb.explore.tempat import ada
from lkipnb.explore.temuan import SaringanTemuan, baris, pilih, tentang
from lkipnb.explore.unduhan import tautan, unduhan_tabel
from lkipnb.present.tabel.susun import susun

CELL = Andai("kinerja", "indikator=IKU-4", "realisasi", "100")


@pytest.fixture(scope="module")
def contoh():
    return lkipnb.open("contoh", 2023, data=DATA)


@pytest.fixture(scope="module")
def then(lk):
    return terapkan(lk, Andaian("KUBE", "dinsos-flores-timur", 2020, (CELL,)))


@pytest.fixture
def beside(lk, then):
    return susun("banding", "Tabel 1", banding({"Nyata": lk, "KUBE": then}))


def test_sides_stand_beside_each_other_with_their_difference(beside):
    first = [cell.teks for _, cell in beside.sel(beside.baris[0])]
    assert first == ["Rata-rata capaian", "69,25%", "74,46%", "+5,21%"]
    assert any(row.sel[0].teks.startswith("IKU-4") for row in beside.baris)


def test_agencies_are_compared_by_their_key_figures_only(lk, contoh):
    rows = banding({"a": lk, "b": contoh}).baris
    assert {row.grup for row in rows} == {"Ukuran utama"}


def test_a_figure_tells_its_cells_and_which_of_them_were_assumed(then, beside):
    told = list(asal(then, beside, beside.baris[0], hanya="s1"))
    assert told[0] == "KUBE: 74,46%"
    assert any("andaian/kinerja.csv baris 5 kolom realisasi = 100" in line for line in told)
    assert any("2020/kinerja.csv baris 2 kolom realisasi = 3,2" in line for line in told)
    assert "    2020/kinerja.csv baris 2 kolom target = 6,25" in telusur(
        then, 'sel("kinerja", "target", 2)'
    )


def test_an_indicator_is_told_with_formula_years_quarters_money_causes(contoh):
    tables = {table.kunci.removeprefix("indikator-"): table for table in rincian(contoh, "IK-06")}
    assert list(tables) == ["rincian", "riwayat", "triwulan", "program", "analisis"]
    told = {row.sel[0].teks: row.sel[1].teks for row in tables["rincian"].baris}
    assert told["Rumus capaian"].startswith("realisasi ÷ target × 100")
    assert "Target akhir Renstra (2026)" in told
    assert told["Capaian"] == "100,36%"


def test_findings_are_filtered_and_lead_to_their_row(lk):
    _, judged = lk.pemeriksaan
    warnings = pilih(judged.temuan, SaringanTemuan(tingkat="peringatan"))
    assert warnings
    assert {found.tingkat for found in warnings} == {"peringatan"}
    assert pilih(judged.temuan, SaringanTemuan(teks="tidak akan ada")) == []
    placed = next(found for found in judged.temuan if found.baris is not None)
    assert placed.kolom in baris(lk.data, placed)
    assert all(
        "IKU-1" in f"{found.kunci} {found.pesan}" for found in tentang(judged.temuan, "IKU-1")
    )


def test_the_sensitivity_says_how_far_the_next_predicate_is(lk):
    assert jarak(lk) == (
        "Rata-rata 69,25% (Kurang Berhasil); 0,75 poin lagi ke predikat Cukup Berhasil."
    )
    assert sajian(lk).baris[0].isi["kode"] == "IKU-6"


def test_a_saved_table_holds_what_is_shown(lk, beside):
    csv, xlsx = unduhan_tabel(lk, beside)
    assert csv.isi.decode("utf-8-sig").splitlines()[1].startswith("Ukuran utama,Rata-rata capaian,")
    sheet = openpyxl.load_workbook(BytesIO(xlsx.isi), data_only=True)["Tabel 1"]
    assert sheet["B5"].value == pytest.approx(69.249574)
    assert 'download="banding-dinsos-flores-timur-2020.xlsx"' in tautan([csv, xlsx])


def test_what_may_be_assumed_shows_what_stands_there(lk):
    known = {one.nama: one for one in BESARAN}
    target = known["Target indikator"]
    assert target.kini(lk, "indikator=IKU-1") == "6,25"
    assert known["Skala predikat"].kini(lk, "") == "ordinal-90-80-70-60"
    assert "permendagri-91-76-66-51" in known["Skala predikat"].pilihan(lk)
    assert sebutan(CELL) == "Realisasi indikator, IKU-4: 100"


def test_each_value_of_the_shipped_years_can_be_typed_again_as_it_is_shown(lk, contoh):
    """What the field shows is read as the value that it shows; a quotient in four decimals."""
    for book in (lk, contoh):
        cells = [
            one.andai(key, one.kini(book, key))
            for one in BESARAN
            if one.tabel in ("kinerja", "indikator")
            for key in one.baris(book).values()
        ]
        same = Andaian("", book.data.opd, book.data.tahun, tuple(cells))
        now = terapkan(book, same).results.capaian
        assert [(row.target, row.bobot) for row in now] == [
            (row.target, row.bobot) for row in book.results.capaian
        ]
        assert [row.predikat for row in now] == [row.predikat for row in book.results.capaian]


def test_a_scenario_is_kept_under_its_name_and_stands_beside_the_truth(tmp_path):
    session = Sesi(buka(tmp_path))
    session.andaikan(Andai("kinerja", "indikator=A1", "realisasi", "60"))
    assert list(session.sisi()) == ["Nyata", "Sedang dikerjakan"]
    session.simpan(" Penuh ")
    session.andaikan(Andai("kinerja", "indikator=A1", "realisasi", "30"))
    assert list(session.sisi()) == ["Nyata", "Penuh", "Sedang dikerjakan"]
    session.pakai(session.tersimpan["Penuh"][0])
    assert session.hasil.results.capaian_opd.capaian_persen == 100
    session.kosongkan()
    assert session.hasil is session.nyata


@pytest.mark.parametrize("name", ["", "  ", "Nyata", "x" * 61])
def test_a_name_that_says_nothing_is_refused(tmp_path, name):
    with pytest.raises(UsageError, match="Beri nama andaian"):
        Sesi(buka(tmp_path)).simpan(name)


def test_a_scenario_that_cannot_be_leaves_all_as_it_was(tmp_path):
    session = Sesi(buka(tmp_path))
    with pytest.raises(DataError):
        session.andaikan(Andai("kinerja", "indikator=A1", "realisasi", "banyak"))
    assert session.kini.andai == ()
    assert session.hasil is session.nyata


def test_not_more_scenarios_are_kept_than_a_page_can_show(tmp_path):
    session = Sesi(buka(tmp_path))
    for number in range(MOST_KEPT):
        session.simpan(f"Andaian {number}")
    with pytest.raises(UsageError, match="Paling banyak"):
        session.simpan("satu lagi")
    session.simpan("Andaian 0")


def test_charts_tell_exact_figures_and_select_by_code(lk):
    budget = batang_anggaran(lk.results.anggaran_semua.program).to_dict()
    assert budget["params"][0]["name"] == "pilih"
    rows = batang_capaian(lk.results.capaian).to_dict()
    assert "133,33%" in str(rows)


def test_every_table_and_picture_is_called_by_name(lk):
    calls = semua(lk.tabel, ["S1"])
    assert calls["capaian_iku"]().kunci == "capaian-iku"
    assert "target S1" in calls


def test_the_agencies_and_years_are_those_of_the_data():
    assert ("contoh", 2022) in ada(DATA)


def test_a_value_that_a_table_cannot_hold_is_text_in_what_is_saved(tmp_path):
    lk = buka(tmp_path, kinerja=[kinerja("A1", 60, 50)])
    table = susun("banding", "Tabel 1", banding({"=1+1": lk, "<b>": lk}))
    assert "<b>" not in table.html
    xlsx = unduhan_tabel(lk, table)[1]
    sheet = openpyxl.load_workbook(BytesIO(xlsx.isi))["Tabel 1"]
    assert all(cell.data_type != "f" or str(cell.value) != "=1+1" for row in sheet for cell in row)
