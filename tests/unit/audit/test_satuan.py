"""What the audit says of units: nothing of a synonym, a question about an unknown one."""

from __future__ import annotations

import pytest
from conftest import OPD, TAHUN

from lkipnb.audit import audit
from lkipnb.audit.temuan import CATATAN, PERINGATAN


def found(data, aturan: str) -> list:
    return [t for t in audit(OPD, TAHUN, data.path).temuan if t.aturan == aturan]


@pytest.mark.parametrize("satuan", ["%", "Persen", "prosen"])
def test_a_percent_sign_agrees_with_every_name_of_percent(data, satuan):
    data.set("indikator", data.row_of("indikator", "kode", "IKU-1"), "satuan", satuan)
    row = data.row_of("kinerja", "indikator", "IKU-1")
    data.set("kinerja", row, "realisasi", "3.2%")
    assert found(data, "satuan") == found(data, "satuan-dikenal") == []


def test_a_percent_sign_behind_a_count_is_a_finding(data):
    data.set("indikator", data.row_of("indikator", "kode", "IKU-1"), "satuan", "orang")
    data.set("kinerja", data.row_of("kinerja", "indikator", "IKU-1"), "realisasi", "3.2%")
    (told,) = found(data, "satuan")
    assert told.pesan == "realisasi IKU-1 bertanda %, padahal satuannya orang"


def test_an_unknown_unit_is_asked_about_with_what_it_resembles(data):
    row = data.row_of("indikator", "kode", "IKU-1")
    data.set("indikator", row, "satuan", "presen")
    (told,) = found(data, "satuan-dikenal")
    assert (told.tingkat, told.baris, told.saran) == (
        PERINGATAN,
        row,
        "tulis persen bila itu maksudnya",
    )
    assert told.pesan.startswith(
        "satuan IKU-1, “presen”, tidak dikenal; dipakai sebagaimana tertulis"
    )
    assert told.sebab == "mungkin maksudnya persen"


def test_an_unknown_count_is_only_noted(data):
    data.set("indikator", data.row_of("indikator", "kode", "IKU-1"), "satuan", "gazebo")
    assert [t.tingkat for t in found(data, "satuan-dikenal")] == [CATATAN]
