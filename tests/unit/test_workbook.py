"""Opening a workbook: always the state of the files, never what another notebook made of it."""

from __future__ import annotations

from decimal import Decimal

import lkipnb

OPD, TAHUN = "dinsos-flores-timur", 2020


def test_what_one_notebook_changes_in_its_frames_the_next_does_not_see(data):
    first = lkipnb.open(OPD, TAHUN, data=data.path)
    first.data.kinerja.loc[:, "target"] = Decimal(1)
    first.hasil.capaian.loc[:, "capaian_persen"] = Decimal(1)
    again = lkipnb.open(OPD, TAHUN, data=data.path)
    assert again.data.kinerja.target.iloc[0] == Decimal("6.25")
    assert f"{again.hasil.capaian.capaian_persen.iloc[0]:.2f}" == "51.20"


def test_a_changed_file_is_read_again(data):
    lkipnb.open(OPD, TAHUN, data=data.path)
    data.set("kinerja", 2, "realisasi", "6.25")
    assert lkipnb.open(OPD, TAHUN, data=data.path).hasil.capaian.capaian_persen.iloc[0] == 100


def test_a_new_earlier_year_is_seen(data):
    import shutil

    assert lkipnb.open(OPD, TAHUN, data=data.path).hasil.lampau == {}
    shutil.copytree(data.year, data.path / OPD / "2019")
    assert list(lkipnb.open(OPD, TAHUN, data=data.path).hasil.lampau) == [2019]


def test_a_year_may_come_as_text(data):
    assert lkipnb.open(OPD, "2020", data=data.path).data.tahun == TAHUN
