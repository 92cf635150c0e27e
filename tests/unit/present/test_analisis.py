"""Which analyses a sasaran has, and what their headings say."""

import pytest
from kecil import buka, indikator, kinerja

NAMA = "Dibandingkan dengan standar"


@pytest.mark.parametrize(
    ("scopes", "heading"),
    [
        (("provinsi",), f"{NAMA} provinsi"),
        (("nasional",), f"{NAMA} nasional"),
        (("nasional", "provinsi"), f"{NAMA} nasional dan provinsi"),
    ],
)
def test_the_heading_names_the_standards_that_are_compared(tmp_path, scopes, heading):
    standar = [
        {"indikator": "A1", "lingkup": scope, "nilai": "60", "sumber": "Keputusan"}
        for scope in scopes
    ]
    lk = buka(tmp_path, indikator=[indikator()], kinerja=[kinerja()], standar=standar)
    (sasaran,) = lk.konteks["sasaran"]
    assert heading in [each["judul"] for each in sasaran["analisis"]]
