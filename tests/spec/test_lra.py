"""The layouts of exports, as cases in the YAML files of `lra/`: read rightly, or refused."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from lkipnb.errors import DataError
from lkipnb.exchange.lra import Pilihan, baca, baca_kolom
from lkipnb.exchange.lra.kolom import MURNI, PAGU, REALISASI

# The amounts of the cases are so small that a person would be asked for their unit; a case on units
# says what was answered, or null.
ANSWERED = 1
FOLDER = Path(__file__).parent / "lra"


def cases():
    for path in sorted(FOLDER.glob("*.yaml")):
        for case in yaml.safe_load(path.read_text(encoding="utf-8")):
            yield pytest.param(case, id=case["nama"])


def amount(value: object) -> Decimal | None:
    return None if value is None else Decimal(str(value))


@pytest.mark.parametrize("case", list(cases()))
def test_an_export(tmp_path, case):
    path = tmp_path / "ekspor.csv"
    path.write_text(case["lembar"], encoding="utf-8")
    chosen = Pilihan(
        tahun=case.get("tahun"),
        unit=case.get("unit"),
        satuan=case.get("satuan", ANSWERED),
        kolom=baca_kolom(case.get("kolom", ())),
    )
    if "tolak" in case:
        with pytest.raises(DataError, match=case["tolak"]):
            baca(path, chosen)
        return
    read = baca(path, chosen)
    wrong = [[w.nomor, w.kolom, int(w.tercetak), int(w.terhitung)] for w in read.selisih]
    assert wrong == case.get("selisih", [])
    if "sumber" in case:
        assert [line.sumber_dana for line in read.baris] == case["sumber"]
    if "yang" in case:
        expected = [[code, name, *map(amount, money)] for code, name, *money in case["yang"]]
        assert [
            [line.kode, line.uraian, *(line.jumlah[kind] for kind in (MURNI, PAGU, REALISASI))]
            for line in read.baris
        ] == expected
