"""An abbreviation that only a chapter of the program uses is no matter of who fills the tables."""

from __future__ import annotations

from dataclasses import replace

import pytest
from kecil import OPD, TAHUN, buat

from lkipnb.audit import muat
from lkipnb.audit.aturan.singkatan import ATURAN


@pytest.mark.parametrize(("file", "told"), [("01_bab.ipynb", []), ("narasi/isu.md", ["XYZQ"])])
def test_who_uses_an_abbreviation_writes_it_out(tmp_path, file, told):
    materi = replace(muat(OPD, TAHUN, buat(tmp_path)), prosa={file: "Halaman XYZQ memuatnya."})
    assert [each.tercetak for each in ATURAN.periksa(materi)] == told
