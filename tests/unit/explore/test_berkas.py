"""The file of a scenario is data: it comes back as it went, and nothing else is read."""

from __future__ import annotations

import pytest

from lkipnb.errors import UsageError
from lkipnb.explore import Andai, Andaian
from lkipnb.explore.berkas import baca, nama_berkas, tulis

CELL = Andai("kinerja", "indikator=IKU-4", "realisasi", "0100")
WHOLE = Andaian("KUBE: penuh <b>", "contoh", 2023, (CELL, Andai("profil", "", "pengukuran.x", "")))


def test_a_scenario_comes_back_as_it_went():
    assert baca(tulis(WHOLE).encode()) == WHOLE


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"!!python/object/apply:os.system [ls]", "tanda tipe"),
        (b"a: &x 1\nb: *x", "jangkar"),
        (b"\xff\xfe", "UTF-8"),
        (b"andaian: x\nopd: a\ntahun: 2020\nlain: 1", "lain"),
        (b"andaian: ''\nopd: a\ntahun: 2020", "andaian"),
        (b"[1, 2]", "diharapkan isian andaian"),
        (b"x" * 200_000, "terlalu besar"),
    ],
)
def test_what_is_no_scenario_is_refused_with_the_reason(content, told):
    with pytest.raises(UsageError, match=told):
        baca(content)


def test_the_name_of_the_file_holds_nothing_of_a_path():
    assert nama_berkas("../KUBE penuh/2020") == "kube-penuh-2020.andaian.yaml"
    assert nama_berkas("<>") == "tanpa-nama.andaian.yaml"
