"""What if: the answer follows from the data, and the data stay as they are."""

from __future__ import annotations

from decimal import Decimal

from lkipnb.explore import bagaimana_jika, jelajah


def test_another_realisasi_changes_the_agency_and_not_the_data(lk):
    before = lk.data.kinerja.copy()
    results = bagaimana_jika(lk, "IKU-4", Decimal(100))
    assert f"{results.capaian_opd.capaian_persen:.2f}" == "74.46"
    assert results.capaian_opd.predikat == "Cukup Berhasil"
    assert lk.data.kinerja.equals(before)
    assert lk.hasil.capaian_opd.predikat == "Kurang Berhasil"


def test_a_realisasi_that_follows_from_its_parts_can_be_asked_too():
    import lkipnb

    contoh = lkipnb.open("contoh", 2023)
    results = bagaimana_jika(contoh, "IK-02", Decimal(46))
    assert results.capaian.set_index("kode").capaian_persen["IK-02"] == 50
    assert contoh.hasil.capaian.set_index("kode").capaian_persen["IK-02"] > 100


def test_the_widgets_show_what_is_chosen(lk):
    tables, pictures, what_if = jelajah(lk).children
    tables.children[0].value = "capaian_iku"
    assert "133,33%" in tables.children[1].value
    pictures.children[0].value = "bagan_organisasi"
    assert "<svg" in pictures.children[1].value
    choice, typed, shown = what_if.children
    choice.value = "IKU-4"
    typed.value = "100"
    assert "menjadi <strong>74,46% (Cukup Berhasil)" in shown.value
    typed.value = "<b>banyak</b>"
    assert "&lt;b&gt;banyak&lt;/b&gt;” bukan angka" in shown.value
