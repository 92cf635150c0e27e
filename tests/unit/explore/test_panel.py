"""The widgets show what the functions give, hear each other, and say what cannot be."""

from __future__ import annotations

import base64
from decimal import Decimal

import ipywidgets as widgets
import pytest
from kecil import anggaran, buka

from lkipnb.explore import jelajah
from lkipnb.explore.panel.andaian import PanelAndaian
from lkipnb.explore.panel.aplikasi import TAMPILAN
from lkipnb.explore.panel.keadaan import Keadaan
from lkipnb.explore.panel.kisi import Kisi, bingkai
from lkipnb.present.tabel.daftar import belanja
from lkipnb.present.tabel.kolom import Baris, Kolom, Sajian
from lkipnb.present.tabel.susun import susun


def inside(box) -> list:
    """Every widget of a tree."""
    own = [box]
    for child in getattr(box, "children", ()):
        own += inside(child)
    return own


def named(box, label: str):
    """The input of a label."""
    return next(each for each in inside(box) if getattr(each, "description", "") == label)


def texts(box) -> str:
    return " ".join(each.value for each in inside(box) if isinstance(each, widgets.HTML))


def test_each_view_opens_on_the_shipped_years(lk):
    app = jelajah(lk)
    views = next(each for each in inside(app) if isinstance(each, widgets.ToggleButtons))
    for name in TAMPILAN:
        views.value = name
        assert len(inside(app)) > 5


def test_another_agency_is_opened_in_its_place(lk):
    app = jelajah(lk)
    assert "Dinas Sosial Kabupaten Flores Timur, tahun 2020" in texts(app)
    named(app, "Instansi dan tahun").value = "contoh, tahun 2023"
    assert "Dinas Kesehatan" in texts(app)
    assert "1.02.02" in str(named(app, "Program").options)


def test_a_view_of_an_agency_with_nothing_but_indicators_opens(tmp_path):
    app = jelajah(buka(tmp_path))
    views = next(each for each in inside(app) if isinstance(each, widgets.ToggleButtons))
    for name in TAMPILAN:
        views.value = name
    views.value = "Anggaran"
    assert "Tabel anggaran belum diisi." in texts(app)


def test_the_total_follows_the_filter_and_says_so(lk):
    view = TAMPILAN["Anggaran"](Keadaan(lk))
    assert "Jumlah seluruhnya" in texts(view)
    assert "Rp" not in named(view, "Cari").value
    named(view, "Jenjang").value = "program"
    named(view, "Cari").value = "aparatur"
    assert "Jumlah 1 baris yang tampil (tersaring)" in texts(view)
    named(view, "Serapan dari (%)").value = "banyak"
    assert "Saringan:" in texts(view)


def test_a_chosen_programme_filters_its_indicators_and_back(tmp_path):
    lk = buka(
        tmp_path,
        anggaran=[anggaran("1.01", 10, 5), anggaran("1.02", 20, 20)],
        dukungan=[{"kode": "A1", "kode_rekening": "1.02"}],
    )
    state = Keadaan(lk)
    money, measured = TAMPILAN["Anggaran"](state), TAMPILAN["Indikator"](state)
    named(money, "Program").value = "1.01"
    assert "Hanya indikator yang didukung program 1.01" in texts(measured)
    named(money, "Program").value = ""
    named(measured, "Indikator").value = "A1"
    assert named(money, "Mendukung indikator").value == "A1"
    assert "Jumlah 1 baris yang tampil" in texts(money)
    assert "Cakupan air minum layak" in texts(measured)


@pytest.fixture
def what_if(lk):
    return PanelAndaian(Keadaan(lk))


def assume(panel: PanelAndaian, row: str, value: str) -> None:
    panel.baris.value = row
    panel.nilai.value = value


def test_what_if_answers_at_once_and_marks_what_changed(what_if, lk):
    before = lk.data.kinerja.copy()
    assume(what_if, "indikator=IKU-4", "100")
    assert "<mark>74,46%,</mark>" in what_if.ikhtisar.value
    assert "Nilai sebenarnya: 60" in what_if.kini.value
    assert len(what_if.daftar.children) == 1
    assert lk.data.kinerja.equals(before)


def test_a_value_typed_back_is_no_assumption(what_if):
    assume(what_if, "indikator=IKU-4", "100")
    what_if.nilai.value = "60"
    assert what_if.daftar.children == ()
    assert "<mark>" not in what_if.ikhtisar.value


def test_an_assumption_is_taken_back_by_its_button(what_if):
    assume(what_if, "indikator=IKU-4", "100")
    what_if.daftar.children[0].children[0].click()
    assert what_if.sesi.kini.andai == ()


def test_what_cannot_be_assumed_is_said_as_text(what_if):
    assume(what_if, "indikator=IKU-4", "<b>banyak</b>")
    assert "&lt;b&gt;banyak" in what_if.pesan.value
    assert "<b>banyak" not in what_if.pesan.value
    assert what_if.sesi.kini.andai == ()


def test_a_scenario_is_kept_saved_as_a_file_and_loaded_again(what_if, lk):
    assume(what_if, "indikator=IKU-4", "100")
    what_if.nama.value = "<i>KUBE</i>"
    named(what_if.widget, "Simpan andaian").click()
    assert 'download="i-kube-i.andaian.yaml"' in what_if.unduhan.value
    content = what_if.unduhan.value.partition("base64,")[2].partition('"')[0]
    fresh = PanelAndaian(Keadaan(lk))
    fresh._load(({"content": memoryview(base64.b64decode(content))},))
    assert fresh.sesi.kini.andai == what_if.sesi.kini.andai
    assert list(fresh.sesi.tersimpan) == ["<i>KUBE</i>"]


def test_two_visitors_do_not_see_each_others_scenarios(lk):
    one, other = PanelAndaian(Keadaan(lk)), PanelAndaian(Keadaan(lk))
    assume(one, "indikator=IKU-4", "100")
    one.sesi.simpan("Satu")
    assert other.sesi.tersimpan == {}
    assert other.sesi.hasil is lk


def test_a_column_of_figures_is_sorted_by_value_and_shows_its_exact_text():
    columns = [Kolom("nama", "Nama", 50), Kolom("nilai", "Nilai", 50, lambda v: f"n{v}")]
    rows = [Baris({"nama": n, "nilai": v}) for n, v in (("a", Decimal(10)), ("b", Decimal(9)))]
    table = susun("uji", "", Sajian("Uji", columns, [*rows, Baris({"nama": "c", "nilai": None})]))
    frame = bingkai(table, table.baris)
    assert list(frame.sort_values("Nilai").Nama) == ["c", "b", "a"]
    assert list(frame.Nilai.astype(str)) == ["n10", "n9", "nNone"]


def test_a_chosen_row_tells_where_its_figures_come_from(lk):
    grid = Kisi(lk, "belanja")
    grid.tampilkan(belanja.sajian(lk))
    grid._grid.selected_rows = [0]
    assert "2020/belanja.csv baris 2 kolom pagu_rp" in texts(grid.widget)
    named(grid.widget, "Siapkan CSV dan XLSX").click()
    assert "belanja-dinsos-flores-timur-2020.xlsx" in texts(grid.widget)
