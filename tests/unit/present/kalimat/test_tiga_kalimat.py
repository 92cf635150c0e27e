"""The year in three sentences: what was reached, what was missed and why, what follows."""

from __future__ import annotations

from decimal import Decimal

from baris import baris
from kecil import buka, indikator, kinerja

from lkipnb.model import CapaianIndikator
from lkipnb.present.kalimat.setahun import belum, meleset, selanjutnya, tercapai
from lkipnb.schemas import Analisis


def rows(*reached: object) -> dict:
    kinds = [indikator(kode=f"A{n}", nama=f"Cakupan {n}") for n in range(len(reached))]
    told = [kinerja(f"A{n}", 100, value) for n, value in enumerate(reached)]
    return {"indikator": kinds, "kinerja": told}


def analysis(kode: str, jenis: str, uraian: str, urutan: int = 1) -> dict:
    return {"indikator": kode, "jenis": jenis, "urutan": urutan, "uraian": uraian}


def told(folder, *reached, analisis=()) -> tuple[str, str, str]:
    lk = buka(folder, **rows(*reached), analisis=list(analisis))
    results, analyses = lk.results, lk.data.baris(Analisis)
    return (
        str(tercapai(results.capaian_opd, results.capaian_sasaran)),
        str(belum(results.capaian_opd, results.capaian, analyses)),
        str(selanjutnya(results.capaian, analyses, bertindak=False)),
    )


def test_what_was_missed_is_told_with_the_agencys_own_cause_and_solution(tmp_path):
    why = analysis("A1", "hambatan", "Pasokan terlambat karena cuaca.")
    then = analysis("A1", "solusi", "Gudang cadangan dibangun.")
    reached, missed, next_ = told(tmp_path, 100, 40, 80, analisis=[why, then])
    assert reached == "Satu dari 3 indikator mencapai atau melampaui target."
    assert missed == (
        "Sebanyak 2 indikator belum mencapai target, terjauh cakupan 1 (40,00%)."
        " Hambatannya: pasokan terlambat karena cuaca."
    )
    assert next_ == "Untuk cakupan 1: gudang cadangan dibangun."


def test_a_cause_of_another_indicator_names_it(tmp_path):
    _, missed, _ = told(tmp_path, 40, 80, analisis=[analysis("A1", "hambatan", "Cuaca.")])
    assert missed.endswith("Hambatan cakupan 1: cuaca.")


def test_without_an_analysis_no_cause_is_invented(tmp_path):
    _, missed, next_ = told(tmp_path, 40)
    assert missed == (
        "Satu indikator belum mencapai target, yaitu cakupan 0 (40,00%)."
        " Sebabnya belum diuraikan dalam analisis."
    )
    assert next_ == "Langkah tindak lanjut belum diisi."


def test_all_reached_is_told_without_a_cause(tmp_path):
    reached, missed, _ = told(tmp_path, 100, 120)
    assert reached == "Seluruh 2 indikator mencapai atau melampaui target."
    assert missed == "Tidak ada indikator di bawah target."


def test_what_is_not_reported_is_neither_reached_nor_missed(tmp_path):
    reached, missed, _ = told(tmp_path, 100, "")
    assert reached == "Satu-satunya indikator mencapai atau melampaui target."
    assert missed == (
        "Tidak ada indikator yang dinilai di bawah target. Realisasi 1 indikator belum dilaporkan."
    )


def test_none_reached_and_none_judged(tmp_path):
    assert told(tmp_path / "a", 40)[0].startswith("Belum satu pun dari 1 indikator")
    assert told(tmp_path / "b", "")[0] == "Belum ada indikator yang dapat dinilai."


def test_the_farthest_comes_first_and_one_without_capaian_last():
    far, near, unknown = (
        baris(CapaianIndikator, kode=kode, tercapai=False, capaian_persen=value)
        for kode, value in (("A", Decimal(20)), ("B", Decimal(90)), ("C", None))
    )
    met = baris(CapaianIndikator, kode="D", tercapai=True, capaian_persen=Decimal(100))
    assert [row.kode for row in meleset([unknown, near, met, far])] == ["A", "B", "C"]


def test_where_the_agency_wrote_what_it_will_do_the_sentence_leads_there():
    assert str(selanjutnya([], [], bertindak=True)) == (
        "Langkah tindak lanjut diuraikan dalam BAB IV."
    )
