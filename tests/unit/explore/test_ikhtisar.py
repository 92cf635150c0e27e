"""The executive summary of a scenario is the chapter's own prose, what changed marked."""

from __future__ import annotations

from lkipnb.explore import Andai, Andaian, terapkan
from lkipnb.explore.ikhtisar import berbeda, kalimat, tampilan, templat

CELL = Andai("kinerja", "indikator=IKU-4", "realisasi", "100")


def test_the_sentences_are_those_of_the_chapter(lk):
    told = " ".join(kalimat(lk, templat(lk.folder)))
    assert "Rata-rata capaiannya 69,25%, yang menurut skala pengukuran berpredikat" in told


def test_what_a_scenario_changes_is_marked_and_nothing_else(lk):
    then = terapkan(lk, Andaian("", "dinsos-flores-timur", 2020, (CELL,)))
    told = templat(lk.folder)
    before = kalimat(lk, told)
    shown = tampilan(before, kalimat(then, told))
    assert "<mark>74,46%,</mark>" in shown
    assert "<mark>98,60%" not in shown
    assert "<mark>" not in tampilan(before, before)


def test_what_stands_in_a_name_is_text():
    assert berbeda(["a <b>"], ["a <i>"]) == [[("a", False), ("<i>", True)]]


def test_a_folder_of_chapters_without_a_summary_gives_none(tmp_path, lk):
    (tmp_path / "data").mkdir()
    (tmp_path / "notebooks").mkdir()
    (tmp_path / "notebooks" / "00_lain.ipynb").write_text('{"nbformat": 4, "cells": []}')
    assert templat(tmp_path / "data") == ""
    assert kalimat(lk, "") == []
    assert "tidak memuat ikhtisar" in tampilan([], [])
